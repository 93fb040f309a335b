"""How a unit is set: kind, weight, size, colour, fill, marker, place in the plan."""

from __future__ import annotations

from collections import Counter

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

KINDS = (
    "heading",
    "paragraph",
    "item",
    "line",
    "sentence",
    "cell",
    "cell_item",
    "banner",
    "header",
)
NAMES = (
    *(f"kind_{kind}" for kind in KINDS),
    "rank_share", "bold", "coloured", "filled", "size", "upper", "place", "bullet", "numbered",
    "depth_of_heads", "whole_sentences", "place_in_whole", "gap_above",
)  # fmt: skip


def compute(units: Units) -> Table:
    """One row a unit; sizes against the body text, places as shares of page or plan."""
    size, color = _body(units)
    parts = Counter(unit.whole for unit in units.all if unit.whole is not None)
    ranks = units.headlines.ranks
    deepest = max(ranks, default=1) or 1
    rows, part = [], 0
    previous: Unit | None = None
    for at, unit in enumerate(units.all):
        part = part + 1 if unit.whole is not None else 0
        marked = any(c.isalnum() for c in unit.marker)
        rows.append(
            (
                *(float(unit.kind == kind) for kind in KINDS),
                ranks[at] / deepest,
                float(unit.bold),
                float(unit.color != color),
                float(unit.fill is not None),
                unit.size / size,
                float(unit.text.isupper()),
                at / len(units.all),
                float(bool(unit.marker) and not marked),
                float(marked),
                float(len(units.headlines.above[at])),
                float(parts[at] if unit.whole is None else parts[unit.whole]),
                float(part),
                _gap(previous, unit),
            )
        )
        if unit.whole is None:
            previous = unit
    return np.array(rows, np.float32)


def _body(units: Units) -> tuple[float, str]:
    counts: Counter[tuple[float, str]] = Counter()
    for unit in units.all:
        if unit.kind in ("paragraph", "item", "cell"):
            counts[round(unit.size, 1), unit.color] += len(unit.text)
    found = counts.most_common(1)
    return found[0][0] if found and found[0][0][0] > 0 else (10.0, "#000000")


def _gap(above: Unit | None, unit: Unit) -> float:
    """White above a unit in its own font sizes; -1 at the top of a page or column."""
    if above is None or above.page != unit.page or unit.box.top < above.box.top:
        return -1.0
    return min(9.0, (unit.box.top - above.box.bottom) / max(unit.size, 1.0))
