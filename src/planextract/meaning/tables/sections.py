"""Rows that are titles over the rows below them: areas, goals, groups."""

from __future__ import annotations

from planextract.meaning.labels import read_label
from planextract.meaning.outline import Outline
from planextract.meaning.prose import is_goal_sentence
from planextract.meaning.tables.grid import distinct, full_width
from planextract.meaning.tables.headers import header_role
from planextract.meaning.tables.row import Series
from planextract.meaning.tables.series import TableReading
from planextract.model.layout import Cell
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel


def section_cell(reading: TableReading, row: int) -> Cell | None:
    """A row that is a title over the rows below: one text across the table, or a lone label."""
    table = reading.table
    wide = full_width(table, row)
    if wide is not None:
        return wide
    texts = [cell for cell in distinct(table, row) if cell.passage]
    if len(texts) != 1 or texts[0].column != 0 or texts[0].row_span > 1:
        return None
    cell = texts[0]
    label = read_label(cell.passage.text, heading=True)
    titled = label is not None and label.role in ("area", "goal", "main", "sub", "strategy")
    first_is_parent = reading.roles[0] in ("strategy", "goal", "sub", "area", "number")
    looks = cell.bold or cell.fill is not None or cell.passage.text.endswith(":")
    return cell if titled or (looks and not first_is_parent) else None


def repeats_header(reading: TableReading, row: int) -> bool:
    """Whether a row says again what stands over the columns."""
    texts = [c.passage.text.lower() for c in reading.table.row_cells(row) if c.passage]
    titles = {title.lower() for title in reading.titles if title}
    return len(texts) >= 2 and all(text in titles for text in texts)


def enter_section(cell: Cell, series: Series, outline: Outline) -> None:
    """A title row: an area, a goal, or a group of the rows below it."""
    passage = cell.passage
    label = read_label(passage.text, heading=True)
    series.last, series.goal = None, None
    rest = passage[label.start :].strip() if label else passage
    if label and label.role == "area" and rest:
        outline.structure(passage[: label.start])
        outline.set_area(rest, labelled=True)
        series.parents.clear()
    elif label and label.role in ("goal", "main", "sub") and rest:
        outline.structure(passage[: label.start])
        level: GoalLevel = label.role  # type: ignore[assignment]
        series.goal = outline.add_goal(rest, level, label.number)
        series.parents.clear()
    elif label is None and is_goal_sentence(passage.text):
        series.goal = outline.add_goal(passage, "goal", None, 0.8)
        series.parents.clear()
    else:
        _title(rest if rest else passage, passage, series, outline)


def _title(title: Passage, passage: Passage, series: Series, outline: Outline) -> None:
    """A bare title row: an area where nothing else names one, else a group of rows."""
    if header_role(passage.text) is not None:
        outline.structure(passage)
        return
    outline.name_area()
    if series.titles_are_areas is None:
        series.titles_are_areas = outline.area is None
    if series.titles_are_areas:
        outline.set_area(title.strip(" :"), labelled=False)
        series.parents.clear()
    else:
        outline.structure(passage)
        series.parents = {"section": title.strip(" :")}
