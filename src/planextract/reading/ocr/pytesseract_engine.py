"""Tesseract as a program: works wherever it is installed; a call reads many pictures."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2

from planextract.errors import ToolError, ToolMissing, ToolTooSlow
from planextract.reading.ocr.engine import EngineStatus, Gray, Token
from planextract.reading.ocr.settings import DPI, OcrSettings

ADVICE_PROGRAM = "Install Tesseract (Debian: apt install tesseract-ocr tesseract-ocr-nor)."
ADVICE_LANGUAGE = "Install Tesseract's language file for '{}' (Debian: tesseract-ocr-{})."
WORD_LEVEL = "5"


class Pytesseract:
    """The engine ``pytesseract``."""

    name = "pytesseract"

    def status(self, settings: OcrSettings) -> EngineStatus:
        """What is installed of the program and its language files."""
        path = shutil.which("tesseract")
        if path is None:
            return EngineStatus(self.name, None, (), None, False, ADVICE_PROGRAM)
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import pytesseract

        try:
            version = str(pytesseract.get_tesseract_version())
            languages = tuple(pytesseract.get_languages(config=_config(settings)))
        except (SystemExit, OSError, pytesseract.TesseractError):
            return EngineStatus(self.name, None, (), path, False, ADVICE_PROGRAM)
        missing = [part for part in settings.language.split("+") if part not in languages]
        advice = " ".join(ADVICE_LANGUAGE.format(part, part) for part in missing)
        return EngineStatus(self.name, version, languages, path, not missing, advice)

    def read(self, pictures: Sequence[Gray], psm: int, settings: OcrSettings) -> list[list[Token]]:
        """The tokens of each picture; one start of the program reads them all."""
        if not pictures:
            return []
        if shutil.which("tesseract") is None:
            raise ToolMissing(ADVICE_PROGRAM)
        with tempfile.TemporaryDirectory(prefix="planextract-") as folder:
            listing = _write(pictures, Path(folder))
            return _parse(_run(listing, psm, settings), len(pictures))


def _config(settings: OcrSettings) -> str:
    return f'--tessdata-dir "{settings.tessdata}"' if settings.tessdata else ""


def _write(pictures: Sequence[Gray], folder: Path) -> Path:
    """The pictures as files, and a list of them, which the program reads as pages."""
    names = []
    for at, picture in enumerate(pictures):
        names.append(str(folder / f"{at}.pgm"))
        cv2.imwrite(names[-1], picture)
    listing = folder / "pictures.txt"
    listing.write_text("\n".join(names) + "\n", encoding="utf-8")
    return listing


def _run(listing: Path, psm: int, settings: OcrSettings) -> str:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import pytesseract

    try:
        return str(
            pytesseract.image_to_data(
                str(listing),
                lang=settings.language,
                config=f"--psm {psm} --dpi {DPI} {_config(settings)}".strip(),
                timeout=settings.time_limit,
            )
        )
    except pytesseract.TesseractNotFoundError as error:
        raise ToolMissing(ADVICE_PROGRAM) from error
    except RuntimeError as error:
        raise _told(error, settings) from error
    except (SystemExit, OSError, ValueError, TypeError) as error:
        raise ToolError(f"Tesseract gave no readable answer ({error}).") from error


def _told(error: RuntimeError, settings: OcrSettings) -> ToolError:
    """The program's failure as an error for a person."""
    said = str(error)
    if "timeout" in said.lower():
        return ToolTooSlow("Tesseract took longer than the time limit for one page.")
    if "loading language" in said or "traineddata" in said or "load any languages" in said:
        first = settings.language.split("+")[0]
        return ToolMissing(ADVICE_LANGUAGE.format(settings.language, first))
    return ToolError(f"Tesseract failed: {said[:200]}.")


def _parse(table: str, count: int) -> list[list[Token]]:
    """Tokens by picture from Tesseract's TSV; lines that are no words are left out."""
    read: list[list[Token]] = [[] for _ in range(count)]
    for row in table.splitlines():
        for page, token in _token(row.split("\t")):
            if 0 <= page < count:
                read[page].append(token)
    return read


def _token(cells: list[str]) -> Iterator[tuple[int, Token]]:
    if len(cells) != 12 or cells[0] != WORD_LEVEL or not cells[11].strip():
        return
    try:
        page, block, paragraph, line = (int(cell) for cell in cells[1:5])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        confidence = min(1.0, max(0.0, float(cells[10]) / 100))
    except ValueError:
        return
    key = (block * 1000 + paragraph) * 1000 + line
    box = (left, top, left + width, top + height)
    yield page - 1, Token(cells[11].strip(), *box, confidence, key)
