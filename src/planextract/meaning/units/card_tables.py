"""Tables whose first column names what stands in the second: a card, one record, not rows.

"Tiltak | Byggje bru", "Ansvar | Rektor", "Frist | 2027": each row is a text with its label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planextract.meaning.concepts import names_kind
from planextract.meaning.naming import kind_named
from planextract.meaning.tables.grid import find_header
from planextract.meaning.units.labelled import parts, split_label
from planextract.meaning.units.unit import Kind, Unit
from planextract.model.layout import Cell, TableBlock
from planextract.model.passage import Passage

WORDS = 4
"""Words of a label in the first column."""
MOST = 0.6
"""Share of the rows whose first cell names a kind of record or field."""


def is_card(table: TableBlock) -> bool:
    """Whether the first of two columns names what stands in the second."""
    rows = _rows(table)
    if table.columns != 2 or not rows or len(rows) < table.rows:
        return False
    named = [_names(label.passage.text) for label, _ in rows]
    return sum(named) >= MOST * len(rows) and find_header(table) is None


def _names(text: str) -> bool:
    text = text.rstrip(" :")
    if not 0 < len(text.split()) <= WORDS:
        return False
    return names_kind(text.split()[0]) or kind_named(text) is not None


def _rows(table: TableBlock) -> list[tuple[Cell, Cell]]:
    """The label and the text of each row that has both."""
    found = []
    for row in range(table.rows):
        cells = [cell for cell in table.row_cells(row) if cell.row == row]
        if len(cells) == 2 and all(cell.passage.text.strip() for cell in cells):
            found.append((cells[0], cells[1]))
    return found


def card_units(table: TableBlock, at: int, first: int) -> list[Unit]:
    """The texts of a card with their labels; ``first`` is the place of its first unit."""
    found: list[Unit] = []
    for label, cell in _rows(table):
        found += _units(label.passage, cell, at, first + len(found))
    return found


def _units(label: Passage, cell: Cell, at: int, place: int) -> Iterator[Unit]:
    whole = _unit("paragraph", cell.passage, cell, at)
    number = split_label(f"{label.text.rstrip(' :.)')}:", line=True).number
    yield replace(whole, label=whole.label or label, number=whole.number or number)
    inner = cell.parts if len(cell.parts) > 1 else cell.items
    if len(inner) > 1:
        for item in inner:
            yield replace(_unit("item", item, cell, at), whole=place, marker="•")


def _unit(kind: Kind, passage: Passage, cell: Cell, at: int) -> Unit:
    label, body, number = parts(passage, line=True)
    word = passage.words[0]
    return Unit(
        kind=kind, passage=passage, label=label, body=body, number=number, block=at,
        page=passage.pages[0], box=passage.box(), size=word.size, bold=cell.bold,
        color=word.color, fill=cell.fill, indent=cell.box.x0, column=0, marker="", level=0,
    )  # fmt: skip
