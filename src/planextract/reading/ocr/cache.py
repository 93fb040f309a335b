"""Earlier readings kept as files, by what was read and how: a second run reads nothing again."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from planextract.model.page import Box, Fill, Page, Rule, Word
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.settings import OcrSettings

READING = "5"
"""Changed whenever the same picture would be read otherwise."""


def key_of(picture: Picture, engine: str, settings: OcrSettings) -> str:
    """The name of a reading: a hash of the pixels, the engine's version and the settings."""
    how = (
        READING, engine, settings.language, settings.min_confidence, picture.gray.shape,
        picture.width, picture.height, picture.left, picture.top,
    )  # fmt: skip
    found = hashlib.blake2b(repr(how).encode(), digest_size=20)
    found.update(picture.gray.tobytes())
    if picture.color is not None:
        found.update(picture.color.tobytes())
    return found.hexdigest()


def load(folder: Path, key: str, number: int) -> Page | None:
    """The page read earlier; None where there is none or its file is damaged."""
    try:
        return _page(json.loads(_file(folder, key).read_text(encoding="utf-8")), number)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(folder: Path, key: str, page: Page) -> None:
    """Keep a reading; written whole or not at all. A folder that cannot be written is let be."""
    path = _file(folder, key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False
        ) as part:
            json.dump(_record(page), part, ensure_ascii=False, separators=(",", ":"))
        os.replace(part.name, path)  # noqa: PTH105
    except OSError:
        return


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.json"


def _record(page: Page) -> dict[str, Any]:
    words = [[w.text, *w.box, w.size, w.bold, w.color, w.confidence, w.upright] for w in page.words]
    rules = [[rule.x0, rule.top, rule.x1, rule.bottom] for rule in page.rules]
    fills = [[*fill.box, fill.color] for fill in page.fills]
    return {
        "width": page.width, "height": page.height,
        "words": words, "rules": rules, "fills": fills,
        "reasons": list(page.verdict.reasons),
    }  # fmt: skip


def _page(record: dict[str, Any], number: int) -> Page:
    words = tuple(
        Word(
            str(text), Box(x0, top, x1, bottom), number, at, size, bold,
            color=color, confidence=confidence, upright=upright,
        )
        for at, (text, x0, top, x1, bottom, size, bold, color, confidence, upright)
        in enumerate(record["words"])
    )  # fmt: skip
    page = Page(
        number, float(record["width"]), float(record["height"]), words,
        tuple(Rule(*rule) for rule in record["rules"]),
        tuple(Fill(Box(*fill[:4]), fill[4]) for fill in record["fills"]),
        method="ocr",
    )  # fmt: skip
    verdict = replace(page.verdict, reasons=tuple(map(str, record["reasons"])))
    return replace(page, verdict=verdict)
