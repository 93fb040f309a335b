"""Ruling lines and filled rectangles from the drawing commands of a page."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as raw

from planextract.model.page import Box, Fill, Rule
from planextract.reading import pdfium
from planextract.reading.dots import LARGEST_SHAPE, Dot, dot_of, shape_of
from planextract.reading.frame import Frame, Matrix, chain

RULE_THICKNESS = 3.0
"""Points; a filled rectangle no thicker than this is a ruling line."""
STROKE_THICKNESS = 5.0
"""Points; a line drawn thicker than this is a bar (a Gantt bar, a shaded band)."""
SKEW = 0.5
"""Points by which the ends of a level line may differ."""
SHORTEST_RULE = 0.5
"""Points; shorter strokes are dots."""
STRAIGHT = 0.6
"""Share of a side that is straight on a rectangle with round corners; 0.55 on an ellipse."""
MOST_SEGMENTS = 4000
"""Segments of one path; a path with more is a drawing or a map, not a table."""
MOST_OBJECTS = 60_000
"""Drawing commands looked at on a page; a page with more is a map."""
FEWEST_CORNERS = 4
"""Points of a closed shape."""
ROUNDED = 8
"""Points of an outline above which it is round: a circle has 13 or more, a square box 5."""
PICTURE = "#000000"
"""Colour of a bullet that is a small picture."""
DEEPEST_FORM = 8
"""Levels of forms inside forms that are followed."""

Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides its text."""

    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    """Shapes as small as a bullet; squares among them are fills or rules too."""
    pictures: list[Box] = field(default_factory=list)
    texts: list[tuple[int, Box]] = field(default_factory=list)
    """Text objects by their address; boxes in the space of the page or form that holds them."""
    unfinished: bool = False
    """Whether there was more than can be looked at."""


def drawing_of(page: int, frame: Frame) -> Drawing:
    """The ruling lines, fills and pictures of a page, those inside forms counted in."""
    drawing = Drawing()
    reader = _Reader(frame, drawing)
    objects = (pdfium.object_at(page, i) for i in range(pdfium.count_objects(page)))
    reader.read(objects, frame.matrix, 0)
    return drawing


