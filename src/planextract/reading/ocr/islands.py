"""Lines of text that stand by themselves beside tables: headings, page numbers, labels.

They are read with the cells, one block each: a page that is mostly tables then needs no
reading as a page at all, which would pass over a lone digit. On a page of prose the mode
for pages reads better.
"""

from __future__ import annotations

import cv2
import numpy as np

from planextract.reading.ocr.engine import Gray
from planextract.reading.ocr.pictures import POINTS_PER_INCH, Picture
from planextract.reading.ocr.regions import INK, WHITE, Cutting, cut_box

WORD_GAP = 9.0
"""Points between words of one line; a wider gap parts two islands, as columns are parted."""
LINE_GAP = 2.5
"""Points between two lines of one paragraph, from descender to ascender, at the least."""
HIGHEST = 60.0
"""Points of one line with its ascenders and descenders; the title of a cover is 30 to 50."""
NARROW, HIGHEST_SIDEWAYS = 24.0, 150.0
"""Points across and down of a line set sideways: two lines of print, a long heading."""
READ_AT = 64
"""Pixels, margins counted in, that a line is read at: Tesseract misreads large bold letters."""
LOWEST = 3.0
"""Points; the x-height of the smallest print."""
MOST = 120
"""A page with more has a map, a photograph or noise: it is read as a whole."""


def find_islands(picture: Picture, free: Gray) -> list[tuple[int, int, int, int]]:
    """Pixel boxes (x0, top, x1, bottom) of lone lines; ``free`` is 0 in cells and on rules."""
    pixels = picture.dpi / POINTS_PER_INCH / 2
    ink = np.asarray(picture.gray < WHITE - INK, dtype=np.uint8) & free
    size = (max(1, ink.shape[1] // 2), max(1, ink.shape[0] // 2))
    small = (cv2.resize(ink * 255, size, interpolation=cv2.INTER_AREA) > 100).astype(np.uint8)
    kernel = np.ones((int(2 * LINE_GAP * pixels) | 1, int(WORD_GAP * pixels) | 1), np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(small, kernel))
    spread_y, spread_x = kernel.shape[0] - 1, kernel.shape[1] - 1
    found = []
    for left, top, width, height, _area in stats[1:count]:
        high = height - spread_y
        narrow = width - spread_x <= NARROW * pixels
        if LOWEST * pixels <= high <= (HIGHEST_SIDEWAYS if narrow else HIGHEST) * pixels:
            across, down = left + spread_x // 2, top + spread_y // 2
            found.append(
                (
                    2 * across - 4,
                    2 * down - 4,
                    2 * (across + width - spread_x) + 4,
                    2 * (down + high) + 4,
                )
            )
    return [_bounded(box, picture.gray) for box in found] if len(found) <= MOST else []


def without(free: Gray, boxes: list[tuple[int, int, int, int]]) -> Gray:
    """The mask with the boxes taken as well."""
    mask = free.copy()
    for x0, top, x1, bottom in boxes:
        mask[top:bottom, x0:x1] = 0
    return mask


def cut_islands(picture: Picture, boxes: list[tuple[int, int, int, int]]) -> list[Cutting]:
    """The lines cut out, those left out that hold no writing."""
    cut = (cut_box(picture.gray, box) for box in boxes)
    return [cutting.at_most(READ_AT) for cutting in cut if cutting is not None]


def _bounded(box: tuple[int, int, int, int], gray: Gray) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (int(value) for value in box)
    rows, columns = gray.shape
    return max(0, x0), max(0, top), min(columns, x1), min(rows, bottom)
