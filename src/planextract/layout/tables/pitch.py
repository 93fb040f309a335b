"""Borders between rows that are not drawn, where a table and its columns are known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planextract.layout.tables.bands import Edge
from planextract.layout.tables.rows import rows_by_starts, rows_of, titles_in
from planextract.layout.tables.strips import Gutter, Line, columns_of, size_of
from planextract.model.page import Box

SPACED = 0.5
"""White, in type sizes, that parts rows; the lines of a cell stand nearer."""
TWICE = 1.6
"""White between rows, at least, against the widest inside a cell."""


def borders(
    lines: Sequence[Line], free: Sequence[Gutter], hard: Sequence[Edge], box: Box, ruled: bool
) -> list[Edge]:
    """Borders between rows of each strip that the ``hard`` edges leave."""
    found: list[Edge] = []
    ys = [box.bottom, *(edge.y for edge in hard), float("inf")]
    limit = _limit(lines, ys)
    for top, bottom in pairwise(ys):
        strip = [line for line in lines if top < line[0].middle[1] <= bottom]
        if strip:
            found += [Edge(y, box.x0, box.x1) for y in _inside(strip, free, box, limit, ruled)]
    return found


def _inside(
    strip: Sequence[Line], free: Sequence[Gutter], box: Box, limit: float | None, ruled: bool
) -> list[float]:
    placed = [columns_of(line, free) for line in strip]
    sides = [box.x0, *(gutter.left for gutter in free), box.x1]
    cuts: list[int] = []
    if limit is not None:
        cuts = [at + 1 for at, white in enumerate(_whites(strip)) if white > limit]
    if ruled:
        cuts = [at for at in cuts if len(placed[at]) > 1 or _weight(strip, at)]
    elif limit is None:
        cuts = [row[0] for row in rows_of(strip, placed, sides)][1:]
    else:
        rows = [list(range(a, b)) for a, b in pairwise([0, *cuts, len(strip)])]
        cuts = [part[0] for row in rows for part in rows_by_starts(row, placed, sides)][1:]
    titles = titles_in(placed)
    cuts += [at + 1 for at, (one, other) in enumerate(pairwise(titles)) if one != other]
    return [_between(strip, at) for at in sorted(set(cuts))]


def _weight(strip: Sequence[Line], at: int) -> bool:
    """Whether a line is bold and the one above it is not, or the other way."""
    return all(w.bold for w in strip[at]) != all(w.bold for w in strip[at - 1])


def row_white(lines: Sequence[Line]) -> float | None:
    """The white above which a row ends; none where white does not tell."""
    return _limit(lines, [float("-inf"), float("inf")])


def _between(strip: Sequence[Line], at: int) -> float:
    above = max(w.box.bottom for line in strip[:at] for w in line)
    return (above + min(w.box.top for w in strip[at])) / 2


def _whites(lines: Sequence[Line]) -> list[float]:
    """White between each line and all that stands above it."""
    lowest, whites = max(w.box.bottom for w in lines[0]), []
    for line in lines[1:]:
        whites.append(max(0.0, min(w.box.top for w in line) - lowest))
        lowest = max(lowest, max(w.box.bottom for w in line))
    return whites


def _limit(lines: Sequence[Line], ys: Sequence[float]) -> float | None:
    """The white above which a row ends; none where white does not tell."""
    size = size_of(lines)
    whites = sorted(
        white
        for top, bottom in pairwise(ys)
        if (strip := [line for line in lines if top < line[0].middle[1] <= bottom])
        for white in _whites(strip)
    )
    if not whites or whites[-1] < SPACED * size:
        return None
    best, limit = 1.0, None
    for small, wide in pairwise(whites):
        step = (wide + 0.1 * size) / (small + 0.1 * size)
        if wide >= SPACED * size and step > best:
            best, limit = step, (small + wide) / 2
    if whites[0] >= SPACED * size and best < TWICE:
        return whites[0] - 0.01
    return limit if best >= TWICE else None
