"""Whether an aligned region is a table, and how surely: never prose, a list or contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from planextract.layout.markers import is_sure
from planextract.lexicons import read_toml
from planextract.model.layout import Cell, TableBlock

SURE = 0.6
"""Confidence from which an aligned region is given as a table; below it stays text."""
BANDED, HEADER_WORD, STYLED_HEADER, DATED, FULL, BASE = 0.35, 0.15, 0.15, 0.15, 0.2, 0.25
"""What each kind of evidence adds to the confidence; set on made tables of 20 kinds."""
MOST_HEADER_WORDS = 3
FEWEST_FULL = 4
"""Rows of three cells or more, all filled, that make a table plain without a header."""
FEWEST_HEADERS = 2
"""Known header words, or lines between rows, by which one row below makes a table."""
SHORT = 25
"""Letters of a short cell: a date, a year, an owner."""
DATES = 0.6
"""Share of a column's cells with digits; others say ``årlig`` or ``løpende``."""
MANY = 0.6
"""Share of the rows in which at least two columns must be filled."""
MANY_FULL = 0.8
"""Share of such rows among all with text in two columns."""
RULED_MANY = 0.35
"""``MANY`` where lines part the rows below a header: empty cells are usual then."""
LONG_CELL = 90
"""Words of a cell that is a column of prose; a long action has 60."""
FULL_CELL = 30
"""Words of a long cell, where many begin in the middle of a sentence."""
MOST_LONG = 0.5
LONG_WORDS = 4
LEADERS = "...."
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"[A-ZÆØÅ][\w /-]{2,24}:(?:\s|$)")
_COUNT = re.compile(r"\d{1,3}$")


def confidence(table: TableBlock, banded: bool) -> float:
    """How surely it is a table, 0 to 1; 0 for what only looks like one."""
    body = _body(table)
    header = _header_words(table)
    if len(body) < (1 if banded or header >= FEWEST_HEADERS else 2):
        return 0.0
    if _is_list(body) or _is_labels(body) or _is_prose(table):
        return 0.0
    if not header and _is_contents(body, table.columns):
        return 0.0
    filled = sum(sum(bool(cell.passage) for cell in row) > 1 for row in body)
    many = RULED_MANY if banded and (header or _styled(table)) else MANY
    if filled < many * len(body):
        return 0.0
    score = BASE + HEADER_WORD * min(header, MOST_HEADER_WORDS)
    score += BANDED if banded else 0.0
    score += STYLED_HEADER if _styled(table) else 0.0
    rows = body if header else _rows(table, 0)
    score += DATED if _dated(rows, table.columns) else 0.0
    score += FULL if _full(table) else 0.0
    if not header and _begins_small(body):
        score -= 0.4
    return round(max(0.0, min(0.95, score)), 2)


def _body(table: TableBlock) -> list[list[Cell]]:
    return _rows(table, 1)


def _rows(table: TableBlock, first: int) -> list[list[Cell]]:
    """The rows from ``first`` on that have text and more cells than one."""
    rows = [list(table.row_cells(row)) for row in range(first, table.rows)]
    return [row for row in rows if any(cell.passage for cell in row) and len(row) > 1]


def _header_words(table: TableBlock) -> int:
    known = known_headers()
    first = [cell.passage.text.lower().strip(" :*") for cell in table.row_cells(0)]
    return sum(text in known for text in first)


@cache
def known_headers() -> frozenset[str]:
    """All header words of action tables, whatever their role."""
    roles = read_toml("columns").values()
    return frozenset(word.lower() for role in roles for word in role.get("words", ()))


def _styled(table: TableBlock) -> bool:
    """Whether the first row is set apart from the others by weight or shading."""
    first = [cell for cell in table.row_cells(0) if cell.passage]
    body = [cell for row in _body(table) for cell in row if cell.passage]
    bold = all(cell.bold for cell in first) and sum(cell.bold for cell in body) < 0.5 * len(body)
    fills = {cell.fill for cell in first}
    shaded = len(fills) == 1 and None not in fills and fills.isdisjoint({c.fill for c in body})
    return bool(first) and (bold or shaded)


def _full(table: TableBlock) -> bool:
    """Whether nearly all rows, the first counted in, fill all of at least three columns."""
    rows = [row for row in _rows(table, 0) if sum(bool(cell.passage) for cell in row) > 1]
    full = sum(len(row) == table.columns and all(cell.passage for cell in row) for row in rows)
    return table.columns > 2 and full >= max(FEWEST_FULL, MANY_FULL * len(rows))


def _dated(body: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether a column after the first holds short values with digits."""
    for column in range(1, columns):
        texts = [c.passage.text for row in body for c in row if c.column == column and c.passage]
        dates = [text for text in texts if len(text) <= SHORT and _DIGIT.search(text)]
        if len(texts) >= 3 and len(dates) >= DATES * len(texts):
            return True
    return False


def _is_list(body: Sequence[Sequence[Cell]]) -> bool:
    """Markers with their text beside them: a list with a hanging indent."""
    if max(cell.column for row in body for cell in row) > 1:
        return False
    firsts = [row[0].passage.text for row in body if row[0].column == 0]
    marks = [text for text in firsts if is_sure(text)]
    badges = [text for text in firsts if _COUNT.match(text)]
    return max(len(marks), len(badges)) > 0.5 * len(firsts)


def _is_prose(table: TableBlock) -> bool:
    """Columns of running text with rules between them: most words stand in long cells, which
    are very long or go on in lower case where a column begins."""
    total = sum(len(cell.passage.words) for cell in table.cells)
    long = [cell for cell in table.cells if len(cell.passage.words) > FULL_CELL]
    inner = [cell for cell in long if cell.column]
    small = sum(cell.passage.text[:1].islower() for cell in inner)
    goes_on = small > 1 and small * 2 >= len(inner)
    counted = [len(c.passage.words) for c in long if goes_on or len(c.passage.words) > LONG_CELL]
    return sum(counted) > MOST_LONG * total


def _is_contents(body: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Page numbers that never fall in the last of two or three columns, or leaders of dots."""
    lasts = [row[-1].passage.text for row in body if row[-1].passage]
    if sum(LEADERS in cell.passage.text for row in body for cell in row) > 0.3 * len(body):
        return True
    numbers = [int(text) for text in lasts if _COUNT.match(text)]
    rising = numbers == sorted(numbers) and len(set(numbers)) > 0.5 * len(numbers)
    return columns <= 3 and len(numbers) > max(2, 0.7 * len(lasts)) and rising


def _is_labels(body: Sequence[Sequence[Cell]]) -> bool:
    """Labels with their values beside or behind them: ``Ansvar:  Rektor``."""
    firsts = [row[0].passage.text for row in body if row[0].column == 0]
    if sum(text.endswith(":") for text in firsts) > 0.5 * len(firsts):
        return True
    texts = [cell.passage.text for row in body for cell in row if cell.passage]
    return sum(bool(_LABEL.match(text)) for text in texts) > 0.5 * len(texts)


def _begins_small(body: Sequence[Sequence[Cell]]) -> bool:
    """Whether many first cells, or many long ones, begin in lower case: lines of prose."""
    firsts = [row[0].passage.text for row in body if row[0].passage]
    longs = [cell.passage.text for row in body for cell in row if cell.passage]
    longs = [text for text in longs if text[:1].isalpha() and text.count(" ") >= LONG_WORDS - 1]
    return any(
        sum(text[:1].islower() for text in texts) > 0.25 * max(1, len(texts))
        for texts in (firsts, longs)
    )
