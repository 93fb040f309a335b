"""What a page measures, for triage to judge its kind by."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from planextract.model.page import Box, Signals
from planextract.reading.characters import UNUSUAL_LETTERS
from planextract.reading.words import Reading

MESH = 60
"""The page is looked at in so many squares by so many, to add up pictures that overlap."""


def measure(reading: Reading, pictures: Iterable[Box], width: float, height: float) -> Signals:
    """The signals of a page as read; shares are 0 to 1."""
    unmapped = len(UNUSUAL_LETTERS.findall("".join([word.text for word in reading.words])))
    return Signals(
        words=len(reading.words),
        picture_share=covered(pictures, width, height),
        invisible_share=_share(reading.invisible, reading.letters),
        unmapped_share=_share(max(unmapped, reading.unmapped), reading.letters),
    )


def covered(boxes: Iterable[Box], width: float, height: float) -> float:
    """The share of a page that boxes cover together."""
    mesh = np.zeros((MESH, MESH), bool)
    if width <= 0 or height <= 0:
        return 0.0
    for box in boxes:
        left, right = round(box.x0 / width * MESH), round(box.x1 / width * MESH)
        top, bottom = round(box.top / height * MESH), round(box.bottom / height * MESH)
        mesh[max(top, 0) : bottom, max(left, 0) : right] = True
    return round(float(mesh.mean()), 4)


def _share(part: int, whole: int) -> float:
    return round(min(1.0, part / whole), 4) if whole else 0.0
