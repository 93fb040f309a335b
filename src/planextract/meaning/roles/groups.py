"""Which units are look-alikes: the groups over which the second pass takes its averages."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.units.gather import Units

GROUPINGS = (
    "run",
    "column",
    "like_column",
    "header",
    "style",
    "head_text",
    "label_word",
    "section",
    "chapter",
)


def groups_of(units: Units) -> NDArray[np.int32]:
    """For each unit (row) the number of its group in each grouping (column)."""
    numbers: list[dict[Hashable, int]] = [{} for _ in GROUPINGS]
    found = np.zeros((len(units.all), len(GROUPINGS)), np.int32)
    for at in range(len(units.all)):
        for column, key in enumerate(_keys(units, at)):
            found[at, column] = numbers[column].setdefault(key, len(numbers[column]))
    return found


def _keys(units: Units, at: int) -> tuple[Hashable, ...]:
    unit = units.all[at]
    above = units.headlines.above[at]
    head = units.all[above[0]] if above else None
    spot = unit.spot
    word = "".join(c for c in unit.label.text.lower() if c.isalpha())
    run = units.runs[at]
    if spot is not None:
        chain = units.chains[spot.table]
        column: Hashable = ("cell", spot.chain, spot.column, unit.kind)
        like: Hashable = ("cell", chain.signature, spot.column, unit.kind)
        title = _plain(spot.header.text)
        header: Hashable = ("cell", title, unit.kind) if title else like
    else:
        column = like = header = ("unit", at)
    return (
        (run, unit.kind == "sentence"),
        column,
        like,
        header,
        unit.style,
        (_plain(head.body.text) if head else "", unit.kind, unit.spot.column if unit.spot else -1),
        (word, unit.kind) if word else ("unit", at),
        (above[0] if above else -1, unit.kind),
        (above[-1] if above else -1, unit.kind),
    )


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())
