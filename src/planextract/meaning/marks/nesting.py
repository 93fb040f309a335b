"""A unit under the item that it hangs under, and what hangs under or follows the unit itself.

What hangs under a record (its fields, its details) is seldom a record; an item with such parts
under it, or among siblings with parts, often is one. So is a title above lines whose labels come
back under other titles ("Kvifor: …", "Kva: …").
"""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from planextract.meaning.marks import Table, form
from planextract.meaning.units.gather import Units

NAMES = (
    "depth", "since_parent", "deeper", "parent_words", "parent_infinitive", "parent_numbered",
    "parent_label", "place", "parts", "parts_labelled", "siblings_with_parts", "labels_below",
    "labels_again", "labels_after_text",
)  # fmt: skip
OWN = 6
"""Figures at the end that do not depend on a parent."""
FAR = 20
"""Units from which on it does not matter how far off the parent stands."""


def compute(units: Units) -> Table:
    """One row a unit."""
    infinitive = form.compute(units)[:, form.NAMES.index("infinitive")]
    parts, labelled, places = _parts(units)
    members: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.kind != "sentence":
            members[units.runs[at]].append(at)
    with_parts = {run: sum(parts[at] > 0 for at in ats) / len(ats) for run, ats in members.items()}
    found = np.zeros((len(units.all), len(NAMES)), np.float32)
    below = _labels_below(units)
    for at, parent in enumerate(units.parents):
        siblings = with_parts.get(units.runs[at], 0.0)
        found[at, -OWN:] = (parts[at], labelled[at], siblings, *below[at])
        if parent < 0:
            continue
        above = units.all[parent]
        found[at, :-OWN] = (
            _depth(units, at),
            min(at - parent, FAR),
            (units.all[at].indent - above.indent) / 10,
            len(above.body.text.split()),
            infinitive[parent],
            float(above.number is not None),
            float(bool(above.label)),
            places[at],
        )
    return found


def _parts(units: Units) -> tuple[Counter[int], Counter[int], list[int]]:
    """How many units hang under each, how many of them have a label; the place of each there."""
    parts: Counter[int] = Counter()
    labelled: Counter[int] = Counter()
    places: list[int] = []
    for unit, parent in zip(units.all, units.parents, strict=True):
        places.append(parts[parent])
        if parent >= 0 and unit.kind != "sentence":
            parts[parent] += 1
            labelled[parent] += bool(unit.label)
    return parts, labelled, places


def _labels_below(units: Units) -> list[tuple[float, float, float]]:
    """For each unit without a label how many with one follow it at once, how often the most
    common of these labels stands in the document, and how many follow the text after it."""
    words = [unit.label.text.lower().strip(" :.") for unit in units.all]
    told = [word if any(map(str.isalpha, word)) else "" for word in words]
    again = Counter(told)
    found = [(0.0, 0.0, 0.0)] * len(told)
    count, most, after_text = 0, 0, 0
    for at in range(len(told) - 1, -1, -1):
        if units.all[at].whole is not None:
            continue
        if told[at]:
            count, most = count + 1, max(most, again[told[at]])
            continue
        found[at] = (min(count, FAR), min(most, FAR), min(after_text, FAR))
        count, most, after_text = 0, 0, count
    return found


def _depth(units: Units, at: int) -> int:
    depth = 0
    while (at := units.parents[at]) >= 0:
        depth += 1
    return depth
