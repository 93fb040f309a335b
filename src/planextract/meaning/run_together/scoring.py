"""How well a piece of text begins, continues or ends the cell of a column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from planextract.lexicons import words_of
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.run_together.times import is_time
from planextract.meaning.run_together.words import follows, halves

SMALL_START = -4.0
"""A cell begins with a small letter."""
SMALL_TIME = -1.0
"""A deadline begins with a small letter: it may be a part of the sentence before it."""
PART_OF_TIME = -2.0
"""A deadline is none without the line below; worse where it begins with a small letter."""
LARGE_INSIDE = -2.5
"""A cell goes on with a capital though the line above ended nothing."""
CUT_WORD = -5.0
"""A word cut by a hyphen is not followed by its rest."""
OPEN_END = -3.0
"""A cell ends with "og", "for", a comma."""
HAD_ROOM, MOST_ROOM = -0.35, -3.0
"""The first word of a line would have had room in the line above: for each letter of it."""
ROOM = 2.0
"""Letters by which lines of one column differ in what they hold."""
USUAL_PAIR = 1.6
"""The first word of a line usually follows the last of the line above it."""
SAME_NAME = 93
"""Likeness from which two owners are one name with a letter misread."""
KNOWN_OWNER = 2.5
"""An owner that stands in other rows too."""
OWNER_WORTH = 3.0
"""Between the text that is most like an owner and one that is not at all."""
LONG_OWNER = 14
"""Words beyond which an owner's cell has swallowed another's text."""


@dataclass(frozen=True)
class Model:
    """What is known of a table: its columns' kinds, widths in letters, its owners."""

    kinds: tuple[str, ...]
    widths: tuple[float, ...]
    owners: Mapping[str, int] = field(default_factory=dict)
    """How often each owner's name was read; by ``key_of``."""

    _seen: dict[str, bool] = field(default_factory=dict, repr=False)

    def is_known(self, key: str) -> bool:
        """Whether an owner's name, a letter misread or not, stands in other rows too."""
        if key not in self._seen:
            often = [name for name, count in self.owners.items() if count > 1]
            near = process.extractOne(key, often, scorer=fuzz.ratio, score_cutoff=SAME_NAME)
            self._seen[key] = near is not None
        return self._seen[key]

    @cached_property
    def main(self) -> int:
        """Place of the column that says what is done."""
        return self.kinds.index("main")


@lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """A name by its letters alone."""
    return re.sub(r"[\W\d_]+", "", text.lower())


@lru_cache(maxsize=65536)
def begins(text: str, kind: str) -> float:
    """How well a text begins a cell."""
    first = text.lstrip("“”\"'«(").strip()[:1]
    small = first.islower() or not first.isalnum()
    if kind == "time":
        part = 0.0 if is_time(text) else PART_OF_TIME
        return part + (SMALL_TIME + part if first.islower() else 0.0)
    return SMALL_START if small else 0.0


@lru_cache(maxsize=262144)
def goes_on(above: str, text: str, width: float) -> float:
    """How well a line of a cell follows the line above it."""
    first = text.split()[0]
    if is_cut(above):
        return halves(above, first) if first[0].islower() else CUT_WORD
    score = 0.0
    if first[0].isupper() and not is_open(above) and not above.endswith("."):
        score += LARGE_INSIDE
    score += USUAL_PAIR * follows(above.split()[-1], first)
    spare = width - ROOM - len(above) - 1 - len(first.split("-")[0])
    score += max(MOST_ROOM, HAD_ROOM * max(0.0, spare))
    return score


@lru_cache(maxsize=65536)
def is_cut(text: str) -> bool:
    """Whether a line ends inside a word."""
    return text.endswith("-") and not text.endswith(" -")


@lru_cache(maxsize=65536)
def is_open(text: str) -> bool:
    """Whether a line ends where a cell cannot."""
    if text.endswith((",", "/", "&")):
        return True
    last = text.split()[-1].lower() if text else ""
    return last in words_of("run_together", "open_ends")


def stops(text: str) -> float:
    """How well a cell ends after a line."""
    if is_cut(text):
        return CUT_WORD
    return OPEN_END if is_open(text) else 0.0


def whole_owner(text: str, model: Model) -> float:
    """How well a whole cell is an owner."""
    score = OWNER_WORTH * (_owner_like(text) - 0.4)
    return score + (KNOWN_OWNER if model.is_known(key_of(text)) else 0.0)


@lru_cache(maxsize=65536)
def _owner_like(text: str) -> float:
    plain = re.sub(r"(\w)- (?=[^\W\d_])", r"\1", text)
    return looks_like_owner(plain) if len(plain.split()) <= LONG_OWNER else 0.0
