"""A page's characters as arrays: code points and boxes, in the file's own order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from planextract.reading import pdfium
from planextract.reading.characters import SPACES
from planextract.reading.frame import Frame

_SPACES = np.array(sorted(SPACES))
_LOW_SPACES = np.isin(np.arange(256), _SPACES)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of a page: ``codes[i]`` stands in ``boxes[i]`` (x0, top, x1, bottom)."""

    codes: NDArray[np.int64]
    boxes: NDArray[np.float64]
    solid: NDArray[np.bool_]
    """Which are no white space; the boxes of the others are not read."""

    def __len__(self) -> int:
        return len(self.codes)


def glyphs_of(text: int, frame: Frame) -> Glyphs:
    """All characters of PDFium's text page, white space that it makes up counted in."""
    count = max(pdfium.count_chars(text), 0)
    codes = _codes(text, count)
    solid = ~_is_space(codes)
    places = np.flatnonzero(solid)
    found = np.zeros((count, 4), np.float32)
    targets = places * 16 + found.ctypes.data
    deque(map(pdfium.loose_box_at, repeat(text), places.tolist(), targets.tolist()), 0)
    return Glyphs(codes, frame.boxes(found.astype(np.float64)), solid)


def _is_space(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """White space by a table of the codes below 256, and by search above."""
    low = _LOW_SPACES[np.clip(codes, 0, 255)]
    high = codes > 255
    if high.any():
        low[high] = np.isin(codes[high], _SPACES)
    return low


def _codes(text: int, count: int) -> NDArray[np.int64]:
    """The code points, in one call where PDFium writes one unit for each character."""
    units = np.zeros(count + 1, np.uint16)
    written = pdfium.get_text(text, 0, count, units.ctypes.data)
    if written == count + 1:
        return units[:-1].astype(np.int64)
    return np.fromiter(map(pdfium.unicode_at, repeat(text), range(count)), np.int64, count)
