"""The closed cells that ruling lines make, so that each can be read by itself."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from planextract.model.page import Box, Rule

FINENESS = 1
"""Pixels a point of the plan that the lines are drawn on; an outline is one pixel wide."""
SMALLEST = (8.0, 7.0)
"""Width and height in points; what is smaller holds no letter."""
LARGEST = 0.5
"""Share of the page; a frame around a page is no cell."""
RECTANGULAR = 0.9
"""Share of its bounding box that a cell fills; less is the space around a table."""
NEXT_TO = 3.0
"""Points between two cells of one table."""


def find_cells(rules: Sequence[Rule], width: float, height: float) -> list[Box]:
    """The cells of the page's ruled tables, in points, top to bottom, left to right.

    A box with no neighbour is a card or a frame, which may hold columns: it is left out.
    """
    if len(rules) < 4:
        return []
    plan = np.full((int(height * FINENESS) + 2, int(width * FINENESS) + 2), 255, dtype=np.uint8)
    for rule in rules:
        start = (round(rule.x0 * FINENESS), round(rule.top * FINENESS))
        cv2.line(plan, start, (round(rule.x1 * FINENESS), round(rule.bottom * FINENESS)), 0, 1)
    count, _, stats, _ = cv2.connectedComponentsWithStats(plan, connectivity=4)
    boxes = []
    for left, top, across, down, area in stats[1:count]:
        box = Box(*(value / FINENESS for value in (left, top, left + across, top + down)))
        if (
            area >= RECTANGULAR * across * down
            and box.width >= SMALLEST[0]
            and box.height >= SMALLEST[1]
            and box.area <= LARGEST * width * height
        ):
            boxes.append(box)
    cells = [box for box in boxes if any(_adjoin(box, o) for o in boxes if o is not box)]
    return sorted(cells, key=lambda cell: (round(cell.top), cell.x0))


def _adjoin(one: Box, other: Box) -> bool:
    """Whether two boxes share a piece of border."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return (across > NEXT_TO and -NEXT_TO <= down <= 0) or (
        down > NEXT_TO and -NEXT_TO <= across <= 0
    )
