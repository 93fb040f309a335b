"""Reading order of a page: bands from top to bottom, columns in a band from left to right.

A recursive XY cut (Nagy & Seth 1984) in which neighbouring bands that share a gutter are
read as one zone, column by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from planextract.model.page import Box

MIN_GUTTER = 8.0
"""Points of white between two columns; word spaces of body text stay below 6."""
CLOSE = 0.8
"""White between lines of one paragraph, in line heights; headings stand further off."""
DEEPEST = 6
"""Cuts inside cuts; a page of cards inside columns needs four."""


class Boxed(Protocol):
    """Anything that stands in a box."""

    @property
    def box(self) -> Box: ...


T = TypeVar("T", bound=Boxed)


@dataclass(frozen=True, slots=True)
class Zone(Generic[T]):
    """Things that are read one after the other, top to bottom, and their column."""

    things: tuple[T, ...]
    column: int
    box: Box


def reading_order(things: Sequence[T], depth: int = 0, column: int = 0) -> Iterator[Zone[T]]:
    """The zones of a page in reading order; every thing is in exactly one."""
    if not things:
        return
    bands = _bands(things)
    for group in _grouped(bands):
        members = [thing for band in group for thing in band]
        columns = _columns(members)
        if len(columns) < 2 or depth >= DEEPEST:
            members.sort(key=lambda t: (t.box.top, t.box.x0))
            yield Zone(tuple(members), column, Box.around(t.box for t in members))
            continue
        for at, part in enumerate(columns):
            yield from reading_order(part, depth + 1, at)


def _merged(intervals: Sequence[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    """Intervals joined where less than ``least`` lies between them, sorted."""
    joined: list[tuple[float, float]] = []
    for low, high in sorted(intervals):
        if joined and low - joined[-1][1] < least:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _bands(things: Sequence[T]) -> list[list[T]]:
    """Things parted where a horizontal line crosses none of them, top to bottom."""
    spans = _merged([(t.box.top + 0.5, t.box.bottom - 0.5) for t in things], 0.0)
    bands: list[list[T]] = [[] for _ in spans]
    for thing in things:
        middle = (thing.box.top + thing.box.bottom) / 2
        for at, (low, high) in enumerate(spans):
            if low <= middle <= high:
                bands[at].append(thing)
                break
        else:
            bands[0].append(thing)
    return [band for band in bands if band]


def _columns(things: Sequence[T]) -> list[list[T]]:
    """Things parted where a vertical strip of white runs through, left to right."""
    spans = _merged([(t.box.x0, t.box.x1) for t in things], MIN_GUTTER)
    columns: list[list[T]] = [[] for _ in spans]
    for thing in things:
        for at, (low, high) in enumerate(spans):
            if low <= thing.box.x0 and thing.box.x1 <= high:
                columns[at].append(thing)
                break
    return columns


def _grouped(bands: list[list[T]]) -> list[list[list[T]]]:
    """Neighbouring bands that share a gutter in one group; the rest in groups of no gutter."""
    groups: list[list[list[T]]] = []
    parted: list[bool] = []
    for at, band in enumerate(bands):
        in_columns = len(_columns(band)) > 1
        if groups and _joins(groups[-1], parted[-1], bands[at:], in_columns):
            groups[-1].append(band)
            parted[-1] = parted[-1] or in_columns
            continue
        above = _beside_above(groups[-1], band) if groups and in_columns else []
        if above and len(above) == len(groups[-1]):
            groups.pop()
            parted.pop()
        elif above:
            del groups[-1][-len(above) :]
        groups.append([*above, band])
        parted.append(in_columns)
    return groups


def _beside_above(group: list[list[T]], band: list[T]) -> list[list[T]]:
    """The last bands of a group that stand over the later columns of a band: a list that
    begins higher than what stands left of it."""
    columns = _columns(band)
    gutter = min(thing.box.x0 for thing in columns[1]) - MIN_GUTTER
    count = 0
    for above in reversed(group):
        if any(thing.box.x0 < gutter for thing in above):
            break
        count += 1
    return group[len(group) - count :]


def _joins(
    group: list[list[T]], group_parted: bool, following: list[list[T]], in_columns: bool
) -> bool:
    """Whether the first of the following bands goes on with the group above it."""
    if not group_parted and not in_columns:
        return True
    if not group_parted:
        return False
    members = [thing for each in group for thing in each]
    band = following[0]
    if in_columns:
        return len(_columns([*members, *band])) > 1
    # One column goes on where the others have ended, unless what crosses the gutter follows.
    return _keeps_columns(members, band) and (
        _close_below(members, band) or all(_keeps_columns(members, b) for b in following)
    )


def _keeps_columns(members: Sequence[T], band: Sequence[T]) -> bool:
    """Whether a band crosses no gutter of the things above it."""
    return len(_columns([*members, *band])) >= len(_columns(members))


def _close_below(members: Sequence[T], band: Sequence[T]) -> bool:
    """Whether a band follows the things above it at the distance of lines of one paragraph."""
    band_box = Box.around(t.box for t in band)
    above = [
        t.box.bottom for t in members if min(t.box.x1, band_box.x1) > max(t.box.x0, band_box.x0)
    ]
    line = min(t.box.height for t in band)
    return bool(above) and band_box.top - max(above) <= CLOSE * line
