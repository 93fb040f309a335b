"""The rows of a table as records: one action (or milestone) a row, parents inherited."""

from __future__ import annotations

from planextract.meaning.outline import Outline
from planextract.meaning.tables.cut_rows import append_row, continues_row
from planextract.meaning.tables.grid import distinct
from planextract.meaning.tables.parents import inherit
from planextract.meaning.tables.records import read_action, read_goal, read_milestone
from planextract.meaning.tables.row import Row, Series, make_row
from planextract.meaning.tables.sections import enter_section, repeats_header, section_cell
from planextract.meaning.tables.series import TableReading


def read_rows_of(reading: TableReading, series: Series, outline: Outline) -> None:
    """Read a table's rows into the outline's findings."""
    table = reading.table
    skip = set(reading.header.rows) if reading.header else set()
    for row in sorted(skip):
        for cell in distinct(table, row):
            if cell.row == row:
                outline.structure(cell.passage)
    fresh = reading.continues
    for row in range(table.rows):
        if row in skip:
            continue
        for cell in table.row_cells(row):
            outline.structure_words(cell.marker_words)
        section = section_cell(reading, row)
        if section is not None:
            enter_section(section, series, outline)
        elif repeats_header(reading, row):
            outline.structure(*[c.passage for c in table.row_cells(row)])
        else:
            _read_row(make_row(reading, row), fresh, reading, series, outline)
            fresh = False


def _read_row(
    row: Row, fresh: bool, reading: TableReading, series: Series, outline: Outline
) -> None:
    if fresh and continues_row(row, series):
        append_row(row, series)
        return
    inherit(row, fresh, series, outline)
    if series.kind == "milestones":
        read_milestone(row, series, outline)
    elif series.kind == "goals":
        read_goal(row, series, outline)
    else:
        read_action(row, reading, series, outline)
