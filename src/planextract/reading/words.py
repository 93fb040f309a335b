"""Characters gathered into words: never over a gap, a line's end or a ruling line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Box, Rule, Word
from planextract.reading import pdfium
from planextract.reading.characters import SPACES, readable, text_of_codes
from planextract.reading.frame import Frame
from planextract.reading.glyphs import glyphs_of
from planextract.reading.styles import Style, Styles

WORD_GAP = 0.25
"""Widest gap between two letters of a word, in letter heights; a space is 0.22 to 0.33 wide in
common fonts, and kerning moves letters by less than 0.1."""
STEP_BACK = 0.6
"""How far a letter may begin before the end of the last, in letter heights (kerning, accents)."""
LINE_SHIFT = 0.5
"""Shift between two letters' middles, in letter heights, that puts them on different lines."""
BORDER_GAP = 0.2
"""Gap that must be there too, in slacks (0.03 letter heights): a word too long for its cell
runs over the line without any."""
BORDER_SLACK = 0.15
"""How far, in letter heights, a ruling line may touch the letters that it stands between."""


_SPACES = np.array(sorted(SPACES))

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a page, and how many of their letters are out of the ordinary."""

    words: list[Word]
    letters: int = 0
    invisible: int = 0
    """Letters in text that is not drawn (render mode 3)."""
    unmapped: int = 0
    """Letters in words that begin with a glyph of no known character."""
    by_turn: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Letters by the clockwise quarter turns of their text."""


def read_words(
    text: int, frame: Frame, styles: Styles, rules: Sequence[Rule], page: int
) -> Reading:
    """The words of PDFium's text page in the file's order; ``index`` counts them from 0."""
    glyphs = glyphs_of(text, frame)
    if not len(glyphs):
        return Reading([])
    solid = ~np.isin(glyphs.codes, _SPACES)
    begins = solid & ~np.concatenate(([False], solid[:-1]))
    tokens = np.flatnonzero(begins)
    styled = {place: styles.at(place) for place in tokens.tolist()}
    turns = _turns(tokens, [style.quarter_turns for style in styled.values()], len(glyphs))
    begins |= solid & _cuts(_along_text(glyphs.boxes, turns)) & ~_combining(glyphs.codes)
    begins |= solid & _at_borders(glyphs.boxes, begins, solid, rules)
    starts = np.flatnonzero(begins)
    ends = np.flatnonzero(solid & ~np.concatenate((solid[1:] & ~begins[1:], [False]))) + 1
    boxes = _boxes(glyphs.boxes, starts, ends).tolist()
    runs = zip(starts.tolist(), ends.tolist(), boxes, _baselines(text, starts, frame), strict=True)
    written = text_of_codes(glyphs.codes)
    words: list[Word] = []
    counts = [0, 0, 0, 0]
    invisible = unmapped = 0
    for start, end, box, baseline in runs:
        seen = readable(written[start:end])
        if not seen:
            continue
        style = styled.get(start) or styles.at(start)
        length = end - start
        counts[style.quarter_turns] += length
        if style.invisible:
            invisible += length
        if pdfium.unmapped_at(text, start) == 1:
            unmapped += length
        words.append(
            Word(
                seen, _whole_height(box, style, baseline), page, len(words), style.size, style.bold,
                style.italic, style.color, 1.0, not (style.quarter_turns or style.slanted),
            )
        )  # fmt: skip
    turned = (counts[0], counts[1], counts[2], counts[3])
    return Reading(words, sum(counts), invisible, unmapped, turned)


def _whole_height(box: Sequence[float], style: Style, baseline: float) -> Box:
    """The box of an upright word from its baseline: as high as its type, whatever its letters.

    PDFium's own boxes grow with accents and descenders.
    """
    x0, top, x1, bottom = box
    if not style.quarter_turns and not style.slanted:
        bottom = baseline + style.descent
        top = bottom - style.size
    return Box(x0, top, x1, bottom)


