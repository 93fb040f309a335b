"""Runs: units that stand one after the other and look alike, as the items of a list do.

What hangs under an item (its field lines, its paragraphs, a deeper list) does not end its list;
the item is the parent of what hangs under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planextract.meaning.units.headlines import Headlines
from planextract.meaning.units.unit import Unit

SLACK = 3.0
"""Points by which the items of one list may be indented otherwise."""


class Runs(NamedTuple):
    """By the place of a unit."""

    starts: tuple[int, ...]
    """The place of the first unit of its run; its own where it is in none."""
    parents: tuple[int, ...]
    """The place of the item that it hangs under, or -1."""


@dataclass(slots=True)
class _Open:
    """A run that may go on."""

    start: int
    last: int
    hangs: bool
    """Whether its items are indented from what leads in to them."""


def find_runs(units: Sequence[Unit], headlines: Headlines) -> Runs:
    """The run and the parent of each unit."""
    starts: list[int] = []
    parents: list[int] = []
    opened: list[_Open] = []
    for at, unit in enumerate(units):
        if unit.kind == "sentence" and unit.whole is not None:
            starts.append(starts[unit.whole])
            parents.append(parents[unit.whole])
            continue
        if unit.kind == "line":
            starts.append(at)
            holding = [run for run in opened if _holds(units, run, unit)]
            parents.append(holding[-1].last if holding else -1)
            continue
        run = next((run for run in reversed(opened) if _goes_on(units, run, at)), None)
        if run is None or (headlines.ranks[at] and not _twins(units[run.start], unit)):
            ranked = headlines.ranks[at] > 0
            opened = [run for run in opened if not ranked and _holds(units, run, unit)]
            run = _Open(at, at, at > 0 and units[at - 1].indent < unit.indent - SLACK)
            opened.append(run)
        else:
            opened = opened[: opened.index(run) + 1]
            run.last = at
        starts.append(run.start)
        parents.append(opened[-2].last if len(opened) > 1 else -1)
    return Runs(tuple(starts), tuple(parents))


def _holds(units: Sequence[Unit], run: _Open, unit: Unit) -> bool:
    """Whether a unit hangs under the last item of a run."""
    item = units[run.start]
    if item.kind != "item" or unit.spot:
        return False
    if unit.kind == "item":
        return item.indent < unit.indent - SLACK
    return run.hangs and item.indent <= unit.indent + SLACK


def _goes_on(units: Sequence[Unit], run: _Open, at: int) -> bool:
    """Whether a unit goes on with a run."""
    first, unit = units[run.start], units[at]
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
