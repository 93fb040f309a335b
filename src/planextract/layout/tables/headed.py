"""Tables by their header: a shaded row in pieces, and the rows that stand below its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planextract.layout.tables.bands import SAME_EDGE, Band, Edge, bands_of, drawn_edges
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.extent import Extent, below
from planextract.layout.tables.pitch import borders
from planextract.layout.tables.sheet import Sheet
from planextract.layout.tables.strips import Gutter, columns_of
from planextract.model.page import Box, Page, Word

HIGHEST = 6.0
"""Height of a header, at most, in type sizes; text set sideways may be higher."""
FEWEST_WRITTEN = 2
"""Pieces with words that make a header."""
RULED = 2
"""Edges drawn below the header from which on the rows are taken to be drawn, not spaced."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The sheet of a table, and the words that stand on it."""

    sheet: Sheet
    words: tuple[Word, ...]


def headed_sheets(page: Page, words: Sequence[Word]) -> Iterator[Headed]:
    """The tables below shaded headers, from top to bottom; ``words`` are those not taken."""
    bands = bands_of(page.fills)
    edges = drawn_edges(page)
    left = list(words)
    for at, (box, inner) in enumerate(bands):
        found = _headed(bands, at, edges, left) if inner else None
        if found:
            yield found
            taken = {word.index for word in found.words}
            left = [word for word in left if word.index not in taken]


def _headed(
    bands: Sequence[Band], at: int, drawn: Sequence[Edge], words: Sequence[Word]
) -> Headed | None:
    box, inner = bands[at]
    free = [Gutter(x, x) for x in inner]
    across = [w for w in words if box.x0 - 1 <= w.middle[0] <= box.x1 + 1]
    head = [w for w in across if box.contains(*w.middle)]
    if not _is_header(head, box, free):
        return None
    upright = [w for w in across if w.upright and w.middle[1] > box.bottom]
    within = [e for e in drawn if e.y > box.bottom - SAME_EDGE and _inside(e, box)]
    later = [band for band in bands[at + 1 :] if _over(band[0], box)]
    extent = Extent(box, tuple(free), tuple(head), tuple(later), tuple(within))
    lines = below(extent, lines_of(upright))
    if not lines:
        return None
    bottom = max(w.box.bottom for line in lines for w in line)
    within += [
        Edge(y, band.x0, band.x1) for band, _ in later for y in (band.top, band.bottom)
    ]
    hard = _merged([e for e in within if box.bottom + SAME_EDGE < e.y < bottom - SAME_EDGE])
    soft = borders(lines, free, hard, box, ruled=len(hard) >= RULED)
    edges = sorted([*hard, *soft], key=lambda e: e.y)
    ends = [Edge(y, box.x0, box.x1) for y in (box.top, box.bottom, bottom + 1)]
    sheet = Sheet((*ends[:2], *edges, ends[2]), tuple(free), box.x0, box.x1, True)
    return Headed(sheet, (*head, *(w for line in lines for w in line)))


def _is_header(head: Sequence[Word], box: Box, free: Sequence[Gutter]) -> bool:
    """Whether the pieces of a band hold words of their own, none across a border."""
    if not head or box.height > HIGHEST * max(w.size for w in head) and all(w.upright for w in head):
        return False
    parts = [part for line in lines_of(head) for part in columns_of(line, free)]
    if any(span > 1 for _, span, _ in parts):
        return False
    return len({first for first, _, _ in parts}) >= FEWEST_WRITTEN


def _inside(edge: Edge, box: Box) -> bool:
    return edge.x0 >= box.x0 - SAME_EDGE and edge.x1 <= box.x1 + SAME_EDGE


def _over(band: Box, box: Box) -> bool:
    """Whether a band lies below a header, within its sides."""
    inside = band.x0 >= box.x0 - SAME_EDGE and band.x1 <= box.x1 + SAME_EDGE
    return inside and band.top > box.bottom - SAME_EDGE


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """Edges that touch as one each: the widest."""
    merged: list[Edge] = []
    for edge in sorted(edges, key=lambda e: e.y):
        if not merged or edge.y - merged[-1].y > SAME_EDGE:
            merged.append(edge)
        elif edge.x1 - edge.x0 > merged[-1].x1 - merged[-1].x0:
            merged[-1] = Edge(merged[-1].y, edge.x0, edge.x1)
    return merged
