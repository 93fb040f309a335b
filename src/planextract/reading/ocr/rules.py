"""Ruling lines found in a page picture, by morphology."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Rule
from planextract.reading.ocr.engine import Gray
from planextract.reading.ocr.ground import Ground, paper_of
from planextract.reading.ocr.pictures import POINTS_PER_INCH, Picture

SHORTEST_ACROSS = 24.0
"""Points; a horizontal line is longer than any stroke of body text, the narrowest column too."""
SHORTEST_DOWN = 9.0
"""Points; the side of the lowest cell, one line of small print."""
WINDOW_ACROSS = 18.0
"""Points over which a horizontal line must be dense: longer than any two letters that touch."""
DENSE = 0.85
"""Share of dark pixels in a line that noise has broken; a row of text reaches 0.7."""
SPREAD = 3
"""Pixels a line may wander up and down, for what skew is left."""
LOOSE_DOWN = 30.0
"""Points; a vertical line that meets no horizontal one must be longer than a letter is high."""
THICKEST = 4.0
"""Points; what is thicker is a bar or a shaded area."""
INK = 40
"""Grey values that writing is darker than its ground."""
SURE_LENGTH = 120.0
"""Points; a run so long is a line whatever stands beside it."""
BESIDE = 1.0
"""Points from a line at which its sides are looked at; cell text keeps 2 points away."""
CLEAR = 0.2
"""Share of ink beside a line: descenders cross it; beside a row of letters it is 0.3 to 0.6."""
UNBROKEN = 0.96
"""Share of a short line's pixels that lie in one row: drawn lines measured 0.99 and 1.0 (100 of
them on ten pages), rows of small letters 0.82 to 0.94."""
GAP = 6.0
"""Points a faded line may be interrupted."""
REACH = 3.5
"""Points a line's end may fall short of the line that it meets."""
LONG_REACH = 14.0
"""Points a long line's end may fall short where letters touch it; no column is so narrow."""
CONTRAST = 18
"""Grey values that a line is darker than what is around it: a light grey rule on noisy paper."""

Bits = NDArray[np.uint8]


def find_rules(picture: Picture, ground: Ground) -> tuple[Rule, ...]:
    """The ruling lines of a straightened picture, in points, collinear pieces joined."""
    ink = picture.gray < paper_of(picture, ground).astype(np.int16) - INK
    level = _ridges(picture.gray, picture.dpi, across=True)
    across = _lines(picture, level, ink, across=True)
    upright = _ridges(picture.gray, picture.dpi, across=False)
    down = _lines(picture, upright, ink, across=False)
    across = [r for r in _joined(across) if r.x1 - r.x0 >= SHORTEST_ACROSS]
    down = [r for r in _flipped(_joined(_flipped(down))) if r.bottom - r.top >= SHORTEST_DOWN]
    across = [r for r in _met(across, down) if _drawn(r, down, picture, level)]
    down = _flipped(_met(_flipped(down), _flipped(across)))
    return tuple(across + _kept(down, across))


def _ridges(gray: Gray, dpi: float, across: bool) -> Bits:
    """Pixels darker than what is near on both sides: lines, but no edges of a shading.

    Near is from one pixel away to the greatest thickness; letters fail where stems rise.
    """
    if not across:
        return np.asarray(_ridges(gray.T, dpi, across=True).T)
    far = max(3, round(THICKEST * dpi / POINTS_PER_INCH)) + 1
    brightest = cv2.dilate(gray, np.ones((far - 1, 1), np.uint8), anchor=(0, 0))
    above, below = np.empty_like(gray), np.empty_like(gray)
    above[far:], above[:far] = brightest[: len(gray) - far], brightest[0]
    below[:-2], below[-2:] = brightest[2:], brightest[-1]
    darker = cv2.subtract(cv2.min(above, below), np.ascontiguousarray(gray))
    return np.asarray((darker > CONTRAST) * 255, dtype=np.uint8)


def _lines(picture: Picture, dark: Bits, ink: NDArray[np.bool_], across: bool) -> list[Rule]:
    """Long thin runs of mostly dark pixels one way; noise may break them."""
    pixels = picture.dpi / POINTS_PER_INCH
    window = int((WINDOW_ACROSS if across else SHORTEST_DOWN) * pixels) | 1
    shortest = int((SHORTEST_ACROSS if across else SHORTEST_DOWN) * pixels)
    thick = cv2.dilate(dark, _kernel(1, SPREAD, across))
    size = (window, 1) if across else (1, window)
    dense = cv2.threshold(cv2.blur(thick, size), DENSE * 255, 255, cv2.THRESH_BINARY)[1]
    reach = cv2.dilate(dense, _kernel(window, 1, across))
    bits = cv2.bitwise_and(reach, thick)
    count, _, stats, _ = cv2.connectedComponentsWithStats(bits, connectivity=8)
    found = []
    for left, top, width, height, _area in stats[1:count]:
        length, thickness = (width, height) if across else (height, width)
        if thickness - SPREAD + 1 > THICKEST * pixels or length < shortest / 2:
            continue
        box = (int(left), int(top), int(left + width), int(top + height))
        if length >= SURE_LENGTH * pixels or _alone(ink, box, pixels, across):
            found.append(_rule(picture, box, across))
    return found


