"""What the words of an owner or a status tell: vague responsibility, finished work."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"[^\W\d_]+|%", re.UNICODE)


def is_vague_owner(name: str) -> bool:
    """Whether a name says so little that nobody in particular answers (``alle einingar``)."""
    words = _lexicon()["vague_owner"]
    plain = " ".join(name.casefold().split()).strip(" .")
    return plain in words["whole"] or _first(name) in words["first"]


def is_done(status: str | None) -> bool:
    """Whether a status says that the work is finished."""
    words = _lexicon()["done_status"]
    said = WORD.findall((status or "").casefold())
    return bool(said) and said[0] in words["first"] and not set(said) & set(words["not_with"])


def _first(text: str) -> str:
    found = WORD.findall(text.casefold())
    return found[0] if found else ""


@cache
def _lexicon() -> dict[str, Any]:
    file = resources.files("planextract.lexicons") / "followup.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
