"""Shaded bands on which the writing is lighter than its ground: white on a header's colour."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from planextract.reading.ocr.engine import Gray

SHADE = 40
"""Grey values below the paper from which a ground is shaded enough for white writing."""
RUN = 24
"""Points; a shaded run so long above or below the writing is a band, no letter."""
ACROSS = 17
"""Points of the highest writing that is looked for between the two margins of a band."""
SMALLEST = (20, 7)
"""Points across and down of a band."""
EVEN = 24
"""Grey values from one point to the next on bare ground; a row of small letters has more."""
FULL = 0.65
"""Share of each of a band's rows that is shaded; between two ruling lines it is 0.1 to 0.4."""
MARGINS = 0.3
"""Share of each of a band's columns that is shaded, also where a letter stands."""
WRITTEN = 0.02
"""Share of a band that its writing covers at the least."""


def reversed_areas(gray: Gray) -> NDArray[np.bool_]:
    """Where the writing is lighter than its ground; ``gray`` has one pixel a point.

    A band shows by its margins, which no letter breaks; what it holds then tells which way
    the writing goes, at any depth of the shading.
    """
    areas = np.zeros(gray.shape, dtype=np.bool_)
    shaded = np.asarray(gray < int(np.median(gray)) - SHADE, dtype=np.uint8)
    steps = cv2.morphologyEx(gray, cv2.MORPH_GRADIENT, np.ones((1, 3), np.uint8))
    even = shaded & np.asarray(steps <= EVEN, dtype=np.uint8)
    margins = cv2.morphologyEx(even, cv2.MORPH_OPEN, np.ones((1, RUN), np.uint8))
    if not margins.any():
        return areas
    bands = cv2.morphologyEx(margins, cv2.MORPH_CLOSE, np.ones((ACROSS, 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(bands, connectivity=4)
    for label, (left, top, width, height, _area) in enumerate(stats[1:count], start=1):
        if width < SMALLEST[0] or height < SMALLEST[1]:
            continue
        inside = (slice(top, top + height), slice(left, left + width))
        within = (labels[inside] == label) & (shaded[inside] > 0)
        for rows in _full_rows(within):
            columns = within[rows].mean(axis=0) >= MARGINS
            band = gray[inside][rows]
            if _lighter(band[1:-1][:, columns], band[margins[inside][rows] > 0]):
                areas[inside][rows] |= columns
    return areas


def _full_rows(within: NDArray[np.bool_]) -> list[slice]:
    """Runs of rows that are mostly shaded and together as high as a band."""
    full = np.concatenate(([False], within.mean(axis=1) >= FULL, [False]))
    turns = np.flatnonzero(full[1:] != full[:-1]).tolist()
    runs = zip(turns[::2], turns[1::2], strict=True)
    return [slice(start, end) for start, end in runs if end - start >= SMALLEST[1]]


def _lighter(pixels: NDArray[Any], ground: NDArray[Any]) -> bool:
    """Whether what is written on a ground is lighter than it."""
    if not ground.size:
        return False
    away = pixels.astype(np.int16) - int(np.median(ground))
    light, dark = float((away > SHADE).mean()), float((away < -SHADE).mean())
    return light > dark and light >= WRITTEN
