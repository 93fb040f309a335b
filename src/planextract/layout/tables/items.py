"""Bulleted and numbered items inside a cell, only where the markers are there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planextract.layout.joining import join_words
from planextract.layout.markers import is_bullet, kind_of
from planextract.model.page import Word
from planextract.model.passage import Passage

NUMBER = re.compile(r"\(?(\d{1,2})[.)]$")
LETTER = re.compile(r"\(?([a-zæøå])\)$")
LONGEST_MARKER = 4
"""Characters of ``(12)``."""
FEWEST_WEAK = 2
"""A dash, a lost bullet (the letter x or o), a number or a letter counts from two on."""

Lines = Sequence[Sequence[Word]]


def items_of(lines: Lines) -> tuple[tuple[Passage, ...], tuple[Word, ...]]:
    """The items without their markers, and the markers; none where the cell has no list."""
    starts = _starts(lines)
    if not starts:
        return (), ()
    ends = [*starts[1:], len(lines)]
    items = []
    for start, end in zip(starts, ends, strict=True):
        body = [lines[start][1:], *lines[start + 1 : end]]
        passage = join_words([line for line in body if line])
        if passage:
            items.append(passage)
    return tuple(items), tuple(lines[start][0] for start in starts)


def _starts(lines: Lines) -> list[int]:
    """The lines that begin an item, by the first kind of marker that makes a list."""
    heads = [
        (at, line[0].text, line[1].text if len(line) > 1 else "")
        for at, line in enumerate(lines)
        if len(line[0].text) <= LONGEST_MARKER
    ]
    if not heads:
        return []
    bullets = [at for at, head, _ in heads if is_bullet(head)]
    if bullets:
        return bullets
    for weak in ("dash", "lost"):
        found = [at for at, head, after in heads if kind_of(head) == weak and after]
        alike = {lines[at][0].text for at in found}
        if len(found) >= FEWEST_WEAK and found[0] == 0 and len(alike) == 1:
            return found
    return _counted(heads)


def _counted(heads: Sequence[tuple[int, str, str]]) -> list[int]:
    """Lines that begin 1., 2., 3. or a), b), c), a capital after each number."""
    for pattern, first in ((NUMBER, "1"), (LETTER, "a")):
        expected, found = first, []
        for at, head, after in heads:
            marker = pattern.match(head)
            if marker and marker[1] == expected and (after[:1].isupper() or pattern is LETTER):
                found.append(at)
                expected = str(int(expected) + 1) if first == "1" else chr(ord(expected) + 1)
        if len(found) >= FEWEST_WEAK:
            return found
    return []