def _baselines(text: int, starts: Ints, frame: Frame) -> list[float]:
    """The baseline of each word on the visible page, if it is upright."""
    count = len(starts)
    found = np.zeros((count, 2), np.float64)
    base = found.ctypes.data
    xs, ys = range(base, base + 16 * count, 16), range(base + 8, base + 8 + 16 * count, 16)
    for _ in map(pdfium.origin_at, repeat(text), starts.tolist(), xs, ys):
        pass
    _, b, _, d, _, f = frame.matrix
    lines: list[float] = (b * found[:, 0] + d * found[:, 1] + f).tolist()
    return lines


def _combining(codes: Ints) -> NDArray[np.bool_]:
    """Accents that are drawn over the letter before them."""
    return (codes >= 0x300) & (codes <= 0x36F)


def _turns(starts: Ints, each: Sequence[int], count: int) -> Ints:
    """The direction of each character's text, in clockwise quarter turns."""
    turns = np.zeros(count, np.int64)
    if any(each):
        lengths = np.diff(np.concatenate((starts, [count])))
        turns[starts[0] :] = np.repeat(np.array(each), lengths)
    return turns


def _along_text(boxes: Floats, turns: Ints) -> Floats:
    """Boxes as start, upper side, end, lower side along the direction of their text."""
    if not turns.any():
        return boxes
    x0, top, x1, bottom = boxes.T
    ways = (
        (x0, top, x1, bottom), (top, -x1, bottom, -x0),
        (-x1, -bottom, -x0, -top), (-bottom, x0, -top, x1),
    )  # fmt: skip
    picked = [np.choose(turns, [way[side] for way in ways]) for side in range(4)]
    return np.column_stack(picked)


def _cuts(boxes: Floats) -> NDArray[np.bool_]:
    """Where a character does not go on from the one before it: a gap, or another line."""
    cuts = np.zeros(len(boxes), bool)
    before, after = boxes[:-1], boxes[1:]
    height = np.minimum(before[:, 3] - before[:, 1], after[:, 3] - after[:, 1])
    gap = after[:, 0] - before[:, 2]
    shift = np.abs((after[:, 1] + after[:, 3]) - (before[:, 1] + before[:, 3])) / 2
    apart = (gap > WORD_GAP * height) | (gap < -STEP_BACK * height) | (shift > LINE_SHIFT * height)
    ligature = (before == after).all(axis=1)
    cuts[1:] = apart & (height > 0) & ~ligature
    return cuts


def _at_borders(
    boxes: Floats, begins: NDArray[np.bool_], solid: NDArray[np.bool_], rules: Sequence[Rule]
) -> NDArray[np.bool_]:
    """Where a vertical ruling line stands between two characters of a word."""
    cuts = np.zeros(len(boxes), bool)
    upright = [(r.x0 + r.x1, r.top, r.bottom) for r in rules if not r.horizontal]
    inner = np.flatnonzero(solid & ~begins)
    if not upright or not len(inner):
        return cuts
    twice, top, bottom = np.array(upright).T
    x = twice / 2
    right, left = boxes[inner], boxes[inner - 1]
    middle = ((right[:, 1] + right[:, 3]) / 2)[:, None]
    slack = (BORDER_SLACK * (right[:, 3] - right[:, 1]))[:, None]
    between = (
        (x >= left[:, 2, None] - slack) & (x <= right[:, 0, None] + slack)
        & (right[:, 0, None] - left[:, 2, None] > BORDER_GAP * slack)
        & (top <= middle) & (middle <= bottom)
    )  # fmt: skip
    cuts[inner[between.any(axis=1)]] = True
    return cuts


def _boxes(boxes: Floats, starts: Ints, ends: Ints) -> Floats:
    """The boxes around the characters from each start to its end."""
    if not len(starts):
        return np.empty((0, 4))
    edges = np.column_stack((starts, ends)).ravel()
    edges = edges[:-1] if edges[-1] == len(boxes) else edges
    low = np.minimum.reduceat(boxes[:, :2], edges, axis=0)[::2]
    high = np.maximum.reduceat(boxes[:, 2:], edges, axis=0)[::2]
    return np.column_stack((low, high))
