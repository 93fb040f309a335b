"""Line-end hyphens: which belong to the word, by the rules of Norwegian spelling.

Measured elsewhere on 3,723 breaks of running Nynorsk: nearly all breaks are a typesetter's,
so a hyphen goes unless something speaks for it. What speaks for it stands here as rules and
in ``lexicons/hyphens.toml`` as words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from planextract.lexicons import read_rows, read_toml

Kind = Literal["join", "keep", "suspend", "space"]

SOFT = "\u00ad"
HYPHENS = "-\u2010\u2011"
EN_DASH = "\u2013"
NO_BREAK_HYPHEN = "\u2011"
SHORTEST_PAIRED = 5
"""Letters of each of two adjectives in -sk that make a pair: praktisk-pedagogisk, not fisk-."""
PAIRED = ("sk", "ske")
SHORTEST_NAME = 5
"""Letters of a municipality's name to count as one: Ås-, Time-, Hole- begin common words."""
VOWELS = frozenset("aeiouyæøåéèêóòôäöáàü")


def decide(before: str, after: str) -> Kind:
    """What becomes of the end of a line, from its last token and the first of the next.

    ``join``: a typesetter's hyphen, dropped (``førebyg-`` ``gande``); ``keep``: the word's own
    hyphen, no space (``e-`` ``helse``); ``suspend``: kept, with a space (``helse-`` ``og``);
    ``space``: no line-end hyphen at all.
    """
    if before.endswith(SOFT):
        return "join" if before.strip(SOFT) and after else "space"
    stem = before.rstrip(HYPHENS + EN_DASH)
    if stem == before or not after or not _carries_hyphen(stem):
        return "space"
    second = after.lower().rstrip(".,;:)")
    if _last_part(stem).lower() in _words()["joined"].get(second, ()):
        return "join"
    if second in _words()["suspended"]:
        return "suspend"
    if not (after[0].isalnum() or after[0] == "/"):
        return "space"
    if before[-1] in (EN_DASH, NO_BREAK_HYPHEN):
        return "keep"
    return "keep" if _owns_hyphen(_last_part(stem), after) else "join"


def undo(before: str, after: str) -> str:
    """The two tokens as one text, the line end between them undone."""
    kind = decide(before, after)
    if kind == "join":
        return before.rstrip(HYPHENS + SOFT) + after
    if kind == "keep":
        return _plain(before) + after
    return f"{_plain(before)} {after}"


def _plain(before: str) -> str:
    """With the typographic hyphens as the one on the keyboard."""
    return before.replace("\u2010", "-").replace("\u2011", "-")


def _carries_hyphen(stem: str) -> bool:
    """Whether a hyphen can belong to it: not a dash alone, nor the end of a price (250,-)."""
    return bool(stem) and (stem[-1].isalnum() or stem[-1] in ")»”\"'%/" or _is_ordinal(stem))


def _is_ordinal(stem: str) -> bool:
    """Whether it is a number such as the ``10.`` of ``10.-klasse``."""
    return re.fullmatch(r"\(?\d{1,2}\.", stem) is not None


def _last_part(stem: str) -> str:
    return re.split(r"[-/\u2010\u2011]", stem)[-1].lstrip("([«“\"'")


def _owns_hyphen(part: str, after: str) -> bool:
    """Whether the last part of a word has its own hyphen before ``after``."""
    if not part or not part.isalpha() or not after[0].isalpha():
        return True
    if len(part) == 1 or not VOWELS & set(part.lower()):
        return True
    if part.isupper() and after.isupper():
        return part.lower() in _words()["acronyms"]
    if after[0].isupper() or not (part.islower() or part.istitle()):
        return True
    return _is_known_first_part(part, after.lower())


def _is_known_first_part(part: str, after: str) -> bool:
    words = _words()
    lower = part.lower()
    return (
        lower in words["always"]
        or _are_paired(lower, after)
        or after.startswith(tuple(words["before"].get(lower, ())))
        or (part[0].isupper() and part in _names())
    )


def _are_paired(part: str, after: str) -> bool:
    """Whether two words of one sort stand side by side: teknisk-medisinsk, mars-april."""
    lists = _words()["paired"].values()
    if any(part in words and after.rstrip(".,;:") in words for words in lists):
        return True
    long = min(len(part), len(after)) >= SHORTEST_PAIRED
    return long and part.endswith("sk") and after.endswith(PAIRED)


def _words() -> dict[str, Any]:
    return read_toml("hyphens")


@cache
def _names() -> frozenset[str]:
    """Proper names that hyphenated compounds begin with."""
    register = {
        name
        for row in read_rows("municipalities")
        for name in row["kommunenavn"].split(" - ")
        if len(name) >= SHORTEST_NAME
    }
    names = read_toml("hyphens")["names"]
    return frozenset(register.union(names["places"]).difference(names["not_names"]))
