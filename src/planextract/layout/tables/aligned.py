"""Tables without closed cells: by zebra shading, rules between rows, or alignment alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from planextract.layout.tables.bands import Banded, Edge, banded_regions
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.continued import Before
from planextract.layout.tables.evidence import SURE, confidence
from planextract.layout.tables.headed import headed_sheets
from planextract.layout.tables.parting import parted
from planextract.layout.tables.regions import loose_regions, parts_of
from planextract.layout.tables.rows import rows_by_gaps, rows_of, titles_in
from planextract.layout.tables.sheet import Sheet, table_of
from planextract.layout.tables.strips import Gutter, Line, columns_of, gutters, size_of
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Page, Word

FEWEST_STRIPS = 3
"""Bands with words that are rows each; with fewer the bands only frame the table."""
FEWEST_SINGLE = 3
"""Rows of one line between drawn borders by whose height a missing border is told."""
PITCH_SHARE = 0.9
ROW_PITCH = 1.6
"""Type sizes from line to line that the lines of one cell stay below."""
DRAWN_NEAR = 6.0
"""Points within which a border by white space and a drawn one are the same."""
NEAR = 2.0
"""White, in type sizes, between the outermost edge of a table and a row beyond it."""


def find_aligned_tables(
    page: Page, exclude: Sequence[Box], before: Before | None = None
) -> list[TableBlock]:
    """Tables outside the boxes of ``exclude``, with how sure each is, from top to bottom.

    ``before`` is the table at the foot of the page before, which may go on.
    """
    tables: list[TableBlock] = []
    taken = list(exclude)
    for headed in headed_sheets(page, _outside(page.words, exclude), before):
        below = table_of(page, headed.sheet, headed.words)
        if below and headed.confidence is not None:
            below = replace(below, confidence=headed.confidence)
        else:
            below = _judged(below, True)
        if below and below.confidence >= SURE:
            tables.append(below)
            taken.append(below.box)
    for banded in parted(banded_regions(page, taken), page.words):
        words = _outside(page.words, taken)
        sheet = _banded_sheet(banded, [word for word in words if word.upright])
        table = sheet and _judged(table_of(page, sheet, words), sheet.banded)
        if table:
            tables.append(table)
            taken.append(table.box)
    words = [word for word in _outside(page.words, taken) if word.upright]
    for region in loose_regions(lines_of(words)):
        tables += _loose_tables(page, region, words)
    return sorted(tables, key=lambda table: (table.box.top, table.box.x0))


def _loose_tables(page: Page, region: Sequence[Line], words: Sequence[Word]) -> list[TableBlock]:
    """The tables of a region: one, or those between its headings if each alone is sure."""
    whole, *parts = [
        _judged(table_of(page, _loose_sheet(lines), words), False)
        for lines in (region, *parts_of(region))
    ]
    sure = [part for part in parts if part and part.confidence >= SURE]
    if parts and len(sure) == len(parts):
        return sure
    return [whole] if whole else []


def _judged(table: TableBlock | None, banded: bool) -> TableBlock | None:
    sure = confidence(table, banded) if table else 0.0
    return replace(table, confidence=sure) if table and sure else None


def _outside(words: Iterable[Word], boxes: Sequence[Box]) -> list[Word]:
    for box in boxes:
        words = [word for word in words if not box.contains(*word.middle)]
    return list(words)


def _banded_sheet(banded: Banded, words: Sequence[Word]) -> Sheet | None:
    """The sheet of a banded region, rows beyond its outermost edges counted in."""
    across = [word for word in words if banded.x0 - 1 <= word.middle[0] <= banded.x1 + 1]
    box = banded.box
    lines = lines_of([word for word in across if box.contains(*word.middle)])
    if not lines:
        return None
    white = gutters(lines)
    drawn = len(banded.columns) >= max(len(white), 1)
    free = [Gutter(x, x) for x in banded.columns] if drawn else white
    above = _beyond(lines_of(w for w in across if w.middle[1] < box.top), free, box.top, -1)
    below = _beyond(lines_of(w for w in across if w.middle[1] > box.bottom), free, box.bottom, 1)
    if not drawn:
        free = gutters([*above, *lines, *below]) or free
    if not free:
        return None
    strips = [
        [line for line in lines if over.y < line[0].middle[1] <= under.y]
        for over, under in pairwise(banded.edges)
    ]
    if sum(map(bool, strips)) < FEWEST_STRIPS:
        edges = _edges_by_lines([*above, *lines, *below], free, banded.x0, banded.x1)
        edges = _with_drawn(edges, banded)
        return Sheet(tuple(edges), tuple(free), banded.x0, banded.x1, not banded.shaded)
    edges = list(banded.edges)
    inner = [y for strip in strips for y in _around_section(strip, free)]
    inner += _at_row_pitch(strips, banded.edges)
    if banded.shaded:
        inner += _between_bands(lines, banded, free)
    edges += [Edge(y, banded.x0, banded.x1) for y in inner]
    if above:
        top = min(word.box.top for line in above for word in line)
        edges.append(Edge(min(top, box.top), banded.x0, banded.x1))
    if below:
        edges += _edges_by_lines(below, free, banded.x0, banded.x1)[1:]
    edges.sort(key=lambda edge: edge.y)
    return Sheet(tuple(edges), tuple(free), banded.x0, banded.x1, True)


def _with_drawn(edges: Sequence[Edge], banded: Banded) -> list[Edge]:
    """Borders by lines, each moved to the drawn one near it, and the drawn ones between them."""
    inner = [edge for edge in banded.edges if edges[0].y < edge.y < edges[-1].y]
    kept = [e for e in edges[1:-1] if all(abs(e.y - drawn.y) > DRAWN_NEAR for drawn in inner)]
    return [edges[0], *sorted([*kept, *inner], key=lambda edge: edge.y), edges[-1]]


def _between_bands(lines: Sequence[Line], banded: Banded, free: Sequence[Gutter]) -> list[float]:
    """Borders, told by white space, of rows between two bands of shading."""
    found = []
    for above, below in pairwise(rows_by_gaps(lines)):
        bottom = max(word.box.bottom for at in above for word in lines[at])
        top = min(word.box.top for word in lines[below[0]])
        near = any(bottom - DRAWN_NEAR <= edge.y <= top + DRAWN_NEAR for edge in banded.edges)
        if not near and len(columns_of(lines[below[0]], free)) > 1:
            found.append((bottom + top) / 2)
    return found


def _at_row_pitch(strips: Sequence[Sequence[Line]], edges: Sequence[Edge]) -> list[float]:
    """Borders that were not drawn: between lines as far apart as rows of one line are high."""
    heights = [
        below.y - above.y
        for strip, (above, below) in zip(strips, pairwise(edges), strict=True)
        if len(strip) == 1
    ]
    if len(heights) < FEWEST_SINGLE:
        return []
    pitch = PITCH_SHARE * median(heights)
    return [
        (above[0].middle[1] + below[0].middle[1]) / 2
        for strip in strips
        for above, below in pairwise(strip)
        if below[0].middle[1] - above[0].middle[1] > max(pitch, ROW_PITCH * size_of([above]))
    ]


def _around_section(strip: Sequence[Line], free: Sequence[Gutter]) -> list[float]:
    """Borders above and below a line that is a section's title among lines that are not."""
    titles = titles_in([columns_of(line, free) for line in strip])
    return [
        (max(w.box.bottom for w in above) + min(w.box.top for w in below)) / 2
        for (one, above), (other, below) in pairwise(zip(titles, strip, strict=True))
        if one != other
    ]


