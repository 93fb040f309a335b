"""Shaded areas found in a page picture: table headers, zebra rows, cards."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Box, Fill, Rule
from planextract.reading.ocr.ground import Ground
from planextract.reading.ocr.pictures import Picture

CONTRAST = 7
"""Grey values between paper and shading; the lightest zebra seen in print has 8."""
EDGE = 6
"""Grey values from one point to the next where one shading ends and another begins."""
SMALLEST = (20.0, 7.0)
"""Width and height in points of a shaded area that counts."""
RECTANGULAR = 0.8
"""Share of its bounding box that a shaded area fills; less is a photograph or a drawing."""


def find_fills(picture: Picture, ground: Ground, rules: Sequence[Rule]) -> tuple[Fill, ...]:
    """The shaded rectangles of a straightened picture, in points, cut where rules run."""
    colors = ground.colors
    paper = np.median(colors.reshape(-1, colors.shape[2]), axis=0)
    away = np.abs(colors.astype(np.int16) - paper.astype(np.int16)).max(axis=2) > CONTRAST
    if not away.any():
        return ()
    shaded = (away & ~_edges(colors)).astype(np.uint8)
    for rule in rules:
        start = (int(rule.x0 - picture.left), int(rule.top - picture.top))
        cv2.line(shaded, start, (int(rule.x1 - picture.left), int(rule.bottom - picture.top)), 0, 1)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(shaded, connectivity=4)
    fills = []
    for label, (left, top, width, height, area) in enumerate(stats[1:count], start=1):
        if width < SMALLEST[0] or height < SMALLEST[1] or area < RECTANGULAR * width * height:
            continue
        within = colors[top : top + height, left : left + width]
        color = np.median(within[labels[top : top + height, left : left + width] == label], axis=0)
        corners = (left - 1, top - 1, left + width + 1, top + height + 1)
        box = Box(*map(float, corners))
        fills.append(Fill(_moved(box, picture), _hexadecimal(color)))
    return tuple(fills)


def _edges(ground: NDArray[np.uint8]) -> NDArray[np.bool_]:
    steep = cv2.morphologyEx(ground, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8))
    return np.asarray(steep.reshape(*ground.shape[:2], -1).max(axis=2) > EDGE)


def _moved(box: Box, picture: Picture) -> Box:
    return Box(
        box.x0 + picture.left,
        box.top + picture.top,
        box.x1 + picture.left,
        box.bottom + picture.top,
    )


def _hexadecimal(color: NDArray[np.float64]) -> str:
    blue, green, red = (int(color[0]),) * 3 if len(color) == 1 else (int(part) for part in color)
    return f"#{red:02x}{green:02x}{blue:02x}"
