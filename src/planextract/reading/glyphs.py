"""A page's characters as arrays: code points and boxes, in the file's own order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from planextract.reading import pdfium
from planextract.reading.frame import Frame


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of a page: ``codes[i]`` stands in ``boxes[i]`` (x0, top, x1, bottom)."""

    codes: NDArray[np.int64]
    boxes: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.codes)


def glyphs_of(text: int, frame: Frame) -> Glyphs:
    """All characters of PDFium's text page, white space that it makes up counted in."""
    count = max(pdfium.count_chars(text), 0)
    places = range(count)
    found = np.zeros((count, 4), np.float32)
    base = found.ctypes.data
    for _ in map(pdfium.loose_box_at, repeat(text), places, range(base, base + 16 * count, 16)):
        pass
    return Glyphs(_codes(text, count), frame.boxes(found.astype(np.float64)))


def _codes(text: int, count: int) -> NDArray[np.int64]:
    """The code points, in one call where PDFium writes one unit for each character."""
    units = np.zeros(count + 1, np.uint16)
    written = pdfium.get_text(text, 0, count, units.ctypes.data)
    if written == count + 1:
        return units[:-1].astype(np.int64)
    return np.fromiter(map(pdfium.unicode_at, repeat(text), range(count)), np.int64, count)
