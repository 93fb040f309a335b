"""What the words of an owner or a status tell: vague responsibility, finished work."""

from __future__ import annotations

import re

from planextract.lexicons import read_toml

WORD = re.compile(r"[^\W\d_]+|%", re.UNICODE)


def is_vague_owner(name: str) -> bool:
    """Whether a name says so little that nobody in particular answers (``alle einingar``)."""
    words = read_toml("followup")["vague_owner"]
    plain = " ".join(name.casefold().split()).strip(" .")
    return plain in words["whole"] or _first(name) in words["first"]


def is_done(status: str | None) -> bool:
    """Whether a status says that the work is finished."""
    words = read_toml("followup")["done_status"]
    said = WORD.findall((status or "").casefold())
    return bool(said) and said[0] in words["first"] and not set(said) & set(words["not_with"])


def _first(text: str) -> str:
    found = WORD.findall(text.casefold())
    return found[0] if found else ""
