"""Where a table ends below its header: at what does not stand in its columns or looks else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.layout.tables.bands import SAME_EDGE, Band, Edge
from planextract.layout.tables.strips import Gutter, Line, columns_of, size_of
from planextract.model.page import Box, Word

LARGER = 1.12
"""Type size from which on a line is a heading after the table, in sizes of the table."""
CAPITALS = 1.3
"""Type size of the first row, at most, in sizes of its header, whose capitals may be small."""
SMALLER = 0.92
"""Type size up to which a lone line is a caption or a note after the table."""
WIDEST = 2.6
"""White between two lines of a table, at most, in type sizes."""
WIDER = 1.3
"""White above a lone line, at most, in the widest white between the rows above it."""
AFTER_CAPTION = 1.5
"""White below a lone line, at most, in the widest white between rows: a caption ends a table."""
CLOSE = 0.75
"""White, in type sizes, that is never too wide."""
FIRST = 1.6
"""White between header and first row, at most, in type sizes."""
SPACED = 0.5
"""White, in type sizes, that parts a line from the row above it; the lines of a cell are nearer."""
AHEAD = 7
"""Lines from a section's title on, in which a row with several cells must begin."""
WHOLE = 0.9
"""Share of the width over which a drawn edge ends a table."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is known of a table before its rows are: its header, and what is drawn below it."""

    header: Box
    free: tuple[Gutter, ...]
    head: tuple[Word, ...]
    bands: tuple[Band, ...]
    edges: tuple[Edge, ...]

    def band_at(self, line: Line) -> Band | None:
        x, y = line[0].middle
        return next((band for band in self.bands if band[0].contains(x, y)), None)

    def last_edge(self) -> float:
        """y of the lowest edge over the whole width; infinite where none is drawn."""
        width = self.header.width
        ys = [e.y for e in self.edges if e.x1 - e.x0 >= WHOLE * width]
        ys = [y for y in ys if y > self.header.bottom + SAME_EDGE]
        return max(ys, default=float("inf"))


def below(extent: Extent, lines: Sequence[Line]) -> list[Line]:
    """The lines below a header that belong to its table."""
    kept: list[Line] = []
    last, widest = extent.header.bottom, 0.0
    end, full, closed, alone = extent.last_edge(), 0, False, False
    for at, line in enumerate(lines):
        top = min(w.box.top for w in line)
        white = top - last
        if alone and white > AFTER_CAPTION * max(widest, SPACED * size_of([line])):
            break
        if _ends(extent, kept, lines[at : at + AHEAD], white, widest):
            break
        past = line[0].middle[1] > end
        if past and (closed or white > widest + 1 or len(columns_of(line, extent.free)) < 2):
            break
        closed = past
        kept.append(line)
        alone = full > 0 and white >= SPACED * size_of([line])
        if len(columns_of(line, extent.free)) > 1:
            full, alone = len(kept), False
            widest = max(widest, white if len(kept) > 1 else 0.0)
        last = max(last, max(w.box.bottom for w in line))
    return [*kept[:full], *_going_on(kept[:full], kept[full:], end)] if full else []


def _going_on(rows: Sequence[Line], rest: Sequence[Line], end: float) -> list[Line]:
    """Lines at the end of one column that go on with the last row, or have an edge below them."""
    found: list[Line] = []
    last = max((w.box.bottom for line in rows for w in line), default=0.0)
    for line in rest:
        drawn = line[0].middle[1] < end < float("inf")
        if not drawn and min(w.box.top for w in line) - last >= SPACED * size_of([line]):
            break
        found.append(line)
        last = max(w.box.bottom for w in line)
    return found


def _ends(
    extent: Extent, kept: Sequence[Line], ahead: Sequence[Line], white: float, widest: float
) -> bool:
    """Whether the first line ``ahead`` is no part of the table any more."""
    line = ahead[0]
    size = size_of([line])
    usual = size_of(kept or [extent.head or line])
    parts = columns_of(line, extent.free)
    larger = LARGER if kept else CAPITALS
    if size > larger * usual or white > (WIDEST if kept else FIRST) * usual:
        return True
    band = extent.band_at(line)
    if band and _begins_table(extent, band, line, kept):
        return True
    if any(span > 1 for _, span, _ in parts):
        return not _is_section(extent, band, ahead, white, max(widest, CLOSE * usual))
    if len(parts) > 1 or band:
        return False
    if kept and size < SMALLER * usual:
        return True
    return white > max(WIDER * widest, CLOSE * usual)


def _begins_table(extent: Extent, band: Band, line: Line, kept: Sequence[Line]) -> bool:
    """Whether a band is the header of another table: cut elsewhere, or like this header."""
    inner = [gutter.left for gutter in extent.free]
    if any(min(abs(x - y) for y in inner) > SAME_EDGE for x in band[1]):
        return True
    looks = {(w.bold, w.color) for w in extent.head}
    differs = bool(kept) and looks.isdisjoint((w.bold, w.color) for row in kept for w in row)
    return bool(band[1]) and differs and {(w.bold, w.color) for w in line} <= looks


def _is_section(
    extent: Extent, band: Band | None, ahead: Sequence[Line], white: float, usual: float
) -> bool:
    """Whether a line across the columns is a row of its own: shaded or bold, rows after it."""
    line, *after = ahead
    if white > WIDER * usual:
        return False
    if band is None and not all(w.bold for w in line):
        return False
    bottom = max(w.box.bottom for w in line)
    for follows in after:
        parts = columns_of(follows, extent.free)
        near = min(w.box.top for w in follows) - bottom <= WIDER * usual
        if not near or size_of([follows]) > LARGER * size_of([line]):
            return False
        if len(parts) > 1 and not any(span > 1 for _, span, _ in parts):
            return True
        bottom = max(w.box.bottom for w in follows)
    return False
