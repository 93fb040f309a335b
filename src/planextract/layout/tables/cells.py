"""The words of a cell as lines, a passage and its items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from planextract.layout.joining import join_words
from planextract.layout.tables.items import items_of
from planextract.layout.tables.parts import parts_of
from planextract.layout.tables.word_breaks import cut_words
from planextract.model.layout import Cell
from planextract.model.page import Box, Word

SAME_LINE = 0.5
"""Words whose middles differ by less than this many letter heights stand on one line."""

Place = tuple[int, int, int, int]
"""Row, column, row span, column span."""


def make_cell(words: Sequence[Word], place: Place, page: int, box: Box, fill: str | None) -> Cell:
    """A cell of the words that stand in it."""
    row, column, row_span, column_span = place
    lines = lines_of(words)
    items, markers = items_of(lines)
    passage = join_words(lines, cut_words(lines, box))
    return Cell(
        row, column, passage, page, box, row_span, column_span, fill, items, markers,
        bold=_mostly_bold(words), parts=parts_of(lines, box),
    )  # fmt: skip


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words line by line, each line in reading direction, sideways text too."""
    words = list(words)
    if sum([not word.upright for word in words]) * 2 > len(words):
        return _sideways_lines(words)
    lines: list[list[Word]] = []
    level = size = 0.0
    for word in sorted(words, key=_level):
        _, top, _, bottom = word.box
        if lines and top + bottom - level < 2 * SAME_LINE * min(size, bottom - top):
            lines[-1].append(word)
        else:
            lines.append([word])
        level, size = top + bottom, bottom - top
    return [sorted(line, key=_left) for line in lines]


def _level(word: Word) -> float:
    return word.box[1] + word.box[3]


def _left(word: Word) -> float:
    return word.box[0]


def _sideways_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Lines of text that runs up or down; which, the order in the file tells."""
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box.x0 + w.box.x1):
        last = columns[-1][-1] if columns else None
        if last and abs(last.middle[0] - word.middle[0]) < SAME_LINE * word.box.width:
            columns[-1].append(word)
        else:
            columns.append([word])
    downwards = 0
    for column in columns:
        written = sorted(column, key=lambda w: w.index)
        for before, after in pairwise(written):
            downwards += 1 if after.middle[1] > before.middle[1] else -1
    if downwards > 0:
        return [sorted(column, key=lambda w: w.box.top) for column in reversed(columns)]
    return [sorted(column, key=lambda w: -w.box.bottom) for column in columns]


def _mostly_bold(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return letters > 0 and sum(len(w.text) for w in words if w.bold) * 2 > letters
