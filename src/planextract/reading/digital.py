"""The text layer of a PDF: words, ruling lines, fills and links of each page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium_
import pypdfium2.raw as raw

from planextract.model.page import Page, Verdict, Word
from planextract.model.source import Source
from planextract.reading import pdfium
from planextract.reading.annotations import notes_of, words_of_notes
from planextract.reading.dots import with_bullets
from planextract.reading.doubles import doubled_objects, once
from planextract.reading.frame import Frame
from planextract.reading.paths import Drawing, drawing_of
from planextract.reading.second import SecondReader, checked
from planextract.reading.signals import measure
from planextract.reading.spacing import close_up
from planextract.reading.styles import Styles
from planextract.reading.words import Reading, read_words

TURNED = 0.7
"""Share of a page's letters that stand sideways when the page, not a header cell, is turned."""
FEWEST_TURNED = 40
"""Letters by which that can be told; a lone sideways caption is less."""


def read_pdf(source: Source, numbers: range | None = None) -> Iterator[Page]:
    """The pages of a PDF in order (``numbers`` are 1-based), each read from its text layer.

    A page that cannot be read comes without words, and its verdict says why; the signals of
    the verdict are measured, its kind is for triage to judge.
    """
    document = pdfium_.PdfDocument(source.data)
    try:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        wanted = range(1, len(document) + 1) if numbers is None else numbers
        with SecondReader(source) as second:
            for number in wanted:
                yield _read(document, number, second)
    finally:
        document.close()


def _read(document: Any, number: int, second: SecondReader) -> Page:
    try:
        page = document[number - 1]
    except (pdfium_.PdfiumError, IndexError):
        return _unread(number, "the page cannot be opened")
    try:
        return _read_page(page, number, second)
    except (pdfium_.PdfiumError, ValueError) as error:
        return _unread(number, f"the page cannot be read: {error}")
    finally:
        page.close()


def _unread(number: int, reason: str) -> Page:
    return Page(number, 0.0, 0.0, (), verdict=Verdict("blank", (reason,)))


def _read_page(page: Any, number: int, second: SecondReader) -> Page:
    """A page whose text stands sideways is turned to be read, its boxes with it; words outside
    the page are left out; the verdict tells both."""
    frame = frame_of(page.raw)
    drawing, reading = _read_content(page, frame, number)
    reasons = []
    turns = _sideways(reading)
    if turns:
        reasons.append(f"text stands sideways: turned by {90 * (4 - turns)} degrees to be read")
        frame = frame_of(page.raw, -turns)
        drawing, reading = _read_content(page, frame, number)
    notes = notes_of(page, page.formenv, frame)
    words = [
        *with_bullets(close_up(once(reading.words)), drawing.dots),
        *words_of_notes(notes, number),
    ]
    inside = _on_page(words, frame)
    if len(inside) < len(words):
        reasons.append(f"{len(words) - len(inside)} words stand outside the page: left out")
    if drawing.unfinished:
        reasons.append("more drawing than can be looked at: ruling lines may be missing")
    signals = measure(reading, drawing.pictures, frame.width, frame.height)
    read = Page(
        number, frame.width, frame.height, _numbered(inside), tuple(drawing.rules),
        tuple(drawing.fills), tuple(notes.links),
        verdict=Verdict("digital", tuple(reasons), signals),
    )  # fmt: skip
    return read if turns else checked(read, second, bool(drawing.texts) and not words)


def _read_content(page: Any, frame: Frame, number: int) -> tuple[Drawing, Reading]:
    handle = pdfium.address_of(page.raw)
    drawing = drawing_of(handle, frame)
    with pdfium.text_of(handle) as text:
        styles = Styles(text, frame, doubled_objects(drawing.texts))
        return drawing, read_words(text, frame, styles, drawing.rules, number)


def _sideways(reading: Reading) -> int:
    """The quarter turns of nearly all of a page's text, if it is not upright."""
    most = max(range(4), key=lambda turn: reading.by_turn[turn])
    enough = reading.letters >= FEWEST_TURNED and reading.by_turn[most] > TURNED * reading.letters
    return most if enough else 0


def _on_page(words: Sequence[Word], frame: Frame) -> list[Word]:
    """The words whose middle is on the page."""
    width, height = 2 * frame.width, 2 * frame.height
    return [
        word
        for word in words
        if 0 <= word.box[0] + word.box[2] <= width and 0 <= word.box[1] + word.box[3] <= height
    ]


def _numbered(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with their places in the page's order as index."""
    return tuple(
        word if word.index == at else replace(word, index=at) for at, word in enumerate(words)
    )


def frame_of(page: Any, more_turns: int = 0) -> Frame:
    """The visible part of a page: crop box within media box, as it is turned."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        raise ValueError("the page has no size")
    turns = raw.FPDFPage_GetRotation(page) + more_turns
    return Frame.of(box.left, box.bottom, box.right, box.top, turns)
