"""Tesseract as a library: the model is loaded once, which halves the CPU time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from planextract.errors import ToolMissing, ToolTooSlow
from planextract.reading.ocr.engine import EngineStatus, Gray, Token
from planextract.reading.ocr.settings import DPI, OcrSettings
from planextract.reading.ocr.tessdata import find_tessdata, languages_in

ADVICE_LIBRARY = "Install the faster engine with 'pip install planextract[fast-ocr]'."
ADVICE_LANGUAGE = "Install Tesseract's language file for '{}' (Debian: tesseract-ocr-{})."


class Tesserocr:
    """The engine ``tesserocr``."""

    name = "tesserocr"

    def status(self, settings: OcrSettings) -> EngineStatus:
        """What is installed of the library and its language files."""
        try:
            library = _library()
        except ImportError:
            return EngineStatus(self.name, None, (), None, False, ADVICE_LIBRARY)
        version = library.tesseract_version().split("\n")[0]
        folder = find_tessdata(settings.tessdata, settings.language)
        languages = languages_in(folder) if folder else ()
        missing = [part for part in settings.language.split("+") if part not in languages]
        advice = " ".join(ADVICE_LANGUAGE.format(part, part) for part in missing)
        path = str(folder) if folder else None
        return EngineStatus(self.name, version, languages, path, not missing, advice)

    def read(self, pictures: Sequence[Gray], psm: int, settings: OcrSettings) -> list[list[Token]]:
        """The tokens of each picture."""
        status = self.status(settings)
        if not status.ready or status.path is None:
            raise ToolMissing(status.advice)
        api = _loaded(status.path, settings.language)
        api.SetPageSegMode(psm)
        end = time.monotonic() + settings.time_limit
        return [_read_one(api, picture, end) for picture in pictures]


def _library() -> Any:
    """The module, its threads limited to one: by default they cost five times the CPU."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr

    return tesserocr


@lru_cache(maxsize=2)
def _loaded(folder: str, language: str) -> Any:
    """The engine with its model, kept for the life of the process."""
    try:
        return _library().PyTessBaseAPI(path=str(Path(folder)) + os.sep, lang=language)
    except RuntimeError as error:
        raise ToolMissing(f"Tesseract could not load the language '{language}'.") from error


def _read_one(api: Any, picture: Gray, end: float) -> list[Token]:
    left = end - time.monotonic()
    if left <= 0:
        raise ToolTooSlow("Tesseract took longer than the time limit for one page.")
    height, width = picture.shape
    api.SetImageBytes(np.ascontiguousarray(picture).tobytes(), width, height, 1, width)
    api.SetSourceResolution(DPI)
    done = api.Recognize(max(1, int(left * 1000)))
    if time.monotonic() >= end:
        raise ToolTooSlow("Tesseract took longer than the time limit for one page.")
    return list(_tokens(api)) if done else []


def _tokens(api: Any) -> Iterator[Token]:
    level = _library().RIL
    line = -1
    cursor = api.GetIterator()
    while cursor is not None and not cursor.Empty(level.WORD):
        if cursor.IsAtBeginningOf(level.TEXTLINE):
            line += 1
        text = cursor.GetUTF8Text(level.WORD).strip()
        box = cursor.BoundingBox(level.WORD)
        if text and box:
            x0, top, x1, bottom = box
            yield Token(text, x0, top, x1, bottom, cursor.Confidence(level.WORD) / 100, line)
        if not cursor.Next(level.WORD):
            break
