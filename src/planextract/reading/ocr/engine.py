"""What an OCR engine is: picture regions in, tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from planextract.reading.ocr.settings import OcrSettings

Gray = NDArray[np.uint8]
"""A picture of grey values, rows by columns, 255 white."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the engine read it, in pixels of the picture it was given."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    """0 to 1."""
    line: int
    """Tokens of one text line share it, within one picture."""
    upright: bool = True
    """False for a word set sideways."""


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What ``planextract doctor`` says of one engine."""

    name: str
    version: str | None
    languages: tuple[str, ...]
    path: str | None
    ready: bool
    """Whether it can read the language asked for."""
    advice: str
    """What to install, in a sentence; empty where nothing is missing."""


class Engine(Protocol):
    """Reads pictures; one file an engine, named in ``engines.py``."""

    name: str

    def status(self, settings: OcrSettings) -> EngineStatus:
        """What is installed; never raises."""

    def read(self, pictures: Sequence[Gray], psm: int, settings: OcrSettings) -> list[list[Token]]:
        """The tokens of each picture, by page segmentation mode ``psm``.

        Raises ToolMissing where the program or language is not there, ToolTooSlow at the
        time limit.
        """
