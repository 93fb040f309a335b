"""What a user may choose about OCR, and the numbers that the code chose, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from planextract.settings import Settings

EngineChoice = Literal["auto", "pytesseract", "tesserocr"]

DPI = 200
"""Pixels an inch to read at. Measured on 12 pages: 300 reads no better and costs 20 % more."""

UPSCALE_BELOW = 180
"""Pixels an inch; below this a picture is enlarged to ``DPI``, since 150 loses 1 to 3 points."""

MAX_DPI = 320
"""Pixels an inch; a finer picture is made smaller: it costs time and reads no better."""

MAX_PIXELS = 30_000_000
"""Pixels a page picture may have: A2 at 200 dpi; a poster above it is read coarser."""

MIN_CONFIDENCE = 0.10
"""Words below it were halftone and specks in the cases looked at (chosen by eye)."""

TIME_LIMIT = 120.0
"""Seconds a page; an ordinary page takes 0.3 to 2, noise has kept Tesseract for over 90."""

SURE = 0.60
"""A mark read on a second look must reach it; chosen by eye on specks that read as letters."""


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """How scanned pages are read."""

    language: str = "nor"
    """Tesseract's name of the language, or several joined by ``+``."""
    engine: EngineChoice = "auto"
    dpi: int = DPI
    """Pixels an inch, where the page has no picture of its own resolution."""
    time_limit: float = TIME_LIMIT
    """Seconds a page."""
    min_confidence: float = MIN_CONFIDENCE
    """0 to 1; words below it are dropped."""
    cache: Path | None = None
    """Folder of earlier readings; None to keep none."""
    tessdata: Path | None = None
    """Folder of Tesseract's language files; None to look where they usually are."""

    @staticmethod
    def of(settings: Settings) -> OcrSettings:
        """What a run's settings say of OCR; no cache named is the user's own cache folder."""
        folder = settings.cache or Path(platformdirs.user_cache_dir("planextract")) / "ocr"
        return OcrSettings(
            engine=settings.ocr_engine,
            time_limit=settings.ocr_seconds,
            cache=folder if settings.use_cache else None,
        )
