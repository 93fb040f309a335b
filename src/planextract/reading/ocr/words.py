"""From an engine's tokens to words of the page: noise dropped, size and weight estimated."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence

import numpy as np

from planextract.model.page import Box, Rule, Word
from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.pictures import Picture

ASCENDERS = set("bdfhklijtåæøABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789?!§&%/()")
DESCENDERS = set("gjpqyç,;()§/Q")
X_HEIGHT, ASCENT, DESCENT = 0.52, 0.20, 0.21
"""Parts of the font size: small letters, what rises above and hangs below them (mean of
Carlito, Open Sans, Liberation and DejaVu)."""
RULE_LIKE = re.compile(r"^[|_—–\-~=.:;'`,\[\]!lI]{1,3}$")
MARKS = re.compile(r"^[|_\\~=`'\"^°¦]+$")
SPECK = 1.2
"""Points; a token both lower and narrower than this is a speck."""
BOLD = 1.25
"""Times the page's usual stroke; measured 1.4 for bold and 1.0 ± 0.1 for regular faces."""


def make_words(
    tokens: Sequence[Token], picture: Picture, rules: Sequence[Rule], number: int, least: float
) -> tuple[Word, ...]:
    """The words of a page in lines from the top; tokens below ``least`` confidence dropped."""
    kept = [
        (token, box)
        for token in tokens
        if token.confidence >= least and not _noise(token, box := _box(token, picture), rules)
    ]
    sizes = _line_sizes(kept)
    strokes = [_stroke(picture.gray, token) / sizes[token.line] for token, _ in kept]
    usual = statistics.median(strokes) if strokes else 0.0
    words = [
        Word(
            token.text, box, number, at, round(sizes[token.line], 1),
            bold=bool(stroke > BOLD * usual > 0), confidence=round(token.confidence, 3),
            upright=token.upright,
        )
        for at, ((token, box), stroke) in enumerate(zip(kept, strokes, strict=True))
    ]  # fmt: skip
    return tuple(words)


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
    if letters & ASCENDERS:
        extent += ASCENT
    if letters & DESCENDERS:
        extent += DESCENT
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
