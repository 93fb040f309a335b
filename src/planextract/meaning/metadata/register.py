"""The register of municipalities and counties, by name, number and web address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from planextract.lexicons import read_rows, read_toml

SPELLED = {"æ": ("ae", "e", "a"), "ø": ("o", "oe"), "å": ("a", "aa"), "á": ("a",), "š": ("s",)}
"""How web addresses write the letters that they used not to have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A municipality, or a county council; numbers are strings with their leading zero."""

    name: str
    number: str
    county: str
    county_number: str
    names: tuple[str, ...]
    """All its official names."""


WITHOUT_COUNCIL = ("03",)
"""Counties whose municipality is its own county council."""


@cache
def entries() -> tuple[Entry, ...]:
    """The municipalities, then the county councils."""
    found, councils = [], {}
    norwegian = set(read_toml("metadata")["norwegian"])
    for row in read_rows("municipalities"):
        names = tuple(row["kommunenavn"].split(" - "))
        name = next((name for name in names if name in norwegian), names[0])
        county, number = row["fylkesnavn"].split(" - ")[0], row["fylkesnummer"]
        found.append(Entry(name, row["kommunenummer"], county, number, names))
        council = f"{county} fylkeskommune"
        if number not in WITHOUT_COUNCIL:
            councils[number] = Entry(council, number, county, number, (council,))
    return (*found, *councils.values())


@cache
def by_name() -> dict[str, tuple[Entry, ...]]:
    """The bearers of each name in lower case; two names have two bearers."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries():
        for name in {entry.name, *entry.names}:
            found[name.lower()] = (*found.get(name.lower(), ()), entry)
    return found


@cache
def by_number() -> dict[str, Entry]:
    """Each municipality by its number of today and, where that is free, that of 2020."""
    today = {entry.number: entry for entry in entries()}
    for row in read_rows("municipality_renumberings"):
        old, new = row["kommunenummer_2020"], row["kommunenummer_2024"]
        if new in today:
            today.setdefault(old, today[new])
    return today


@cache
def by_address() -> dict[str, tuple[Entry, ...]]:
    """The bearers of what stands before ``.kommune.no`` or ``.herad.no``."""
    found: dict[str, tuple[Entry, ...]] = {}
    for name, bearers in by_name().items():
        for slug in _slugs(name):
            found[slug] = tuple({e.number: e for e in (*found.get(slug, ()), *bearers)}.values())
    words = read_toml("metadata")
    for slug, number in words["domains"].items():
        found[slug] = (by_number()[number],)
    for slug, number in words["county_domains"].items():
        found[slug] = tuple(e for e in entries() if e.number == number)
    return found


def at_address(slug: str) -> tuple[Entry, ...]:
    """Who has a web address; ``valer-of`` is the Våler of Østfold."""
    slug = slug.lower()
    if slug in by_address():
        return by_address()[slug]
    stem, _, ending = slug.rpartition("-")
    county = read_toml("metadata")["county_endings"].get(ending)
    return tuple(e for e in by_address().get(stem, ()) if e.county_number == county)


def resembling(name: str) -> tuple[Entry, ...]:
    """The bearers of a name whose Norwegian letters were lost ("Hergy", "Heroy", "Her¢y")."""
    return next((bearers for pattern, bearers in _patterns() if pattern.fullmatch(name)), ())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[Entry, ...]], ...]:
    made = []
    for name, bearers in by_name().items():
        loose = "".join(re.escape(c) if c.isascii() else ".{1,2}" for c in name)
        if loose != re.escape(name) and len(name) > len("vågå"):
            made.append((re.compile(loose, re.IGNORECASE), bearers))
    return tuple(made)


def _slugs(name: str) -> set[str]:
    spelled = {"".join(c) for c in product(*(SPELLED.get(c, (c,)) for c in name))} | {name}
    return {form.replace(" ", mark) for form in spelled for mark in ("-", "")}
