"""Lines of a table to its rows, where no line or shading parts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from planextract.layout.markers import is_bullet
from planextract.layout.tables.strips import Line
from planextract.model.page import Word

Placed = Sequence[tuple[int, int, Sequence[Word]]]
"""A line by columns: first column, columns spanned, words."""

ROW_GAP = 1.5
"""White between rows against white between the lines of a cell, at least, to tell rows by it."""
FEWEST_GAPS = 2
"""So many wide gaps make a habit."""
FEWER = 2
"""Votes for going on where a line fills fewer columns than the one above it."""
IN_LIST = 3
"""Votes for going on where a bullet stands below text of its column: a list in a cell."""
ANEW = -3
"""Votes of a column whose next word has a capital and would have fitted on the line above."""
FEWEST_ANEW = 2
MANY_ANEW = 3
"""Columns that a line goes on in with a capital or a figure each to be a row of its own."""
FITS = 0.3
"""Type sizes of room that a word needs beside its own width to fit on the line before."""


def rows_of(
    lines: Sequence[Line], placed: Sequence[Placed], sides: Sequence[float]
) -> list[list[int]]:
    """Which lines (by their place) make each row; ``sides`` are the borders of the columns."""
    by_gaps = rows_by_gaps(lines)
    rows = [part for row in by_gaps for part in rows_by_starts(row, placed, sides)]
    rows = rows or _by_words(placed, sides)
    return [part for row in rows for part in _by_weight(row, lines)]


def rows_by_starts(
    row: Sequence[int], placed: Sequence[Placed], sides: Sequence[float]
) -> list[list[int]]:
    """A row cut where several cells begin anew at once, though no white parts the lines.

    Rows of one line each stand as near as the lines of a cell where only groups of rows are
    set apart.
    """
    rows: list[list[int]] = []
    above: dict[int, Sequence[Word]] = {}
    for at in row:
        if not rows or _begins_anew(above, placed[at], sides):
            rows.append([])
            above = {}
        rows[-1].append(at)
        above |= {column: words for column, _, words in placed[at]}
    return rows


def _begins_anew(above: Mapping[int, Sequence[Word]], line: Placed, sides: Sequence[float]) -> bool:
    """Whether no column goes on, and two are broken off on purpose or three begin anew."""
    votes = [
        _vote(above[column], words, sides[column + 1])
        for column, span, words in line
        if span == 1 and column in above
    ]
    if max(votes, default=0) > 0:
        return False
    return len(votes) >= MANY_ANEW or sum(vote <= ANEW for vote in votes) >= FEWEST_ANEW


def _by_words(placed: Sequence[Placed], sides: Sequence[float]) -> list[list[int]]:
    """Rows by what stands in the columns of each line and the line above it."""
    rows: list[list[int]] = []
    for at in range(len(placed)):
        if at and _goes_on(placed[at - 1], placed[at], sides):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _by_weight(row: list[int], lines: Sequence[Line]) -> list[list[int]]:
    """A row cut where a bold header ends and plain text begins."""
    bold = [all(word.bold for word in lines[at]) for at in row]
    plain = [not any(word.bold for word in lines[at]) for at in row]
    for cut in range(1, len(row)):
        if all(bold[:cut]) and all(plain[cut:]):
            return [row[:cut], row[cut:]]
    return [row]


def titles_in(placed: Sequence[Placed]) -> list[bool]:
    """Which lines are titles of sections: they run over columns, or stand bold and alone in the
    first one between lines that are not bold there."""
    bold = [_is_bold_first(line) for line in placed]
    alone = [len(line) == 1 and is_bold for line, is_bold in zip(placed, bold, strict=True)]
    beside = [bold[max(at - 1, 0) : at] + bold[at + 1 : at + 2] for at in range(len(placed))]
    return [
        any(span > 1 for _, span, _ in line)
        or (alone[at] and bool(beside[at]) and not any(beside[at]))
        for at, line in enumerate(placed)
    ]


def _is_bold_first(line: Placed) -> bool:
    """Whether what a line has in the first column is bold."""
    first = [words for column, _, words in line if column == 0]
    return bool(first) and all(word.bold for word in first[0])


def rows_by_gaps(lines: Sequence[Line]) -> list[list[int]]:
    """Rows parted by more white than the lines inside a cell; empty where gaps do not tell."""
    tops = [min(word.box.top for word in line) for line in lines]
    bottoms = [max(word.box.bottom for word in line) for line in lines]
    lowest, gaps = bottoms[0], []
    for top, bottom in zip(tops[1:], bottoms[1:], strict=True):
        gaps.append(max(0.0, top - lowest))
        lowest = max(lowest, bottom)
    if not gaps:
        return []
    pitch = median(bottom - top for top, bottom in zip(tops, bottoms, strict=True))
    limit = _limit(sorted(gaps), pitch)
    if limit is None:
        return []
    rows = [[0]]
    for at, gap in enumerate(gaps, start=1):
        if gap > limit:
            rows.append([])
        rows[-1].append(at)
    return rows


def _limit(gaps: Sequence[float], pitch: float) -> float | None:
    """Where small gaps end and wide ones begin, if there are two kinds."""
    best, limit = 1.0, None
    for small, wide in pairwise(gaps):
        step = (wide + pitch) / (small + pitch)
        if step > best:
            best, limit = step, (small + wide) / 2
    if limit is None:
        return None
    wides = [gap + pitch for gap in gaps if gap > limit]
    smalls = [gap + pitch for gap in gaps if gap <= limit]
    even = max(wides) / min(wides) < best * best
    told = median(wides) / median(smalls) >= 1 + (ROW_GAP - 1) / 2
    return limit if len(wides) >= FEWEST_GAPS and told and even else None


def _goes_on(before: Placed, after: Placed, sides: Sequence[float]) -> bool:
    """Whether a line goes on with the row of the line above it.

    The cells of a row begin together, so a line that fills a column which the line above
    leaves empty begins a row. For the others their words vote.
    """
    above = {column: words for column, _, words in before}
    begun = len(after) > 1 and not any(words[0].text[:1].islower() for _, _, words in after)
    votes = FEWER if len(after) < len(above) and not begun else 0
    for column, span, words in after:
        if column not in above or span > 1:
            return False
        votes += _vote(above[column], words, sides[column + span])
    return votes > 0


def _vote(above: Sequence[Word], words: Sequence[Word], right: float) -> int:
    """Above zero where the words go on with the text above them in their column."""
    first, last = words[0], above[-1]
    if is_bullet(first.text):
        return IN_LIST
    if last.text.endswith(("-", "\u2010")) and len(last.text) > 1:
        return 3
    votes = 2 if first.text[:1].islower() else -1
    room = right - last.box.x1 - (first.box.x1 - first.box.x0)
    votes += -2 if room > FITS * first.size + 4 else 1
    return votes
