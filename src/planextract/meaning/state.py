"""The state of one walk over a document's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planextract.meaning.outline import Outline
from planextract.meaning.tables.row import Series
from planextract.meaning.tables.series import TableReading
from planextract.model.layout import Block
from planextract.model.passage import Passage

LEAD_IN_RANK = 98
"""Rank of a section opened by a lead-in: it ends with its list."""


@dataclass(slots=True)
class Walk:
    """One reading of a document's blocks."""

    blocks: Sequence[Block]
    tables: dict[int, TableReading]
    prose: bool
    """Whether sentences in running text may be actions (not in what is no plan)."""
    outline: Outline = field(default_factory=Outline)
    series: Series | None = None
    titles: set[int] = field(default_factory=set)
    """Places of the headings of title slides; they open nothing."""
    cards: set[int] = field(default_factory=set)
    """Places of the headings that are titles of actions."""
    in_sub_items: bool = False
    """Whether the item above was a sub-item."""
    heads: Passage | None = None
    """Names of fields that stood side by side: their values come next, below them."""
    badge: str | None = None
    """A number that stood alone: it belongs to the text that comes next."""
