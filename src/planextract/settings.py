"""What a user may choose for a run; the defaults are what was measured best."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices for one run, the same for every document of it."""

    ocr: Literal["auto", "always", "never"] = "auto"
    """Read pages as pictures: where their text layer is missing or bad, always, or never."""
    ocr_engine: Literal["auto", "pytesseract", "tesserocr"] = "auto"
    ocr_seconds: float = 120.0
    """Time limit a page; Tesseract has hung on noise (performance study, 90 s and more)."""
    cache: Path | None = None
    """Folder of OCR results; None for the user's cache folder."""
    use_cache: bool = True
    lexicon: tuple[str, ...] = ()
    """Words of the user that are right as they stand."""
