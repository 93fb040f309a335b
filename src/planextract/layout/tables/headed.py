"""Tables by their header: the rows that stand below its columns, as far as they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planextract.layout.tables.bands import (
    SAME_EDGE,
    Band,
    Edge,
    bands_of,
    drawn_edges,
    merged_edges,
)
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.continued import Before, continued_head
from planextract.layout.tables.extent import Extent, below
from planextract.layout.tables.heads import (
    APART,
    Head,
    ruled_heads,
    set_apart,
    shaded_heads,
    typed_heads,
)
from planextract.layout.tables.pitch import borders, row_white
from planextract.layout.tables.sheet import Sheet
from planextract.layout.tables.strips import (
    NARROWEST,
    Gutter,
    Line,
    columns_of,
    gutters,
    segments,
    size_of,
)
from planextract.model.page import Box, Page, Word

RULED = 2
"""Edges drawn below the header from which on the rows are taken to be drawn, not spaced."""
FEWEST_ROWS = 2
"""Rows in columns below a header that no shade and no joints show to be one."""
LARGER = 1.2
"""Type size of a header, at most, in sizes of its rows; larger ones are headings side by side."""
UNNAMED = 3.0
"""Width, in type sizes, that a header leaves free on its left above a column without name."""
BESIDE = 0.3
"""Share of the rows in columns beside which other words stand, at most, where no rule ends
them: a column without name."""
FARTHEST = 2.0
"""White between two rows that tell the columns, at most, in type sizes."""
Spans = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Headed:
    """The sheet of a table, and the words that stand on it."""

    sheet: Sheet
    words: tuple[Word, ...]
    confidence: float | None = None
    """How sure the table of the page before is with which it goes on."""


def headed_sheets(
    page: Page, words: Sequence[Word], before: Before | None = None
) -> Iterator[Headed]:
    """The tables below headers, those of drawn ones first; ``words`` are those not taken."""
    bands = bands_of(page.fills)
    edges = drawn_edges(page)
    lines = lines_of(word for word in words if word.upright)
    heads = [*shaded_heads(bands, words), *ruled_heads(page, edges, lines), *typed_heads(lines)]
    left = list(words)
    goes_on = continued_head(before, words) if before else None
    found = _headed(goes_on, bands, edges, left) if goes_on else None
    if before and found:
        yield replace(found, confidence=before.table.confidence)
        left = _without(left, found)
    sideways = [word.box for word in words if not word.upright]
    for head in sorted(heads, key=lambda head: (not head.drawn, not head.ruled, head.box.bottom)):
        free = {word.index for word in left}
        if any(word.index not in free for word in head.words):
            continue
        if not head.drawn and any(box.overlap(head.box) for box in sideways):
            continue
        found = _headed(head, bands, edges, left)
        if found:
            yield found
            left = _without(left, found)


def _without(words: Sequence[Word], found: Headed) -> list[Word]:
    taken = {word.index for word in found.words}
    return [word for word in words if word.index not in taken]


def _headed(
    head: Head, bands: Sequence[Band], drawn: Sequence[Edge], words: Sequence[Word]
) -> Headed | None:
    under = [word for word in words if word.upright and word.middle[1] > head.box.bottom]
    lines: list[Line] = [*lines_of(under)]
    if not head.drawn:
        settled = _settled(head, lines)
        if settled is None:
            return None
        head = settled
    box, free = head.box, head.free
    lines = [line for line in (_under(line, head) for line in lines) if line]
    within = [e for e in drawn if e.y > box.bottom - SAME_EDGE and _inside(e, box)]
    later = [band for band in bands if _below(band[0], box)]
    lines = below(Extent(box, free, head.words, tuple(later), tuple(within)), lines)
    if not lines or not (head.drawn or _told(head, lines)):
        return None
    words = [word for line in lines for word in line]
    box = Box.around([box, *(word.box for word in words)])
    first, bottom = min(word.box.top for word in lines[0]), box.bottom
    within += [Edge(y, band.x0, band.x1) for band, _ in later for y in (band.top, band.bottom)]
    hard = merged_edges([e for e in within if first < e.y < bottom - SAME_EDGE])
    over = Box(box.x0, box.top, box.x1, head.box.bottom)
    soft = borders(lines, free, hard, over, ruled=len(hard) >= RULED)
    ends = [Edge(y, box.x0, box.x1) for y in (box.top, (head.box.bottom + first) / 2, bottom + 1)]
    edges = sorted([*hard, *soft], key=lambda e: e.y)
    sheet = Sheet((*ends[:2], *edges, ends[2]), free, box.x0, box.x1, True)
    return Headed(sheet, (*head.words, *words))


def _under(line: Line, head: Head) -> list[Word]:
    """The words of a line that stand below a header, or begin there."""
    x0, _, x1, _ = head.box
    if head.ruled:
        return [word for word in line if x0 - 1 <= word.middle[0] <= x1 + 1]
    spans = segments(line, APART * size_of([head.words]))
    return _covered(line, [(a, b) for a, b in spans if b > x0 - 1 and a < x1 + 1])


def _settled(head: Head, lines: Sequence[Line]) -> Head | None:
    """The header with its columns cut to what the first lines below leave free.

    Where nothing drawn gives the width of the table, the lines give it too: by their pieces
    that stand under the header.
    """
    size = size_of([head.words])
    x0, _, x1, _ = head.box
    free = [(gutter.left, gutter.right) for gutter in head.free]
    first = min(word.box.x0 for word in head.words)
    if head.ruled and first - x0 > UNNAMED * size:
        free.insert(0, (x0 + size, first))
    last, beside, titled = head.box.bottom, 0, False
    rows: list[Line] = []
    for line in lines:
        words = _under(line, replace(head, box=Box(x0, head.box.top, x1, head.box.bottom)))
        if not words:
            continue
        spans = segments(words, NARROWEST * size)
        left = _cut(free, spans, NARROWEST * size)
        if min(w.box.top for w in words) - last > FARTHEST * size:
            break
        if len(left) < len(free):
            if titled or not _is_title(words, line):
                break
            titled, last = True, max(w.box.bottom for w in words)
            continue
        free, titled = left, False
        rows.append(words)
        beside += not head.ruled and len(words) < len(line)
        x0, x1 = min(x0, spans[0][0]), max(x1, spans[-1][1])
        last = max(last, max(w.box.bottom for w in words))
    told = sum(len(segments(row, APART * size)) > 1 for row in rows)
    if told < FEWEST_ROWS or beside > BESIDE * told:
        return None
    box = Box(x0, head.box.top, x1, head.box.bottom)
    found = [Gutter(a, b) for a, b in free]
    more = gutters([head.words, *rows])
    return replace(head, box=box, free=tuple(more if len(more) > len(found) else found))


def _is_title(words: Sequence[Word], line: Line) -> bool:
    """Whether a line below a header is a section's title: bold, and nothing stands beside it."""
    return len(words) == len(line) and all(word.bold for word in words)


