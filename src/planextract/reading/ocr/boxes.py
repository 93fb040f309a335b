"""Boxes to tick, alone in a cell: a square outline, empty or with a mark in it."""

from __future__ import annotations

import numpy as np

from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.regions import INK, MARGIN, WHITE, Cutting

EMPTY, TICKED = "☐", "☑"
SIDE = (8, 60)
"""Pixels of a box's side: 3 to 16 points at 150 to 300 pixels an inch."""
SQUARE = 1.18
"""Times as long one side may be as the other."""
EDGE = 0.2
"""Share of the side from the border inwards in which the outline runs."""
CLOSED = 0.85
"""Share of each side that is drawn; the round sides of O and D leave their corners open."""
MARKED = 0.12
"""Share of the inside that a tick or a cross covers."""
SURE = 0.9
"""Confidence given to a box known by its shape (chosen by eye)."""


def box_in(cutting: Cutting) -> Token | None:
    """The box that is all there is in a cutting, in its pixels; None where there is none."""
    dark = np.asarray(cutting.gray < WHITE - INK, dtype=np.uint8)
    ys, xs = np.nonzero(dark)
    if not len(xs):
        return None
    x0, x1, top, bottom = int(xs.min()), int(xs.max()) + 1, int(ys.min()), int(ys.max()) + 1
    width, height = x1 - x0, bottom - top
    if not SIDE[0] <= min(width, height) <= max(width, height) <= SIDE[1]:
        return None
    if max(width, height) > SQUARE * min(width, height):
        return None
    part = dark[top:bottom, x0:x1]
    if not _outlined(part, clipped=top <= MARGIN):
        return None
    in_y, in_x = int(EDGE * height) + 1, int(EDGE * width) + 1
    marked = float(part[in_y:-in_y, in_x:-in_x].mean()) >= MARKED
    return Token(TICKED if marked else EMPTY, x0, top, x1, bottom, SURE, 0)


def _outlined(part: Gray, clipped: bool) -> bool:
    """Whether a line runs along each side, its corners closed; the top of a clipped box is off."""
    for turns in range(1 if clipped else 0, 4):
        side = np.rot90(part, turns)
        edge = side[: max(2, int(EDGE * len(side)))].max(axis=0)
        corner = max(2, int(EDGE * len(edge) / 2))
        closed = edge[corner:-corner] if clipped else edge
        if float(closed.mean()) < CLOSED:
            return False
        if not clipped and float(edge[:corner].mean()) < CLOSED:
            return False
    return True
