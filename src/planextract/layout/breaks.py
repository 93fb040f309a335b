"""Where a column begins a block by its shape alone: white above a line, or a hanging indent.

Neither needs a marker, a capital or a full stop, so lists without marks fall apart here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from planextract.layout.lines import Line

Break = Literal["", "white", "hang"]

LEADING_JUMP = 1.12
"""A line this many times the usual pitch below the last starts a new block."""
JUMP_SLACK = 0.05
"""Type sizes added to it, for boxes that are rounded."""
WIDEST_PITCH = 2.3
"""Usual pitches up to which a line in lower case may go on: text files double their lines."""
NEAR = 8
"""Lines to either side by which the leading of a place is judged."""
FEWEST_TIGHT = 2
"""Near lines at the usual pitch that show that the leading there is not an open one."""
SAME_LEFT = 1.5
"""Points by which lines of one left edge may differ."""
INDENT = (0.7, 4.0)
"""Type sizes that the lines of an item hang in below its first."""
CENTRED = 1.0
"""Points by which the middles of centred lines may differ, twice."""
FEWEST_HANGING = 2
"""Hanging lines in a column that make it a habit."""


def breaks_of(lines: Sequence[Line], marked: Sequence[bool], pitch: float) -> list[Break]:
    """For each line of a column how its shape begins a block, if it does.

    ``marked`` are the lines with a marker; nothing else is needed to begin them.
    """
    found: list[Break] = [""] * len(lines)
    for at in hanging(lines, marked, pitch):
        found[at] = "" if marked[at] else "hang"
    for at in range(1, len(lines)):
        if is_wide(lines[at - 1], lines[at], pitch) and _is_tight(lines, at, pitch):
            found[at] = found[at] or "white"
    return found


def is_wide(above: Line, below: Line, pitch: float) -> bool:
    """Whether there is more white above a line than inside a paragraph."""
    return pitch_of(above, below) > pitch * LEADING_JUMP + JUMP_SLACK


def pitch_of(above: Line, below: Line) -> float:
    """From line to line, in type sizes of the lower one."""
    return (below.box.bottom - above.box.bottom) / below.size


def _is_tight(lines: Sequence[Line], at: int, pitch: float) -> bool:
    """Whether lines near by stand at the usual pitch: the leading is no open one."""
    size = lines[at].size
    near = lines[max(0, at - NEAR) : at + NEAR]
    tight = sum(
        abs(above.size - below.size) < 0.1
        and abs(below.size - size) < 0.1
        and pitch_of(above, below) > 0.5
        and not is_wide(above, below, pitch)
        for above, below in pairwise(near)
    )
    return tight >= FEWEST_TIGHT


def hanging(lines: Sequence[Line], marked: Sequence[bool], pitch: float) -> set[int]:
    """The lines that begin an item of a list told by its hanging indent.

    A line further in that begins in lower case hangs below the one above it; one with a
    capital is the indented first line of a paragraph. The more frequent of the two in a
    column says which of them it has.
    """
    steps = [_step(above, below, pitch) for above, below in pairwise(lines)]
    inwards = [
        at for at, step in enumerate(steps, 1) if step > 0 and not (marked[at] or marked[at - 1])
    ]
    lower = [at for at in inwards if lines[at].text[:1].islower()]
    if len(lower) < FEWEST_HANGING or len(lower) * 2 <= len(inwards):
        return set()
    firsts = {at - 1 for at in lower}
    hung = set(lower)
    for at in range(1, len(lines)):
        if at - 1 in hung and steps[at - 1] == 0 and not marked[at]:
            hung.add(at)
        elif at - 1 in hung and steps[at - 1] < 0:
            firsts.add(at)
    return firsts


def _step(above: Line, below: Line, pitch: float) -> int:
    """1 where a line stands further in than the one above it, -1 further out, else 0."""
    if abs(above.size - below.size) > 0.1 or pitch_of(above, below) > WIDEST_PITCH * pitch:
        return 0
    by = below.box.x0 - above.box.x0
    if abs(by) <= SAME_LEFT or abs(by + below.box.x1 - above.box.x1) <= CENTRED:
        return 0
    least, most = (share * below.size for share in INDENT)
    if not least <= abs(by) <= most:
        return 0
    return 1 if by > 0 else -1
