"""Banded regions that hold more than one table, cut between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from planextract.layout.tables.bands import FEWEST_EDGES, Banded
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.strips import Line, size_of
from planextract.model.page import Word

HEADING = 1.15
"""Type size of a heading between two tables, at least, in type sizes of the tables."""
HEADING_ROOM = 2.5
"""Height, in its own type sizes, of the space that such a heading stands in, at least."""
PARTING = 2.2
"""White between two lines of a row, at most, in type sizes."""


def parted(regions: Iterable[Banded], words: Sequence[Word]) -> Iterator[Banded]:
    """Regions cut where a heading or much white stands between two bands: two tables."""
    for banded in regions:
        box = banded.box
        lines = lines_of([word for word in words if word.upright and box.contains(*word.middle)])
        first = 0
        size = size_of(lines) if lines else 0.0
        for at, (above, below) in enumerate(pairwise(banded.edges)):
            strip = [line for line in lines if above.y < line[0].middle[1] <= below.y]
            if _holds_heading(strip, size, below.y - above.y):
                yield from _part(banded, first, at + 1)
                first = at + 1
        yield from _part(banded, first, len(banded.edges))


def _part(banded: Banded, first: int, last: int) -> Iterator[Banded]:
    if last - first >= FEWEST_EDGES:
        yield replace(banded, edges=banded.edges[first:last])


def _holds_heading(strip: Sequence[Line], size: float, height: float) -> bool:
    """Whether the lines between two edges hold a heading, or more white than a row."""
    whites = (
        min(word.box.top for word in below) - max(word.box.bottom for word in above)
        for above, below in pairwise(strip)
    )
    larger = any(
        size_of([line]) > HEADING * size and height > HEADING_ROOM * size_of([line])
        for line in strip
    )
    return larger or any(white > PARTING * size for white in whites)
