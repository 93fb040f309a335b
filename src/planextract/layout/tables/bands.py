"""Regions and rows of a table by zebra shading or by rules between the rows only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planextract.model.page import Box, Page

SAME_EDGE = 3.0
"""Points by which the ends of bands of one table may differ."""
TALLEST_ROW = 220.0
"""Points; edges farther apart belong to different tables."""
FEWEST_EDGES = 3
"""Edges (two rows) that make a region."""
NARROWEST_TABLE = 120.0
"""Points; a narrower stack of lines is a form, a chart or an ornament."""


@dataclass(frozen=True, slots=True)
class Banded:
    """A region whose rows are told by lines or shading: the y of each edge, in order."""

    x0: float
    x1: float
    edges: tuple[float, ...]
    shaded: bool

    @property
    def box(self) -> Box:
        return Box(self.x0, self.edges[0], self.x1, self.edges[-1])


def banded_regions(page: Page, exclude: Sequence[Box]) -> list[Banded]:
    """Stacks of bands or level rules with the same ends, from top to bottom."""
    stacks = _stacks(
        (fill.box.x0, fill.box.x1, y, True)
        for fill in page.fills
        if fill.box.height < TALLEST_ROW and not _inside(fill.box, exclude)
        for y in (fill.box.top, fill.box.bottom)
    )
    stacks += _stacks(
        (rule.x0, rule.x1, rule.top, False)
        for rule in page.rules
        if rule.horizontal and not _inside(Box(rule.x0, rule.top, rule.x1, rule.bottom), exclude)
    )
    found = sorted(stacks, key=lambda banded: (banded.edges[0], banded.x0))
    return [banded for at, banded in enumerate(found) if not _repeats(banded, found[:at])]


def _inside(box: Box, exclude: Sequence[Box]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(other.contains(x, y) for other in exclude)


def _repeats(banded: Banded, others: Iterable[Banded]) -> bool:
    """Whether another region covers most of it already."""
    area = banded.box.area
    return any(other.box.overlap(banded.box) > 0.5 * area for other in others)


def _stacks(edges: Iterable[tuple[float, float, float, bool]]) -> list[Banded]:
    groups: list[tuple[float, float, bool, list[float]]] = []
    for x0, x1, y, shaded in sorted(edges, key=lambda edge: edge[2]):
        if x1 - x0 < NARROWEST_TABLE:
            continue
        for left, right, _, ys in groups:
            same = abs(left - x0) <= SAME_EDGE and abs(right - x1) <= SAME_EDGE
            if same and y - ys[-1] <= TALLEST_ROW:
                if y - ys[-1] > SAME_EDGE:
                    ys.append(y)
                break
        else:
            groups.append((x0, x1, shaded, [y]))
    return [
        Banded(x0, x1, tuple(ys), shaded)
        for x0, x1, shaded, ys in groups
        if len(ys) >= FEWEST_EDGES
    ]
