"""Bullets that are drawn as shapes, as browsers and layout programs print them, made words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.model.page import Box, Word

SMALLEST, LARGEST = 1.5, 6.0
"""Points across; a browser draws 3.0 for text of 9 to 11 points."""
ROUND = 0.6
"""Points by which a dot's breadth and height may differ."""
HIGHEST = 0.6
"""Type sizes; what is higher beside its text is a sign or a picture."""
NEAREST, FARTHEST = 0.15, 2.5
"""White between a bullet and its text, in type sizes."""
OFF_MIDDLE = 0.4
"""Type sizes by which a dot's middle may miss that of its text."""
ALONE = 3.0
"""Type sizes to the left of a bullet in which no word of its line stands."""
ALONE_REPEATED = 1.0
"""The same for shapes that repeat: the column to the left may be as near."""
SAME_PLACE = 1.0
"""Points within which dots stand in one row or column."""
NEIGHBOUR = 12.0
"""Type sizes within which a dot of another colour makes both a key to a drawing."""
LARGEST_SHAPE = 13.0
"""Points across of a drawn tick, arrow, bar or small picture before an item."""
HIGHEST_SHAPE = 1.1
"""Type sizes of such a shape."""
LEAST_BREADTH, NARROWEST_SHAPE = 2.5, 0.5
TALLEST_SHAPE = 1.6
"""Times its breadth; what is taller is a side line or a dash of one."""
FEWEST_ALIKE = 2
"""Shapes of one size and colour, one below the other, that are bullets and no ornament."""
SAME_SIZE = 0.6
MOST = 500
"""Dots of a page; with more they are a pattern or a map."""
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Dot:
    """A small shape; a ``loose`` one is no dot and counts only where it repeats."""

    box: Box
    color: str
    loose: bool = False


def dot_of(box: Box, color: str) -> Dot | None:
    """The shape as a dot, if it is as small and as broad as high."""
    sides = (box.width, box.height)
    small = min(sides) >= SMALLEST and max(sides) <= LARGEST
    if small and abs(box.width - box.height) <= ROUND:
        return Dot(box, color)
    return shape_of(box, color)


def shape_of(box: Box, color: str) -> Dot | None:
    """Any other shape or picture that is small enough to stand before an item."""
    if not LEAST_BREADTH <= box.width <= LARGEST_SHAPE or box.height < NARROWEST_SHAPE:
        return None
    return Dot(box, color, True) if box.height <= TALLEST_SHAPE * box.width else None


def with_bullets(words: Sequence[Word], dots: Sequence[Dot]) -> list[Word]:
    """The words with a bullet before each that a dot stands left of.

    Dots of a chart's key (two colours side by side or one below the other) are none, nor is
    a dot inside a line of text. A bullet's box is as high as its line.
    """
    before: dict[int, Word] = {}
    repeated = set(_repeated(dots))
    dots = [dot for dot in dots if not dot.loose or dot in repeated]
    for dot in dots if len(dots) <= MOST else ():
        found = _text_of(dot, words, ALONE_REPEATED if dot in repeated else ALONE)
        if found is not None and not _is_key(dot, dots, words[found].size):
            before.setdefault(found, _bullet(dot, words[found]))
    placed: list[Word] = []
    for at, word in enumerate(words):
        if at in before:
            placed.append(before[at])
        placed.append(word)
    return placed


def _repeated(shapes: Sequence[Dot]) -> list[Dot]:
    """The shapes that stand one below the other with nothing like them beside them."""
    columns: dict[tuple[str, int], list[Dot]] = {}
    for shape in shapes:
        columns.setdefault((shape.color, round(shape.box.x0)), []).append(shape)
    found: list[Dot] = []
    for (color, x), column in columns.items():
        near = [s for at in (x - 1, x, x + 1) for s in columns.get((color, at), ())]
        found += [
            s for s in column if len({o.box.top for o in near if _alike(s, o)}) >= FEWEST_ALIKE
        ]
    rows: dict[int, list[Dot]] = {}
    for shape in shapes:
        rows.setdefault(_row(shape), []).append(shape)
    return [
        shape
        for shape in found
        if not any(
            _beside(shape, other)
            for row in (_row(shape) - 1, _row(shape), _row(shape) + 1)
            for other in rows.get(row, ())
        )
    ]


def _row(shape: Dot) -> int:
    """The strip of the page in which a shape begins; the next ones hold what is level with it."""
    return int(shape.box.top // LARGEST_SHAPE)


def _alike(shape: Dot, other: Dot) -> bool:
    wide = abs(shape.box.width - other.box.width) <= SAME_SIZE
    return wide and abs(shape.box.height - other.box.height) <= SAME_SIZE


def _beside(shape: Dot, other: Dot) -> bool:
    """Whether another shape stands next to one on its line: a row of dashes, a scale."""
    level = min(shape.box.bottom, other.box.bottom) > max(shape.box.top, other.box.top)
    gap = max(other.box.x0 - shape.box.x1, shape.box.x0 - other.box.x1)
    return level and SAME_PLACE < gap < ALONE * LARGEST_SHAPE


def _text_of(dot: Dot, words: Sequence[Word], alone: float) -> int | None:
    """The place of the word that a dot stands before, with nothing near to the left of the dot."""
    line = [at for at, word in enumerate(words) if word.upright and _is_level(dot, word)]
    right = [at for at in line if words[at].box.x0 >= dot.box.x1]
    if not right:
        return None
    first = min(right, key=lambda at: words[at].box.x0)
    word = words[first]
    gap = (word.box.x0 - dot.box.x1) / word.size
    if not NEAREST <= gap <= FARTHEST or not any(map(str.isalnum, word.text)):
        return None
    reach = dot.box.x0 - alone * word.size
    others = (words[at].box for at in line)
    return None if any(box.x0 < dot.box.x1 and box.x1 > reach for box in others) else first


def _is_level(dot: Dot, word: Word) -> bool:
    middle = (dot.box.top + dot.box.bottom) / 2
    low = dot.box.height <= (HIGHEST_SHAPE if dot.loose else HIGHEST) * word.size
    return low and abs(middle - word.middle[1]) <= OFF_MIDDLE * word.size


def _is_key(dot: Dot, dots: Sequence[Dot], size: float) -> bool:
    """Whether a near dot in its row or column has another colour."""
    return any(
        other.color != dot.color
        and min(abs(other.box.x0 - dot.box.x0), abs(other.box.top - dot.box.top)) <= SAME_PLACE
        and max(abs(other.box.x0 - dot.box.x0), abs(other.box.top - dot.box.top))
        <= NEIGHBOUR * size
        for other in dots
    )


def _bullet(dot: Dot, word: Word) -> Word:
    box = Box(dot.box.x0, word.box.top, dot.box.x1, word.box.bottom)
    return Word(BULLET, box, word.page, word.index, word.size, False, False, dot.color)
