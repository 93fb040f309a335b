"""Words into lines: fonts, widths and line-end hyphens."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT_DIRS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation")
FAMILIES = {
    "helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "dejavu": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans"),
    "serif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif"),
    "liberation": ("LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic"),
    "narrow": (
        "LiberationSansNarrow-Regular",
        "LiberationSansNarrow-Bold",
        "LiberationSansNarrow-Italic",
    ),
    "roman": ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic"),
}
VOWELS = "aeiouyæøå"
Run = tuple[str, str]
"""A word (or part of one) and the name of its font."""


@lru_cache
def faces(family: str) -> tuple[str, str, str]:
    """Regular, bold and italic of a family, registered with reportlab."""
    names = FAMILIES[family]
    for name in names:
        if name in pdfmetrics.standardFonts or name in pdfmetrics.getRegisteredFontNames():
            continue
        path = next(p for d in FONT_DIRS if (p := Path(d) / f"{name}.ttf").exists())
        pdfmetrics.registerFont(TTFont(name, str(path)))
    return names


@lru_cache
def lost_symbol() -> str:
    """A font in which the bullet is U+F0B7, as a symbol font without a mapping leaves it."""
    font = TTFont("LostSymbol", str(Path(FONT_DIRS[0]) / "DejaVuSans.ttf"))
    font.face.name = b"LostSymbol"
    font.face.charToGlyph[0xF0B7] = font.face.charToGlyph[0x2022]
    pdfmetrics.registerFont(font)
    return "LostSymbol"


def width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def breaks(word: str) -> list[int]:
    """Where a word may be broken: before the last consonant between two vowels."""
    places, low = [], word.lower()
    for found in re.finditer(rf"[{VOWELS}][^\W\d{VOWELS}]+(?=[{VOWELS}])", low):
        at = found.end() - 1
        if 3 <= at <= len(word) - 3 and low[at - 3 : at + 3].isalpha():
            places.append(at)
    return places


def hyphenated(word: str) -> str:
    """The word with a soft hyphen at each place where it may be broken."""
    for at in reversed(breaks(word)):
        word = f"{word[:at]}\u00ad{word[at:]}"
    return word


def wrap(words: list[Run], size: float, room: float, hyphenate: bool = False) -> list[list[Run]]:
    """Lines of at most ``room`` points; a word too long for the rest of its line is broken."""
    lines: list[list[Run]] = [[]]
    left = room
    queue = list(words)
    while queue:
        word, font = queue.pop(0)
        gap = width(" ", font, size) if lines[-1] else 0.0
        need = width(word, font, size) + gap
        if need <= left:
            lines[-1].append((word, font))
            left -= need
            continue
        cut = _cut(word, font, size, left - gap) if hyphenate or not lines[-1] else 0
        if cut:
            head = word[:cut] if word[cut - 1] in "-/" else word[:cut] + "-"
            lines[-1].append((head, font))
            queue.insert(0, (word[cut:], font))
        elif lines[-1]:
            queue.insert(0, (word, font))
        else:
            lines[-1].append((word, font))
        if cut or queue:
            lines.append([])
            left = room
    return [line for line in lines if line] or [[]]


def _cut(word: str, font: str, size: float, room: float) -> int:
    """The last place at which the word's head fits in the room, 0 for none."""
    own = [i + 1 for i, c in enumerate(word) if c in "-/" and 2 <= i < len(word) - 2]
    fit = [0]
    for at in own or breaks(word):
        if width(word[:at] + "-", font, size) <= room:
            fit.append(at)
    return max(fit)
