"""Which way up a page lies, asked only where it read badly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planextract.model.page import Word
from planextract.reading.ocr.engine import Engine, Gray, Token
from planextract.reading.ocr.regions import INK, WHITE
from planextract.reading.ocr.settings import OcrSettings

DOUBT = 0.65
"""Mean confidence of a page's words, by letters, between that of the poor upright scans looked
at (0.85 and more) and of pages upside down or on their side (up to 0.55): a few pages each."""
FEWEST = 3
"""Words below which a page does not tell its orientation."""
SHARE = 0.25
"""Share of the page that is read each way to tell."""
BLOCK = 6
"""Tesseract's page segmentation mode for one block of text."""
CLEARLY = 1.5
"""Times as much sure text as upright that another way must give."""


def doubtful(words: Sequence[Word]) -> bool:
    """Whether a page read so badly that it may lie another way."""
    letters = sum(len(word.text) for word in words)
    sure = sum(word.confidence * len(word.text) for word in words)
    return len(words) >= FEWEST and sure < DOUBT * letters


def quarters_to_turn(engine: Engine, gray: Gray, settings: OcrSettings) -> int:
    """Quarter turns clockwise (0 to 3) that set the page upright, by reading a part each way."""
    part = _fullest(gray)
    if part is None:
        return 0
    sure = []
    for quarters in range(4):
        turned = np.ascontiguousarray(np.rot90(part, -quarters))
        sure.append(_sure_letters(engine.read([turned], BLOCK, settings)[0]))
    best = max(range(4), key=lambda quarters: sure[quarters])
    return best if sure[best] > CLEARLY * (sure[0] + 1) else 0


def _fullest(gray: Gray) -> Gray | None:
    """The band, a quarter of the page, with the most ink in it."""
    ink = (gray < WHITE - INK).sum(axis=1)
    height = max(1, int(SHARE * len(ink)))
    sums = np.convolve(ink, np.ones(height), mode="valid")
    top = int(np.argmax(sums))
    return gray[top : top + height] if sums[top] > 0 else None


def _sure_letters(tokens: Sequence[Token]) -> float:
    """Letters of the sure words of three letters or more: noise reads as one or two."""
    return sum(
        token.confidence * len(token.text)
        for token in tokens
        if token.confidence >= DOUBT and len(token.text) >= 3
    )
