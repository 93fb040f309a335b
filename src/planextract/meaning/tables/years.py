"""Year columns: marks, shaded cells or sums a year become a period and amounts."""

from __future__ import annotations

import re

from planextract.meaning.resources import looks_like_resources
from planextract.meaning.tables.roles import MARK
from planextract.meaning.tables.series import TableReading
from planextract.model.finding import ActionFound
from planextract.model.layout import Cell
from planextract.model.passage import Passage, join

SUM = re.compile(r"^-?\d[\d\s.,]*(?:\s*(?:mill\.?|kr|mnok|tkr|%))?\.?$", re.I)


def read_years(action: ActionFound, cells: dict[str, Cell], reading: TableReading) -> None:
    """Fill an action's deadline and resources from its year columns, where it has any."""
    marked: list[Passage] = []
    sums: list[Passage] = []
    for name, cell in cells.items():
        if not name.startswith("year "):
            continue
        over = _header(reading, int(name.split()[1]))
        if over is None:
            continue
        text = cell.passage.text
        if MARK.match(text) or (not text and _is_bar(cell, cells)):
            marked.append(over)
        elif text and (SUM.match(text) or looks_like_resources(text) >= 0.5):
            sums.append(join([over, cell.passage], ": "))
            marked.append(over)
    if marked and not action.deadline:
        action.deadline = join(marked, ", ") if len(marked) > 1 else marked[0]
        action.inherited = (*action.inherited, "deadline")
    if sums and not action.resources:
        action.resources = join(sums, "; ")
        action.inherited = (*action.inherited, "resources")


def _header(reading: TableReading, column: int) -> Passage | None:
    if reading.header is None:
        return Passage(reading.titles[column]) if reading.titles[column] else None
    cell = reading.header.cells[column]
    return cell if cell else None


def _is_bar(cell: Cell, cells: dict[str, Cell]) -> bool:
    """Whether an empty cell is shaded unlike the row's own cells: a bar of a Gantt chart."""
    action = cells.get("action")
    return cell.fill is not None and (action is None or cell.fill != action.fill)