class _Reader:
    """Walks the objects of a page; its buffers are made once."""

    def __init__(self, frame: Frame, drawing: Drawing) -> None:
        self._frame = frame
        self._drawing = drawing
        self._left = MOST_OBJECTS
        self._numbers = (ctypes.c_float * 2)()
        self._xy = ctypes.addressof(self._numbers)
        self._mode = (ctypes.c_int * 2)()
        self._bounds = (ctypes.c_float * 4)()
        base = ctypes.addressof(self._bounds)
        self._sides = (base, base + 4, base + 8, base + 12)
        self._matrices = pdfium.Matrices()
        self._colors = pdfium.Colors()

    def read(self, objects: Iterator[int], outer: Matrix, depth: int) -> None:
        for element in objects:
            self._left -= 1
            if self._left < 0:
                self._drawing.unfinished = True
                return
            kind = pdfium.object_type(element)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._text(element)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(element, outer)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(element, outer)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                inner = (
                    pdfium.form_object_at(element, i)
                    for i in range(pdfium.count_form_objects(element))
                )
                self.read(
                    inner,
                    chain(self._matrices.read(pdfium.object_matrix, element), outer),
                    depth + 1,
                )

    def _text(self, element: int) -> None:
        if pdfium.object_bounds(element, *self._sides):
            self._drawing.texts.append((element, Box._make(self._bounds)))

    def _picture(self, element: int, outer: Matrix) -> None:
        a, b, c, d, e, f = chain(self._matrices.read(pdfium.object_matrix, element), outer)
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        box = self._frame.within(Box(min(xs), min(ys), max(xs), max(ys)))
        if box and box.area:
            self._drawing.pictures.append(box)
            small = shape_of(box, PICTURE)
            if small:
                self._drawing.dots.append(small)

    def _path(self, element: int, outer: Matrix) -> None:
        count = pdfium.count_segments(element)
        if not 2 <= count <= MOST_SEGMENTS:
            self._drawing.unfinished |= count > MOST_SEGMENTS
            return
        mode = ctypes.addressof(self._mode)
        pdfium.draw_mode(element, mode, mode + 4)
        filled, stroked = self._mode
        if not filled and not stroked:
            return
        matrix = chain(self._matrices.read(pdfium.object_matrix, element), outer)
        lines = list(self._subpaths(element, count, matrix))
        if filled:
            self._filled(element, lines)
        if stroked:
            self._stroked(element, lines, matrix, outlined=not filled)

    def _subpaths(self, element: int, count: int, matrix: Matrix) -> Iterator[list[Point]]:
        """The corners of each part of a path on the page; closed ones end as they began."""
        a, b, c, d, e, f = matrix
        points: list[Point] = []
        for i in range(count):
            segment = pdfium.segment_at(element, i)
            pdfium.segment_point(segment, self._xy, self._xy + 4)
            x, y = self._numbers
            if pdfium.segment_type(segment) == raw.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            points.append((a * x + c * y + e, b * x + d * y + f))
            if pdfium.segment_closes(segment) and points[-1] != points[0]:
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _filled(self, element: int, lines: list[list[Point]]) -> None:
        color, opacity = self._colors.read(pdfium.fill_color, element)
        if not opacity:
            return
        for points in lines:
            self._dot(points, color)
            box = _rectangle(points)
            box = box and self._frame.within(box)
            if not box:
                continue
            if min(box.width, box.height) <= RULE_THICKNESS:
                self._rule(box)
            else:
                self._drawing.fills.append(Fill(box, color))

    def _stroked(
        self, element: int, lines: list[list[Point]], matrix: Matrix, *, outlined: bool
    ) -> None:
        width = ctypes.c_float(1.0)
        pdfium.stroke_width(element, ctypes.addressof(width))
        thickness = width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        color, opacity = self._colors.read(pdfium.stroke_color, element)
        if not opacity:
            return
        for points in lines:
            if outlined and len(points) > 2:
                self._dot(points, color, round_=len(points) > ROUNDED)
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x0 - x1) > SKEW and abs(y0 - y1) > SKEW:
                    continue
                box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                if thickness > STROKE_THICKNESS:
                    self._bar(box, thickness / 2, color)
                elif inside := self._frame.within(box):
                    self._rule(inside)

    def _dot(self, points: list[Point], color: str, *, round_: bool = True) -> None:
        """Keep a shape that is as small as a bullet."""
        (x0, y0), (x1, y1) = points[0], points[len(points) // 2]
        if abs(x1 - x0) > LARGEST_SHAPE or abs(y1 - y0) > LARGEST_SHAPE or len(points) < 3:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        is_round = round_ and len(points) >= FEWEST_CORNERS
        dot = dot_of(box, color) if is_round else shape_of(box, color)
        if dot:
            self._drawing.dots.append(dot)

    def _bar(self, box: Box, half: float, color: str) -> None:
        level = box.width >= box.height
        x, y = (0.0, half) if level else (half, 0.0)
        wide = self._frame.within(Box(box.x0 - x, box.top - y, box.x1 + x, box.bottom + y))
        if wide:
            self._drawing.fills.append(Fill(wide, color))

    def _rule(self, box: Box) -> None:
        """Add the middle line of a thin box."""
        if max(box.width, box.height) < SHORTEST_RULE:
            return
        if box.width >= box.height:
            y = (box.top + box.bottom) / 2
            self._drawing.rules.append(Rule(box.x0, y, box.x1, y))
        else:
            x = (box.x0 + box.x1) / 2
            self._drawing.rules.append(Rule(x, box.top, x, box.bottom))


def _rectangle(points: list[Point]) -> Box | None:
    """The box of a path whose sides are all level or upright and enclose a rectangle."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    on_border = all(
        min(x - box.x0, box.x1 - x, y - box.top, box.bottom - y) <= SKEW for x, y in points
    )
    corners = sum(
        min(x - box.x0, box.x1 - x) <= SKEW and min(y - box.top, box.bottom - y) <= SKEW
        for x, y in points
    )
    return box if on_border and (corners >= 4 or _has_sides(points, box)) else None


def _has_sides(points: list[Point], box: Box) -> bool:
    """Whether a shape with round corners runs along most of each side; an ellipse does not."""
    runs = (
        ([x for x, y in points if y - box.top <= SKEW], box.width),
        ([x for x, y in points if box.bottom - y <= SKEW], box.width),
        ([y for x, y in points if x - box.x0 <= SKEW], box.height),
        ([y for x, y in points if box.x1 - x <= SKEW], box.height),
    )
    return all(run and max(run) - min(run) >= STRAIGHT * side for run, side in runs)