def _covered(line: Line, spans: Spans) -> list[Word]:
    return [word for word in line if any(a <= word.middle[0] <= b for a, b in spans)]


def _cut(free: Spans, spans: Spans, least: float) -> list[tuple[float, float]]:
    """The widest part of each gap that some spans leave, where it is wide enough."""
    found = []
    for left, right in free:
        parts = [(left, right)]
        for x0, x1 in spans:
            parts = [part for a, b in parts for part in ((a, min(b, x0)), (max(a, x1), b))]
            parts = [(a, b) for a, b in parts if b > a]
        widest = max(parts, key=lambda part: part[1] - part[0], default=(0.0, 0.0))
        if widest[1] - widest[0] >= least:
            found.append(widest)
    return found


def _told(head: Head, lines: Sequence[Line]) -> bool:
    """Whether white parts the rows below a header, and the type of most differs from its."""
    look = {set_apart(word) for word in head.words}
    full = [line for line in lines if len(columns_of(line, head.free)) > 1]
    differs = [line for line in full if not {set_apart(w) for w in line} <= look]
    if len(differs) <= 0.5 * len(full) or len(full) < FEWEST_ROWS:
        return False
    if size_of([head.words]) > LARGER * size_of(lines):
        return False
    return row_white(lines) is not None or (head.ruled and len(lines) == len(full))


def _inside(edge: Edge, box: Box) -> bool:
    return edge.x0 >= box.x0 - SAME_EDGE and edge.x1 <= box.x1 + SAME_EDGE


def _below(band: Box, box: Box) -> bool:
    """Whether a band lies below a header, within its sides."""
    inside = band.x0 >= box.x0 - SAME_EDGE - 6 and band.x1 <= box.x1 + SAME_EDGE + 6
    return inside and band.top > box.bottom - SAME_EDGE - 6
