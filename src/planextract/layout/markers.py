"""What may stand before an item, told by its shape: the one place that knows list markers.

A *sure* marker needs no other evidence than text after it: a symbol that belongs to no
sentence, a dash, ``1.``, ``a)``. A *weak* one (a letter of a lost symbol font, ``§``, ``01``,
``T1``, a bare number, ``a.``) could be a word of the text; it counts where it repeats at one
place, and where it counts up if it has a number (``planextract.layout.marking``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Kind = Literal["", "bullet", "dash", "number", "letter", "lost", "code"]

DASHES = frozenset("-–—*»")
SENTENCE_SIGNS = frozenset("…‰‱′″‴‹›‼⁇⁈⁉")
"""Signs of the general punctuation block that stand in sentences."""
OLD_BULLETS = frozenset("·\ufffd")
FIRST_SIGN = 0x2010
"""Below it are the signs of Latin text: quotes, currency, ``§``, ``°``."""
NUMBER = re.compile(r"^(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[ivx]{1,4}[.)])$")
LETTER = re.compile(r"^\(?[a-zæøå]\)$")
CODE = re.compile(r"^(?:[A-ZÆØÅ]{0,2}[-.]?\d{1,2}(?:\.\d{1,2})*[.:)]?|[a-zæøåA-ZÆØÅ][.:])$")
"""Numbers that a text has too: ``7``, ``01``, ``T1``, ``T1.2``, ``a.``."""
LABEL_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.:)]?$")
"""What follows the word of a numbered label: ``Tiltak 1:``."""
LOST = re.compile(r"^[^\W\d_iå]$|^[§+>v=~^¤#]$")
"""A letter or sign that a lost symbol font, or OCR, left of a bullet."""


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """What kind of marker a word would be, the sure kinds before the weak ones."""
    if is_bullet(text):
        return "bullet"
    if text in DASHES:
        return "dash"
    if NUMBER.match(text):
        return "number"
    if LETTER.match(text):
        return "letter"
    if CODE.match(text):
        return "code"
    return "lost" if LOST.match(text) else ""


SURE = frozenset({"bullet", "dash", "number", "letter"})


def is_sure(text: str) -> bool:
    """Whether a word before text is a marker without more evidence."""
    return kind_of(text) in SURE


def is_bullet(text: str) -> bool:
    """Whether a word is one symbol that no sentence has: a dingbat, a shape, a private glyph."""
    return len(text) == 1 and _is_symbol(text)


@lru_cache(maxsize=4096)
def _is_symbol(char: str) -> bool:
    if char in OLD_BULLETS:
        return True
    if ord(char) < FIRST_SIGN or char in SENTENCE_SIGNS:
        return False
    category = unicodedata.category(char)
    return category in {"So", "Sm", "Po", "Co", "Cn"}


def glued_bullet(text: str) -> str:
    """A symbol that stands right before the first letter of a word: ``•Etablere``."""
    shaped = len(text) > 1 and text[1].isalnum() and is_bullet(text[0])
    return text[0] if shaped and unicodedata.category(text[0]) != "Sm" else ""


def rank_of(text: str) -> tuple[int, ...] | None:
    """The place of a number or letter in its count: ``T1.2`` is (1, 2), ``b)`` is (2,)."""
    digits = re.findall(r"\d+", text)
    if digits:
        return tuple(map(int, digits))
    letters = [c for c in text.lower() if c.isalpha()]
    return (ord(letters[0]) - ord("a") + 1,) if len(letters) == 1 else None


def shape_of(text: str) -> str:
    """A marker with its number left open: markers of one list have one shape."""
    kind = kind_of(text)
    if kind in ("letter", "code", "number") and not any(c.isdigit() for c in text):
        return re.sub(r"[^\W\d_]", "a", text)
    return re.sub(r"\d+", "#", text) if not text.startswith("0") else f"0{'#' * len(text[1:])}"


def is_bare_number(text: str) -> bool:
    """Whether a marker is a number as any text has it: ``7``, and not ``07`` or ``T7``."""
    return text.isdigit() and not text.startswith("0")
