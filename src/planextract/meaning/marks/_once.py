"""Marks that other marks build on are computed once a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from planextract.meaning.marks import Table
from planextract.meaning.units.gather import Units


def once(compute: Callable[[Units], Table]) -> Callable[[Units], Table]:
    """Keep the figures of the last document, told by identity."""
    kept: list[tuple[Units, Table]] = []

    @wraps(compute)
    def computed(units: Units) -> Table:
        if not kept or kept[0][0] is not units:
            kept[:] = [(units, compute(units))]
        return kept[0][1]

    return computed
