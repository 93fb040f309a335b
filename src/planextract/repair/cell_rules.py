"""Ruling lines of tables that were read as signs: ``|Ansvar``, ``[2026``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planextract.repair import settings as s
from planextract.repair.finding import Change
from planextract.repair.tokens import Token

_BRACKET_YEAR = re.compile(r"\[(?=\d{4}\b(?![^\n\]]*\]))")
RULE = "cell-rule"


def glued_bars(found: Sequence[Token]) -> list[Token]:
    """Bars that touch a word: ruling lines, hardly ever a letter."""
    marks = [token for token in found if token.text == "|" and token.kind == "mark"]
    edges = {token.start for token in found} | {token.end for token in found}
    return [mark for mark in marks if mark.end in edges or mark.start in edges]


def struck(text: str, found: Sequence[Token], left_alone: Sequence[Token]) -> list[Change]:
    """Changes that take ruling lines out; ``left_alone`` are bars that stand as they were."""
    glued = glued_bars(found)
    bars = list(glued)
    if len(glued) >= s.BARS_OF_TABLE:
        bars += [bar for bar in left_alone if bar not in glued]
    changes = [_gone(text, bar.start, bar.end) for bar in bars]
    changes += [_gone(text, it.start(), it.end()) for it in _BRACKET_YEAR.finditer(text)]
    return changes


def _gone(text: str, start: int, end: int) -> Change:
    """The sign taken out, with the space after it where it stood alone."""
    alone = start > 0 and text[start - 1].isspace() and text[end : end + 1] == " "
    end += alone
    return Change(start, end, text[start:end], "", RULE, s.CELL_RULE_CERTAINTY)
