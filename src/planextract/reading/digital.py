"""The text layer of a PDF: words, ruling lines, fills and links of each page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium_
import pypdfium2.raw as raw

from planextract.model.page import Page, Signals, Verdict
from planextract.model.source import Source
from planextract.reading import pdfium
from planextract.reading.frame import Frame
from planextract.reading.glyphs import glyphs_of
from planextract.reading.paths import drawing_of
from planextract.reading.styles import Styles
from planextract.reading.words import words_of


def read_pdf(source: Source, numbers: range | None = None) -> Iterator[Page]:
    """The pages of a PDF in order (``numbers`` are 1-based), each read from its text layer.

    A page that cannot be read comes without words, and its verdict says why; the signals of
    the verdict are measured, its kind is for triage to judge.
    """
    document = pdfium_.PdfDocument(source.data)
    try:
        wanted = range(1, len(document) + 1) if numbers is None else numbers
        for number in wanted:
            yield _read(document, number)
    finally:
        document.close()


def _read(document: Any, number: int) -> Page:
    try:
        page = document[number - 1]
    except (pdfium_.PdfiumError, IndexError):
        reason = "the page cannot be opened"
        return Page(number, 0.0, 0.0, (), verdict=Verdict("blank", (reason,)))
    try:
        return read_page(page, number)
    except (pdfium_.PdfiumError, ValueError) as error:
        return Page(number, 0.0, 0.0, (), verdict=Verdict("blank", (f"cannot be read: {error}",)))
    finally:
        page.close()


def read_page(page: Any, number: int) -> Page:
    """One open page of pypdfium2."""
    handle = pdfium.address_of(page.raw)
    frame = frame_of(page.raw)
    drawing = drawing_of(handle, frame)
    with pdfium.text_of(handle) as text:
        styles = Styles(text, frame)
        words = words_of(glyphs_of(text, frame), styles, drawing.rules, number)
    return Page(
        number, frame.width, frame.height, tuple(words), tuple(drawing.rules), tuple(drawing.fills),
        verdict=Verdict("digital", (), Signals(words=len(words))),
    )  # fmt: skip


def frame_of(page: Any) -> Frame:
    """The visible part of a page: crop box within media box, as it is turned."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        raise ValueError("the page has no size")
    turns = raw.FPDFPage_GetRotation(page)
    return Frame.of(box.left, box.bottom, box.right, box.top, turns)
