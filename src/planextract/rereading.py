"""Pages whose text layer is missing or bad, read anew from their picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.doubts import page_doubts
from planextract.errors import ToolError, ToolTooSlow
from planextract.model.page import Page
from planextract.model.plan import Diagnostic
from planextract.model.source import Source
from planextract.reading.ocr.scanned import picture_rules, read_scanned
from planextract.reading.ocr.settings import OcrSettings
from planextract.settings import Settings
from planextract.triage import better_reading, judge_document

UNSOUND = ("scan", "bad_layer", "garbled", "mixed")
"""Kinds of page whose text layer is missing or not to be trusted."""
NEEDS_PICTURE = 0.25
"""Share of a page that its pictures must cover to hold its text."""
HIDDEN = 0.5
"""Share of invisible characters that makes the words a hidden layer."""


def judge_pages(pages: Sequence[Page]) -> list[Page]:
    """The pages with what kind each is."""
    verdicts = judge_document(pages)
    return [replace(page, verdict=v) for page, v in zip(pages, verdicts, strict=True)]


def read_anew(
    source: Source, pages: Sequence[Page], settings: Settings
) -> tuple[list[Page], list[Diagnostic]]:
    """Each page by its better reading, and what could not be read."""
    found: list[Page] = []
    troubles: list[Diagnostic] = []
    for page in pages:
        if not _needs_ocr(page, settings):
            found.append(_as_layer(source, page, troubles) if _is_layer(page) else page)
        elif settings.ocr == "never":
            found.append(_as_layer(source, page, troubles))
        else:
            found.append(_by_ocr(source, page, settings, troubles))
    return found, [*troubles, *page_doubts(found)]


def _needs_ocr(page: Page, settings: Settings) -> bool:
    signals = page.verdict.signals
    if settings.ocr == "always":
        return signals.picture_share > 0 or not page.words
    if page.verdict.kind == "bad_layer":
        return signals.picture_share >= NEEDS_PICTURE
    return page.verdict.kind in UNSOUND


def _is_layer(page: Page) -> bool:
    """Whether the words are a scanned page's hidden layer, its ruling lines in the picture."""
    signals = page.verdict.signals
    return signals.invisible_share >= HIDDEN and signals.picture_share >= NEEDS_PICTURE


def _by_ocr(source: Source, page: Page, settings: Settings, troubles: list[Diagnostic]) -> Page:
    try:
        read = read_scanned(source, page.number, OcrSettings.of(settings))
    except ToolTooSlow as error:
        troubles.append(_trouble("page_ocr_timeout", page, str(error)))
        return _as_layer(source, page, troubles, told=True)
    except ToolError as error:
        troubles.append(_trouble("page_needs_ocr", page, str(error)))
        return _as_layer(source, page, troubles, told=True)
    layer = replace(page, method="layer") if page.words else page
    chosen = better_reading(layer, read)
    return chosen if chosen.method == "ocr" else _as_layer(source, page, troubles, told=True)


def _as_layer(
    source: Source, page: Page, troubles: list[Diagnostic], *, told: bool = False
) -> Page:
    """A page by its hidden text layer, the ruling lines taken from its picture."""
    if not page.words:
        if not told:
            message = "The page is a picture and was not read: OCR is switched off."
            troubles.append(_trouble("page_needs_ocr", page, message))
        return page
    hidden = page.verdict.signals.invisible_share > 0
    return replace(picture_rules(source, page) if hidden else page, method="layer")


def _trouble(code: str, page: Page, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", message=message, page=page.number)  # type: ignore[arg-type]
