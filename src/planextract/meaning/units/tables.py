"""Tables to units: a cell each, an item of a cell each, rows across the table as banners."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.meaning.tables.grid import full_width
from planextract.meaning.units.chains import Chain
from planextract.meaning.units.labelled import parts
from planextract.meaning.units.unit import Kind, Spot, Unit
from planextract.model.layout import Cell, TableBlock
from planextract.model.passage import Passage


def table_units(table: TableBlock, at: int, first: int, chain: Chain) -> list[Unit]:
    """The units of one table; ``first`` is the place of its first unit."""
    found: list[Unit] = []
    header = chain.headers[at]
    skip = set(header.rows) if header else set()
    body = [row for row in range(table.rows) if row not in skip]
    for row in range(table.rows):
        across = None if row in skip else full_width(table, row)
        for cell in table.row_cells(row):
            if not cell.passage or not cell.passage.text.strip():
                continue
            kind: Kind = "header" if row in skip else "banner" if across is cell else "cell"
            fresh = bool(body) and row == body[0] and chain.continues(at)
            spot = _spot(cell, table, at, chain, fresh)
            found += _cell_units(cell, kind, spot, at, first + len(found))
    return found


def _spot(cell: Cell, table: TableBlock, at: int, chain: Chain, fresh: bool) -> Spot:
    return Spot(
        chain=chain.first, table=at, row=cell.row, column=cell.column, rows=cell.row_span,
        columns=cell.column_span, width=table.columns, header=chain.title(at, cell.column),
        fresh=fresh,
    )  # fmt: skip


def _cell_units(cell: Cell, kind: Kind, spot: Spot, at: int, place: int) -> Iterator[Unit]:
    yield _unit(cell, kind, cell.passage, spot, at, None)
    inner = cell.parts if len(cell.parts) > 1 else cell.items
    if len(inner) > 1 and kind == "cell":
        for item in inner:
            yield _unit(cell, "cell_item", item, spot, at, place)


def _unit(cell: Cell, kind: Kind, passage: Passage, spot: Spot, at: int, whole: int | None) -> Unit:
    text = cell.items[0] if kind == "cell" and len(cell.items) == 1 else passage
    label, body, number = parts(text, line=True)
    words = passage.words
    return Unit(
        kind=kind, passage=text, label=label, body=body, number=number, block=at,
        page=passage.pages[0] if passage.pages else cell.page,
        box=passage.box() if words else cell.box,
        size=words[0].size if words else 10.0, bold=cell.bold,
        color=words[0].color if words else "#000000", fill=cell.fill, indent=cell.box.x0,
        column=0, marker="•" if kind == "cell_item" else "", level=0, whole=whole, spot=spot,
    )  # fmt: skip
