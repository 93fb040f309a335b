"""Ruling lines of tables that were read as signs: ``|Ansvar``, ``[2026``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planextract.repair import settings as s
from planextract.repair.finding import Change
from planextract.repair.tokens import Token

_BRACKET_YEAR = re.compile(r"\[(?=\d{4}\b(?![^\n\]]*\]))")
RULE, LETTER = "cell-rule", "look-alike"


def is_table(found: Sequence[Token]) -> bool:
    """Whether a text's bars are ruling lines: glued to words, or seldom opening a sentence."""
    bars = [token for token in found if token.text == "|"]
    opening = sum(bar.opens for bar in bars)
    return len(glued_bars(found)) >= s.BARS_OF_TABLE or len(bars) > 2 * opening + 1


def glued_bars(found: Sequence[Token]) -> list[Token]:
    """Bars that touch a word and are no capital I: ruling lines."""
    starts, ends = {token.start for token in found}, {token.end for token in found}
    return [
        token
        for token, following in pairwise((*found, None))
        if token is not None
        and token.text == "|"
        and (token.end in starts or token.start in ends)
        and not _is_capital(token, following)
    ]


def capitals(found: Sequence[Token]) -> list[Change]:
    """Changes of bars that open a sentence, glued to its next word, into the word I."""
    return [
        Change(token.start, token.end, token.text, "I ", LETTER, s.CELL_RULE_CERTAINTY)
        for token, following in pairwise(found)
        if token.text == "|" and _is_capital(token, following)
    ]


def _is_capital(bar: Token, following: Token | None) -> bool:
    glued = following is not None and following.start == bar.end and following.kind == "word"
    return glued and bar.opens and following is not None and following.text[0].islower()


def struck(text: str, found: Sequence[Token], left_alone: Sequence[Token]) -> list[Change]:
    """Changes that take ruling lines out; ``left_alone`` are bars that stand as they were."""
    bars = glued_bars(found)
    letters = capitals(found)
    places = {bar.start for bar in bars} | {letter.start for letter in letters}
    if len(bars) >= s.BARS_OF_TABLE:  # lone bars of a text without glued ones are its own
        bars += [bar for bar in left_alone if bar.start not in places]
    changes = letters + [_gone(text, bar.start, bar.end) for bar in bars]
    changes += [_gone(text, it.start(), it.end()) for it in _BRACKET_YEAR.finditer(text)]
    return changes


def _gone(text: str, start: int, end: int) -> Change:
    """The sign taken out, with the space after it where it stood alone."""
    alone = start > 0 and text[start - 1].isspace() and text[end : end + 1] == " "
    end += alone
    return Change(start, end, text[start:end], "", RULE, s.CELL_RULE_CERTAINTY)
