"""Runs: units that stand one after the other and look alike, as the items of a list do."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.meaning.units.headlines import Headlines
from planextract.meaning.units.unit import Unit

SLACK = 3.0
"""Points by which the items of one list may be indented otherwise."""


def find_runs(units: Sequence[Unit], headlines: Headlines) -> tuple[int, ...]:
    """For each unit the place of the first unit of its run."""
    found: list[int] = []
    open_runs: list[int] = []
    for at, unit in enumerate(units):
        if unit.kind == "sentence" and unit.whole is not None:
            found.append(found[unit.whole])
            continue
        if unit.kind == "line":
            found.append(at)
            continue
        start = next((s for s in reversed(open_runs) if _alike(units[s], unit, units, at)), None)
        if start is None or (headlines.ranks[at] and not _twins(units[start], unit)):
            keep = unit.kind == "item"
            open_runs = [s for s in open_runs if keep and units[s].kind == "item"
                         and units[s].indent < unit.indent - SLACK]  # fmt: skip
            open_runs.append(at)
            start = at
        else:
            open_runs = open_runs[: open_runs.index(start) + 1]
        found.append(start)
    return tuple(found)


def _alike(first: Unit, unit: Unit, units: Sequence[Unit], at: int) -> bool:
    """Whether a unit goes on with the run of ``first``."""
    if unit.spot or first.spot:
        return unit.kind == first.kind == "cell_item" and first.whole == unit.whole
    if first.kind != unit.kind or abs(first.size - unit.size) > 0.3:
        return False
    if unit.kind == "item":
        return _kind_of(first.marker) == _kind_of(unit.marker) and (
            abs(first.indent - unit.indent) <= SLACK
            or first.page != unit.page
            or first.column != unit.column
        )
    return _twins(first, unit) and at > 0


def _twins(first: Unit, unit: Unit) -> bool:
    return first.style == unit.style


def _kind_of(marker: str) -> str:
    return "#" if any(c.isalnum() for c in marker) else marker
