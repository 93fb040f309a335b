"""Where Tesseract's language files are on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tesseract-ocr/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)


def find_tessdata(given: Path | None, language: str) -> Path | None:
    """The folder that holds all files of ``language``; failing that, any that exists."""
    folders = [folder for folder in _folders(given) if folder.is_dir()]
    for folder in folders:
        if set(language.split("+")) <= set(languages_in(folder)):
            return folder
    return folders[0] if folders else None


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages whose files stand in a folder."""
    return tuple(sorted(path.stem for path in folder.glob("*.traineddata")))


def _folders(given: Path | None) -> list[Path]:
    if given is not None:
        return [given]
    prefix = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(prefix), Path(prefix) / "tessdata"] if prefix else []
    for place in PLACES:
        root = Path(place[: place.index("*")]) if "*" in place else Path(place)
        folders += (
            sorted(root.glob(place[place.index("*") :]), reverse=True) if "*" in place else [root]
        )
    if sys.platform == "win32":
        folders.append(Path("C:/Program Files/Tesseract-OCR/tessdata"))
    return folders
