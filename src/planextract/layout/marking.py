"""Which lines begin an item: a sure marker, or a weak one that repeats before text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planextract.layout.lines import Line
from planextract.layout.markers import (
    LABEL_NUMBER,
    Kind,
    glued_bullet,
    is_bare_number,
    is_sure,
    kind_of,
    rank_of,
    shape_of,
)
from planextract.lexicons import words_of

SET_OFF = 0.5
"""White between a marker and its text, in type sizes; a word space is 0.25 to 0.35."""
SAME_PLACE = 4.0
"""Points within which markers stand at one place."""
FEWEST = 2
"""Markers set off from their text that are a habit."""
FEWEST_CLOSE = 3
"""Markers a word space from their text that are a habit."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its list marker told from its text."""

    line: Line
    marker: str
    left: float
    """Left edge of the text after the marker, in points."""
    skip: int
    """How many of its words are the marker: 0 or 1."""
    kind: Kind = ""
    label: bool = False
    """Whether it begins with a numbered label, which stays in its text: ``Tiltak 1:``."""
    hangs: bool = False
    """Whether nothing but the lines hanging below it make it the first of an item."""

    @property
    def begins(self) -> bool:
        """Whether it begins an item."""
        return bool(self.marker) or self.label

    @property
    def holds(self) -> bool:
        """Whether the lines below hang from it: a label in a paragraph holds none."""
        return bool(self.marker) or self.left > self.line.box.x0


@dataclass(frozen=True, slots=True)
class Habits:
    """What repeats before text in a document: shapes of weak markers, words of labels."""

    shapes: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()


def habits_of(columns: Iterable[Sequence[Line]], largest: float) -> Habits:
    """The weak markers that repeat at one place of a column; type above ``largest`` is none."""
    shapes: set[str] = set()
    labels: dict[str, set[str]] = defaultdict(set)
    for lines in columns:
        places: dict[tuple[str, int], list[Line]] = defaultdict(list)
        for line in lines:
            if _numbered_label(line):
                labels[line.words[0].text].add(line.words[1].text.strip(".:)"))
            if len(line.words) > 1 and line.size < largest and _is_weak(line):
                first = line.words[0]
                places[shape_of(first.text), round(first.box.x0 / SAME_PLACE)].append(line)
        shapes |= {shape for (shape, _), found in places.items() if _is_habit(found)}
    return Habits(
        frozenset(shapes), frozenset(word for word, numbers in labels.items() if len(numbers) > 1)
    )


def with_markers(lines: Sequence[Line], habits: Habits, largest: float) -> Iterator[Marked]:
    """The lines of a column, each with its marker if it has one."""
    for line in lines:
        yield _marked(line, habits, largest)


def _marked(line: Line, habits: Habits, largest: float) -> Marked:
    first = line.words[0]
    kind = kind_of(first.text)
    if len(line.words) > 1 and kind and _counts(line, habits, largest):
        return Marked(line, first.text, line.words[1].box.x0, 1, kind)
    glued = glued_bullet(first.text)
    if glued:
        return Marked(line, glued, first.box.x0, 0, "bullet")
    label = _numbered_label(line) and first.text in habits.labels
    left = line.words[2].box.x0 if label and _gap(line, 2) > SET_OFF * line.size else first.box.x0
    return Marked(line, "", left, 0, label=label)


def _counts(line: Line, habits: Habits, largest: float) -> bool:
    first = line.words[0].text
    if is_sure(first):
        return not (kind_of(first) == "number" and _goes_on_as_date(line))
    if line.size >= largest or shape_of(first) not in habits.shapes:
        return False
    return _set_off(line) or kind_of(first) == "lost" or not is_bare_number(first)


def _is_weak(line: Line) -> bool:
    return kind_of(line.words[0].text) in ("lost", "code")


def _is_habit(found: Sequence[Line]) -> bool:
    """Whether weak markers at one place make a list: enough of them, and counting up."""
    first = found[0].words[0].text
    set_off = [line for line in found if _set_off(line)]
    if kind_of(first) == "lost":
        close = [line for line in found if len(line.words) > 2]
        return len(set_off) >= FEWEST or len(close) >= FEWEST_CLOSE
    if _counts_up(set_off) >= FEWEST:
        return True
    return not is_bare_number(first) and _counts_up(found) >= FEWEST


def _counts_up(found: Sequence[Line]) -> int:
    """How many markers stand in the longest run in which each is the next after the last."""
    ranks = [rank for line in found if (rank := rank_of(line.words[0].text))]
    longest = run = min(len(ranks), 1)
    for above, below in pairwise(ranks):
        follows = below[:-1] == above[:-1] and below[-1] == above[-1] + 1
        run = run + 1 if follows else 1
        longest = max(longest, run)
    return longest


def _set_off(line: Line) -> bool:
    return _gap(line, 1) >= SET_OFF * line.size


def _gap(line: Line, at: int) -> float:
    return line.words[at].box.x0 - line.words[at - 1].box.x1 if at < len(line.words) else 0.0


def _numbered_label(line: Line) -> bool:
    """Whether a line begins with a word and its number: ``Tiltak 1:``, ``Mål 2 –``."""
    if len(line.words) < 3:
        return False
    word, number, after = (each.text for each in line.words[:3])
    closed = number[-1] in ".:)" or after in ("–", "-") or _gap(line, 2) > SET_OFF * line.size
    return word.isalpha() and word[0].isupper() and bool(LABEL_NUMBER.match(number)) and closed


def _goes_on_as_date(line: Line) -> bool:
    """Whether a number at the line's start is a date or an ordinal: ``5. juni 2025``."""
    after = line.words[1].text.lower().rstrip(".,")
    return line.words[0].text.endswith(".") and after in words_of("structure", "after_ordinals")
