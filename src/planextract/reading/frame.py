"""From PDF user space to points from the top left of the page as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Box

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f as in a PDF: x' = a·x + c·y + e, y' = b·x + d·y + f."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def chain(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible page: its size in points, and the matrix that leads to it."""

    width: float
    height: float
    matrix: Matrix

    @staticmethod
    def of(left: float, bottom: float, right: float, top: float, quarter_turns: int) -> Frame:
        """The frame of a page box (crop box within media box), turned clockwise to be read."""
        width, height = right - left, top - bottom
        if quarter_turns % 2:
            width, height = height, width
        matrices: tuple[Matrix, ...] = (
            (1, 0, 0, -1, -left, top),
            (0, 1, 1, 0, -bottom, -left),
            (-1, 0, 0, 1, right, -bottom),
            (0, -1, -1, 0, top, right),
        )
        return Frame(width, height, matrices[quarter_turns % 4])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space stands on the visible page."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of user space on the visible page."""
        (p, q), (r, s) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(p, r), min(q, s), max(p, r), max(q, s))

    def boxes(self, rectangles: NDArray[np.float64]) -> NDArray[np.float64]:
        """Rows of x0, y0, x1, y1 in user space as rows of x0, top, x1, bottom, sorted."""
        a, b, c, d, e, f = self.matrix
        xs, ys = rectangles[:, 0::2], rectangles[:, 1::2]
        (left, right), (upper, lower) = (a * xs + c * ys + e).T, (b * xs + d * ys + f).T
        return np.column_stack(
            (
                np.minimum(left, right), np.minimum(upper, lower),
                np.maximum(left, right), np.maximum(upper, lower),
            )
        )  # fmt: skip

    def within(self, box: Box) -> Box | None:
        """The part of a box that is on the page, or None where nothing is."""
        cut = Box(
            max(box.x0, 0.0),
            max(box.top, 0.0),
            min(box.x1, self.width),
            min(box.bottom, self.height),
        )
        return cut if cut.x0 <= cut.x1 and cut.top <= cut.bottom else None
