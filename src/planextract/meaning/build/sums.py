"""Rows that add up the rows above: a title of a word or two, and sums that come out right."""

from __future__ import annotations

import re
from collections import defaultdict

from planextract.meaning.build.sheet import Sheet

FIGURE = re.compile(r"^(?P<figure>-?\d[\d\s.,]*?)(?:\s*(?:kr|mill\.?|mnok|tkr|kroner|%))?$", re.I)
TITLE = re.compile(r"^(?:sum|total\w*|i alt|til saman|til sammen|samla|samlet)\b", re.I)
WORDS = 4
"""Words of the title of such a row."""
ROUNDED = 0.011
"""Share by which a sum of rounded figures may be off."""


def sum_rows(sheet: Sheet) -> set[int]:
    """The rows of a table that are sums of the rows above, or are called so."""
    found: set[int] = set()
    above: dict[int, list[float]] = defaultdict(list)
    for row in range(sheet.table.rows):
        own = [at for at in sheet.own(row) if sheet.unit(at).kind != "header"]
        figures = {
            sheet.column(at): value for at in own if (value := figure(sheet, at)) is not None
        }
        titles = [sheet.unit(at).text for at in own if figure(sheet, at) is None]
        brief = all(len(title.split()) <= WORDS for title in titles)
        named = any(TITLE.match(title) for title in titles)
        if brief and (named or _adds_up(figures, above)):
            found.add(row)
            above.clear()
        else:
            for column, value in figures.items():
                above[column].append(value)
    return found


def _adds_up(figures: dict[int, float], above: dict[int, list[float]]) -> bool:
    """Whether each figure that has two or more above it is their sum."""
    told = {c: value for c, value in figures.items() if len(above.get(c, ())) > 1 and value}
    return bool(told) and all(
        abs(sum(above[c]) - value) <= ROUNDED * abs(value) for c, value in told.items()
    )


def figure(sheet: Sheet, at: int) -> float | None:
    """The figure that a cell is, with its unit or without."""
    found = FIGURE.match(sheet.unit(at).text.strip())
    if found is None:
        return None
    plain = re.sub(r"\s|\.(?=\d{3}\b)", "", found["figure"]).replace(",", ".").rstrip(".")
    try:
        return float(plain)
    except ValueError:
        return None
