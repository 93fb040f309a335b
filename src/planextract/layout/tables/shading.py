"""The colour behind a cell."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.model.page import Box, Fill

SHADED_SHARE = 0.3
"""Share of a cell that a fill must cover to be its shading; a Gantt bar leaves margins."""
WHITE = "#ffffff"


def shading(box: Box, fills: Sequence[Fill]) -> str | None:
    """The colour of the topmost fill that covers enough of a cell; white is none."""
    for fill in reversed(fills):
        if fill.box.overlap(box) >= SHADED_SHARE * box.area:
            return None if fill.color == WHITE else fill.color
    return None
