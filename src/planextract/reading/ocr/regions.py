"""What is handed to the engine: cells one by one, and what is left of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from planextract.model.page import Box, Rule
from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.pictures import Picture

INSET = 1.2
"""Points inside a cell's border where its rule may still show."""
MARGIN = 10
"""Pixels of paper around a cutting; Tesseract reads letters at the very edge badly."""
WHITE = 255
INK = 60
"""Grey values that writing is darker than white paper."""
LARGE = 1_000_000
"""Pixels from which half the resolution will do to find where writing stands."""
AROUND = (14, 6)
"""Pixels beside and above writing that are cut with it: a faint full stop may stand there."""
LEAST_MARK = 12
"""Pixels of the smallest mark that may be writing at 200 dpi: a full stop has 12, a dash 24."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """A part of the picture, and where its pixel (0, 0) stands in the whole."""

    gray: Gray
    left: int
    top: int
    scale: float = 1.0
    """Pixels of the cutting a pixel of the picture."""

    def placed(self, tokens: Iterable[Token]) -> list[Token]:
        """Tokens of the cutting in pixels of the whole picture."""
        return [self._placed(token) for token in tokens]

    def _placed(self, token: Token) -> Token:
        x0, x1 = (self.left + round(x / self.scale) for x in (token.x0, token.x1))
        top, bottom = (self.top + round(y / self.scale) for y in (token.top, token.bottom))
        return replace(token, x0=x0, top=top, x1=x1, bottom=bottom)

    def at_most(self, height: int) -> Cutting:
        """The cutting made smaller where its line is higher (set sideways: wider) than that."""
        line = min(self.gray.shape)
        if line <= height:
            return self
        factor = height / line
        small = cv2.resize(self.gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        return Cutting(np.asarray(small, dtype=np.uint8), self.left, self.top, factor)


def cut_cells(picture: Picture, cells: Sequence[Box]) -> list[Cutting]:
    """The cells with writing in them, cut close around it."""
    cut = (cut_box(picture.gray, _pixels(cell, picture, INSET)) for cell in cells)
    return [cutting for cutting in cut if cutting is not None]


def remainder(picture: Picture, free: Gray) -> Cutting | None:
    """What stands where ``free`` is not 0, or None where nothing does."""
    gray = np.asarray(np.where(free, picture.gray, WHITE), dtype=np.uint8)
    return cut_box(gray, (0, 0, gray.shape[1], gray.shape[0]))


def free_area(picture: Picture, rules: Sequence[Rule], cells: Sequence[Box]) -> Gray:
    """A mask of the picture's size, 0 in cells and where ruling lines run, 1 elsewhere."""
    mask = np.ones(picture.gray.shape, dtype=np.uint8)
    taken = [Box(rule.x0, rule.top, rule.x1, rule.bottom) for rule in rules]
    for box in (*taken, *cells):
        x0, top, x1, bottom = _pixels(box, picture, -INSET)
        mask[top:bottom, x0:x1] = 0
    return mask


def _pixels(box: Box, picture: Picture, inset: float) -> tuple[int, int, int, int]:
    """A box of points in pixels, made smaller by ``inset`` points on each side."""
    rows, columns = picture.gray.shape
    x0 = (box.x0 + inset - picture.left) / picture.step_x
    x1 = (box.x1 - inset - picture.left) / picture.step_x
    top = (box.top + inset - picture.top) / picture.step_y
    bottom = (box.bottom - inset - picture.top) / picture.step_y
    return max(0, int(x0)), max(0, int(top)), min(columns, int(x1)), min(rows, int(bottom))


def cut_box(gray: Gray, box: tuple[int, int, int, int]) -> Cutting | None:
    """A box of the picture (x0, top, x1, bottom) cut close around its writing, framed white."""
    x0, top, x1, bottom = box
    part = gray[top:bottom, x0:x1]
    if part.size == 0:
        return None
    found = _written(part)
    if found is None:
        return None
    left, upper, right, lower = found
    part = part[upper:lower, left:right]
    framed = cv2.copyMakeBorder(
        part, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=WHITE
    )
    return Cutting(np.asarray(framed, dtype=np.uint8), x0 + left - MARGIN, top + upper - MARGIN)


def _written(gray: Gray) -> tuple[int, int, int, int] | None:
    """The box around the marks that may be writing (x0, top, x1, bottom), or None."""
    times = 2 if gray.size > LARGE else 1
    size = (max(1, gray.shape[1] // times), max(1, gray.shape[0] // times))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if times > 1 else gray
    dark = np.asarray(small < WHITE - INK, dtype=np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    marks = stats[1:count]
    marks = times * marks[marks[:, cv2.CC_STAT_AREA] * times * times >= LEAST_MARK]
    if not len(marks):
        return None
    x0, top = int(marks[:, 0].min()), int(marks[:, 1].min())
    x1, bottom = int((marks[:, 0] + marks[:, 2]).max()), int((marks[:, 1] + marks[:, 3]).max())
    rows, columns = gray.shape
    return (
        max(0, x0 - AROUND[0]), max(0, top - AROUND[1]),
        min(columns, x1 + AROUND[0]), min(rows, bottom + AROUND[1]),
    )  # fmt: skip
