"""The text of a cell parted as that of a column is: lead-in, items, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planextract.layout.blocks import Setting, block_of, group_lines
from planextract.layout.breaks import pitch_of
from planextract.layout.lines import Line, make_line
from planextract.model.page import Box, Word
from planextract.model.passage import Passage

LEAST_PITCH = 0.8
"""Type sizes; what is nearer stands beside."""
FIRST_PITCH = 1.25
"""Single spacing, where a cell of few lines does not tell its own."""


def parts_of(lines: Sequence[Sequence[Word]], box: Box) -> tuple[Passage, ...]:
    """The parts of a cell, markers left out; none where it is one text."""
    if len(lines) < 2 or not all(word.upright for line in lines for word in line):
        return ()
    made = [make_line(line) for line in lines]
    left = min(line.box.x0 for line in made)
    right = max(max(line.box.x1 for line in made), box.x1 - (left - box.x0))
    setting = Setting(0, made[0].size, right, _pitch(made))
    groups = list(group_lines(made, setting))
    if len(groups) < 2:
        return ()
    passages = (block_of(group, setting).passage for group in groups)
    return tuple(passage for passage in passages if passage)


def _pitch(lines: Sequence[Line]) -> float:
    """From line to line inside a cell: the least that it has."""
    pitches = [pitch_of(above, below) for above, below in pairwise(lines)]
    found = min((pitch for pitch in pitches if pitch > LEAST_PITCH), default=FIRST_PITCH)
    return found if len(lines) > 2 else max(found, FIRST_PITCH)
