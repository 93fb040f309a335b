"""What annotations add to a page: links, filled-in form fields, text typed on top."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from planextract.model.page import Box, Link, Word
from planextract.reading.characters import readable
from planextract.reading.frame import Frame

LETTER_WIDTH = 0.5
"""Mean width of a letter in font sizes, where only the text of a field is known."""
LARGEST_TYPE = 12.0
"""Points; a field is set no larger than this when it says nothing of its type."""
UNSEEN_FLAGS = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
TICKED = "☑"


@dataclass(slots=True)
class Notes:
    """Links of a page, and texts with the box that each stands in."""

    links: list[Link] = field(default_factory=list)
    texts: list[tuple[str, Box]] = field(default_factory=list)


def notes_of(page: Any, form: Any, frame: Frame) -> Notes:
    """The annotations of a page that a reader sees; ``form`` is the document's, or None."""
    notes = Notes()
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        with _annotation(page.raw, number) as note:
            if not note or raw.FPDFAnnot_GetFlags(note) & UNSEEN_FLAGS:
                continue
            box = _box(note, frame)
            kind = raw.FPDFAnnot_GetSubtype(note)
            if box is None:
                continue
            if kind == raw.FPDF_ANNOT_LINK:
                target = _target(page, note)
                notes.links += [Link(box, target)] if target else []
            elif kind == raw.FPDF_ANNOT_WIDGET and form:
                notes.texts += [(value, box) for value in _field_value(form, note)]
            elif kind == raw.FPDF_ANNOT_FREETEXT:
                notes.texts.append((_string(note, b"Contents"), box))
    return notes


def words_of_notes(notes: Notes, page: int) -> list[Word]:
    """The texts of fields as words, spread over their boxes; index -1, to be counted."""
    words: list[Word] = []
    for text, box in notes.texts:
        lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
        if not lines:
            continue
        size = min(box.height / len(lines) / 1.2, LARGEST_TYPE)
        step = box.height / len(lines)
        letter = min(LETTER_WIDTH * size, box.width / max(map(len, lines)))
        for number, line in enumerate(lines):
            middle = box.top + (number + 0.5) * step
            at = 0
            for part in line.split():
                at = line.index(part, at)
                x0, x1 = box.x0 + at * letter, box.x0 + (at + len(part)) * letter
                place = Box(x0, middle - size / 2, x1, middle + size / 2)
                at += len(part)
                seen = readable(part)
                if seen:
                    words.append(Word(seen, place, page, -1, size))
    return words


@contextmanager
def _annotation(page: Any, number: int) -> Iterator[Any]:
    note = raw.FPDFPage_GetAnnot(page, number)
    try:
        yield note
    finally:
        if note:
            raw.FPDFPage_CloseAnnot(note)


def _box(note: Any, frame: Frame) -> Box | None:
    found = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(note, found):
        return None
    return frame.within(frame.box(found.left, found.bottom, found.right, found.top))


def _target(page: Any, note: Any) -> str:
    """Where a link leads: an address, or ``#page=N`` within the document."""
    link = raw.FPDFAnnot_GetLink(note)
    if not link:
        return ""
    document = page.pdf.raw
    action = raw.FPDFLink_GetAction(link)
    if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 1))
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")
    place = raw.FPDFLink_GetDest(document, link)
    if not place and action:
        place = raw.FPDFAction_GetDest(document, action)
    number = raw.FPDFDest_GetDestPageIndex(document, place) if place else -1
    return f"#page={number + 1}" if number >= 0 else ""


def _field_value(form: Any, note: Any) -> Iterator[str]:
    """What is filled in; a ticked box is a tick."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, note)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        if raw.FPDFAnnot_IsChecked(form, note):
            yield TICKED
    elif kind in (
        raw.FPDF_FORMFIELD_TEXTFIELD,
        raw.FPDF_FORMFIELD_COMBOBOX,
        raw.FPDF_FORMFIELD_LISTBOX,
    ):
        yield _wide(raw.FPDFAnnot_GetFormFieldValue, form, note)


def _string(note: Any, key: bytes) -> str:
    return _wide(raw.FPDFAnnot_GetStringValue, note, key)


def _wide(function: Any, *arguments: Any) -> str:
    """The UTF-16 string that a function of PDFium writes."""
    size = function(*arguments, None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    function(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
