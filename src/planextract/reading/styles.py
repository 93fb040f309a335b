"""How a piece of text is set: size, weight, slope, colour, direction."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import pypdfium2.raw as raw

from planextract.reading import pdfium
from planextract.reading.frame import Frame

BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|extrab|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|(?<![a-z])it(?![a-z])", re.IGNORECASE)
PLAIN_NAME = re.compile(r"regular|book|roman|light|medium|normal", re.IGNORECASE)
FORCE_BOLD = 1 << 18
"""Font descriptor flag, ISO 32000 table 121."""
ITALIC_FLAG = 1 << 6
BOLD_WEIGHT = 700
"""OpenType weight of a bold face; PDFium guesses it from the stems, so a name counts first."""
UNSEEN = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object share."""

    size: float
    bold: bool
    italic: bool
    color: str
    quarter_turns: int
    """Clockwise turns of 90° from upright, as seen on the page."""
    invisible: bool


class Styles:
    """The styles of a page, each text object and font looked at once."""

    def __init__(self, text: int, frame: Frame) -> None:
        self._text = text
        self._turning = frame.matrix[:4]
        self._colors = pdfium.Colors()
        self._matrices = pdfium.Matrices()
        self._faces: dict[int, tuple[bool, bool]] = {}
        self._styles: dict[int, Style] = {}

    def at(self, char: int) -> Style:
        """The style of a character by its place in PDFium's text."""
        element = pdfium.text_object_at(self._text, char) or 0
        style = self._styles.get(element)
        if style is None:
            style = self._styles[element] = self._style(element, char)
        return style

    def _style(self, element: int, char: int) -> Style:
        size, turns = self._size_and_turns(char)
        if not element:
            return Style(size, False, False, "#000000", turns, False)
        mode = pdfium.render_mode(element)
        bold, italic = self._face(pdfium.font_of(element) or 0)
        color, _ = self._colors.read(pdfium.fill_color, element)
        bold = bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Style(size, bold, italic, color, turns, mode in UNSEEN)

    def _size_and_turns(self, char: int) -> tuple[float, int]:
        a, b, c, d, _, _ = self._matrices.read(pdfium.char_matrix_at, self._text, char)
        p, q, r, s = self._turning
        across, down = a * p + b * r, a * q + b * s
        size = pdfium.font_size_at(self._text, char) * (math.hypot(c, d) or 1.0)
        turns = 0 if across > abs(down) else round(math.atan2(down, across) / (math.pi / 2)) % 4
        return round(abs(size), 3), turns

    def _face(self, font: int) -> tuple[bool, bool]:
        """Whether a font is bold, and whether italic."""
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = _face_of(font) if font else (False, False)
        return face


def _face_of(font: int) -> tuple[bool, bool]:
    name, flags = pdfium.name_of(font), pdfium.font_flags(font)
    flags = max(flags, 0)
    bold = bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD)
    if not bold and not PLAIN_NAME.search(name) and "-" not in name:
        bold = pdfium.font_weight(font) >= BOLD_WEIGHT
    return bold, bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG)
