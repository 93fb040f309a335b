"""Tables whose cells are closed by ruling lines or by the sides of shaded cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from planextract.layout.tables.cells import Place, make_cell
from planextract.layout.tables.edges import edges_of
from planextract.layout.tables.grid import find_cells, gather
from planextract.layout.tables.open_ends import close_open_ends
from planextract.layout.tables.shading import shading
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Fill, Page, Word

FEWEST_WRITTEN = 2
"""Cells with words that make a table; a frame or an empty chart has fewer."""


def find_ruled_tables(page: Page) -> list[TableBlock]:
    """Tables of at least two cells that hold words; a lone box is none."""
    if len(page.rules) + len(page.fills) < 2:
        return []
    tables = []
    edges = close_open_ends(edges_of(page.rules, _cell_shaped(page)))
    for boxes in gather(find_cells(edges)):
        table = _table(page, boxes) if len(boxes) > 1 else None
        written = sum(bool(cell.passage) for cell in table.cells) if table else 0
        if table and table.columns > 1 and written >= FEWEST_WRITTEN:
            tables.append(table)
    return tables


def find_boxes(page: Page) -> list[Box]:
    """Frames that stand alone and hold words: callouts, cards, goal boxes."""
    groups = gather(find_cells(edges_of(page.rules, _cell_shaped(page))))
    return [
        boxes[0]
        for boxes in groups
        if len(boxes) == 1 and any(boxes[0].contains(*word.middle) for word in page.words)
    ]


def _cell_shaped(page: Page) -> list[Fill]:
    """Fills that can be the shading of a cell: not the ground of the page."""
    return [fill for fill in page.fills if fill.box.area < 0.5 * page.width * page.height]


def _table(page: Page, boxes: Sequence[Box]) -> TableBlock:
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    ys = sorted({y for box in boxes for y in (box.top, box.bottom)})
    columns, rows = {x: i for i, x in enumerate(xs)}, {y: j for j, y in enumerate(ys)}
    around = Box.around(boxes)
    places: list[Place] = [
        (
            rows[box.top],
            columns[box.x0],
            rows[box.bottom] - rows[box.top],
            columns[box.x1] - columns[box.x0],
        )
        for box in boxes
    ]
    inside = _words_of_cells(page.words, places, xs, ys)
    fills = [fill for fill in page.fills if fill.box.overlap(around)]
    cells = tuple(
        make_cell(words, place, page.number, box, shading(box, fills))
        for box, place, words in zip(boxes, places, inside, strict=True)
    )
    return TableBlock(
        page.number, around, cells, len(ys) - 1, len(xs) - 1, tuple(xs), ruled=True, confidence=1.0
    )


def _words_of_cells(
    words: Sequence[Word], places: Sequence[Place], xs: Sequence[float], ys: Sequence[float]
) -> list[list[Word]]:
    """The words whose middle stands in each cell."""
    owner = {
        (row + j, column + i): at
        for at, (row, column, row_span, column_span) in enumerate(places)
        for j in range(row_span)
        for i in range(column_span)
    }
    inside: list[list[Word]] = [[] for _ in places]
    for word in words:
        x, y = word.middle
        at = owner.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
        if at is not None:
            inside[at].append(word)
    return inside
