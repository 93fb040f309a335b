"""A table as rows of text: where its header ends, which rows are sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.labels import read_label
from planextract.meaning.tables.headers import SHORT_HEADER, header_role
from planextract.model.layout import Cell, TableBlock
from planextract.model.passage import Passage, join

FIELDS = ("owner", "deadline", "start", "end", "resources", "status", "priority", "year", "partner")
"""Roles of headers that name a field of a record."""
HEADER_WITHIN = 3
"""A header begins in one of the first rows; above it stand titles that span the table."""
CARD_SHARE = 0.6
"""Share of the first column's cells that are labels in a card of labels and values."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header rows of a table and the text over each column."""

    rows: tuple[int, ...]
    cells: tuple[Passage, ...]
    """One for each column; empty where the header is blank."""


def full_width(table: TableBlock, row: int) -> Cell | None:
    """The one cell with text of a row that spans the table (or nearly), if that is all there is."""
    texts = [cell for cell in distinct(table, row) if cell.passage]
    if len(texts) != 1 or texts[0].row != row:
        return None
    wide = texts[0].column_span >= max(2, 0.6 * table.columns)
    return texts[0] if wide else None


def distinct(table: TableBlock, row: int) -> list[Cell]:
    """The cells of a row, merged ones once, left to right."""
    cells = [table.at(row, column) for column in range(table.columns)]
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def find_header(table: TableBlock) -> Header | None:
    """The header of a table; None where its first rows are content."""
    if table.columns < 2 or is_card(table):
        return None
    seen = 0
    for row in range(table.rows):
        if full_width(table, row):
            continue
        if _is_header_row(table, row) or (seen == 0 and _is_set_apart(table, row)):
            rows = _header_rows(table, row)
            return Header(rows, tuple(_over(table, rows, c) for c in range(table.columns)))
        seen += 1
        if seen >= HEADER_WITHIN:
            break
    return None


def is_card(table: TableBlock) -> bool:
    """Whether it is one record set as labels (left) and values (right)."""
    if not 2 <= table.columns <= 4:
        return False
    first = [cell.passage.text for cell in table.cells if cell.column == 0 and cell.passage]
    labels = [text for text in first if _is_lone_label(text)]
    others = [c for c in table.cells if c.column == 1 and header_role(c.passage.text)]
    fields = all((found := header_role(text)) and found.role in FIELDS for text in labels)
    pair = len(labels) == len(first) == table.columns == 2 and fields and not others
    many = len(labels) >= 3 and len(labels) >= CARD_SHARE * len(first)
    return pair or (many and len(others) < len(labels))


def _is_lone_label(text: str) -> bool:
    """Whether a cell names its neighbour; "Mål 1: Trygge barn" holds its value itself."""
    label = read_label(text, heading=True)
    return label is not None and label.start >= len(text)


def _is_header_row(table: TableBlock, row: int) -> bool:
    cells = [cell for cell in distinct(table, row) if cell.passage and cell.row == row]
    if not cells or any(len(cell.passage.text.split()) > SHORT_HEADER for cell in cells):
        return False
    roles = [header_role(cell.passage.text) for cell in cells]
    known = [role for role in roles if role]
    worded = [role for role in known if role.role != "year" and role.score >= 0.75]
    if not worded:
        return False
    enough = 2 if table.columns > 2 else 1
    return len(known) >= enough and len(known) >= 0.5 * len(cells)


def _is_set_apart(table: TableBlock, row: int) -> bool:
    """Whether a first row of unknown words is a header by its looks: bold or shaded alone."""
    cells = [cell for cell in distinct(table, row) if cell.passage and cell.row == row]
    below = [cell for cell in distinct(table, row + 1) if cell.passage and cell.row == row + 1]
    if len(cells) < 2 or not below:
        return False
    if any(len(cell.passage.text.split()) > SHORT_HEADER for cell in cells):
        return False
    bold = all(cell.bold for cell in cells) and not any(cell.bold for cell in below)
    fills = {cell.fill for cell in cells}
    shaded = len(fills) == 1 and None not in fills and all(c.fill is None for c in below)
    return bold or (shaded and not _is_striped(table, row, fills))


def _is_striped(table: TableBlock, row: int, fills: set[str | None]) -> bool:
    """Whether rows further down have the fill of this one: every other row is shaded."""
    return any(
        cell.fill in fills and full_width(table, cell.row) is None
        for cell in table.cells
        if cell.row > row + 1
    )


def _header_rows(table: TableBlock, row: int) -> tuple[int, ...]:
    """The header row and those below it that it spans or that part its cells."""
    cells = [cell for cell in distinct(table, row) if cell.row == row]
    depth = max((c.row_span for c in cells if c.passage), default=1)
    if depth >= table.rows:
        depth = 1
    below = row + depth
    parted = any(c.column_span > 1 and c.passage for c in cells) and depth == 1
    if parted and below < table.rows - 1 and _short_row(table, below):
        depth += 1
    return tuple(range(row, row + depth))


def _short_row(table: TableBlock, row: int) -> bool:
    cells = [cell for cell in distinct(table, row) if cell.passage]
    return bool(cells) and all(len(cell.passage.text.split()) <= 3 for cell in cells)


def _over(table: TableBlock, rows: Sequence[int], column: int) -> Passage:
    """The header text over a column, its lines joined; of a spanned pair the lower first."""
    found: list[Passage] = []
    for row in reversed(rows):
        cell = table.at(row, column)
        if cell is not None and cell.passage and cell.passage not in found:
            found.append(cell.passage)
            if header_role(cell.passage.text):
                break
    return join(reversed(found))


def body_rows(table: TableBlock, header: Header | None) -> list[int]:
    """The rows that are no header; rows above the header are titles and are counted in."""
    skip = set(header.rows) if header else set()
    return [row for row in range(table.rows) if row not in skip]
