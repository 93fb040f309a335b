"""Text made safe for spreadsheets: no formula, no character that a file may not hold."""

from __future__ import annotations

import re

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell starts that a spreadsheet would calculate (OWASP, CSV injection)."""
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 forbids, and so every XLSX."""
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds (Microsoft's list of its limits)."""
CUT = " […]"


def guarded(text: str) -> str:
    """Text for CSV that no spreadsheet calculates: an apostrophe goes before it."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def printable(text: str) -> str:
    """Text for a cell of a workbook; a longer one than it holds is cut and says so."""
    clean = UNPRINTABLE.sub("", text)
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - len(CUT)] + CUT
