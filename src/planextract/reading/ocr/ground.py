"""The paper behind the writing, and the picture with the paper made white."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from planextract.reading.ocr.engine import Gray
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.shade import reversed_areas

LETTER = 13
"""Points; marks narrower than this are writing on the ground, not ground."""
DARK = 110
"""Grey value of a ground that is dark whatever is written on it."""
WINDOW = (31, 9)
"""Points across and down over which the share of dark pixels is taken: a few letters."""
DENSE = 0.65
"""Share of dark pixels; bold headings reach 0.5, white writing on a dark ground leaves 0.7."""
LEAST_NOISE = 6.0
"""Grey values of grain that every scan is taken to have."""
GRAIN = 3.0
"""Standard deviations of the grain that are made white: 999 pixels in 1,000."""

FAINTEST = 40.0
"""Grey values below white that writing is at the least."""
LEAST_INK = 0.0005
"""Share of the page that is written on; less does not tell how dark the ink is."""
USUAL_INK = 70.0
"""Grey value of the darker quarter of well printed letters at 200 dpi, edges counted in."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind the writing, one pixel a point."""

    colors: NDArray[np.uint8]
    """Rows by columns by channels (1 or 3)."""
    reversed: NDArray[np.bool_]
    """Where the writing is lighter than the ground."""


def ground_of(picture: Picture) -> Ground:
    """The colour behind the writing, one pixel a point."""
    pixels = picture.gray if picture.color is None else picture.color
    rows, columns = picture.gray.shape
    size = (max(1, round(columns * picture.step_x)), max(1, round(rows * picture.step_y)))
    small = cv2.medianBlur(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), 3)
    kernel = np.ones((LETTER, LETTER), np.uint8)
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    gray = _gray(small)
    lighter = reversed_areas(gray)
    filled = _dark_areas(gray) | lighter
    if not filled.any():
        return Ground(_deep(light), filled)
    dark = cv2.morphologyEx(small, cv2.MORPH_OPEN, kernel)
    colors = np.asarray(np.where(filled[..., None], _deep(dark), _deep(light)), dtype=np.uint8)
    return Ground(colors, filled & ((_gray(colors) < DARK) | lighter))


def _dark_areas(small: Gray) -> NDArray[np.bool_]:
    """Where most pixels round about are dark: no writing is so dense, white on dark is."""
    dark = np.asarray((small < DARK) * 255, dtype=np.uint8)
    dense = cv2.threshold(cv2.blur(dark, WINDOW), DENSE * 255, 255, cv2.THRESH_BINARY)[1]
    reach = cv2.dilate(dense, np.ones((WINDOW[1] // 2 | 1, WINDOW[0] // 2 | 1), np.uint8))
    return np.asarray(reach > 0)


def paper_of(picture: Picture, ground: Ground) -> Gray:
    """The ground's grey values at the picture's own resolution."""
    rows, columns = picture.gray.shape
    paper = cv2.resize(_gray(ground.colors), (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(paper, dtype=np.uint8)


def whitened(picture: Picture, ground: Ground) -> Picture:
    """The picture with dark writing on white paper everywhere, the grain of the paper gone."""
    paper = paper_of(picture, ground)
    gray = picture.gray
    if ground.reversed.any():
        rows, columns = gray.shape
        mask = ground.reversed.astype(np.uint8)
        turned = cv2.resize(mask, (columns, rows), interpolation=cv2.INTER_NEAREST) > 0
        gray = np.where(turned, 255 - gray, gray)
        paper = np.where(turned, 255 - paper, paper)
    even = cv2.divide(gray, paper, scale=255.0)
    white = 255.0 - max(GRAIN * _grain(even), GRAIN * LEAST_NOISE)
    black = _black(even, white)
    level = cv2.LUT(even, _stretch(black, white))
    return replace(picture, gray=np.asarray(level, dtype=np.uint8))


def _black(even: NDArray[Any], white: float) -> float:
    """The grey value of full ink; above 0 where the print is faint."""
    sample = even[::3, ::3].ravel()
    ink = sample[sample < white - FAINTEST]
    return float(np.percentile(ink, 25)) if ink.size > LEAST_INK * sample.size else 0.0


def _stretch(black: float, white: float) -> NDArray[np.uint8]:
    """A table that makes ``white`` and above white; faint ink as dark as usual ink is."""
    low = max(0.0, black - USUAL_INK)
    table = np.clip((np.arange(256) - low) * 255.0 / (white - low), 0, 255)
    return np.asarray(table, dtype=np.uint8)


def _grain(even: NDArray[Any]) -> float:
    """Standard deviation of the paper's own pixels, by how far below white they reach."""
    sample = even[::7, ::7].ravel().astype(np.float64)
    paper = sample[sample > 170]
    return float(np.median(np.abs(paper - np.median(paper))) * 1.4826) if paper.size else 0.0


def _gray(pixels: NDArray[Any]) -> Gray:
    if pixels.ndim == 2:
        return np.asarray(pixels, dtype=np.uint8)
    if pixels.shape[2] == 1:
        return np.asarray(pixels[:, :, 0])
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def _deep(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    deep = pixels if pixels.ndim == 3 else pixels[..., None]
    return np.asarray(deep, dtype=np.uint8)
