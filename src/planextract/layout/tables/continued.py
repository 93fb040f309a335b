"""Tables that go on at the top of the next page, where no header stands over their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.heads import Head, set_apart
from planextract.layout.tables.strips import Gutter, Line, columns_of
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Page, Word

MOST_BELOW = 2
"""Lines below a table that goes on overleaf, at most: the foot of the page."""
MOST_ABOVE = 2
"""Lines above what goes on, at most: the head of the page."""
SURE_ENOUGH = 0.75
"""Confidence from which a table is taken to go on."""
SAME_START = 2.0
"""Points by which a cell may begin elsewhere than those above it in its column."""


@dataclass(frozen=True, slots=True)
class Before:
    """The last table of the page before, if it may go on."""

    table: TableBlock

    @property
    def free(self) -> tuple[Gutter, ...]:
        return tuple(Gutter(x, x) for x in self.table.column_edges[1:-1])

    def starts(self) -> set[tuple[int, float]]:
        """Where the lines of each column begin."""
        return {
            (cell.column, line[0].box.x0)
            for cell in self.table.cells
            if cell.passage and cell.column_span == 1
            for line in lines_of(cell.passage.words)
        }


def last_table(page: Page, tables: Sequence[TableBlock]) -> Before | None:
    """The table at the foot of a page that no drawn cells close."""
    if not tables:
        return None
    table = max(tables, key=lambda each: each.box.bottom)
    under = [w for w in page.words if w.upright and w.middle[1] > table.box.bottom]
    if table.ruled or table.confidence < SURE_ENOUGH or len(lines_of(under)) > MOST_BELOW:
        return None
    return Before(table)


def continued_head(before: Before, words: Sequence[Word]) -> Head | None:
    """A header without words above the first rows of a page that go on with a table."""
    x0, x1 = before.table.column_edges[0], before.table.column_edges[-1]
    starts = before.starts()
    named = {word.text for cell in before.table.row_cells(0) for word in cell.passage.words}
    for whole in lines_of(word for word in words if word.upright)[: MOST_ABOVE + 1]:
        line = [word for word in whole if x0 - 1 <= word.middle[0] <= x1 + 1]
        if not line or not _goes_on(line, before.free, starts):
            continue
        if {word.text for word in line} <= named or all(any(set_apart(w)) for w in line):
            return None
        top = min(word.box.top for word in line) - 1
        return Head(Box(x0, top, x1, top), (), before.free, drawn=True, ruled=True)
    return None


def _goes_on(line: Line, free: Sequence[Gutter], starts: set[tuple[int, float]]) -> bool:
    """Whether a line stands in the columns of a table and its cells begin where theirs do."""
    parts = columns_of(line, free)
    if len(parts) < 2 or any(span > 1 for _, span, _ in parts):
        return False
    alike = [
        any(at == column and abs(x - words[0].box.x0) <= SAME_START for at, x in starts)
        for column, _, words in parts
    ]
    return alike[0] and sum(alike) > 0.5 * len(alike)
