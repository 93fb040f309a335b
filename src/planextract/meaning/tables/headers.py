"""Header words to column roles; the lexicon is ``lexicons/columns.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from planextract.lexicons import read_toml
from planextract.meaning.deadlines import read_deadline

EXACT, STARTS, NEAR, HOLDS = 1.0, 0.8, 0.75, 0.5
"""How sure a role is by how the header meets the lexicon's word."""
NEAR_ENOUGH = 86
"""Similarity above which a header of five letters or more is a damaged form of the word."""
YEAR = re.compile(r"^(?:budsjett |år |plan )?(20\d\d|19\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?$")
EDGES = " :.*?"
"""What stands around a header and is no part of it."""
TIMES = ("deadline", "start", "end")
SHORT_HEADER = 7
"""Words in a header cell at most; longer ones are content."""


@dataclass(frozen=True, slots=True)
class HeaderRole:
    """The role that a header speaks for, and how sure it is, 0 to 1."""

    role: str
    score: float


@cache
def _by_word() -> dict[str, str]:
    words: dict[str, str] = {}
    for role, entry in read_toml("columns").items():
        for word in entry["words"]:
            words.setdefault(word.strip(EDGES), role)
    return words


@cache
def _by_ending() -> dict[str, str]:
    """Ends of compounds that name a column's role: "levekårsområde" is an area."""
    columns = read_toml("columns")
    return {end: role for role, entry in columns.items() for end in entry.get("endings", ())}


@cache
def _long_words() -> list[str]:
    return [word for word in _by_word() if len(word) >= 5]


@cache
def _starting() -> re.Pattern[str]:
    words = sorted((w for w in _by_word() if len(w) >= 3), key=len, reverse=True)
    return re.compile(rf"^({'|'.join(map(re.escape, words))})(?=[\s/,:(-]|$)")


def _is_stretch(plain: str) -> bool:
    """Whether a header is a stretch of time: "1. halvår 2026", "Q3", "jan"."""
    if not any(c.isdigit() for c in plain) and len(plain) > 9:
        return False
    read = read_deadline(plain)
    return read is not None and read.kind in ("period", "date")


@lru_cache(maxsize=4096)
def header_role(text: str) -> HeaderRole | None:
    """What a header cell says of its column; None where it says nothing known."""
    plain = re.sub(r"\s+", " ", text.lower()).strip(EDGES)
    if not plain or len(plain.split()) > SHORT_HEADER:
        return None
    words, start = _by_word(), _starting().match(plain)
    of_time = start is None or words[start[1]] in TIMES
    if YEAR.match(plain) or (of_time and _is_stretch(plain)):
        return HeaderRole("year", EXACT)
    plain = re.sub(r"\s+(?:20|19)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?$", "", plain)
    for form in (plain, plain.replace("- ", ""), plain.replace(" / ", "/")):
        if form in words:
            return HeaderRole(words[form], EXACT)
    start = _starting().match(plain)
    if start:
        rest = plain[start.end() :].strip(" -/.:")
        role = "number" if words.get(rest) == "number" else words[start[1]]
        return HeaderRole(role, STARTS)
    for end, role in _by_ending().items():
        if plain.endswith(end) and " " not in plain:
            return HeaderRole(role, NEAR)
    if len(plain) >= 5:
        near = process.extractOne(plain.replace(" ", ""), _long_words(), scorer=fuzz.ratio)
        if near and near[1] >= NEAR_ENOUGH:
            return HeaderRole(words[near[0]], NEAR)
    for word in re.split(r"[\s/,()-]+", plain):
        if len(word) >= 4 and word in words:
            return HeaderRole(words[word], HOLDS)
    return None
