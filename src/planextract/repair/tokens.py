"""Text cut into tokens: words that may be mended, marks, and what is to be left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "mark", "number", "fixed"]
"""``word`` may be mended; ``fixed`` (an address, a reference) may not."""

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"(?i)(https?:|www\.|[\w.+-]+@[\w-]+\.\w|\w+\.(no|com|org|net|pdf|docx?|xlsx?|html?)\b|\w+/\w+/\w+/)"
)
_REFERENCE = re.compile(r"§|^\d+/\d+$|^[A-ZÆØÅ]{2,6}$")
_OPEN = "([{«\"“”„'‘’»*•·–—-"
_CLOSE = ")]}»\"“”'’.,;:!?*…«"
_INNER = re.compile(r"[-/–—‐]|(?<=\w)[.,:;!?](?=\w)")
_STANDS_FOR_LETTERS = frozenset("&@€¢#$|®¥£\\§4")


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]`` of the source."""

    text: str
    start: int
    end: int
    kind: Kind
    cut: bool = False
    """A hyphen follows: the word goes on elsewhere, or is a first part."""
    opens: bool = False
    """It is the first of its sentence."""
    opens_line: bool = False


def tokens(text: str) -> list[Token]:
    """All tokens of a text, in order."""
    found: list[Token] = []
    for chunk in _CHUNK.finditer(text):
        _add_chunk(found, chunk.group(), chunk.start())
    return _with_openings(text, found)


def _add_chunk(found: list[Token], chunk: str, start: int) -> None:
    if _ADDRESS.search(chunk):
        found.append(Token(chunk, start, start + len(chunk), "fixed"))
        return
    left = len(chunk) - len(chunk.lstrip(_OPEN))
    right = len(chunk.rstrip(_CLOSE))
    if left >= right:
        found.append(Token(chunk, start, start + len(chunk), "mark"))
        return
    for at in range(left):
        found.append(Token(chunk[at], start + at, start + at + 1, "mark"))
    _add_core(found, chunk[left:right], start + left)
    for at in range(right, len(chunk)):
        found.append(Token(chunk[at], start + at, start + at + 1, "mark"))


def _add_core(found: list[Token], core: str, start: int) -> None:
    if _REFERENCE.search(core) or sum(letter.isdigit() for letter in core) >= 2:
        kind: Kind = "number" if core[0].isdigit() else "fixed"
        found.append(Token(core, start, start + len(core), kind))
        return
    at = 0
    for inner in [*_INNER.finditer(core), None]:
        end = inner.start() if inner else len(core)
        if end > at:
            cut = inner is not None and inner.group() in "-‐"
            found.append(Token(core[at:end], start + at, start + end, _kind(core[at:end]), cut))
        if inner:
            found.append(Token(inner.group(), start + end, start + inner.end(), "mark"))
            at = inner.end()


def _kind(part: str) -> Kind:
    if any(letter.isalpha() for letter in part):
        return "word"
    if (len(part) == 1 and part in _STANDS_FOR_LETTERS) or part in ("f&", "4", "6", "94"):
        return "word"
    if any(letter.isdigit() for letter in part):
        return "number"
    return "word" if any(letter in _STANDS_FOR_LETTERS for letter in part) else "mark"


def _with_openings(text: str, found: list[Token]) -> list[Token]:
    """Tokens that know whether they open a sentence or a line."""
    result: list[Token] = []
    opens, last_end = True, 0
    for token in found:
        gap = text[last_end : token.start]
        opens_line = "\n" in gap or last_end == 0
        opens = opens or gap.count("\n") > 1
        result.append(
            Token(token.text, token.start, token.end, token.kind, token.cut, opens, opens_line)
        )
        if token.kind == "mark":
            opens = opens or token.text in ".!?:•»*–—"
        else:
            opens = False
        last_end = token.end
    return result
