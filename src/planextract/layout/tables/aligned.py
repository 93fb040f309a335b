"""Tables without closed cells: by zebra shading, rules between rows, or alignment alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planextract.layout.tables.bands import Banded, banded_regions
from planextract.layout.tables.cells import lines_of, make_cell
from planextract.layout.tables.evidence import confidence
from planextract.layout.tables.regions import loose_regions
from planextract.layout.tables.rows import rows_of
from planextract.layout.tables.shading import shading
from planextract.layout.tables.strips import HOLE, Gutter, Line, columns_of, gutters, size_of
from planextract.model.layout import Cell, TableBlock
from planextract.model.page import Box, Fill, Page, Word

FEWEST_STRIPS = 3
"""Bands with words that are rows each; with fewer the bands only frame the table."""
NEAR = 2.5
"""White, in type sizes, between the first rule of a table and a header above it."""


def find_aligned_tables(page: Page, exclude: Sequence[Box]) -> list[TableBlock]:
    """Tables outside the boxes of ``exclude``, with how sure each is, from top to bottom."""
    tables: list[TableBlock] = []
    taken = list(exclude)
    words = _outside(page.words, taken)
    for banded in banded_regions(page, exclude):
        table = _banded_table(page, banded, _outside(words, taken))
        if table:
            tables.append(table)
            taken.append(table.box)
    for region in loose_regions(lines_of(_outside(words, taken))):
        table = _loose_table(page, region)
        if table:
            tables.append(table)
    return sorted((t for t in tables if t.confidence > 0), key=lambda t: (t.box.top, t.box.x0))


def _outside(words: Iterable[Word], boxes: Sequence[Box]) -> list[Word]:
    return [w for w in words if w.upright and not any(box.contains(*w.middle) for box in boxes)]


def _banded_table(page: Page, banded: Banded, words: Sequence[Word]) -> TableBlock | None:
    inside = [word for word in words if banded.box.contains(*word.middle)]
    if not inside:
        return None
    strips = _by_strip(inside, banded.edges)
    lines = lines_of(inside)
    header = _header_above(words, banded, size_of(lines))
    free = gutters([*header, *lines]) or gutters(lines)
    if not free:
        return None
    if len(strips) >= FEWEST_STRIPS:
        rows = [[w for line in header for w in line]] if header else []
        rows += strips
    else:
        lines = [*header, *lines]
        rows = _rows(lines, free, banded.x1)
    table = _table(page, rows, free, banded.x0, banded.x1)
    return replace(table, confidence=confidence(table, len(strips) >= FEWEST_STRIPS))


def _by_strip(words: Sequence[Word], edges: Sequence[float]) -> list[list[Word]]:
    strips: dict[int, list[Word]] = {}
    for word in words:
        strips.setdefault(bisect_right(edges, word.middle[1]), []).append(word)
    return [strips[key] for key in sorted(strips)]


def _header_above(words: Sequence[Word], banded: Banded, size: float) -> list[list[Word]]:
    """The lines just above the first edge, if they have gutters as a header has."""
    if banded.shaded:
        return []
    band = Box(banded.x0, banded.edges[0] - 4 * NEAR * size, banded.x1, banded.edges[0])
    above = lines_of([word for word in words if band.contains(*word.middle)])
    header: list[list[Word]] = []
    floor = banded.edges[0]
    for line in reversed(above):
        if floor - max(word.box.bottom for word in line) > NEAR * size / (1 + bool(header)):
            break
        header.insert(0, line)
        floor = min(word.box.top for word in line)
    while header and not gutters_of_line(header[0], size):
        header = header[1:]
    return header


def gutters_of_line(line: Line, size: float) -> bool:
    """Whether a line has a hole as wide as a gutter."""
    return len(columns_of(line, [], HOLE * size)) > 1


def _loose_table(page: Page, region: Sequence[Line]) -> TableBlock | None:
    free = gutters(region)
    if not free:
        return None
    words = [word for line in region for word in line]
    x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
    table = _table(page, _rows(region, free, x1), free, x0, x1)
    return replace(table, confidence=confidence(table, False))


def _rows(lines: Sequence[Line], free: Sequence[Gutter], right: float) -> list[list[Word]]:
    starts = [gutter.right for gutter in free]
    least = HOLE * size_of(lines)
    placed = [columns_of(line, starts, least) for line in lines]
    edges = [0.0, *(gutter.left for gutter in free), right]
    return [[w for at in row for w in lines[at]] for row in rows_of(lines, placed, edges)]


def _table(
    page: Page, rows: Sequence[Sequence[Word]], free: Sequence[Gutter], x0: float, x1: float
) -> TableBlock:
    starts = [gutter.right for gutter in free]
    edges = (x0, *((gutter.left + gutter.right) / 2 for gutter in free), x1)
    tops = [min(w.box.top for w in row) for row in rows]
    bottom = max(w.box.bottom for row in rows for w in row)
    cells: list[Cell] = []
    for number, (row, top) in enumerate(zip(rows, tops, strict=True)):
        foot = min([*tops[number + 1 : number + 2], bottom])
        height = Box(x0, top, x1, max(foot, max(w.box.bottom for w in row)))
        cells += _row_cells(page, number, _in_columns(row, starts), edges, height)
    box = Box(x0, tops[0], x1, bottom)
    return TableBlock(
        page.number, box, tuple(cells), len(rows), len(starts) + 1, edges, ruled=False
    )


def _in_columns(row: Sequence[Word], starts: Sequence[float]) -> dict[tuple[int, int], list[Word]]:
    """The words of a row by column and span; only a row of one run spans columns."""
    lines = lines_of(row)
    least = HOLE * size_of(lines)
    runs = [run for line in lines for run in columns_of(line, starts, least)]
    found: dict[tuple[int, int], list[Word]] = {}
    spanning = max(span for _, span, _ in runs)
    if spanning > 1 and len({first for first, _, _ in runs}) == 1:
        return {(runs[0][0], spanning): [word for _, _, words in runs for word in words]}
    for first, span, words in runs:
        for word in words:
            column = first if span == 1 else sum(word.middle[0] >= start for start in starts)
            found.setdefault((column, 1), []).append(word)
    return found


def _row_cells(
    page: Page,
    row: int,
    words: dict[tuple[int, int], list[Word]],
    edges: Sequence[float],
    height: Box,
) -> list[Cell]:
    cells, column = [], 0
    spans = dict(words.keys())
    while column < len(edges) - 1:
        span = spans.get(column, 1)
        inside = words.get((column, span), [])
        box = Box(edges[column], height.top, edges[column + span], height.bottom)
        fill = shading(box, _near(page.fills, box))
        cells.append(make_cell(inside, (row, column, 1, span), page.number, box, fill))
        column += span
    return cells


def _near(fills: Sequence[Fill], box: Box) -> list[Fill]:
    return [fill for fill in fills if fill.box.overlap(box)]
