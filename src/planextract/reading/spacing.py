"""Letter-spaced headings (``T I L T A K``) as the words that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from planextract.model.page import Box, Word

FEWEST_LETTERS = 4
"""So many single letters in a row are a spaced word; ``i å`` and ``a b c`` are shorter."""
WIDEST_SPACING = 1.0
"""Gap between the letters of a spaced word, at most, in font sizes; columns are wider."""
TOUCHING = 0.1
"""How far, in font sizes, the boxes of letters that stand upright on each other may overlap."""
WORD_STEP = 1.5
"""A gap this many times the usual one parts two spaced words."""


def close_up(words: Sequence[Word]) -> list[Word]:
    """The words of a page with runs of single spaced letters joined to words."""
    alone = "".join(["x" if len(word.text) == 1 else " " for word in words])
    if "x" * FEWEST_LETTERS not in alone:
        return list(words)
    joined: list[Word] = []
    for run in _runs(words):
        spaced = len(run) >= FEWEST_LETTERS and len({word.text for word in run}) > 1
        joined += list(_words_of(run)) if spaced else run
    return joined


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow each other as evenly spaced single letters; others alone."""
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(last: Word, word: Word) -> bool:
    if not len(last.text) == len(word.text) == 1 or last.size != word.size:
        return False
    if last.upright and word.upright:
        letters = last.text.isalpha() and word.text.isalpha()
        level = abs(last.box.bottom - word.box.bottom) < 0.2 * word.size
        return letters and level and 0 < _gap(last, word) <= WIDEST_SPACING * word.size
    sideways = not last.upright and not word.upright
    sides = (last.box.x0 - word.box.x0, last.box.x1 - word.box.x1)
    level = min(map(abs, sides)) < 0.2 * word.size
    near = -TOUCHING * word.size < _gap(last, word) <= WIDEST_SPACING * word.size
    return sideways and level and near


def _gap(last: Word, word: Word) -> float:
    """The space between two letters along their line, which may stand upright on the page."""
    if last.upright:
        return word.box.x0 - last.box.x1
    return max(last.box.top - word.box.bottom, word.box.top - last.box.bottom)


def _words_of(run: Sequence[Word]) -> Iterator[Word]:
    """A run of spaced letters cut where the gap is wider than between letters."""
    usual = median(_gap(before, after) for before, after in pairwise(run))
    parts = [[run[0]]]
    for before, after in pairwise(run):
        if _gap(before, after) > max(WORD_STEP * usual, TOUCHING * after.size):
            parts.append([])
        parts[-1].append(after)
    for part in parts:
        box = Box.around(word.box for word in part)
        yield replace(part[0], text="".join(word.text for word in part), box=box)
