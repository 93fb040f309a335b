"""Writing set sideways, as in the header cells of narrow columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from planextract.reading.ocr.engine import Engine, Token
from planextract.reading.ocr.regions import Cutting
from planextract.reading.ocr.settings import OcrSettings

TALL = 1.3
"""Times as high as wide that a cutting must be to hold writing set sideways."""
HIGH = 50
"""Pixels, margins counted in, of the shortest word set sideways."""
DOUBT = 0.70
"""Mean confidence below which a tall cutting is tried sideways."""
CLEARLY = 1.2
"""Times as sure as upright that it must read."""

Reading = list[Token]


def tried_sideways(
    engine: Engine,
    cuttings: Sequence[Cutting],
    read: Sequence[Reading],
    psm: int,
    settings: OcrSettings,
) -> list[Reading]:
    """The readings, of tall cuttings that read badly the best of three ways."""
    better = list(read)
    tall = [at for at, cut in enumerate(cuttings) if _tall(cut) and sureness(read[at]) < DOUBT]
    if not tall:
        return better
    turns = [(at, quarters) for at in tall for quarters in (1, 3)]
    pictures = [np.ascontiguousarray(np.rot90(cuttings[at].gray, -q)) for at, q in turns]
    for (at, quarters), tokens in zip(turns, engine.read(pictures, psm, settings), strict=True):
        if sureness(tokens) > CLEARLY * sureness(better[at]) and sureness(tokens) >= DOUBT:
            better[at] = [_back(token, quarters, cuttings[at]) for token in tokens]
    return better


def sureness(tokens: Sequence[Token]) -> float:
    """Mean confidence by letters; 0 for none."""
    letters = sum(len(token.text) for token in tokens)
    return sum(token.confidence * len(token.text) for token in tokens) / max(1, letters)


def _tall(cutting: Cutting) -> bool:
    rows, columns = cutting.gray.shape
    return bool(rows >= HIGH and rows >= TALL * columns)


def _back(token: Token, quarters: int, cutting: Cutting) -> Token:
    """A token of the turned cutting where it stands in the cutting itself."""
    rows, columns = cutting.gray.shape
    if quarters == 1:
        box = (token.top, rows - token.x1, token.bottom, rows - token.x0)
    else:
        box = (columns - token.bottom, token.x0, columns - token.top, token.x1)
    x0, top, x1, bottom = box
    return replace(token, x0=x0, top=top, x1=x1, bottom=bottom, upright=False)
