"""Regions of a page whose lines share gutters over several lines: perhaps a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planextract.layout.tables.strips import HOLE, Line, Span, segments, size_of

FARTHEST = 3.0
"""White between two lines of a table, at most, in type sizes."""
FEWEST_LINES = 3
"""Lines that make a region."""
SEED_HOLE = 1.0
"""A gap of so many type sizes may begin a region."""
LARGER = 1.2
"""Type size from which on a line is a heading between tables, in sizes of its region."""
HEADING_LINES = 3
"""Lines of a heading at most: smaller type follows it. So a table whose header is set in
smaller type than its rows stays whole."""
STRAY_LINES = 1
"""Lines in a row that may run across all gutters: a section row."""


def loose_regions(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines with gutters in common, from top to bottom, headings among them too."""
    return _regions(lines, False)


def parts_of(region: Sequence[Line]) -> list[list[Line]]:
    """The runs of a region that headings in larger type part; none where it holds no heading."""
    parts = _regions(region, True)
    return parts if parts != [list(region)] else []


def _regions(lines: Sequence[Line], parted: bool) -> list[list[Line]]:
    regions: list[list[Line]] = []
    at = 0
    while at < len(lines):
        length = _grow(lines, at, parted)
        if length >= FEWEST_LINES:
            regions.append(list(lines[at : at + length]))
            at += length
        else:
            at += 1
    return regions


def _grow(lines: Sequence[Line], start: int, parted: bool) -> int:
    """How many lines from ``start`` on keep at least one gutter of the first free."""
    size = size_of(lines[start : start + 1])
    free = _holes(lines[start], SEED_HOLE * size)
    if not free:
        return 0
    stray, last = 0, start
    for at in range(start + 1, len(lines)):
        if _white(lines[at - 1], lines[at]) > FARTHEST * size:
            break
        if parted and _is_heading(lines, start, at):
            break
        left = _still_free(free, segments(lines[at], HOLE * size), size)
        if left:
            free, stray, last = left, 0, at
        else:
            stray += 1
            if stray > STRAY_LINES:
                break
    return last - start + 1


def _is_heading(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a line is one run in clearly larger type than the region above and what follows."""
    least = min(word.size for word in lines[at])
    if least < LARGER * max(size_of([line]) for line in lines[start:at]):
        return False
    after = [size_of([line]) for line in lines[at + 1 : at + 1 + HEADING_LINES]]
    smaller = not after or least >= LARGER * min(after)
    return smaller and not _holes(lines[at], SEED_HOLE * least)


def _holes(line: Line, least: float) -> list[Span]:
    spans = segments(line, least)
    return [(a[1], b[0]) for a, b in pairwise(spans)]


def _still_free(free: Sequence[Span], spans: Sequence[Span], size: float) -> list[Span]:
    """The parts of gutters that a line leaves free, where they are still wide enough."""
    for x0, x1 in spans:
        cut: list[Span] = []
        for left, right in free:
            cut += [(left, min(right, x0)), (max(left, x1), right)]
        free = [(left, right) for left, right in cut if right - left >= HOLE * size]
    return list(free)


def _white(above: Line, below: Line) -> float:
    return min(w.box.top for w in below) - max(w.box.bottom for w in above)
