"""Columns by white space: the upright strips that the lines of a region leave free."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from planextract.layout.markers import is_bullet
from planextract.model.page import Word

Span = tuple[float, float]
Line = Sequence[Word]

HOLE = 0.5
"""A gap of this many type sizes or more inside a line may be a gutter; a word space is 0.3."""
NARROWEST = 0.45
"""A gutter shared by all lines is at least so many type sizes wide."""
FEWEST_SPACES, WIDER = 4, 1.35
"""Spaces of a line that tell its usual one, and how much wider one is that parts columns."""
AT_START = 0.15
"""Type sizes by which a word may miss the left edge of its column."""
CROSSED = 0.2
"""Share of the lines that may run across a gutter: section rows and long headings."""
FEWEST_SIDES = 2
"""Lines that must have text on both sides of a gutter."""

MOSTLY = 0.5
"""Share of the words of a strip that are bullets when it is no column; a header is above them."""


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
    strict = _gutters(covered, 0, size)
    lenient = _gutters(covered, max(1, round(CROSSED * len(lines))), size)
    found = lenient if len(lenient) > len(strict) and len(lines) > FEWEST_SIDES + 1 else strict
    return [gutter for gutter in found if not _after_markers(gutter, found, lines)]


def _gutters(covered: Sequence[Sequence[Span]], limit: int, size: float) -> list[Gutter]:
    """Strips that at most ``limit`` lines cover and that part enough of the others."""
    found = []
    for left, right in _free(covered, limit, NARROWEST * size):
        sides = [
            spans for spans in covered if spans[0][1] <= left + 1 or _parts(spans, left, right)
        ]
        parted = sum(_parts(spans, left, right) for spans in sides)
        crossing = sum(_crosses(spans, left, right) for spans in covered)
        if parted >= max(FEWEST_SIDES, crossing + 1):
            found.append(Gutter(left, right))
    return found


def _after_markers(gutter: Gutter, free: Sequence[Gutter], lines: Sequence[Line]) -> bool:
    """Whether mostly bullets stand between a gutter and the one before it: part of a list."""
    left = max((other.right for other in free if other.right < gutter.right), default=-math.inf)
    between = [
        word
        for line in lines
        for word in line
        if left - AT_START * word.size <= word.box.x0 and word.middle[0] < gutter.right
    ]
    bullets = sum(is_bullet(word.text) for word in between)
    return bullets > MOSTLY * len(between) > 0


def _free(covered: Sequence[Sequence[Span]], limit: int, least: float) -> list[Span]:
    """Strips between the outermost text that at most ``limit`` lines cover.

    Of such a strip counts the part that the fewest lines cover, if it is wide enough: so a
    column that is centred or set to the right keeps its longest line.
    """
    strips: list[Span] = []
    run: list[tuple[int, Span]] = []
    for depth, span in _depths(covered):
        if depth <= limit:
            run.append((depth, span))
            continue
        if run:
            strips += _least_covered(run, least)
        run = []
    return strips


def _depths(covered: Sequence[Sequence[Span]]) -> list[tuple[int, Span]]:
    """How many lines cover each piece of the width, left to right."""
    events = sorted(
        (x, step) for spans in covered for x0, x1 in spans for x, step in ((x0, 1), (x1, -1))
    )
    pieces: list[tuple[int, Span]] = []
    depth = 0
    for (x, step), (after, _) in pairwise(events):
        depth += step
        if after > x:
            pieces.append((depth, (x, after)))
    return pieces


def _least_covered(run: Sequence[tuple[int, Span]], least: float) -> list[Span]:
    """The widest part of a strip that the fewest lines cover."""
    for depth in sorted({depth for depth, _ in run}):
        parts: list[Span] = []
        for at, (x0, x1) in run:
            if at > depth:
                continue
            if parts and parts[-1][1] == x0:
                parts[-1] = (parts[-1][0], x1)
            else:
                parts.append((x0, x1))
        widest = max(parts, key=lambda part: part[1] - part[0])
        if widest[1] - widest[0] >= least:
            return [widest]
    return []


def _parts(spans: Sequence[Span], left: float, right: float) -> bool:
    """Whether a line has text on both sides of a strip and a hole in it."""
    before = any(x1 <= right and x0 < left for x0, x1 in spans)
    after = any(x0 >= left and x1 > right for x0, x1 in spans)
    return before and after and not _crosses(spans, left, right)


def _crosses(spans: Sequence[Span], left: float, right: float) -> bool:
    return any(x0 < left and x1 > right for x0, x1 in spans)


def columns_of(line: Line, free: Sequence[Gutter]) -> list[tuple[int, int, list[Word]]]:
    """The words of a line by column: first column, how many it spans, its words.

    A run of words that leaves no room for a gutter spans the columns on both its sides.
    """
    runs: list[list[Word]] = []
    words = sorted(line, key=lambda w: w.box.x0)
    space = _usual_space(words)
    for word in words:
        if runs and not any(_parted(runs[-1][-1], word, gutter, space) for gutter in free):
            runs[-1].append(word)
        else:
            runs.append([word])
    placed = []
    for run in runs:
        first = column_at(run[0], free)
        placed.append((first, max(column_at(word, free) for word in run) - first + 1, run))
    return placed


def column_at(word: Word, free: Sequence[Gutter]) -> int:
    """The column in which a word stands: the one where it begins, or has its middle."""
    x = word.middle[0] if not word.upright else max(word.box.x0 + 1.0, word.middle[0] - word.size)
    return sum(x >= gutter.right - AT_START * word.size for gutter in free)


def _usual_space(words: Sequence[Word]) -> float:
    """The space between the words of a line; 0.0 where they are too few to tell."""
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(words)]
    return median(gaps) if len(gaps) >= FEWEST_SPACES else 0.0


def _parted(before: Word, word: Word, gutter: Gutter, space: float) -> bool:
    """Whether a gutter parts two neighbours on a line whose words are ``space`` apart."""
    slack = AT_START * word.size
    if word.box.x0 < gutter.right - slack or before.middle[0] > gutter.right:
        return False
    gap = word.box.x0 - before.box.x1
    return gap >= NARROWEST * word.size or (
        gap > max(0.0, WIDER * space)
        and before.box.x1 <= gutter.left + slack
        and word.box.x0 <= gutter.right + slack
    )
