"""How a piece of text is set: size, weight, slope, colour, direction."""

from __future__ import annotations

import math
import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pypdfium2.raw as raw

from planextract.reading import pdfium
from planextract.reading.frame import Frame
from planextract.reading.pdfium import USUAL_DESCENT

BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|extrab|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|(?<![a-z])it(?![a-z])", re.IGNORECASE)
PLAIN_NAME = re.compile(r"regular|book|roman|light|medium|normal", re.IGNORECASE)
FORCE_BOLD = 1 << 18
"""Font descriptor flag, ISO 32000 table 121."""
ITALIC_FLAG = 1 << 6
BOLD_WEIGHT = 700
"""OpenType weight of a bold face; PDFium guesses it from the stems, so a name counts first."""
LEAST_SIZE = 0.5
"""Points; a file may say that its type has no size at all."""
SLANT = 0.1
"""Quarter turns (9°) off level or upright at which text is a watermark or an ornament."""
UNSEEN = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))

Turning = tuple[float, float, float, float]
"""a, b, c, d of a matrix: what turns and stretches, without what moves."""
Face = tuple[bool, bool, float]
"""Whether a font is bold, whether italic, and its descent in type sizes."""


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object share."""

    size: float
    bold: bool
    italic: bool
    color: str
    quarter_turns: int
    """Clockwise turns of 90° from upright, as seen on the page."""
    upright: bool
    """Whether it is neither turned nor runs aslant, as a watermark does."""
    descent: float
    """How far its letters reach below the baseline, in points."""
    invisible: bool


class Styles:
    """The styles of a page, each text object and font looked at once."""

    def __init__(self, text: int, frame: Frame, doubled: AbstractSet[int] = frozenset()) -> None:
        self._text = text
        self._doubled = doubled
        self._turning = frame.matrix[:4]
        self._colors = pdfium.Colors()
        self._matrices = pdfium.Matrices()
        self._faces: dict[int, Face] = {}
        self._styles: dict[int, Style] = {}
        self._alike: dict[tuple[object, ...], Style] = {}

    def at(self, char: int) -> Style:
        """The style of a character by its place in PDFium's text."""
        element = pdfium.text_object_at(self._text, char) or 0
        style = self._styles.get(element)
        if style is None:
            style = self._styles[element] = self._style(element, char)
        return style

    def _style(self, element: int, char: int) -> Style:
        """The style of a text object; objects set alike share one."""
        size = pdfium.font_size_at(self._text, char)
        matrix = self._matrices.read(pdfium.char_matrix_at, self._text, char)[:4]
        if not element:
            return self._made(size, matrix, 0, 0, "#000000", False)
        mode, font = pdfium.render_mode(element), pdfium.font_of(element) or 0
        color, _ = self._colors.read(pdfium.fill_color, element)
        setting = (size, matrix, mode, font, color, element in self._doubled)
        style = self._alike.get(setting)
        if style is None:
            style = self._alike[setting] = self._made(*setting)
        return style

    def _made(
        self, size: float, matrix: Turning, mode: int, font: int, color: str, doubled: bool
    ) -> Style:
        a, b, c, d = matrix
        p, q, r, s = self._turning
        size = max(LEAST_SIZE, round(abs(size * (math.hypot(c, d) or 1.0)), 3))
        angle = math.atan2(a * q + b * s, a * p + b * r) / (math.pi / 2)
        turns = round(angle) % 4
        upright = not turns and abs(angle - round(angle)) <= SLANT
        bold, italic, depth = self._face(font)
        thick = doubled or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Style(
            size, bold or thick, italic, color, turns, upright, depth * size, mode in UNSEEN
        )

    def _face(self, font: int) -> Face:
        """A font looked at once a page."""
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = _face_of(font) if font else (False, False, USUAL_DESCENT)
        return face


def is_bold(name: str) -> bool:
    """Whether a font's name says that it is bold."""
    return BOLD_NAME.search(name) is not None


def is_italic(name: str) -> bool:
    """Whether a font's name says that it slopes."""
    return ITALIC_NAME.search(name) is not None


def _face_of(font: int) -> Face:
    name, flags = pdfium.name_of(font), pdfium.font_flags(font)
    flags = max(flags, 0)
    bold = is_bold(name) or bool(flags & FORCE_BOLD)
    if not bold and not PLAIN_NAME.search(name) and "-" not in name:
        bold = pdfium.font_weight(font) >= BOLD_WEIGHT
    return bold, is_italic(name) or bool(flags & ITALIC_FLAG), pdfium.descent_of(font)
