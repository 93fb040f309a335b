"""Tables that go on over pages, and what their columns hold, voted over all like tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.labels import read_label
from planextract.meaning.tables.grid import Header, body_rows, find_header, full_width
from planextract.meaning.tables.roles import ColumnValues, assign_roles
from planextract.model.layout import Block, TableBlock, TextBlock
from planextract.model.page import Box

EDGE_SLACK = 0.06
"""Column edges of a continued table agree within this share of the table's width."""
TEXT_SLACK = 10.0
"""Points by which the text of a column without rules may stand elsewhere on the next page."""
STRAY_WORDS = 4
"""Text of so few words between two pages' tables (a stray number, a note mark) parts nothing."""

Headers = dict[int, Header | None]
"""The header of each table, by the table's place among the blocks."""


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table with the role of each column."""

    table: TableBlock
    header: Header | None
    """Its own header rows, if it has any."""
    roles: tuple[str, ...]
    titles: tuple[str, ...]
    """The header text over each column, its own or that of the table it goes on from."""
    continues: bool
    """Whether it goes on with the rows of the table before it."""
    titled: bool = False
    """Whether a row across the table names a goal or an area over the rows below."""


def read_tables(blocks: Sequence[Block]) -> dict[int, TableReading]:
    """For each table (by its place in ``blocks``) its columns, pooled over like tables."""
    headers = {at: find_header(b) for at, b in enumerate(blocks) if isinstance(b, TableBlock)}
    chains = _chains(blocks, headers)
    pools: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
    for chain in chains:
        pools[_signature(headers[chain[0]], chain)].append(chain)
    found: dict[int, TableReading] = {}
    for members in pools.values():
        tables = [at for chain in members for at in chain]
        titled = any(_is_titled(blocks[at]) for at in tables)
        roles = assign_roles(_pooled(blocks, members, headers), titled)
        first = headers[members[0][0]]
        titles = tuple(p.text for p in first.cells) if first else ("",) * len(roles)
        starts = {chain[0] for chain in members}
        for at in tables:
            table = blocks[at]
            assert isinstance(table, TableBlock)
            found[at] = TableReading(
                table, headers[at], tuple(roles), titles, at not in starts, titled
            )
    return found


def _is_titled(block: Block) -> bool:
    if not isinstance(block, TableBlock):
        return False
    titles = [full_width(block, row) for row in range(min(2, block.rows))]
    labels = [read_label(cell.passage.text, heading=True) for cell in titles if cell]
    return any(label and label.role in ("goal", "main", "sub", "area") for label in labels)


def _signature(header: Header | None, chain: Sequence[int]) -> tuple[str, ...]:
    """What makes two tables alike: their header texts; without one, a table is like no other."""
    if header is None:
        return (f"table {chain[0]}",)
    return tuple(cell.text.lower().replace("- ", "") for cell in header.cells)


def _chains(blocks: Sequence[Block], headers: Headers) -> list[list[int]]:
    """Places of the tables, those that go on over pages together."""
    chains: list[list[int]] = []
    for at in headers:
        if chains and _goes_on(blocks, headers, chains[-1], at):
            chains[-1].append(at)
        else:
            chains.append([at])
    return chains


def _goes_on(blocks: Sequence[Block], headers: Headers, chain: Sequence[int], at: int) -> bool:
    """Whether a table continues the chain: the next page, the same columns, nothing between."""
    last, table = blocks[chain[-1]], blocks[at]
    assert isinstance(last, TableBlock) and isinstance(table, TableBlock)
    if table.columns != last.columns or table.page not in (last.page, last.page + 1):
        return False
    if any(_parts(block) for block in blocks[chain[-1] + 1 : at]):
        return False
    if not _same_edges(last, table):
        return False
    header, first = headers[at], headers[chain[0]]
    return header is None or _signature(header, [at]) == _signature(first, [chain[0]])


def _parts(block: Block) -> bool:
    """Whether a block between two tables parts them: a heading, or more than a stray mark."""
    if not isinstance(block, TextBlock) or block.kind == "heading":
        return True
    text = block.passage.text
    return len(text.split()) > STRAY_WORDS and not text.startswith(("http", "www."))


def _same_edges(above: TableBlock, below: TableBlock) -> bool:
    slack = EDGE_SLACK * (above.box.width or 1.0)
    edges = zip(above.column_edges, below.column_edges, strict=True)
    if all(abs(a - b) <= slack for a, b in edges):
        return True
    if above.ruled or below.ruled:
        return False
    spans = zip(_spans(above), _spans(below), strict=True)
    return all(a is None or b is None or _alike(a, b) for a, b in spans)


def _alike(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two columns of text begin or end at one place, one bullet more or less."""
    return abs(a[0] - b[0]) <= TEXT_SLACK or abs(a[1] - b[1]) <= TEXT_SLACK


def _spans(table: TableBlock) -> list[tuple[float, float] | None]:
    """Left and right edge of the text of each column, in points: all that one without rules has."""
    boxes: list[list[Box]] = [[] for _ in range(table.columns)]
    for cell in table.cells:
        if cell.passage and cell.column_span == 1:
            boxes[cell.column] += [word.box for word in cell.passage.words]
    return [(min(b.x0 for b in c), max(b.x1 for b in c)) if c else None for c in boxes]


def _pooled(
    blocks: Sequence[Block], chains: Sequence[Sequence[int]], headers: Headers
) -> list[ColumnValues]:
    """The columns of like tables with their body cells; section rows left out."""
    first = blocks[chains[0][0]]
    assert isinstance(first, TableBlock)
    values: list[list[str]] = [[] for _ in range(first.columns)]
    rows = 0
    for chain in chains:
        for at in chain:
            table = blocks[at]
            assert isinstance(table, TableBlock)
            for row in body_rows(table, headers[at]):
                if full_width(table, row):
                    continue
                rows += 1
                for cell in table.row_cells(row):
                    if cell.passage and cell.column < len(values):
                        values[cell.column].append(cell.passage.text)
    header = headers[chains[0][0]]
    titles = [cell.text for cell in header.cells] if header else [""] * first.columns
    return [
        ColumnValues(title, tuple(column), rows)
        for title, column in zip(titles, values, strict=True)
    ]
