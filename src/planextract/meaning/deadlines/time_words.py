"""The words that times are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from planextract.lexicons import read_toml, words_of

TIME_TABLES = ("months", "weekdays", "seasons", "ordinals", "parts")
"""Tables of ``lexicons/deadlines.toml`` whose words are parts of a date."""


@cache
def time_words() -> frozenset[str]:
    """The words that times are made of, and what a schedule puts before a date ("Møte")."""
    lexicon = read_toml("deadlines")
    found = set(words_of("structure", "before_dates"))
    for table in TIME_TABLES:
        for phrase in _phrases(lexicon[table]):
            found.update(re.findall(r"[a-zæøå]+", phrase.lower()))
    return frozenset(found - words_of("structure", "durations"))


def _phrases(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for each in entry:
            yield from _phrases(each)
    elif isinstance(entry, dict):
        for key, each in entry.items():
            if key not in ("examples", "not"):
                yield from _phrases(each)
