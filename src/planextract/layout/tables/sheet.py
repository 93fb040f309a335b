"""A grid of row edges and column starts, and the words on it, as a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from planextract.layout.tables.bands import Edge
from planextract.layout.tables.cells import lines_of, make_cell
from planextract.layout.tables.shading import shading
from planextract.layout.tables.strips import Gutter, column_at, columns_of
from planextract.model.layout import Cell, TableBlock
from planextract.model.page import Box, Page, Word

MOST_BOLD = 0.5
"""Share of rows that begin in bold up to which bold sets a row apart."""
Place = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the rows and columns of a table without closed cells begin and end."""

    edges: tuple[Edge, ...]
    gutters: tuple[Gutter, ...]
    x0: float
    x1: float
    banded: bool
    """Whether lines or shading part the rows."""


def table_of(page: Page, sheet: Sheet | None, words: Sequence[Word]) -> TableBlock | None:
    """The table that some words make on a sheet; empty rows at its ends are left out."""
    if sheet is None:
        return None
    inside = _by_place(words, sheet)
    used = sorted({row for row, _ in inside})
    if not used:
        return None
    edges = sheet.edges[used[0] : used[-1] + 2]
    inside = {(row - used[0], column): found for (row, column), found in inside.items()}
    sides = (sheet.x0, *(_side(gutter) for gutter in sheet.gutters), sheet.x1)
    rows, columns = len(edges) - 1, len(sides) - 1
    sections = _bold_alone(inside, rows, columns)
    cells: list[Cell] = []
    covered: set[Place] = set()
    for row in range(rows):
        span = columns if row in sections else _spanning(inside, row, sheet, columns)
        for column in range(columns):
            if (row, column) in covered:
                continue
            across = span if span > 1 and column == 0 else 1
            down = 1 if across > 1 else _rows_down(edges, sides, row, column, inside)
            places = [(row + j, column + i) for j in range(down) for i in range(across)]
            covered.update(places)
            box = Box(sides[column], edges[row].y, sides[column + across], edges[row + down].y)
            text = [word for place in places for word in inside.get(place, ())]
            fill = shading(box, [f for f in page.fills if f.box.overlap(box)])
            cells.append(make_cell(text, (row, column, down, across), page.number, box, fill))
    box = Box(sides[0], edges[0].y, sides[-1], edges[-1].y)
    return TableBlock(page.number, box, tuple(cells), rows, columns, sides, ruled=False)


def _by_place(words: Sequence[Word], sheet: Sheet) -> dict[Place, list[Word]]:
    """The words on a sheet by row and column."""
    ys = [edge.y for edge in sheet.edges]
    inside: dict[Place, list[Word]] = {}
    for word in words:
        x, y = word.middle
        row = bisect_right(ys, y) - 1
        if 0 <= row < len(ys) - 1 and sheet.x0 - 1 <= x <= sheet.x1 + 1:
            inside.setdefault((row, column_at(word, sheet.gutters)), []).append(word)
    return inside


def _bold_alone(inside: dict[Place, list[Word]], rows: int, columns: int) -> frozenset[int]:
    """Rows with nothing but a bold text in the first column, among plain ones: sections."""
    bold = {
        row
        for row in range(rows)
        if inside.get((row, 0)) and all(word.bold for word in inside[row, 0])
    }
    alone = {row for row in bold if not any((row, at) in inside for at in range(1, columns))}
    return frozenset(alone if len(bold) <= MOST_BOLD * rows else ())


def _spanning(inside: dict[Place, list[Word]], row: int, sheet: Sheet, columns: int) -> int:
    """How many columns the only text of a row runs over: a section row; else 1."""
    words = [word for column in range(columns) for word in inside.get((row, column), ())]
    words = [word for word in words if word.upright]
    if not words:
        return 1
    lines = lines_of(words)
    runs = [run for line in lines for run in columns_of(line, sheet.gutters)]
    alone = all(first == 0 for first, _, _ in runs)
    return columns if alone and max(span for _, span, _ in runs) > 1 else 1


def _rows_down(
    edges: Sequence[Edge],
    sides: Sequence[float],
    row: int,
    column: int,
    inside: dict[Place, list[Word]],
) -> int:
    """How many rows a cell goes down: to the next edge that is drawn over its column."""
    middle = (sides[column] + sides[column + 1]) / 2
    down = 1
    while row + down < len(edges) - 1:
        edge = edges[row + down]
        if edge.x0 <= middle <= edge.x1 or inside.get((row + down, column)):
            break
        down += 1
    return down


def _side(gutter: Gutter) -> float:
    """Where the border between two columns is said to be."""
    return (gutter.left + gutter.right) / 2
