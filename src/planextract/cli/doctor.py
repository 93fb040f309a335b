"""``planextract doctor``: what is installed, what is missing, and what to do about it."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from planextract.lexicons.hunspell import FOLDER
from planextract.reading.ocr.engine import EngineStatus
from planextract.reading.ocr.engines import available
from planextract.reading.ocr.settings import OcrSettings
from planextract.settings import Settings

HELP = "Say what is installed, what is missing, and how to install it."
EXAMPLES = """examples:
  planextract doctor
  planextract doctor --json

exit code: 0 all is there, 1 something is missing (the lines marked 'missing' say what it costs)"""

PACKAGES = ("pypdfium2", "pdfplumber", "opencv-python-headless", "pydantic", "pandas")
"""Those whose version says most when something reads otherwise than before."""
INSTALL = {
    "Linux": "sudo apt-get install tesseract-ocr tesseract-ocr-nor (Debian, Ubuntu)",
    "Darwin": "brew install tesseract tesseract-lang",
    "Windows": "install Tesseract with the Norwegian language file (choco install tesseract)",
}
STYLES = {"ok": "green", "missing": "bold red", "optional": "yellow"}
NEEDED_DISK = 200 * 1024 * 1024
"""Bytes free for the cache of OCR results; a scanned page takes some 40 kB."""

State = Literal["ok", "missing", "optional"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    name: str
    state: State
    """``optional`` is not there and not needed."""
    found: str
    advice: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to print."""
    parser.add_argument("--json", action="store_true", help="print the checks as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the checks; 1 where something is missing."""
    checks = list(_checks())
    if args.json:
        data = [asdict(check) for check in checks]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(checks)
    return int(any(check.state == "missing" for check in checks))


def _checks() -> Iterator[Check]:
    yield Check("planextract", "ok", f"{version('planextract')} in {Path(__file__).parents[1]}")
    yield Check("Python", "ok", f"{platform.python_version()} on {platform.platform(terse=True)}")
    for name in PACKAGES:
        yield _package(name)
    yield from _ocr(available())
    yield _dictionaries()
    yield _cache(OcrSettings.of(Settings()).cache)


def _package(name: str) -> Check:
    try:
        return Check(name, "ok", version(name))
    except PackageNotFoundError:
        return Check(name, "missing", "not installed", "Run 'make setup' again.")


def _ocr(engines: list[EngineStatus]) -> Iterator[Check]:
    """Scanned pages can be read where one engine is ready; the others are then optional."""
    ready = [engine for engine in engines if engine.ready]
    for engine in engines:
        found = f"{engine.version or 'not installed'}"
        if engine.languages:
            found += f", languages {', '.join(engine.languages)}"
        state: State = "ok" if engine.ready else "optional"
        yield Check(f"OCR by {engine.name}", state, found, engine.advice)
    if ready:
        yield Check("scanned pages", "ok", f"are read by {ready[0].name}")
        return
    how = INSTALL.get(platform.system(), INSTALL["Linux"])
    found = "cannot be read; they are named in the output, digital pages are read all the same"
    yield Check("scanned pages", "missing", found, f"To install: {how}")


def _dictionaries() -> Check:
    """Hunspell's Norwegian word forms, which the repair of damaged words takes where they are."""
    there = [language for language in ("nn", "nb") if (FOLDER / f"{language}_NO.dic").is_file()]
    if len(there) == 2:
        return Check("Hunspell dictionaries", "ok", f"{', '.join(there)} in {FOLDER}")
    advice = "More damaged words are mended with them: sudo apt-get install hunspell-no"
    return Check("Hunspell dictionaries", "optional", ", ".join(there) or "not installed", advice)


def _cache(folder: Path | None) -> Check:
    """Whether earlier OCR results can be kept: the folder, or the one above that exists."""
    name = "cache of OCR results"
    if folder is None:
        return Check(name, "optional", "none is kept")
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not os.access(there, os.W_OK):
        advice = "Every run reads scanned pages anew. Make the folder writable."
        return Check(name, "optional", f"{folder} cannot be written", advice)
    if shutil.disk_usage(there).free < NEEDED_DISK:
        return Check(name, "optional", f"{folder}: the disk is full", "Make room.")
    return Check(name, "ok", str(folder))


def _print(checks: list[Check]) -> None:
    table = Table(show_edge=False, pad_edge=False, show_header=False)
    for check in checks:
        found = f"{check.found}\n{check.advice}" if check.advice else check.found
        table.add_row(check.name, Text(check.state, STYLES[check.state]), Text(found))
    console = Console()
    (console if console.is_terminal else Console(width=120)).print(table)
