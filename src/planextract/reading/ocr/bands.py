"""Borders of shaded bands, as of a header: their edges part cells, and hide the upright lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planextract.model.page import Box, Fill, Rule
from planextract.reading.ocr.engine import Gray
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.regions import INK, WHITE

LEVEL = 4.0
"""Points by which the pieces of one band may differ at top and bottom: white letters cut it."""
HIGHEST = 80.0
"""Points; a higher shading is a card or a picture, no row."""
MEETS = 5.0
"""Points between the end of an upright line and the edge of the band that hides its rest."""
COVERED = 0.6
"""Share of the width between the outermost uprights; a bar in a time chart covers less."""
LABELLED = 0.6
"""Share of the columns that a header names; some leave a number or a sum unnamed."""
CLEAR = 4.0
"""Points right of a border that a header leaves white: word spaces are 2 to 3 wide."""
INNER = 1.5
"""Points from a band's edge within which no writing is looked for."""
SAME = 3.0
"""Points between a band's edge and a level line that is drawn there already."""


def with_bands(rules: Sequence[Rule], fills: Sequence[Fill], cleaned: Picture) -> tuple[Rule, ...]:
    """The lines, the edges of bands among them, upright ones led through bands that hide them.

    Points; ``cleaned`` has dark writing on white. A band is a row of shadings that goes over
    a whole table, where most uprights end at its edge. The inner ones are led through it only
    where it holds a word for nearly each column, and none across a border: a heading that
    goes over all columns stays whole.
    """
    across = [rule for rule in rules if rule.horizontal]
    down = [rule for rule in rules if not rule.horizontal]
    for band in _bands(fills):
        top, bottom = _middle([b.top for b in band]), _middle([b.bottom for b in band]) - 1
        at = [n for n, d in enumerate(down) if d.top <= bottom + MEETS and d.bottom >= top - MEETS]
        if not _hides([down[n] for n in at], band, top, bottom):
            continue
        x0, x1 = (pick(down[n].x0 for n in at) for pick in (min, max))
        parted = _parted(sorted({down[n].x0 for n in at}), top, bottom, cleaned)
        for n in at:
            rule = down[n]
            if parted or rule.x0 in (x0, x1):
                down[n] = Rule(rule.x0, min(rule.top, top), rule.x1, max(rule.bottom, bottom))
        edges = [Rule(x0, y, x1, y) for y in (top, bottom)]
        across += [edge for edge in edges if not any(_same(edge, other) for other in across)]
    return (*across, *down)


def _parted(borders: Sequence[float], top: float, bottom: float, cleaned: Picture) -> bool:
    """Whether a band has writing in nearly each column and none across their borders."""
    start, end = (round((y - cleaned.top) / cleaned.step_y) for y in (top + INNER, bottom - INNER))
    darkest: Gray = cleaned.gray[start:end].min(axis=0, initial=WHITE)

    def written(x0: float, x1: float) -> bool:
        start, end = (max(0, round((x - cleaned.left) / cleaned.step_x)) for x in (x0, x1))
        return bool((darkest[start:end] < WHITE - INK).any())

    columns = [written(a + CLEAR, b - CLEAR) for a, b in pairwise(borders)]
    crossed = any(written(x + 1, x + CLEAR) for x in borders[1:-1])
    return not crossed and sum(columns) >= max(2, LABELLED * len(columns))


def _bands(fills: Sequence[Fill]) -> list[list[Box]]:
    """The low shadings, those of one height and level together."""
    bands: list[list[Box]] = []
    for box in sorted((fill.box for fill in fills), key=lambda box: (box.top, box.x0)):
        if box.height > HIGHEST:
            continue
        for band in bands:
            first = band[0]
            if abs(first.top - box.top) <= LEVEL and abs(first.bottom - box.bottom) <= LEVEL:
                band.append(box)
                break
        else:
            bands.append([box])
    return bands


def _hides(down: Sequence[Rule], band: Sequence[Box], top: float, bottom: float) -> bool:
    """Whether a band covers a table's width, and most uprights there end at its edge."""
    ends = sum(
        min(abs(d.top - bottom), abs(d.top - top), abs(d.bottom - top)) <= MEETS for d in down
    )
    if len(down) < 2 or ends < COVERED * len(down):
        return False
    x0, x1 = min(d.x0 for d in down), max(d.x0 for d in down)
    covered = sum(max(0.0, min(b.x1, x1) - max(b.x0, x0)) for b in band)
    return covered >= COVERED * (x1 - x0)


def _same(edge: Rule, other: Rule) -> bool:
    """Whether a level line lies where the edge does, over nearly all its length."""
    shared = min(edge.x1, other.x1) - max(edge.x0, other.x0)
    return abs(edge.top - other.top) <= SAME and shared >= 0.8 * (edge.x1 - edge.x0)


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
