"""From an engine's tokens to words of the page: noise dropped, size and weight estimated."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from planextract.model.page import Box, Rule, Word
from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.ordering import in_reading_order
from planextract.reading.ocr.pictures import Picture

ASCENDERS = set("bdfhklijåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789?!§&%/()")
DESCENDERS = set("gjpqyç,;()§/Q")
X_HEIGHT, ASCENT, DESCENT = 0.52, 0.20, 0.21
"""Parts of the font size: small letters, what rises above and hangs below them (mean of
Carlito, Open Sans, Liberation and DejaVu)."""
LOW_ASCENDER, LOW_ASCENT = "t", 0.14
"""The letter that rises less than the others."""
RINGS, RING = set("åÅ"), 0.09
"""Letters that rise above the others, and by how much in parts of the font size."""
RULE_LIKE = re.compile(r"^[|_—–\-~=.:;'`,\[\]!lI]{1,3}$")
LONE_NUMBER = re.compile(r"^(?:[oO][lI1-9]|[lI1-9][oO0]|[lI][1-9])$")
"""A number of two figures on a line of numbers with letters read for figures: "ol" for 01."""
FIGURES = str.maketrans("oOlI", "0011")
MARKS = re.compile(r"^[|_\\~=`'\"^°¦]+$")
SPECK = 1.2
"""Points; a token both lower and narrower than this is a speck."""
SNAP = 0.07
"""Share by which the sizes of two lines of one type differ when measured: one pixel of 14."""
FEW_WORDS = 2
"""Words of a line whose size is measured only roughly."""
BOLD = 1.25
"""Times the page's usual stroke; about 1.4 in the bold faces looked at. A page that is all bold
or has one line tells nothing: its words come out as regular."""


def make_words(
    tokens: Sequence[Token], picture: Picture, rules: Sequence[Rule], number: int, least: float
) -> tuple[Word, ...]:
    """The words of a page in lines from the top; tokens below ``least`` confidence dropped."""
    kept = [
        (token, box)
        for token in tokens
        if token.confidence >= least and not _noise(token, box := _box(token, picture), rules)
    ]
    kept = _with_figures(kept)
    sizes = _snapped(_line_sizes(kept), kept, picture.step_y)
    strokes = [_stroke(picture.gray, token) / sizes[token.line] for token, _ in kept]
    usual = statistics.median(strokes) if strokes else 0.0
    boxes = _levelled(kept, sizes)
    return tuple(
        Word(
            kept[at][0].text, boxes[at], number, place, round(sizes[kept[at][0].line], 1),
            bold=bool(strokes[at] > BOLD * usual > 0),
            confidence=round(kept[at][0].confidence, 3), upright=kept[at][0].upright,
        )
        for place, at in enumerate(_ordered([token for token, _ in kept], boxes))
    )  # fmt: skip


def _with_figures(kept: Sequence[tuple[Token, Box]]) -> list[tuple[Token, Box]]:
    """The words, numbers on lines of nothing but numbers mended."""
    others = {token.line for token, _ in kept if not _is_number(token.text)}
    return [
        (replace(token, text=token.text.translate(FIGURES)), box)
        if token.line not in others
        else (token, box)
        for token, box in kept
    ]


def _is_number(text: str) -> bool:
    return text.isdigit() or bool(LONE_NUMBER.match(text))


def _ordered(tokens: Sequence[Token], boxes: Sequence[Box]) -> list[int]:
    """The places of the words in reading order, line by line."""
    lines: dict[int, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        lines[token.line].append(at)
    rows = [sorted(row, key=lambda at: boxes[at].x0) for row in lines.values()]
    around = [Box.around(boxes[at] for at in row) for row in rows]
    return [at for place in in_reading_order(around) for at in rows[place]]


def _levelled(kept: Sequence[tuple[Token, Box]], sizes: dict[int, float]) -> list[Box]:
    """The words' boxes, those of one line from ascender to descender of its common baseline."""
    feet: dict[int, list[float]] = defaultdict(list)
    for token, box in kept:
        hangs = DESCENT * sizes[token.line] if set(token.text) & DESCENDERS else 0.0
        feet[token.line].append(box.bottom - hangs)
    baselines = {line: statistics.median(found) for line, found in feet.items()}
    return [_level(token, box, baselines[token.line], sizes[token.line]) for token, box in kept]


