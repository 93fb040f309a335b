"""Lines read with doubt: read again from the untouched picture, and the two readings weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.islands import READ_AT
from planextract.reading.ocr.regions import MARGIN, Cutting

DOUBT = 0.70
"""Confidence of a word below which its line is read again; chosen by eye: most right words have
0.85 to 0.97."""
SHORTEST = 3
"""Letters of such a word; shorter ones are often unsure and right."""
MOST_LINES = 20
"""Lines a page: a page that is bad throughout gains little and would cost double."""
ALIKE = 0.5
"""Share of letters that two readings of one line must have in common."""
CLEARLY = 0.02
"""Mean confidence by which the second reading must be better."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A line in doubt: its tokens as first read, and its cutting to read again."""

    tokens: tuple[Token, ...]
    cutting: Cutting


def doubted_lines(tokens: Sequence[Token], gray: Gray) -> list[Doubted]:
    """The lines with a doubtful word, cut from the picture as it was before cleaning."""
    lines: dict[int, list[Token]] = {}
    for token in tokens:
        lines.setdefault(token.line, []).append(token)
    found = [tuple(line) for line in lines.values() if any(map(_doubtful, line))]
    if len(found) > MOST_LINES:
        return []
    return [Doubted(line, _cut(line, gray)) for line in found]


def weighed(doubted: Doubted, again: Sequence[Token]) -> tuple[Token, ...]:
    """The surer reading of the line; the first where the two have little in common."""
    first, second = _text(doubted.tokens), _text(again)
    if not second or Levenshtein.normalized_similarity(first, second) < ALIKE:
        return doubted.tokens
    better = _sureness(again) >= _sureness(doubted.tokens) + CLEARLY
    return tuple(again) if better else doubted.tokens


def _doubtful(token: Token) -> bool:
    letters = sum(character.isalnum() for character in token.text)
    return token.confidence < DOUBT and letters >= SHORTEST


def _cut(line: Sequence[Token], gray: Gray) -> Cutting:
    rows, columns = gray.shape
    x0, top = min(t.x0 for t in line) - MARGIN // 2, min(t.top for t in line) - MARGIN // 2
    x1, bottom = max(t.x1 for t in line) + MARGIN // 2, max(t.bottom for t in line) + MARGIN // 2
    x0, top, x1, bottom = max(0, x0), max(0, top), min(columns, x1), min(rows, bottom)
    part = gray[top:bottom, x0:x1]
    if _light_on_dark(part):
        part = 255 - part
    ground = int(np.percentile(part, 75))
    framed = cv2.copyMakeBorder(
        part, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=ground
    )
    return Cutting(np.asarray(framed, dtype=np.uint8), x0 - MARGIN, top - MARGIN).at_most(READ_AT)


def _light_on_dark(part: Gray) -> bool:
    """Whether the writing on a line is lighter than most of the line."""
    middle = int(np.median(part))
    return int(part.max()) - middle > middle - int(part.min())


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _sureness(tokens: Sequence[Token]) -> float:
    """Mean confidence, by letters."""
    letters = sum(len(token.text) for token in tokens)
    return sum(token.confidence * len(token.text) for token in tokens) / max(1, letters)
