"""Labels that no list knows, told by repetition: "Livsområde. Arbeid", "Livsområde. Helse"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planextract.meaning.units.unit import Unit

PREFIX = re.compile(
    r"^(?P<word>[A-ZÆØÅ][a-zæøåA-ZÆØÅ]{3,24})(?:\s+(?P<number>\d{1,2}|[IVX]{1,4}|[A-H]))?"
    r"\s*[.:–—-]\s+(?=[A-ZÆØÅ])"
)
AGAIN = 2
"""Headings of one look that begin with the same word and differ after it, at the least."""


def with_repeated_labels(units: Sequence[Unit], ranks: Sequence[int]) -> list[Unit]:
    """The units; headings that share their first word before a stop have it as their label."""
    alike: dict[tuple[str, object], dict[int, re.Match[str]]] = defaultdict(dict)
    for at, unit in enumerate(units):
        found = None if unit.label or not ranks[at] else PREFIX.match(unit.text)
        if found:
            alike[found["word"].lower(), unit.style][at] = found
    made = list(units)
    for places in alike.values():
        if len({units[at].text[found.end() :] for at, found in places.items()}) < AGAIN:
            continue
        for at, found in places.items():
            made[at] = _labelled(units[at], found)
    return made


def _labelled(unit: Unit, found: re.Match[str]) -> Unit:
    label, body = unit.passage[: found.end()].strip(), unit.passage[found.end() :].strip()
    return replace(unit, label=label, body=body, number=unit.number or found["number"])
