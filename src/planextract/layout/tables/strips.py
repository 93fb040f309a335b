"""Columns by white space: the upright strips that the lines of a region leave free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.model.page import Word

Span = tuple[float, float]
Line = Sequence[Word]

HOLE = 0.6
"""A gap of this many type sizes or more inside a line may be a gutter; a word space is 0.3."""
NARROWEST = 0.45
"""A gutter shared by all lines is at least so many type sizes wide."""
CROSSED = 0.2
"""Share of the lines that may run across a gutter: section rows and long headings."""
FEWEST_SIDES = 2
"""Lines that must have text on both sides of a gutter."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space between two columns; ``right`` is where the column after it begins."""

    left: float
    right: float


def size_of(lines: Sequence[Line]) -> float:
    """The usual type size of some lines, in points."""
    sizes = sorted(word.size for line in lines for word in line)
    return sizes[len(sizes) // 2]


def segments(line: Line, least: float) -> list[Span]:
    """What a line covers, gaps below ``least`` points closed."""
    spans: list[Span] = []
    for word in sorted(line, key=lambda w: w.box.x0):
        x0, _, x1, _ = word.box
        if spans and x0 - spans[-1][1] < least:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


def gutters(lines: Sequence[Line]) -> list[Gutter]:
    """The gutters that nearly all of some lines keep free, left to right."""
    size = size_of(lines)
    covered = [segments(line, HOLE * size) for line in lines]
    limit = max(1, round(CROSSED * len(lines))) if len(lines) > FEWEST_SIDES + 1 else 0
    found = []
    for left, right in _free(covered, limit):
        sides = [
            spans for spans in covered if spans[0][1] <= left + 1 or _parts(spans, left, right)
        ]
        parted = sum(_parts(spans, left, right) for spans in sides)
        crossing = sum(_crosses(spans, left, right) for spans in covered)
        if right - left >= NARROWEST * size and parted >= max(FEWEST_SIDES, crossing + 1):
            found.append(Gutter(left, right))
    return found


def _free(covered: Sequence[Sequence[Span]], limit: int) -> list[Span]:
    """Strips that at most ``limit`` lines cover, between the outermost text."""
    events = sorted(
        (x, step) for spans in covered for x0, x1 in spans for x, step in ((x0, 1), (x1, -1))
    )
    strips: list[Span] = []
    depth, free_from = 0, None
    for x, step in events:
        depth += step
        if depth <= limit and free_from is None:
            free_from = x
        elif depth > limit and free_from is not None:
            strips.append((free_from, x))
            free_from = None
    return strips[1:] if strips and strips[0][0] <= events[0][0] else strips


def _parts(spans: Sequence[Span], left: float, right: float) -> bool:
    """Whether a line has text on both sides of a strip and a hole in it."""
    before = any(x1 <= right and x0 < left for x0, x1 in spans)
    after = any(x0 >= left and x1 > right for x0, x1 in spans)
    return before and after and not _crosses(spans, left, right)


def _crosses(spans: Sequence[Span], left: float, right: float) -> bool:
    return any(x0 < left and x1 > right for x0, x1 in spans)


def columns_of(
    line: Line, starts: Sequence[float], least: float
) -> list[tuple[int, int, list[Word]]]:
    """The words of a line by column: first column, how many it spans, its words.

    ``starts`` are the left edges of the second and following columns. A run of words without
    a hole that goes on over an edge spans both columns.
    """
    runs: list[list[Word]] = []
    for word in sorted(line, key=lambda w: w.box.x0):
        joined = runs and word.box.x0 - max(w.box.x1 for w in runs[-1]) < least
        if joined and not _at_start(word, runs[-1][-1], starts):
            runs[-1].append(word)
        else:
            runs.append([word])
    placed = []
    for run in runs:
        first = _column(run[0].box.x0, starts)
        last = max(first, _column(max(w.box.x1 for w in run) - least, starts))
        placed.append((first, last - first + 1, run))
    return placed


def _at_start(word: Word, before: Word, starts: Sequence[float]) -> bool:
    """Whether a word begins just where a column does, its neighbour ending before that."""
    return any(
        abs(word.box.x0 - start) <= 0.15 * word.size and before.box.x1 <= start for start in starts
    )


def _column(x: float, starts: Sequence[float]) -> int:
    return sum(x >= start - 1.0 for start in starts)
