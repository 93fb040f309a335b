"""Ruled tables whose body is one tall row: rows parted by white space inside the columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planextract.layout.tables.bands import Edge
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.rows import rows_by_gaps
from planextract.layout.tables.sheet import Sheet, table_of
from planextract.layout.tables.strips import Gutter, columns_of
from planextract.model.layout import TableBlock
from planextract.model.page import Page, Word

MOST_ROWS = 3
"""A table with more ruled rows has its rows ruled."""
FEWEST_PARTS = 3
"""Rows that a tall one falls into, at least."""
FILLED = 0.6
"""Share of the columns that begin text where each such row begins."""


def part_tall_rows(page: Page, table: TableBlock) -> TableBlock:
    """The table with its tall rows parted, or as it is where white space does not tell."""
    spans = any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells)
    if table.rows > MOST_ROWS or table.columns < 2 or spans:
        return table
    free = [Gutter(x, x) for x in table.column_edges[1:-1]]
    x0, x1 = table.column_edges[0], table.column_edges[-1]
    ys = [table.box.top]
    for row in range(table.rows):
        cells = list(table.row_cells(row))
        words = [word for cell in cells for word in cell.passage.words if word.upright]
        ys += [*_inner_borders(words, free), cells[0].box.bottom]
    if len(ys) == table.rows + 1:
        return table
    inside = [word for cell in table.cells for word in cell.passage.words]
    sheet = Sheet(tuple(Edge(y, x0, x1) for y in ys), tuple(free), x0, x1, True)
    parted = table_of(page, sheet, inside)
    return replace(parted, ruled=True, confidence=0.9) if parted else table


def _inner_borders(words: list[Word], free: list[Gutter]) -> list[float]:
    """Where white space parts one ruled row into several: none for a row with long cells."""
    lines = lines_of(words) if words else []
    rows = rows_by_gaps(lines) if len(lines) > FEWEST_PARTS else []
    columns = len(free) + 1
    begun = [len({first for first, _, _ in columns_of(lines[row[0]], free)}) for row in rows]
    if len(rows) < FEWEST_PARTS or min(begun) < FILLED * columns:
        return []
    return [
        (
            max(word.box.bottom for at in above for word in lines[at])
            + min(word.box.top for word in lines[below[0]])
        )
        / 2
        for above, below in pairwise(rows)
    ]
