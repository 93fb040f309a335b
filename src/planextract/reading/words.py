"""Characters gathered into words: never over a gap, a line's end or a ruling line."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Box, Rule, Word
from planextract.reading import pdfium
from planextract.reading.characters import readable, text_of_codes
from planextract.reading.frame import Frame
from planextract.reading.glyphs import glyphs_of
from planextract.reading.spaces import word_gap
from planextract.reading.styles import Style, Styles

STEP_BACK = 0.6
"""How far a letter may begin before the end of the last, in letter heights (kerning, accents)."""
LINE_SHIFT = 0.5
"""Shift between two letters' middles, in letter heights, that puts them on different lines."""
HYPHENS = (0x2D, 0x2010, 0x2011)
HYPHEN_GAP = 0.15
"""How far a hyphen may stand behind the letter that it follows, in letter heights."""
BORDER_GAP = 0.2
"""Gap that must be there too, in slacks (0.03 letter heights): a word too long for its cell
runs over the line without any."""
BORDER_SLACK = 0.15
"""How far, in letter heights, a ruling line may touch the letters that it stands between."""


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a page, and how many of their letters are out of the ordinary."""

    words: list[Word]
    by_turn: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Letters by the clockwise quarter turns of their text."""
    invisible: int = 0
    """Letters in text that is not drawn (render mode 3)."""
    unmapped: int = 0
    """Letters in words that begin with a glyph of no known character."""

    @property
    def letters(self) -> int:
        """All letters of the words."""
        return sum(self.by_turn)


def read_words(
    text: int, frame: Frame, styles: Styles, rules: Sequence[Rule], page: int
) -> Reading:
    """The words of PDFium's text page in the file's order; ``index`` counts them from 0."""
    glyphs = glyphs_of(text, frame)
    if not len(glyphs):
        return Reading([])
    solid = glyphs.solid
    begins = solid & ~np.concatenate(([False], solid[:-1]))
    tokens = np.flatnonzero(begins)
    styled = {place: styles.at(place) for place in tokens.tolist()}
    turns = _turns(tokens, [style.quarter_turns for style in styled.values()], len(glyphs))
    along = _along_text(glyphs.boxes, turns)
    cuts = _cuts(along, solid & ~begins) & ~_hyphens(along, glyphs.codes)
    begins |= solid & cuts & ~_combining(glyphs.codes)
    begins |= solid & _at_borders(glyphs.boxes, begins, solid, rules)
    starts = np.flatnonzero(begins)
    ends = np.flatnonzero(solid & ~np.concatenate((solid[1:] & ~begins[1:], [False]))) + 1
    written = text_of_codes(glyphs.codes)
    places = starts.tolist()
    seen = [readable(written[start:end]) for start, end in zip(places, ends.tolist(), strict=True)]
    set_as = [styled.get(start) or styles.at(start) for start in places]
    boxes = _whole_heights(
        _boxes(glyphs.boxes, starts, ends), set_as, _baselines(text, starts, frame)
    )
    words = [
        Word(
            read, Box._make(box), page, index, style.size, style.bold, style.italic, style.color,
            1.0, style.upright,
        )
        for index, (read, box, style) in enumerate(
            part for part in zip(seen, boxes.tolist(), set_as, strict=True) if part[0]
        )
    ]  # fmt: skip
    lengths = (ends - starts) * np.fromiter(map(bool, seen), bool, len(seen))
    odd = np.fromiter(map(pdfium.unmapped_at, repeat(text), places), np.int64, len(places)) == 1
    return Reading(words, *_counts(lengths, set_as), int(lengths[odd].sum()))


def _counts(lengths: Ints, styles: Sequence[Style]) -> tuple[tuple[int, int, int, int], int]:
    """Letters by the turn of their text, and those in text that is not drawn."""
    turned = np.bincount([s.quarter_turns for s in styles], lengths, 4).astype(int).tolist()
    invisible = int(lengths[np.fromiter((s.invisible for s in styles), bool, len(styles))].sum())
    return (turned[0], turned[1], turned[2], turned[3]), invisible


def _whole_heights(boxes: Floats, styles: Sequence[Style], baselines: Floats) -> Floats:
    """The boxes of upright words from their baselines: as high as their type, whatever letters.

    PDFium's own boxes grow with accents and descenders.
    """
    upright = np.fromiter((style.upright for style in styles), bool, len(styles))
    size = np.fromiter((style.size for style in styles), float, len(styles))
    descent = np.fromiter((style.descent for style in styles), float, len(styles))
    bottom = np.where(upright, baselines + descent, boxes[:, 3])
    top = np.where(upright, bottom - size, boxes[:, 1])
    return np.column_stack((boxes[:, 0], top, boxes[:, 2], bottom))


def _baselines(text: int, starts: Ints, frame: Frame) -> Floats:
    """The baseline of each word on the visible page, if it is upright."""
    count = len(starts)
    found = np.zeros((count, 2), np.float64)
    base = found.ctypes.data
    xs, ys = range(base, base + 16 * count, 16), range(base + 8, base + 8 + 16 * count, 16)
    deque(map(pdfium.origin_at, repeat(text), starts.tolist(), xs, ys), 0)
    _, b, _, d, _, f = frame.matrix
    lines: Floats = b * found[:, 0] + d * found[:, 1] + f
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


def _cuts(boxes: Floats, inner: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a character does not go on from the one before it: a gap, or another line.

    ``inner`` are those that no space stands before.
    """
    cuts = np.zeros(len(boxes), bool)
    before, after = boxes[:-1], boxes[1:]
    height = np.minimum(before[:, 3] - before[:, 1], after[:, 3] - after[:, 1])
    gap = (after[:, 0] - before[:, 2]) / np.where(height > 0, height, 1.0)
    shift = np.abs((after[:, 1] + after[:, 3]) - (before[:, 1] + before[:, 3])) / 2
    same_line = (height > 0) & (shift <= LINE_SHIFT * height)
    widest = word_gap(gap[same_line & inner[1:]])
    apart = (gap > widest) | (gap < -STEP_BACK) | ~same_line
    ligature = (before == after).all(axis=1)
    cuts[1:] = apart & (height > 0) & ~ligature
    return cuts


def _hyphens(boxes: Floats, codes: Ints) -> NDArray[np.bool_]:
    """Hyphens close behind a letter, in whatever font: another font's box may be far lower."""
    found = np.zeros(len(boxes), bool)
    before, hyphen = boxes[:-1], boxes[1:]
    middle = (hyphen[:, 1] + hyphen[:, 3]) / 2
    level = (before[:, 1] < middle) & (middle < before[:, 3])
    close = np.abs(hyphen[:, 0] - before[:, 2]) < HYPHEN_GAP * (before[:, 3] - before[:, 1])
    found[1:] = np.isin(codes[1:], HYPHENS) & level & close
    return found


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
