"""One row of a table by the roles of its columns, and what rows hand on to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planextract.meaning.tables.kinds import TableKind
from planextract.meaning.tables.series import TableReading
from planextract.model.finding import ActionFound, GoalFound, MilestoneFound
from planextract.model.layout import Cell
from planextract.model.passage import Passage, join

BLANK = re.compile(r"^[\s\-–—.*/]*$")
"""A cell that says nothing: empty, or a dash."""
SEVERAL = ("year", "other", "comment", "reference", "description")
"""Roles that more than one column may have; their names get the column's number."""


@dataclass(slots=True)
class Series:
    """What a table's rows hand on to the rows below, also over a page break."""

    kind: TableKind
    parents: dict[str, Passage] = field(default_factory=dict)
    """Text of the parent cells in force, by role."""
    goal: GoalFound | None = None
    unit: str | None = None
    """What a line beside the table says of its numbers: "Beløp i 1000 kr"."""
    titles_are_areas: bool | None = None
    """What the first bare title row was taken for; those below are the same."""
    last: ActionFound | MilestoneFound | None = None
    last_values: dict[str, Passage] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One body row: its cells by role, and which of them come from a row above."""

    cells: dict[str, Cell]
    own: dict[str, Passage]
    """Texts of the cells that begin in this row."""
    merged: set[str]
    """Roles whose cell began in a row above."""

    def text(self, role: str) -> Passage | None:
        """The text of a role's cell without list markers; None where it says nothing."""
        cell = self.cells.get(role)
        if cell is None or BLANK.match(cell.passage.text):
            return None
        return join(cell.items, ", ") if only_items(cell) else cell.passage


def only_items(cell: Cell) -> bool:
    """Whether a cell holds a list and nothing else."""
    if not cell.items:
        return False
    words = {word.key for word in cell.passage.words}
    listed = {word.key for item in cell.items for word in item.words}
    marks = {word.key for word in cell.marker_words}
    return not words - listed - marks


def make_row(reading: TableReading, row: int) -> Row:
    """A row of a table with its cells by role, merged ones from rows above counted in."""
    cells: dict[str, Cell] = {}
    own: dict[str, Passage] = {}
    merged: set[str] = set()
    for column, role in enumerate(reading.roles):
        cell = reading.table.at(row, column)
        if cell is None or cell in cells.values():
            continue
        name = role if role not in cells else f"{role} {column}"
        if role in SEVERAL:
            name = f"{role} {column}"
        cells[name] = cell
        if cell.row == row:
            own[name] = cell.passage
        else:
            merged.add(name)
    return Row(cells, own, merged)


def main_role(series: Series, row: Row) -> str:
    """The role whose cell is the record itself."""
    if series.kind == "milestones":
        return "milestone" if "milestone" in row.cells else "action"
    return "goal" if series.kind == "goals" else "action"
