"""Lengths of time as ISO 8601 durations: "innan 6 månader", "4 veker før", "2-3 år"."""

from __future__ import annotations

import re
from functools import lru_cache

from planextract.meaning.deadlines.words import count, group_of, key_of, number_of

_CODES = {
    "hour": ("PT", "H", 1), "day": ("P", "D", 1), "week": ("P", "W", 1), "month": ("P", "M", 1),
    "quarter": ("P", "M", 3), "tertial": ("P", "M", 4), "half": ("P", "M", 6),
    "year": ("P", "Y", 1), "term": ("P", "Y", 4),
}  # fmt: skip


@lru_cache(maxsize=1)
def length_pattern() -> str:
    """A length without named groups, to build on."""
    return rf"(?:{count()}\s*(?:-|til|/|eller)\s*)?{count()}[\s-]*{group_of('units')}"


@lru_cache(maxsize=1)
def _length() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<low>{count()})\s*(?:-|til|/|eller)\s*)?(?P<high>{count()})[\s-]*"
        rf"(?P<unit>{group_of('units')})(?P<before>\s+(?:før|i forkant))?"
    )


def _duration(number: int, unit: str) -> str:
    head, letter, size = _CODES[unit]
    return f"{head}{number * size}{letter}"


def length_in(text: str) -> tuple[int, int, tuple[str, ...]] | None:
    """Start, end and facts of the first length in a normal text."""
    found = _length().search(text)
    unit = key_of("units", found["unit"]) if found else None
    if found is None or unit is None:
        return None
    minus = "-" if found["before"] else ""
    high = number_of(found["high"]) or 1
    facts = [f"duration={minus}{_duration(high, unit)}"]
    if found["low"]:
        facts.append(f"duration_least={minus}{_duration(number_of(found['low']) or 1, unit)}")
    rest = text[found.end() :].strip(" .,()")
    if rest:
        facts.append(f"anchor={rest}")
    return found.start(), found.end(), tuple(facts)
