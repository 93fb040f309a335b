"""Code points of a text layer as the characters that a person sees."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

SPACES = frozenset(
    (*range(9, 14), 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F)
) | {0x3000}
"""White space: it parts words and belongs to none."""
NO_WIDTH = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
"""Marks that a reader does not see; they part no words."""
UNMAPPED = "\ufffd"
"""A glyph whose character the file does not tell."""
SOFT_HYPHEN = "\u00ad"
UNUSUAL_LETTERS = re.compile(f"[\ue000-\uf8ff{UNMAPPED}]")
"""What stays in a word where its characters are not known."""
_UNUSUAL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200d\u2010\u2011\u2060\ud800-\udfff\ue000-\uf8ff\ufb00-\ufb06\ufeff\ufffe]"
)
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
_HYPHENS = {0x2: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
"""U+0002 and U+FFFE are what PDFium makes of a hyphen at the end of a line."""


@cache
def symbols() -> dict[int, str]:
    """Private-use code points and the characters that they draw."""
    text = files("planextract.reading").joinpath("symbols.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {int(code, 16): drawn for code, drawn, _ in rows}


@cache
def _table() -> dict[int, str | None]:
    controls: dict[int, str | None] = {code: None for code in (*range(0x20), *range(0x7F, 0xA0))}
    dropped = dict.fromkeys((*NO_WIDTH, ord(SOFT_HYPHEN)))
    return {**controls, **dropped, **symbols(), **_LIGATURES, **_HYPHENS, 0: UNMAPPED}


def text_of_codes(codes: NDArray[np.int64]) -> str:
    """Code points as a string of the same length; what is no code point becomes U+FFFD."""
    valid = (codes >= 0) & (codes < 0x110000)
    return (
        np.where(valid, codes, 0xFFFD).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    )


def readable(text: str) -> str:
    """A word as a person sees it: ligatures apart, symbols mapped, hyphens at its end kept."""
    if text.isascii() and text.isprintable():
        return text
    if _UNUSUAL.search(text):
        cut = text.endswith(SOFT_HYPHEN) and text != SOFT_HYPHEN
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = whole.translate(_table()).strip() + ("-" if cut else "")
    return unicodedata.normalize("NFC", text)
