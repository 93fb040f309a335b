"""One unit: a block, a line of a block, a sentence, a cell, or an item of a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planextract.model.page import Box
from planextract.model.passage import Passage

Kind = Literal["heading", "paragraph", "item", "line", "sentence", "cell", "cell_item", "banner",
               "header"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: chain (tables that go on over pages are one), row, column."""

    chain: int
    """Place of the first table of the chain among the blocks."""
    table: int
    """Place of the table among the blocks."""
    row: int
    column: int
    rows: int
    """How many rows the cell spans."""
    columns: int
    """How many columns the cell spans."""
    width: int
    """Columns of the table."""
    header: Passage
    """Header text over the column; empty where there is none."""
    fresh: bool
    """Whether it stands in the first body row of a table that goes on from the page before."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the document that can be a record, a field of one, or neither.

    ``passage`` is the whole text; ``label`` what stands before the text proper and names it
    ("Mål 2:"), ``body`` the text without label and number.
    """

    kind: Kind
    passage: Passage
    label: Passage
    body: Passage
    number: str | None
    block: int
    """Place of its block among the blocks of the layout."""
    page: int
    box: Box
    size: float
    bold: bool
    color: str
    fill: str | None
    indent: float
    column: int
    marker: str
    level: int
    """Typographic rank of a heading, 1 the strongest; 0 for other kinds."""
    whole: int | None = None
    """Place of the unit that it is a part of: the paragraph of a sentence, the cell of an item."""
    spot: Spot | None = None

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def style(self) -> tuple[object, ...]:
        """What look-alikes share: kind, size, weight, colours and the kind of marker."""
        marker = "#" if any(c.isalnum() for c in self.marker) else self.marker
        return (self.kind, round(self.size, 1), self.bold, self.color, self.fill, marker)
