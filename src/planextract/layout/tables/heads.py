"""Rows that may be the header of a table: shaded in pieces, above a rule, or set apart by type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planextract.layout.tables.bands import NARROWEST_TABLE, SAME_EDGE, Band, Edge, pieces_of
from planextract.layout.tables.cells import lines_of
from planextract.layout.tables.strips import Gutter, Line, columns_of, size_of
from planextract.model.page import Box, Page, Word

HIGHEST = 6.0
"""Height of a shaded header, at most, in type sizes; text set sideways may be higher."""
FEWEST_WRITTEN = 2
"""Columns with words that make a header."""
APART = 1.0
"""White between the words of two columns of a header, at least, in type sizes."""
ON_RULE = 1.0
"""White between a header and the rule below it, at most, in type sizes."""
LEADING = 0.45
"""White between the lines of a header, at most, in type sizes."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row that may be a header: its box, its words, and what parts its columns."""

    box: Box
    words: tuple[Word, ...]
    free: tuple[Gutter, ...]
    drawn: bool
    """Whether shading or joints of a rule show the borders of the columns."""
    ruled: bool
    """Whether a shade or a rule gives the width of the table."""


def shaded_heads(bands: Sequence[Band], words: Sequence[Word]) -> Iterator[Head]:
    """Shaded rows whose pieces hold words of their own, none across a border."""
    for box, inner in bands:
        if not inner:
            continue
        head = [word for word in words if box.contains(*word.middle)]
        free = tuple(Gutter(x, x) for x in inner)
        high = bool(head) and box.height > HIGHEST * max(word.size for word in head)
        if head and not (high and all(w.upright for w in head)) and _fits(lines_of(head), free):
            yield Head(box, tuple(head), free, drawn=True, ruled=True)


def ruled_heads(page: Page, edges: Sequence[Edge], lines: Sequence[Line]) -> Iterator[Head]:
    """Lines in columns that stand close above a rule."""
    pieces = pieces_of(page)
    for edge in edges:
        if edge.x1 - edge.x0 < NARROWEST_TABLE:
            continue
        over = [_within(line, edge.x0, edge.x1) for line in lines]
        above = [line for line in over if line and line[0].middle[1] < edge.y]
        if not above:
            continue
        inner = _joints_of(edge, pieces)
        higher = [e.y for e in edges if e.y < edge.y - SAME_EDGE and _meet(e, edge)]
        group = _group(above, edge.y, max(higher, default=0.0))
        words = [word for line in group for word in line]
        if not words:
            continue
        free = [Gutter(x, x) for x in inner] if inner else _holes(group)
        if _fits(group, free):
            box = Box(edge.x0, min(w.box.top for w in words), edge.x1, edge.y)
            yield Head(box, tuple(words), tuple(free), drawn=bool(inner), ruled=True)


def typed_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """Rows in columns, of one line or a few, in bold, italics or capitals."""
    at = 0
    while at < len(lines):
        runs = [run for run in _styled_runs(lines[at]) if _holes([run])]
        group = _wrapped(lines, at) if len(runs) == 1 else []
        for rows in [group] if group else [[run] for run in runs]:
            free, words = _holes(rows), [word for row in rows for word in row]
            if free:
                yield Head(
                    Box.around(w.box for w in words), tuple(words), tuple(free), False, False
                )
        at += 1


def _wrapped(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of a header around one of them, all in one type and near each other."""
    first = last = at
    while first and _go_together(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _go_together(lines[last], lines[last + 1]):
        last += 1
    group = list(lines[first : last + 1])
    return group if _holes(group) else []


def _go_together(above: Line, below: Line) -> bool:
    white = min(w.box.top for w in below) - max(w.box.bottom for w in above)
    styles = {_style([word]) for line in (above, below) for word in line}
    return (
        len(styles) == 1
        and styles.pop()[:2] != (False, False)
        and (white < LEADING * size_of([below]))
    )


def set_apart(word: Word) -> tuple[bool, bool, bool]:
    """What sets the type of a word apart: weight, slant and capitals."""
    return word.bold, word.italic, word.text.isupper()


def _styled_runs(line: Line) -> Iterator[list[Word]]:
    """The words of a line that stand together in bold, italics or capitals, figures among them."""
    run: list[Word] = []
    for word in (*line, None):
        if word is not None and word.upright and _may_be_styled(word):
            run.append(word)
            continue
        if any(any(set_apart(each)) for each in run):
            yield run
        run = []


def _may_be_styled(word: Word) -> bool:
    return any(set_apart(word)) or not any(map(str.isalpha, word.text))


def _within(line: Line, x0: float, x1: float) -> list[Word]:
    return [word for word in line if x0 - 1 <= word.middle[0] <= x1 + 1]


def _meet(one: Edge, other: Edge) -> bool:
    return one.x0 < other.x1 and one.x1 > other.x0


def _joints_of(edge: Edge, pieces: Sequence[Band]) -> tuple[float, ...]:
    """x where the pieces of a rule meet, those at a rule's ends left out."""
    return next(
        (
            inner
            for box, inner in pieces
            if abs(box.top - edge.y) <= SAME_EDGE
            and abs(box.x0 - edge.x0) <= SAME_EDGE
            and abs(box.x1 - edge.x1) <= SAME_EDGE
        ),
        (),
    )


def _group(above: Sequence[Line], y: float, ceiling: float) -> list[Line]:
    """The lines of one row close above a rule, the lowest last."""
    group: list[Line] = []
    limit = ON_RULE * size_of([above[-1]])
    for line in reversed(above):
        top, bottom = min(w.box.top for w in line), max(w.box.bottom for w in line)
        if y - bottom > limit or top < ceiling or (group and _style(line) != _style(group[0])):
            break
        group.insert(0, line)
        y, limit = top, LEADING * size_of([line])
    return group


def _style(line: Line) -> tuple[bool, bool, str, float]:
    return line[0].bold, line[0].italic, line[0].color, round(line[0].size, 1)


def _holes(lines: Sequence[Line]) -> list[Gutter]:
    """The gaps that all words of some lines leave."""
    words = sorted((w for line in lines for w in line), key=lambda w: w.box.x0)
    holes, right = [], words[0].box.x1
    for before, word in pairwise(words):
        right = max(right, before.box.x1)
        if word.box.x0 - right >= APART * word.size:
            holes.append(Gutter(right, word.box.x0))
    return holes


def _fits(lines: Sequence[Line], free: Sequence[Gutter]) -> bool:
    """Whether words stand in two columns or more, and none across a border."""
    parts = [part for line in lines for part in columns_of(line, free)]
    if any(span > 1 for _, span, _ in parts):
        return False
    return len({first for first, _, _ in parts}) >= FEWEST_WRITTEN