def _beyond(lines: Sequence[Line], free: Sequence[Gutter], edge: float, way: int) -> list[Line]:
    """The lines beyond an edge, upwards (-1) or downwards (1), that go on with the table."""
    found: list[tuple[Line, int]] = []
    for line in lines if way > 0 else reversed(lines):
        top, bottom = min(w.box.top for w in line), max(w.box.bottom for w in line)
        white = top - edge if way > 0 else edge - bottom
        parts = columns_of(line, free)
        crosses = any(span > 1 for _, span, _ in parts)
        if crosses or white > NEAR * size_of([line]) / (1 + bool(found)):
            break
        found.append((line, len(parts)))
        edge = bottom if way > 0 else top
    if way > 0:
        return [line for line, _ in found] if found and found[0][1] > 1 else []
    while found and found[-1][1] < 2:
        found.pop()
    return [line for line, _ in reversed(found)]


def _loose_sheet(region: Sequence[Line]) -> Sheet | None:
    """The sheet of lines that share gutters, without those at its ends that cross them."""
    lines, free = list(region), gutters(region)
    while free and lines:
        kept = _trimmed(lines, free)
        if len(kept) == len(lines):
            break
        lines, free = kept, gutters(kept) if kept else []
    if not free or not lines:
        return None
    words = [word for line in lines for word in line]
    x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
    return Sheet(tuple(_edges_by_lines(lines, free, x0, x1)), tuple(free), x0, x1, False)


def _trimmed(lines: list[Line], free: Sequence[Gutter]) -> list[Line]:
    """From the first line that stands in the columns to the end of the row of the last."""
    parts = [columns_of(line, free) for line in lines]
    crossing = [any(span > 1 for _, span, _ in found) for found in parts]
    full = [at for at, found in enumerate(parts) if len(found) > 1 and not crossing[at]]
    if not full:
        return []
    last = full[-1] + 1
    while last < len(lines) and not crossing[last]:
        last += 1
    return lines[full[0] : last]


def _edges_by_lines(
    lines: Sequence[Line], free: Sequence[Gutter], x0: float, x1: float
) -> list[Edge]:
    """Borders between the rows that lines make, half way between them."""
    placed = [columns_of(line, free) for line in lines]
    sides = [x0, *(gutter.left for gutter in free), x1]
    rows = [[w for at in row for w in lines[at]] for row in rows_of(lines, placed, sides)]
    tops = [min(word.box.top for word in row) for row in rows]
    bottoms = [max(word.box.bottom for word in row) for row in rows]
    ys = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    return [Edge(y, x0, x1) for y in (tops[0], *ys, bottoms[-1])]
