"""Blocks and tables made of texts: what the layout hands on, without a page drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from planextract.model.layout import Cell, Layout, TableBlock, TextBlock
from planextract.model.page import Box, Page, Word
from planextract.model.passage import Passage

_INDEX = count(1)
WIDTH, PITCH = 100.0, 20.0


def passage(text: str, page: int = 1, x: float = 0.0, top: float = 0.0) -> Passage:
    """Words with keys of their own; a line break in the text begins a new line."""
    words = []
    for row, line in enumerate(text.split("\n")):
        left = x
        for token in line.split():
            right = left + 5.0 * len(token)
            box = Box(left, top + 12.0 * row, right, top + 12.0 * row + 10)
            words.append(Word(token, box, page, next(_INDEX)))
            left = right + 3
    return Passage.of(words)


def block(text: str, kind: Any = "paragraph", page: int = 1, top: float = 0.0, **more: Any) -> Any:
    """A text block; a heading has level 2 unless another is given."""
    own = passage(text, page, top=top)
    box = Box.around(word.box for word in own.words)
    more = {"level": 2, "bold": True, **more} if kind == "heading" else more
    return TextBlock(kind, own, page, box, 10.0, **more)


def table(rows: Sequence[str], page: int = 1, **more: Any) -> TableBlock:
    """A table of rows ``"a | b | c"``.

    ``^`` merges a cell with the one above, ``<`` with the one left of it, ``#`` before a text
    makes it bold, ``%`` shades it.
    """
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    cells: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text == "^":
                _widen(cells, _covering(cells, r - 1, c), rows=r)
            elif text == "<":
                _widen(cells, _covering(cells, r, c - 1), columns=c)
            else:
                cells[r, c] = _cell(text, r, c, page)
    columns = len(grid[0])
    edges = tuple(WIDTH * c for c in range(columns + 1))
    box = Box(0, 0, WIDTH * columns, PITCH * len(grid))
    made = TableBlock(page, box, tuple(cells.values()), len(grid), columns, edges, True)
    return replace(made, **more)


def _cell(text: str, row: int, column: int, page: int) -> Cell:
    bold, shaded = "#" in text, "%" in text
    x, top = WIDTH * column, PITCH * row
    own = passage(text.strip("#% "), page, x, top)
    box = Box(x, top, x + WIDTH, top + PITCH)
    return Cell(row, column, own, page, box, bold=bold, fill="#336699" if shaded else None)


def _covering(cells: dict[tuple[int, int], Cell], row: int, column: int) -> tuple[int, int]:
    return next(
        place
        for place, cell in cells.items()
        if cell.row <= row < cell.row + cell.row_span
        and cell.column <= column < cell.column + cell.column_span
    )


def _widen(
    cells: dict[tuple[int, int], Cell], place: tuple[int, int], rows: int = 0, columns: int = 0
) -> None:
    cell = cells[place]
    cells[place] = replace(
        cell,
        row_span=max(cell.row_span, rows - cell.row + 1),
        column_span=max(cell.column_span, columns - cell.column + 1),
    )


def with_items(made: TableBlock, row: int, column: int, items: Iterable[str]) -> TableBlock:
    """The table with one cell holding bulleted items."""
    texts = list(items)
    parts, words = [], []
    for text in texts:
        own = passage(text, made.page)
        parts.append(own)
        words += own.words
    cells = tuple(
        replace(cell, passage=Passage.of(words), items=tuple(parts))
        if (cell.row, cell.column) == (row, column)
        else cell
        for cell in made.cells
    )
    return replace(made, cells=cells)


def layout(*blocks: Any) -> Layout:
    """A layout of blocks; two sizes of type tell that it is no plain text."""
    numbers = sorted({each.page for each in blocks}) or [1]
    pages = []
    for number in numbers:
        words = [word for each in blocks if each.page == number for word in words_in(each)]
        pages.append(Page(number, 595.0, 842.0, tuple(words)))
    return Layout(tuple(pages), tuple(blocks), frozenset())


def words_in(each: TextBlock | TableBlock) -> list[Word]:
    if isinstance(each, TextBlock):
        return [*each.marker_words, *each.passage.words]
    return [w for cell in each.cells for w in (*cell.marker_words, *cell.passage.words)]
