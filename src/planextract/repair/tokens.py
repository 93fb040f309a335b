"""Text cut into tokens: words that may be mended, marks, and what is to be left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["word", "mark", "number", "fixed"]
"""``word`` may be mended; ``fixed`` (an address, a reference) may not."""

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"(?i)https?:|www\.|[\w.+-]+@[\w-]+\.\w|\w\.(no|com|org|net|pdf|docx?|xlsx?|html?)\b|\w+/\w+/\w+/"
)
_REFERENCE = re.compile(r"§|^\d+/\d+$")
_YEARS = re.compile(r"^(\d+)-(\D{2,})$")
"""``1990-åra``, ``3-årig``: a number and a word that may be damaged."""
_OPEN = "([{«\"“”„'‘’»*•·–—-|"
_CLOSE = ")]}»\"“”'’.,;:!?*…«|"
_AFTER_ADDRESS = ".,;:)"
_INNER = re.compile(r"[-/–—‐]|(?<=\w)[.,:;!?](?=\w)")
_STANDS_FOR_LETTERS = frozenset("&@€¢#$®¥£\\4")
_SENTENCE_ENDS = frozenset(".!?:•»*–—")


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
    after_number: bool = False
    """It hangs on a number by a hyphen: ``1990-åra``."""
    line: int = 0
    """Lines before it in the text."""
    first_in_line: bool = False


def tokens(text: str, knows: Callable[[str], bool]) -> list[Token]:
    """All tokens of a text, in order; ``knows`` says whether a word in lower case is known."""
    found: list[Token] = []
    for chunk in _CHUNK.finditer(text):
        if chunk.group() == "|":
            found.append(Token("|", chunk.start(), chunk.end(), "word"))
        else:
            _add_chunk(found, chunk.group(), chunk.start(), knows)
    return _placed(text, found)


def _add_chunk(found: list[Token], chunk: str, start: int, knows: Callable[[str], bool]) -> None:
    if _ADDRESS.search(chunk):
        end = len(chunk.rstrip(_AFTER_ADDRESS))
        found.append(Token(chunk[:end], start, start + end, "fixed"))
        _add_marks(found, chunk, start, range(end, len(chunk)))
        return
    left = len(chunk) - len(chunk.lstrip(_OPEN))
    right = len(chunk.rstrip(_CLOSE))
    if 0 < left < right and chunk[left - 1] == "|":
        rest = chunk[left:right].lower()
        left -= knows("i" + rest) and not knows(rest)
    if left >= right:
        found.append(Token(chunk, start, start + len(chunk), "mark"))
        return
    _add_marks(found, chunk, start, range(left))
    _add_core(found, chunk[left:right], start + left)
    _add_marks(found, chunk, start, range(right, len(chunk)))


def _add_marks(found: list[Token], chunk: str, start: int, places: range) -> None:
    found += [Token(chunk[at], start + at, start + at + 1, "mark") for at in places]


def _add_core(found: list[Token], core: str, start: int) -> None:
    years = _YEARS.match(core)
    if years:
        end = start + years.end(1)
        found.append(Token(years[1], start, end, "number"))
        found.append(Token("-", end, end + 1, "mark"))
        _add_core(found, years[2], end + 1)
        return
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
    if any(letter.isalpha() for letter in part) or part in ("4", "6"):
        return "word"
    if any(letter.isdigit() for letter in part):
        return "number"
    return "word" if any(letter in _STANDS_FOR_LETTERS for letter in part) else "mark"


def _placed(text: str, found: list[Token]) -> list[Token]:
    """Tokens that know their line and whether they open a sentence."""
    result: list[Token] = []
    opens, last_end, line = True, 0, 0
    for token in found:
        lines = text.count("\n", last_end, token.start)
        line += lines
        opens = opens or lines > 1
        first = lines > 0 or not result
        number = result[-2] if len(result) > 1 else None
        hangs = number is not None and number.kind == "number" and number.end + 1 == token.start
        result.append(
            replace(token, opens=opens, after_number=hangs, line=line, first_in_line=first)
        )
        opens = (opens or token.text in _SENTENCE_ENDS) if token.kind == "mark" else False
        last_end = token.end
    return result
