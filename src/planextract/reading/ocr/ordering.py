"""The order in which a person reads the lines of a page: each paragraph and cell whole."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.model.page import Box

SAME_ROW = 0.5
"""Share of the lower line's height by which two lines stand side by side."""
SAME_EDGE = 0.6
"""Heights by which the left edges of a paragraph's lines may differ."""
NEXT_LINE = 0.6
"""Heights of white between two lines of one paragraph at the most."""


def in_reading_order(lines: Sequence[Box]) -> list[int]:
    """The places of the lines, from the top and from the left, a line's paragraph after it.

    A paragraph goes on with the line close below that begins at the same edge, so that the
    lines of one cell stay together whatever stands beside them.
    """
    left = sorted(range(len(lines)), key=lambda at: (lines[at].top, lines[at].x0))
    order: list[int] = []
    while left:
        at = min(_row(left, lines), key=lambda other: lines[other].x0)
        while True:
            left.remove(at)
            order.append(at)
            below = [other for other in left if _goes_on(lines[at], lines[other])]
            if not below:
                break
            at = min(below, key=lambda other: lines[other].top)
    return order


def _row(left: Sequence[int], lines: Sequence[Box]) -> list[int]:
    """The lines beside the topmost one, itself counted in."""
    first = lines[left[0]]
    row = [left[0]]
    for at in left[1:]:
        box = lines[at]
        if box.top > first.bottom:
            break
        shared = min(first.bottom, box.bottom) - max(first.top, box.top)
        if shared >= SAME_ROW * min(first.height, box.height):
            row.append(at)
    return row


def _goes_on(line: Box, below: Box) -> bool:
    height = min(line.height, below.height)
    gap = below.top - line.bottom
    return -height / 2 <= gap <= NEXT_LINE * height and (
        abs(below.x0 - line.x0) <= SAME_EDGE * height
    )