def _level(token: Token, box: Box, baseline: float, size: float) -> Box:
    """A box with its line's top and bottom; as it is where it stands elsewhere."""
    top, bottom = baseline - (X_HEIGHT + ASCENT) * size, baseline + DESCENT * size
    middle = (box.top + box.bottom) / 2
    if not token.upright or not top <= middle <= bottom or box.height > 2 * (bottom - top):
        return box
    return Box(box.x0, round(top, 2), box.x1, round(bottom, 2))


def _snapped(
    sizes: dict[int, float], kept: Sequence[tuple[Token, Box]], pixel: float
) -> dict[int, float]:
    """Sizes that differ by less than a measure can tell, as the one with most letters.

    A line of one or two words is measured to two pixels, a longer one more finely.
    """
    words: dict[int, list[int]] = defaultdict(list)
    for token, _ in kept:
        words[token.line].append(len(token.text))
    snapped: dict[int, float] = {}
    for line in sorted(sizes, key=lambda line: -sum(words[line])):
        size = sizes[line]
        blur = 2 * pixel / (X_HEIGHT + ASCENT) if len(words[line]) <= FEW_WORDS else 0.0
        near = (other for other in snapped.values() if abs(other - size) <= max(SNAP * size, blur))
        snapped[line] = min(near, key=lambda other: abs(other - size), default=size)
    return snapped


def without_rule_marks(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[Word, ...]:
    """The words of a hidden layer, ruling lines that it holds as letters left out."""
    kept: list[Word] = []
    for word in words:
        if MARKS.match(word.text) or (
            RULE_LIKE.match(word.text) and any(_lies_on(word.box, rule) for rule in rules)
        ):
            continue
        bare = word.text.strip("|¦")
        kept.append(replace(word, text=bare or word.text, index=len(kept)))
    return tuple(kept)


def is_word(text: str) -> bool:
    """Whether a text has a letter or a digit."""
    return any(character.isalnum() for character in text)


def _box(token: Token, picture: Picture) -> Box:
    return Box(
        round(picture.left + token.x0 * picture.step_x, 2),
        round(picture.top + token.top * picture.step_y, 2),
        round(picture.left + token.x1 * picture.step_x, 2),
        round(picture.top + token.bottom * picture.step_y, 2),
    )


def _noise(token: Token, box: Box, rules: Iterable[Rule]) -> bool:
    """Whether a token is a speck or a piece of a ruling line."""
    if box.width < SPECK and box.height < SPECK:
        return True
    if MARKS.match(token.text):
        return True
    return bool(RULE_LIKE.match(token.text)) and any(_lies_on(box, rule) for rule in rules)


def _lies_on(box: Box, rule: Rule) -> bool:
    return (
        rule.x0 - 2 <= box.x1
        and box.x0 <= rule.x1 + 2
        and rule.top - 2 <= box.bottom
        and box.top <= rule.bottom + 2
    )


def _line_sizes(kept: Sequence[tuple[Token, Box]]) -> dict[int, float]:
    """Font size by line: the median over its words of their height by their letters."""
    heights: dict[int, list[float]] = {}
    for token, box in kept:
        height = box.height if token.upright else box.width
        heights.setdefault(token.line, []).append(height / _extent(token.text))
    return {line: max(1.0, statistics.median(found)) for line, found in heights.items()}


def _extent(text: str) -> float:
    """Height of a word as a part of its font size."""
    letters = set(text)
    extent = X_HEIGHT
    if letters & ASCENDERS or not is_word(text):
        extent += ASCENT
    elif LOW_ASCENDER in letters:
        extent += LOW_ASCENT
    if letters & DESCENDERS:
        extent += DESCENT
    if letters & RINGS:
        extent += RING
    return extent


def _stroke(gray: Gray, token: Token) -> float:
    """Mean length in pixels of the dark runs across a word: about the width of its stems."""
    part = gray[token.top : token.bottom, token.x0 : token.x1]
    if part.size == 0:
        return 0.0
    low, high = int(part.min()), int(part.max())
    dark = part < (low + high) / 2
    starts = np.count_nonzero(dark[:, 1:] & ~dark[:, :-1]) + np.count_nonzero(dark[:, 0])
    return float(np.count_nonzero(dark) / starts) if starts else 0.0
