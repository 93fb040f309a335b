"""PDFium's C functions, bound for calls by the hundred thousand.

The bindings of pypdfium2 make a Python object for each pointer. Here a pointer is a plain
address, so that one ``map`` over a page's characters costs 0.4 µs a call.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as raw

from planextract.reading.frame import IDENTITY, Matrix

_P, _I, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def _bound(name: str, result: Any, *arguments: Any) -> Any:
    """A function of PDFium by its name, its pointers plain addresses."""
    address = ctypes.cast(getattr(raw, name), _P).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


load_text = _bound("FPDFText_LoadPage", _P, _P)
close_text = _bound("FPDFText_ClosePage", None, _P)
count_chars = _bound("FPDFText_CountChars", _I, _P)
get_text = _bound("FPDFText_GetText", _I, _P, _I, _I, _P)
unicode_at = _bound("FPDFText_GetUnicode", _U, _P, _I)
loose_box_at = _bound("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
origin_at = _bound("FPDFText_GetCharOrigin", _I, _P, _I, _P, _P)
unmapped_at = _bound("FPDFText_HasUnicodeMapError", _I, _P, _I)
text_object_at = _bound("FPDFText_GetTextObject", _P, _P, _I)
font_size_at = _bound("FPDFText_GetFontSize", ctypes.c_double, _P, _I)
char_matrix_at = _bound("FPDFText_GetMatrix", _I, _P, _I, _P)
render_mode = _bound("FPDFTextObj_GetTextRenderMode", _I, _P)
font_of = _bound("FPDFTextObj_GetFont", _P, _P)
font_name = _bound("FPDFFont_GetBaseFontName", ctypes.c_size_t, _P, _P, ctypes.c_size_t)
font_flags = _bound("FPDFFont_GetFlags", _I, _P)
font_descent = _bound("FPDFFont_GetDescent", _I, _P, ctypes.c_float, _P)
font_weight = _bound("FPDFFont_GetWeight", _I, _P)

count_objects = _bound("FPDFPage_CountObjects", _I, _P)
object_at = _bound("FPDFPage_GetObject", _P, _P, _I)
count_form_objects = _bound("FPDFFormObj_CountObjects", _I, _P)
form_object_at = _bound("FPDFFormObj_GetObject", _P, _P, ctypes.c_ulong)
object_type = _bound("FPDFPageObj_GetType", _I, _P)
object_matrix = _bound("FPDFPageObj_GetMatrix", _I, _P, _P)
object_bounds = _bound("FPDFPageObj_GetBounds", _I, _P, _P, _P, _P, _P)
fill_color = _bound("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)
stroke_color = _bound("FPDFPageObj_GetStrokeColor", _I, _P, _P, _P, _P, _P)
stroke_width = _bound("FPDFPageObj_GetStrokeWidth", _I, _P, _P)
draw_mode = _bound("FPDFPath_GetDrawMode", _I, _P, _P, _P)
count_segments = _bound("FPDFPath_CountSegments", _I, _P)
segment_at = _bound("FPDFPath_GetPathSegment", _P, _P, _I)
segment_point = _bound("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
segment_type = _bound("FPDFPathSegment_GetType", _I, _P)
segment_closes = _bound("FPDFPathSegment_GetClose", _I, _P)

DEEPEST = 0.6
"""Type sizes; a font that claims to reach deeper is wrong."""
USUAL_DESCENT = 0.21
"""Type sizes below the baseline in Arial, Helvetica and Liberation Sans."""


def address_of(handle: Any) -> int:
    """The address behind a handle of pypdfium2."""
    return int(ctypes.cast(handle, _P).value or 0)


@contextmanager
def text_of(page: int) -> Iterator[int]:
    """The text of a page, by its address; closed in the end."""
    text = load_text(page)
    if not text:
        raise ValueError("PDFium gives no text for the page")
    try:
        yield text
    finally:
        close_text(text)


class Colors:
    """Reads colours through one buffer, made once: a page has thousands."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        base = ctypes.addressof(self._parts)
        self._places = (base, base + 4, base + 8, base + 12)
        self._named: dict[tuple[int, int, int], str] = {}

    def read(self, function: Any, element: int) -> tuple[str, int]:
        """``#rrggbb`` and opacity (0 to 255) by one of the colour functions; black by default."""
        if not function(element, *self._places):
            return "#000000", 255
        red, green, blue, opacity = self._parts
        name = self._named.get((red, green, blue))
        if name is None:
            name = self._named[red, green, blue] = f"#{red:02x}{green:02x}{blue:02x}"
        return name, opacity


class Matrices:
    """Reads matrices through one buffer."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_float * 6)()
        self._place = ctypes.addressof(self._parts)

    def read(self, function: Any, *arguments: int) -> Matrix:
        """The matrix that a function of PDFium writes into its last argument."""
        if not function(*arguments, self._place):
            return IDENTITY
        a, b, c, d, e, f = self._parts
        return a, b, c, d, e, f


def descent_of(font: int) -> float:
    """How far below the baseline a font reaches, in type sizes; usual where it does not say."""
    found = ctypes.c_float(0.0)
    font_descent(font, 1.0, ctypes.addressof(found))
    return -found.value if DEEPEST > -found.value > 0 else USUAL_DESCENT


def name_of(font: int) -> str:
    """A font's name, without the tag of a subset."""
    buffer = ctypes.create_string_buffer(256)
    font_name(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace")
    return name[7:] if len(name) > 7 and name[6] == "+" else name
