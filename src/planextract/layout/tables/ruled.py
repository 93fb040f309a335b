"""Tables whose cells are closed by ruling lines or by the sides of shaded cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from planextract.layout.tables.cells import Place, make_cell
from planextract.layout.tables.closing import closed
from planextract.layout.tables.edges import SNAP, edges_of
from planextract.layout.tables.grid import find_cells, gather
from planextract.layout.tables.shading import shading
from planextract.layout.tables.spans import by_columns, straddled
from planextract.layout.tables.tall import part_tall_rows
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Fill, Page, Word

FEWEST_LINES = 2
FEWEST_SHADED_ROWS = 3
"""Rows of shaded cells that make a table of their own; two are a header and its first row."""
GROUND = 0.5
"""Share of the page from which a fill is its ground, not the shading of a cell."""
FEWEST_WRITTEN = 2
"""Cells with words that make a table; a frame or an empty chart has fewer."""


def find_ruled_tables(page: Page) -> list[TableBlock]:
    """Tables of at least two columns that hold words; a lone box is none.

    Cells closed by rules alone come first; shading closes cells only where it does not lie
    inside them, as a Gantt bar does.
    """
    if len(page.rules) + len(page.fills) < FEWEST_LINES:
        return []
    drawn = [boxes for boxes in gather(find_cells(closed(edges_of(page.rules)))) if len(boxes) > 1]
    fills = _closing_fills(page, drawn)
    groups = gather(find_cells(closed(edges_of(page.rules, fills)))) if fills else drawn
    by_rules = [Box.around(boxes) for boxes in drawn]
    tables: list[TableBlock] = []
    for boxes in groups:
        around = Box.around(boxes)
        ruled = any(box.overlap(around) > 0.3 * around.area for box in by_rules)
        if len(boxes) > 1 and (ruled or _shaded_whole(boxes, page)):
            table = _table(page, by_columns(page, boxes))
            tables += [table] if table else []
    return [part_tall_rows(page, t) for t in _apart([t for t in tables if _is_table(t)])]


def _is_table(table: TableBlock) -> bool:
    written = sum(bool(cell.passage) for cell in table.cells)
    return table.columns > 1 and written >= FEWEST_WRITTEN


def _closing_fills(page: Page, tables: Sequence[Sequence[Box]]) -> list[Fill]:
    """Fills that can close cells: of those inside a ruled table only bands over its width, if
    they end where no row does."""
    around = [
        (Box.around(boxes), {y for b in boxes for y in (b.top, b.bottom)}) for boxes in tables
    ]
    return [
        fill
        for fill in page.fills
        if fill.box.area < GROUND * page.width * page.height
        and all(
            fill.box.overlap(box) < 0.5 * fill.box.area
            or (fill.box.width > 0.9 * box.width and not _fills_rows(fill.box, ys))
            for box, ys in around
        )
    ]


def _fills_rows(box: Box, ys: Collection[float]) -> bool:
    """Whether a band begins and ends where rows do."""
    return all(any(abs(y - edge) <= SNAP for y in ys) for edge in (box.top, box.bottom))


def _shaded_whole(boxes: Sequence[Box], page: Page) -> bool:
    """Whether shading makes a whole table: rows enough, and no band like them outside it."""
    around = Box.around(boxes)
    alike = [
        fill
        for fill in page.fills
        if around.x0 - SNAP <= fill.box.x0 and fill.box.x1 <= around.x1 + SNAP
        and not fill.box.overlap(around)
    ]  # fmt: skip
    return len({box.top for box in boxes}) >= FEWEST_SHADED_ROWS and not alike


def _apart(tables: Sequence[TableBlock]) -> list[TableBlock]:
    """No table inside a cell of another: of two, the one with more written cells."""
    ranked = sorted(tables, key=lambda t: -sum(bool(cell.passage) for cell in t.cells))
    kept: list[TableBlock] = []
    for table in ranked:
        if not any(table.box.overlap(k.box) > 0.5 * min(table.box.area, k.box.area) for k in kept):
            kept.append(table)
    return sorted(kept, key=lambda table: (table.box.top, table.box.x0))


def find_boxes(page: Page) -> list[Box]:
    """Frames that stand alone and hold words: callouts, cards, goal boxes."""
    groups = gather(find_cells(edges_of(page.rules, _closing_fills(page, []))))
    return [
        boxes[0]
        for boxes in groups
        if len(boxes) == 1 and any(boxes[0].contains(*word.middle) for word in page.words)
    ]


def _table(page: Page, boxes: Sequence[Box]) -> TableBlock | None:
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
    if straddled(inside, boxes):
        return None
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
