"""A table in its place: what kind it is here, and its rows read into the outline."""

from __future__ import annotations

from planextract.meaning.cards import read_card
from planextract.meaning.outline import Outline
from planextract.meaning.prose import sentences
from planextract.meaning.resources import names_unit
from planextract.meaning.state import Walk
from planextract.meaning.tables.grid import distinct, is_card
from planextract.meaning.tables.kinds import table_kind
from planextract.meaning.tables.row import Series
from planextract.meaning.tables.rows import read_rows_of
from planextract.meaning.tables.series import TableReading
from planextract.model.layout import TextBlock


def read_table(state: Walk, at: int) -> None:
    """Read the table at a place of the document."""
    reading, outline = state.tables[at], state.outline
    if is_card(reading.table):
        read_card(reading.table, outline)
        return
    kind = table_kind(reading, outline.section)
    if kind == "other":
        _unread(reading, outline)
        state.series = None
        return
    if not reading.continues or state.series is None or state.series.kind != kind:
        state.series = Series(kind, unit=_unit_beside(state, at))
    outline.name_area()
    read_rows_of(reading, state.series, outline)


def _unit_beside(state: Walk, at: int) -> str | None:
    """A line right above or below a table that says what its numbers are."""
    near = [*state.blocks[max(0, at - 2) : at], *state.blocks[at + 1 : at + 2]]
    texts = [b.passage for b in near if isinstance(b, TextBlock)]
    lines = [sentence.text for text in texts for sentence in sentences(text)]
    return next((line for line in lines if names_unit(line)), None)


def _unread(reading: TableReading, outline: Outline) -> None:
    for row in range(reading.table.rows):
        for cell in distinct(reading.table, row):
            if cell.row == row:
                outline.narrative(cell.passage)
                outline.structure_words(cell.marker_words)
