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
QUESTION = re.compile(r"^(?P<word>[A-ZÆØÅ][^:.;\d]{1,44}?)(?P<number>)\s*:\s+(?=[A-ZÆØÅ])")
"""A few words before a colon: "Slik vil vi ha det: …", "Kva vil vi oppnå?: …", "Kva: …"."""
AGAIN, OF_SHORT = 2, 3
"""Units of one look that begin alike and differ after it, at the least; of a short word more, as
"Dag: …" and "Bø: …" begin lines of other kinds."""
SHORT = 5
"""Letters of a short word."""


def with_repeated_labels(units: Sequence[Unit], ranks: Sequence[int]) -> list[Unit]:
    """The units; those of one look that begin with the same words before a colon, and headings
    that begin with the same word before a stop, have these as their label."""
    alike: dict[tuple[str, object], dict[int, re.Match[str]]] = defaultdict(dict)
    for at, unit in enumerate(units):
        if any(map(str.isalpha, unit.label.text)):
            continue
        found = QUESTION.match(unit.body.text)
        if not found and ranks[at]:
            found = PREFIX.match(unit.body.text)
        if found:
            alike[found["word"].lower(), unit.style][at] = found
    made = list(units)
    for (word, _), places in alike.items():
        least = AGAIN if len(word) > SHORT else OF_SHORT
        if len({units[at].body.text[found.end() :] for at, found in places.items()}) < least:
            continue
        for at, found in places.items():
            made[at] = _labelled(units[at], found)
    return made


def _labelled(unit: Unit, found: re.Match[str]) -> Unit:
    start = max(unit.text.find(unit.body.text), 0) + found.end()
    label, body = unit.passage[:start].strip(), unit.passage[start:].strip()
    return replace(unit, label=label, body=body, number=unit.number or found["number"] or None)
