"""The OCR engines there are, the quickest first, and the choice among them."""

from __future__ import annotations

from planextract.errors import ConfigError, ToolMissing
from planextract.reading.ocr.engine import Engine, EngineStatus
from planextract.reading.ocr.pytesseract_engine import Pytesseract
from planextract.reading.ocr.settings import OcrSettings
from planextract.reading.ocr.tesserocr_engine import Tesserocr

ENGINES: tuple[Engine, ...] = (Tesserocr(), Pytesseract())


def available(settings: OcrSettings | None = None) -> list[EngineStatus]:
    """What is installed of each engine; never raises."""
    settings = settings or OcrSettings()
    return [engine.status(settings) for engine in ENGINES]


def choose(settings: OcrSettings) -> tuple[Engine, EngineStatus]:
    """The engine to read with.

    ``auto`` takes the first that is ready. Raises ToolMissing where none is, ConfigError
    for an unknown name.
    """
    wanted = [e for e in ENGINES if settings.engine in ("auto", e.name)]
    if not wanted:
        names = ", ".join(engine.name for engine in ENGINES)
        raise ConfigError(f"There is no OCR engine '{settings.engine}'; there are {names}.")
    advice = ""
    for engine in wanted:
        status = engine.status(settings)
        if status.ready:
            return engine, status
        advice = status.advice
    raise ToolMissing(f"No OCR engine can read '{settings.language}'. {advice}")
