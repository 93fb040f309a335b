"""Tables that go on over pages: one chain, one header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.tables.grid import Header, find_header
from planextract.model.layout import Block, TableBlock, TextBlock
from planextract.model.page import Box
from planextract.model.passage import Passage

EDGE_SLACK = 0.06
"""Column edges of a continued table agree within this share of the table's width."""
TEXT_SLACK = 10.0
"""Points by which the text of a column without rules may stand elsewhere on the next page."""
STRAY_WORDS = 4
"""Text of so few words between two pages' tables (a stray number, a note mark) parts nothing."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The tables of one chain, by their places among the blocks."""

    tables: tuple[int, ...]
    headers: dict[int, Header | None]

    @property
    def first(self) -> int:
        return self.tables[0]

    def continues(self, at: int) -> bool:
        """Whether a table goes on with the rows of the table before it."""
        return at != self.tables[0]

    def title(self, at: int, column: int) -> Passage:
        """The header text over a column: the table's own, or that of the first of the chain."""
        header = self.headers[at] or self.headers[self.tables[0]]
        if header is None or column >= len(header.cells):
            return Passage()
        return header.cells[column]

    @property
    def signature(self) -> tuple[str, ...]:
        """What makes two chains alike: their header texts; without one it is like no other."""
        header = self.headers[self.first]
        if header is None:
            return (f"table {self.first}",)
        return tuple(cell.text.lower().replace("- ", "") for cell in header.cells)


def read_chains(blocks: Sequence[Block]) -> dict[int, Chain]:
    """For each table, by its place among the blocks, its chain."""
    headers = {at: find_header(b) for at, b in enumerate(blocks) if isinstance(b, TableBlock)}
    chains: list[list[int]] = []
    for at in headers:
        if chains and _goes_on(blocks, headers, chains[-1], at):
            chains[-1].append(at)
        else:
            chains.append([at])
    made = [Chain(tuple(places), headers) for places in chains]
    return {at: chain for chain in made for at in chain.tables}


def _words(header: Header | None) -> tuple[str, ...]:
    return tuple(cell.text.lower().replace("- ", "") for cell in header.cells) if header else ()


def _goes_on(
    blocks: Sequence[Block], headers: dict[int, Header | None], chain: Sequence[int], at: int
) -> bool:
    """Whether a table continues the chain: the next page, the same columns, nothing between."""
    last, table = blocks[chain[-1]], blocks[at]
    assert isinstance(last, TableBlock) and isinstance(table, TableBlock)
    if table.columns != last.columns or table.page not in (last.page, last.page + 1):
        return False
    if any(_parts(block) for block in blocks[chain[-1] + 1 : at]):
        return False
    if not _same_edges(last, table):
        return False
    return headers[at] is None or _words(headers[at]) == _words(headers[chain[0]])


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
    """Left and right edge of the text of each column, in points."""
    boxes: list[list[Box]] = [[] for _ in range(table.columns)]
    for cell in table.cells:
        if cell.passage and cell.column_span == 1:
            boxes[cell.column] += [word.box for word in cell.passage.words]
    return [(min(b.x0 for b in c), max(b.x1 for b in c)) if c else None for c in boxes]
