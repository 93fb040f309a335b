"""What a document is made of, in reading order: headings, paragraphs, items, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from planextract.model.page import Box, Page, Word
from planextract.model.passage import Passage


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, a paragraph or a list item, its line-end hyphens undone."""

    kind: Literal["heading", "paragraph", "item"]
    passage: Passage
    page: int
    box: Box
    size: float
    """Font size of most of its words, in points."""
    bold: bool = False
    color: str = "#000000"
    level: int = 0
    """Rank of a heading by its typography, 1 the strongest; 0 for other kinds."""
    marker: str = ""
    """What stands before an item: ``•``, ``1.``, ``a)``; it is no part of the passage."""
    marker_words: tuple[Word, ...] = ()
    marker_kind: str = ""
    """``bullet``, ``dash``, ``number``, ``letter``, ``code`` or ``lost`` (a letter of a lost
    symbol font); without a marker ``label`` (``Tiltak 1:`` in the text) or ``hang`` (told by its
    hanging indent alone); empty for text that is no item."""
    indent: float = 0.0
    """Left edge of the text, in points from the left of its column."""
    column: int = 0
    """Which column of the page it stands in, from the left, 0-based."""
    line_boxes: tuple[Box, ...] = ()
    right: float = 0.0
    """Right edge that its lines may reach; 0.0 where it is not known."""
    fill: str | None = None
    """Colour of the shaded box it stands in, if any (a card)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell spans several rows or columns."""

    row: int
    column: int
    passage: Passage
    page: int
    box: Box
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    """Colour of the cell's shading, if any."""
    items: tuple[Passage, ...] = ()
    """Its bulleted or numbered items, without their markers, where it has them."""
    marker_words: tuple[Word, ...] = ()
    bold: bool = False
    parts: tuple[Passage, ...] = ()
    """Its text parted as that of a column would be, markers left out: the text before a list,
    the items, paragraphs, lines broken on purpose; empty where it is all one."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table on one page: cells on a grid of rows and columns, merged ones listed once."""

    page: int
    box: Box
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    column_edges: tuple[float, ...]
    """x of the column borders, ``columns + 1`` of them, left to right."""
    ruled: bool
    """Whether ruling lines made the cells; False for alignment and white space."""
    confidence: float = 1.0
    _places: dict[tuple[int, int], Cell] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The cell at each place of the grid, once one was asked for."""

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid."""
        if not self._places:
            for cell in self.cells:
                for j in range(cell.row, cell.row + cell.row_span):
                    for i in range(cell.column, cell.column + cell.column_span):
                        self._places.setdefault((j, i), cell)
        return self._places.get((row, column))

    def row_cells(self, row: int) -> Iterator[Cell]:
        """The cells that begin in a row, left to right."""
        return iter(sorted((c for c in self.cells if c.row == row), key=lambda c: c.column))


Block = TextBlock | TableBlock


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a document in reading order, and the words that are furniture."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    furniture: frozenset[tuple[int, int]]
    """Keys of the words in running headers and footers, page numbers, contents lists."""
