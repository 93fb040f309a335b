"""What the words around a unit speak of: its label, headings, lead-in, headers, left cell."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.marks import Table
from planextract.meaning.units.gather import Units

FIRST_WORDS = 4
LAST_SENTENCE = re.compile(r"(?:.*[.!?]\s)?(?P<last>.+)$", re.S)
SHORT = 12
"""Words of a text that can be a label for what follows."""

Slot = Callable[[Units, int], str]


def _own_label(units: Units, at: int) -> str:
    unit = units.all[at]
    if unit.label:
        return unit.label.text
    return unit.text if unit.kind in ("heading", "banner", "header") else ""


def _first_words(units: Units, at: int) -> str:
    return " ".join(units.all[at].body.text.split()[:FIRST_WORDS])


def _head(nth: int) -> Slot:
    def slot(units: Units, at: int) -> str:
        above = units.headlines.above[at]
        return units.all[above[nth]].text if nth < len(above) else ""

    return slot


def _lead(units: Units, at: int) -> str:
    """The last sentence before the unit's run: what leads it in."""
    lead = units.leads[at]
    if lead < 0:
        return ""
    found = LAST_SENTENCE.match(units.all[lead].text)
    text = found["last"] if found else units.all[lead].text
    words = text.split()
    return " ".join(words[-SHORT * 2 :])


def _header(units: Units, at: int) -> str:
    spot = units.all[at].spot
    return spot.header.text if spot else ""


SLOTS: dict[str, Slot] = {
    "label": _own_label,
    "first": _first_words,
    "head1": _head(0),
    "head2": _head(1),
    "lead": _lead,
    "header": _header,
}
EXTRA = ("other_headers", "left", "banner", "heads")
NAMES = tuple(f"{slot}_{c}" for slot in (*SLOTS, *EXTRA) for c in concept_names())


def compute(units: Units) -> Table:
    """One figure for each concept in each place, 0 to 1."""
    columns = [
        np.array([concepts_of(slot(units, at)) for at in range(len(units.all))], np.float32)
        for slot in SLOTS.values()
    ]
    columns += [_other_headers(units), _left(units), _banner(units), _heads(units)]
    return np.hstack(columns)


def _other_headers(units: Units) -> Table:
    """The most that any header of the table, bar the unit's own, speaks of a concept."""
    found = np.zeros((len(units.all), len(concept_names())), np.float32)
    for at, unit in enumerate(units.all):
        if unit.spot is None:
            continue
        chain = units.chains[unit.spot.table]
        own = unit.spot.header.text
        titles = {chain.title(unit.spot.table, c).text for c in range(unit.spot.width)} - {own, ""}
        if titles:
            found[at] = np.max([concepts_of(title) for title in sorted(titles)], axis=0)
    return found


def lefts(units: Units) -> list[str]:
    """The text of the cell left of each unit in its row; empty where there is none."""
    found = [""] * len(units.all)
    rows: dict[tuple[int, int], int] = {}
    for at, unit in enumerate(units.all):
        if unit.spot is None or unit.whole is not None:
            continue
        key = (unit.spot.table, unit.spot.row)
        if key in rows:
            found[at] = units.all[rows[key]].text
        rows[key] = at
    return found


def _left(units: Units) -> Table:
    """The cell left of the unit in its row, where it is short."""
    found = np.zeros((len(units.all), len(concept_names())), np.float32)
    for at, text in enumerate(lefts(units)):
        if text and len(text.split()) <= SHORT:
            found[at] = concepts_of(text)
    return found


def _banner(units: Units) -> Table:
    """The row across the table that stands above the unit."""
    found = np.zeros((len(units.all), len(concept_names())), np.float32)
    last: dict[int, str] = {}
    for at, unit in enumerate(units.all):
        if unit.spot is None:
            continue
        if unit.kind == "banner":
            last[unit.spot.chain] = unit.text
        elif unit.spot.chain in last:
            found[at] = concepts_of(last[unit.spot.chain])
    return found


def _heads(units: Units) -> Table:
    """The most that any heading above speaks of a concept."""
    found = np.zeros((len(units.all), len(concept_names())), np.float32)
    for at, above in enumerate(units.headlines.above):
        if above:
            found[at] = np.max([concepts_of(units.all[a].text) for a in above], axis=0)
    return found
