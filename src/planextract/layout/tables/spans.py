"""Cells that no line closes but whose words keep to the columns: one cell a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.strips import Gutter, columns_of
from planextract.model.page import Box, Page, Word

STRADDLED = 0.05
"""Share of the words of a table that may stand across the borders of its cells."""
FEWEST = 3
"""Words across borders from which on their share counts."""
OVER = 2.0
"""Points by which a word must reach over a border on both sides."""


def by_columns(page: Page, boxes: Sequence[Box]) -> list[Box]:
    """The cells of a table, those that run over columns cut where their words keep to them.

    Between two shaded rows there is a white one, whose borders are not drawn.
    """
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    return [part for box in boxes for part in _parts(page, box, xs)]


def _parts(page: Page, box: Box, xs: Sequence[float]) -> Iterator[Box]:
    inner = [x for x in xs if box.x0 < x < box.x1]
    words = [w for w in page.words if inner and w.upright and box.contains(*w.middle)]
    free = [Gutter(x, x) for x in inner]
    parts = [part for line in lines_of(words) for part in columns_of(line, free)] if words else []
    if any(span > 1 for _, span, _ in parts) or len({first for first, _, _ in parts}) < 2:
        yield box
        return
    sides = [box.x0, *inner, box.x1]
    for x0, x1 in pairwise(sides):
        yield Box(x0, box.top, x1, box.bottom)


def straddled(words: Sequence[Sequence[Word]], boxes: Sequence[Box]) -> bool:
    """Whether text runs across the cells it stands in: lines that close no table."""
    whole = sum(len(inside) for inside in words)
    across = sum(
        word.upright and (_over(word.box, box.x0) or _over(word.box, box.x1))
        for inside, box in zip(words, boxes, strict=True)
        for word in inside
    )
    return across >= FEWEST and across > STRADDLED * whole


def _over(word: Box, x: float) -> bool:
    return word.x0 < x - OVER and word.x1 > x + OVER
