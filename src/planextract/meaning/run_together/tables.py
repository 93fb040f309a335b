"""Rows that were told apart as a table block, its header first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from planextract.meaning.run_together.heads import Head
from planextract.meaning.run_together.rows import CellLines, Rows
from planextract.model.layout import Cell, TableBlock
from planextract.model.page import Box, Word
from planextract.model.passage import Passage

CONFIDENCE = 0.5
"""Of 77 rows of a damaged five-column table told apart so, about half were right to the letter."""
COLUMN = 100.0
"""Points that a column is said to take."""
JoinWords = Callable[[Sequence[Sequence[Word]]], Passage]


def make_table(head: Head, rows: Rows, join: JoinWords) -> TableBlock:
    """The table; its column edges are evenly set, the same for all, as the text tells none."""
    cells = [*_head_cells(head, join), *(_cell(cell, join) for cell in rows.cells)]
    box = Box.around(cell.box for cell in cells)
    count = len(head.columns)
    return TableBlock(
        page=cells[0].page,
        box=box,
        cells=tuple(cells),
        rows=rows.count + 1,
        columns=count,
        column_edges=tuple(COLUMN * at for at in range(count + 1)),
        ruled=False,
        confidence=CONFIDENCE,
    )


def _head_cells(head: Head, join: JoinWords) -> Iterator[Cell]:
    first, *below = head.lines
    for at, column in enumerate(head.columns):
        words = [first.kept[slice(*column.words)]]
        words += [line.kept for line, owner in zip(below, head.lower, strict=True) if owner == at]
        rules = first.rules if at == 0 else ()
        yield _made(0, at, words, rules, join)


def _cell(cell: CellLines, join: JoinWords) -> Cell:
    words = [line.kept[slice(*span)] for line, span in cell.parts]
    rules = tuple(word for line, (start, _) in cell.parts if start == 0 for word in line.rules)
    made = _made(cell.row + 1, cell.column, words, rules, join)
    return replace(made, row_span=cell.row_span)


def _made(
    row: int, column: int, lines: Sequence[Sequence[Word]], rules: tuple[Word, ...], join: JoinWords
) -> Cell:
    page = lines[0][0].page
    box = Box.around(word.box for line in lines for word in line if word.page == page)
    return Cell(row, column, join(lines), page, box, marker_words=rules)