def _alone(
    ink: NDArray[np.bool_], box: tuple[int, int, int, int], pixels: float, across: bool
) -> bool:
    """Whether both sides of a run are clear; beside the strokes of letters others rise."""
    x0, top, x1, bottom = box if across else (box[1], box[0], box[3], box[2])
    plane = ink if across else ink.T
    beside = max(1, round(BESIDE * pixels))
    sides = (
        plane[max(0, top - beside), x0:x1],
        plane[min(len(plane) - 1, bottom + beside - 1), x0:x1],
    )
    return all(side.mean() <= CLEAR for side in sides)


def _drawn(rule: Rule, down: Iterable[Rule], picture: Picture, dark: Bits) -> bool:
    """Whether a line is drawn, not a row of letters: long, met by another or one even row."""
    if rule.x1 - rule.x0 >= SURE_LENGTH or any(_ends_on(rule, other) for other in down):
        return True
    x0, x1 = (round((x - picture.left) / picture.step_x) for x in (rule.x0, rule.x1))
    row = round((rule.top - picture.top) / picture.step_y)
    near = dark[max(0, row - SPREAD) : row + SPREAD + 1, max(0, x0) : x1]
    return bool(near.size) and float(near.mean(axis=1).max()) >= UNBROKEN * 255


def _ends_on(across: Rule, down: Rule) -> bool:
    """Whether one end of a level line lies on an upright one."""
    meets = down.top - REACH <= across.top <= down.bottom + REACH
    return meets and min(abs(down.x0 - across.x0), abs(down.x0 - across.x1)) < 0.1


def _kernel(along: int, beside: int, across: bool) -> Bits:
    shape = (along, beside) if across else (beside, along)
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_RECT, shape), dtype=np.uint8)


def _rule(picture: Picture, box: tuple[int, int, int, int], across: bool) -> Rule:
    x0, x1 = (picture.left + x * picture.step_x for x in (box[0], box[2]))
    top, bottom = (picture.top + y * picture.step_y for y in (box[1], box[3]))
    if across:
        return Rule(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    return Rule((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Horizontal pieces on one height with small gaps as one line, longest height kept."""
    lines: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.x0, r.top)):
        for at, line in enumerate(lines):
            if abs(line.top - rule.top) <= 2.0 and rule.x0 - line.x1 <= GAP:
                lengths = (line.x1 - line.x0, rule.x1 - rule.x0)
                y = (line.top * lengths[0] + rule.top * lengths[1]) / (sum(lengths) or 1.0)
                lines[at] = Rule(line.x0, y, max(line.x1, rule.x1), y)
                break
        else:
            lines.append(rule)
    return lines


def _flipped(rules: Iterable[Rule]) -> list[Rule]:
    """The rules mirrored at the diagonal, so that one code serves both directions."""
    return [Rule(rule.top, rule.x0, rule.bottom, rule.x1) for rule in rules]


def _met(across: list[Rule], down: list[Rule]) -> list[Rule]:
    """Horizontal lines whose ends are led to the vertical line they nearly meet."""
    led = []
    for rule in across:
        near = [d.x0 for d in down if d.top - REACH <= rule.top <= d.bottom + REACH]
        x0 = min(near, key=lambda x: abs(x - rule.x0), default=rule.x0)
        x1 = min(near, key=lambda x: abs(x - rule.x1), default=rule.x1)
        reach = LONG_REACH if rule.x1 - rule.x0 >= SURE_LENGTH else REACH
        left = x0 if -REACH <= rule.x0 - x0 <= reach else rule.x0
        right = x1 if -REACH <= x1 - rule.x1 <= reach else rule.x1
        led.append(Rule(left, rule.top, right, rule.bottom) if right > left else rule)
    return led


def _kept(down: list[Rule], across: list[Rule]) -> list[Rule]:
    """Vertical lines that are no strokes of letters: long, or between horizontal lines."""
    return [
        rule
        for rule in down
        if rule.bottom - rule.top >= LOOSE_DOWN
        or sum(_touches(rule, other) for other in across) >= 2
    ]


def _touches(down: Rule, across: Rule) -> bool:
    return (
        across.x0 - REACH <= down.x0 <= across.x1 + REACH
        and down.top - REACH <= across.top <= down.bottom + REACH
    )
