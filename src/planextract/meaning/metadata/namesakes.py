"""Namesakes told apart: addresses, numbers, regions, neighbours, the form of Norwegian."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from planextract.lexicons import read_toml
from planextract.meaning.metadata.evidence import Evidence
from planextract.meaning.metadata.register import Entry, at_address, by_number, entries

WEB = re.compile(r"([\w-]+)\.(?:(?:kommune|herad)\.)?no\b", re.IGNORECASE)
# How many times likelier a document is its bearer's with such a sign than without.
ADDRESS_ODDS, NUMBER_ODDS, REGION_ODDS, NEIGHBOUR_ODDS = 50.0, 100.0, 5.0, 2.0
MOST_REGIONS, MOST_NEIGHBOURS = 3, 4
"""Signs of one sort beyond which more say nothing new."""


def weigh_namesakes(
    bearers: list[Entry], evidence: Evidence, language: str | None
) -> list[tuple[Entry, float]]:
    """The bearers of one name with the probability of each, 1 where there is only one."""
    if len(bearers) == 1:
        return [(bearers[0], 1.0)]
    odds = [math.exp(_speaks_for(entry, evidence, language)) for entry in bearers]
    return [(entry, odd / sum(odds)) for entry, odd in zip(bearers, odds, strict=True)]


def _speaks_for(entry: Entry, evidence: Evidence, language: str | None) -> float:
    """Logarithm of how well the document fits a bearer: addresses, numbers, regions, language."""
    texts = [evidence.text, *evidence.furniture, *(line.text for line in evidence.cover)]
    whole = "\n".join([*texts, *evidence.links])
    words = read_toml("metadata")
    fit = 0.0
    if any(at_address(slug) == (entry,) for slug in addresses_in([whole])):
        fit += math.log(ADDRESS_ODDS)
    numbers = [number for number, bearer in by_number().items() if bearer == entry]
    near = rf"(?:{re.escape(entry.name)}|kommune(?:nr|nummer)?)\W{{0,4}}(?:{'|'.join(numbers)})\b"
    if re.search(rf"{near}|\b(?:{'|'.join(numbers)})\W{{1,3}}{re.escape(entry.name)}", whole, re.I):
        fit += math.log(NUMBER_ODDS)
    regions = [name for name in words["regions"].get(entry.county_number, ()) if name in whole]
    fit += min(len(regions), MOST_REGIONS) * math.log(REGION_ODDS)
    fit += min(_neighbours(entry, whole), MOST_NEIGHBOURS) * math.log(NEIGHBOUR_ODDS)
    share = words["nynorsk_share"][entry.county_number]
    return fit + math.log({"nn": share, "nb": 1 - share}.get(language or "", 1.0))


def _neighbours(entry: Entry, text: str) -> int:
    """How many other municipalities of its county the text names."""
    words = set(re.findall(r"\b[A-ZÆØÅ][\w-]{3,}", text))
    county = {e.name for e in entries() if e.county_number == entry.county_number}
    return len((county - {entry.name, entry.county}) & words)


def addresses_in(texts: Iterable[str]) -> Iterator[str]:
    """What stands before the ending of web and mail addresses of municipalities and councils."""
    councils = read_toml("metadata")["county_domains"]
    for text in texts:
        for found in WEB.finditer(text):
            if len(found[0].split(".")) > len(("x", "no")) or found[1].lower() in councils:
                yield found[1]
