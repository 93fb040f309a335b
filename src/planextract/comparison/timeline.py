"""Deadlines on a line of time: counted by quarter or year, and drawn as SVG."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planextract.comparison.compare import Comparison

QUARTERS_UP_TO = 6
"""Years that are shown by quarter; a longer time is shown by year, to stay readable."""
LANES = 12
"""Places drawn at most, those with most deadlines; the table has all of them."""
STEP, LANE, LEFT, TOP = 44, 44, 200, 34
"""Width of a bin, height of a lane, room for names, room for years, in CSS pixels."""
LARGEST = 18
"""Radius of the largest circle, in CSS pixels; the area follows the count."""
NAME = 26
"""Letters of a place's name that have room."""


@dataclass(frozen=True, slots=True)
class Dot:
    """The deadlines of one place in one bin."""

    x: float
    y: float
    radius: float
    count: int
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A place, or all of them, and where its line stands."""

    name: str
    label: str
    """The name cut to the room that there is."""
    y: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the drawing and the table need."""

    width: int
    height: int
    ticks: tuple[tuple[float, float, str], ...]
    """Where each year begins, where its name stands, and the name."""
    lanes: tuple[Lane, ...]
    bins: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Counts of each place, bin by bin."""


def timeline(comparison: Comparison, all_name: str) -> Timeline | None:
    """The days by which actions end, where the plan tells one; None if none does."""
    ends = [
        (comparison.place(record), record.deadline.end)
        for record in comparison.actions
        if record.deadline and record.deadline.end
    ]
    if not ends:
        return None
    years = sorted({int(end[:4]) for _, end in ends})
    by_quarter = years[-1] - years[0] < QUARTERS_UP_TO
    bins = _bins(years, by_quarter)
    counts: dict[int, Counter[str]] = {at: Counter() for at in range(len(comparison.places))}
    for place, end in ends:
        counts[place][_bin(end, by_quarter)] += 1
    total = sum(counts.values(), Counter[str]())
    busiest = sorted(counts, key=lambda at: (-counts[at].total(), at))[:LANES]
    shown = [(all_name, total)] if len(comparison.places) > 1 else []
    shown += [(comparison.places[at].name, counts[at]) for at in sorted(busiest)]
    return Timeline(
        width=LEFT + STEP * len(bins) + STEP,
        height=TOP + LANE * len(shown) + LANE // 2,
        ticks=tuple(_ticks(bins, by_quarter)),
        lanes=tuple(_lane(number, name, row, bins) for number, (name, row) in enumerate(shown)),
        bins=tuple(bins),
        rows=tuple(
            (place.name, tuple(counts[at][name] for name in bins))
            for at, place in enumerate(comparison.places)
        ),
    )


def _ticks(bins: list[str], by_quarter: bool) -> Iterator[tuple[float, float, str]]:
    wide = STEP * (4 if by_quarter else 1)
    for at, name in enumerate(dict.fromkeys(bin_[:4] for bin_ in bins)):
        yield LEFT + wide * at, LEFT + wide * (at + 0.5), name


def _lane(number: int, name: str, counts: Counter[str], bins: list[str]) -> Lane:
    y = TOP + LANE * (number + 0.5)
    most = max(counts.values(), default=1)
    dots = tuple(
        Dot(
            x=LEFT + STEP * (at + 0.5),
            y=y,
            radius=round(max(9.0, LARGEST * math.sqrt(counts[bin_] / most)), 1),
            count=counts[bin_],
            title=f"{name}, {bin_}: {counts[bin_]}",
        )
        for at, bin_ in enumerate(bins)
        if counts[bin_]
    )
    return Lane(name, name if len(name) <= NAME else name[: NAME - 1] + "…", y, dots)


def _bins(years: list[int], by_quarter: bool) -> list[str]:
    """Every bin from the first year to the last; years far apart leave the gap out."""
    if by_quarter:
        return [f"{y} Q{q}" for y in range(years[0], years[-1] + 1) for q in (1, 2, 3, 4)]
    return [str(year) for year in years]


def _bin(end: str, by_quarter: bool) -> str:
    return f"{end[:4]} Q{(int(end[5:7]) + 2) // 3}" if by_quarter else end[:4]
