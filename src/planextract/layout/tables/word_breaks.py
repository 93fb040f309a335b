"""Words that a narrow cell cut without a hyphen: ``førstegangskonsult`` / ``asjon``.

Word processors break a word where its cell ends if it is wider than the cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planextract.layout.tables.evidence import known_headers
from planextract.lexicons.known import known_word
from planextract.model.page import Box, Word

PADDING = 1.2
"""Type sizes that a cell may keep free on its left; the right side is taken to be like it."""
NEXT_LETTER = 0.9
"""Type sizes of the widest letter, which did not fit any more."""

YEAR = re.compile(r"^(?:19|20)\d\d$")
RANGE = re.compile(r"^[–-]\d{2,4}$")

Lines = Sequence[Sequence[Word]]


def cut_words(lines: Lines, box: Box) -> frozenset[int]:
    """The lines of a cell that end inside a word which the next line goes on with.

    Such a line is one word from side to side; both halves together are a word and not each of
    them alone, or neither half is one, or they are a known header or a year.
    """
    return frozenset(
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if len(line) == 1 and _fills(line[0], box) and _is_cut(line[0].text, after[0].text)
    )


def _fills(word: Word, box: Box) -> bool:
    left, right = word.box.x0 - box.x0, box.x1 - word.box.x1
    return word.upright and left <= PADDING * word.size and right <= left + NEXT_LETTER * word.size


def _is_cut(before: str, after: str) -> bool:
    if YEAR.match(before + after) or (YEAR.match(before) and RANGE.match(after)):
        return True
    rest = after.rstrip(".,;:)")
    if not (before.isalpha() and rest.isalpha() and rest.islower()):
        return False
    first = before.lower()
    if first + rest in known_headers():
        return True
    known = known_word(first), known_word(rest)
    return not any(known) or (known_word(first + rest) and not all(known))
