"""When two texts are the same, and which record answers which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

SAME_RECORD = 80.0
"""Similarity (0–100) from which two texts are one record: a repaired or cut text passes,
another action with the same opening does not."""
ORDER_WEIGHT = 0.5
"""Points by which reading order decides between records of equal text."""
_FOLDED = str.maketrans({"”": '"', "“": '"', "«": '"', "»": '"', "–": "-", "—": "-", "’": "'"})
_LABEL = re.compile(
    r"^(?:(?:innsats|satsings|satsnings|fokus|program)område|tema|mål)?\s*[\dA-Z]{0,3}[\d.]*\s*[:.)–-]\s+"
    r"|^\d+(?:\.\d+)*\.?\s+",
    re.IGNORECASE,
)


def plain(text: str | None) -> str:
    """The text with white space, quotes and dashes folded, and no stop or colon at its end."""
    text = unicodedata.normalize("NFC", text or "").translate(_FOLDED)
    return re.sub(r"\s+", " ", text).strip(" .;:,")


def title(text: str | None) -> str:
    """A focus area's name without its label and number, in lower case."""
    return _LABEL.sub("", plain(text)).lower()


def alike(left: str | None, right: str | None, least: float) -> bool:
    """Whether two texts are similar to at least ``least`` of 100, letter case apart."""
    return fuzz.ratio(plain(left).lower(), plain(right).lower()) >= least


def within(left: str | None, right: str | None, least: float) -> bool:
    """Whether one text stands in the other, alike to at least ``least`` of 100."""
    shorter, longer = sorted((plain(left).lower(), plain(right).lower()), key=len)
    return bool(shorter) and fuzz.partial_ratio(shorter, longer) >= least


def paired(gold: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    """Which found record answers which gold one, one to one, the best sum of similarity."""
    if not gold or not found:
        return []
    likeness = np.asarray(
        process.cdist(
            [plain(text).lower() for text in gold],
            [plain(text).lower() for text in found],
            scorer=fuzz.ratio,
        ),
        dtype=float,
    )
    place = np.abs(np.linspace(0, 1, len(gold))[:, None] - np.linspace(0, 1, len(found))[None, :])
    rows, columns = linear_sum_assignment(ORDER_WEIGHT * place - likeness)
    return [
        (int(row), int(column))
        for row, column in zip(rows, columns, strict=True)
        if likeness[row, column] >= SAME_RECORD
    ]
