"""The rows of a table as records: one action (or milestone) a row, parents inherited."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planextract.lexicons import words_of
from planextract.meaning.labels import read_label
from planextract.meaning.outline import Outline
from planextract.meaning.prose import is_goal_sentence
from planextract.meaning.tables.grid import distinct, full_width
from planextract.meaning.tables.headers import header_role
from planextract.meaning.tables.kinds import TableKind
from planextract.meaning.tables.series import TableReading
from planextract.meaning.tables.years import read_years
from planextract.model.finding import ActionFound, GoalFound, MilestoneFound
from planextract.model.layout import Cell
from planextract.model.passage import Passage, join
from planextract.model.plan import GoalLevel

BLANK = re.compile(r"^[\s\-–—.*/]*$")
OPEN_END = re.compile(r"[,\-–/&(]$")
GOAL_ROLES: dict[str, GoalLevel] = {"goal": "goal", "sub": "sub"}


@dataclass(slots=True)
class Series:
    """What a table's rows hand on to the rows below, also over a page break."""

    kind: TableKind
    parents: dict[str, Passage] = field(default_factory=dict)
    """Text of the parent cells in force, by role."""
    goal: GoalFound | None = None
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
        cell = self.cells.get(role)
        return cell.passage if cell and not BLANK.match(cell.passage.text) else None


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
        section = _section_cell(reading, row)
        if section is not None:
            _enter_section(section, series, outline)
        elif _repeats_header(reading, row):
            outline.structure(*[c.passage for c in table.row_cells(row)])
        else:
            _read_row(_row(reading, row), fresh, reading, series, outline)
            fresh = False


def _row(reading: TableReading, row: int) -> Row:
    cells: dict[str, Cell] = {}
    own: dict[str, Passage] = {}
    merged: set[str] = set()
    for column, role in enumerate(reading.roles):
        cell = reading.table.at(row, column)
        if cell is None or cell in cells.values():
            continue
        name = role if role not in cells else f"{role} {column}"
        if role in ("year", "other", "comment", "reference", "description"):
            name = f"{role} {column}"
        cells[name] = cell
        if cell.row == row:
            own[name] = cell.passage
        else:
            merged.add(name)
    return Row(cells, own, merged)


def _section_cell(reading: TableReading, row: int) -> Cell | None:
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


def _repeats_header(reading: TableReading, row: int) -> bool:
    texts = [c.passage.text.lower() for c in reading.table.row_cells(row) if c.passage]
    titles = {title.lower() for title in reading.titles if title}
    return len(texts) >= 2 and all(text in titles for text in texts)


def _enter_section(cell: Cell, series: Series, outline: Outline) -> None:
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


def _read_row(
    row: Row, fresh: bool, reading: TableReading, series: Series, outline: Outline
) -> None:
    if fresh and _continues_row(row, reading, series):
        _append(row, series)
        return
    _inherit(row, fresh, series, outline)
    if series.kind == "milestones":
        _milestone(row, series, outline)
    elif series.kind == "goals":
        _goal_row(row, series, outline)
    else:
        _action(row, reading, series, outline)


def _main_role(series: Series, row: Row) -> str:
    if series.kind == "milestones":
        return "milestone" if "milestone" in row.cells else "action"
    return "goal" if series.kind == "goals" else "action"


def _continues_row(row: Row, reading: TableReading, series: Series) -> bool:
    """Whether the first row of a page is the rest of the row that the page break cut."""
    if series.last is None:
        return False
    main = row.text(_main_role(series, row))
    before = series.last_values.get(_main_role(series, row))
    if main is None:
        return any(row.own.values()) and not row.merged and _has_no_dates(row)
    if before is None or not _is_cut(before.text, main.text):
        return False
    return all(
        _is_cut(series.last_values[role].text, passage.text)
        for role, passage in row.own.items()
        if passage and role in series.last_values and role in ("owner", "deadline", "resources")
    )


def _has_no_dates(row: Row) -> bool:
    return "deadline" not in row.own or not row.own["deadline"]


def _is_cut(before: str, after: str) -> bool:
    """Whether a text goes on: it starts in lower case, or the one before is left open."""
    if after[:1].islower():
        return True
    last = before.split()[-1].lower() if before.split() else ""
    return bool(OPEN_END.search(before)) or last in words_of("structure", "open_words")


def _append(row: Row, series: Series) -> None:
    """Add the rest of a cut row to the record that it belongs to."""
    record = series.last
    names = {"action": "text", "milestone": "label", "owner": "responsible"}
    for role, passage in row.own.items():
        if not passage or BLANK.match(passage.text):
            continue
        name = names.get(role, role)
        if isinstance(record, MilestoneFound) and name == "text":
            name = "label"
        if record is not None and hasattr(record, name) and name != "rest":
            setattr(record, name, join([getattr(record, name) or Passage(), passage]))
        elif isinstance(record, ActionFound):
            if role.startswith("strategy") and record.strategy:
                record.strategy = series.parents["strategy"] = join([record.strategy, passage])
            record.rest.append(passage)


def _inherit(row: Row, fresh: bool, series: Series, outline: Outline) -> None:
    """Take over the parent cells: area, goal, sub-goal, strategy."""
    if passage := row.own.get("area"):
        title = _without_label(passage, outline)
        outline.set_area(title, labelled=True)
    for role, level in GOAL_ROLES.items():
        passage = row.own.get(role)
        if series.kind == "goals" and role == "goal":
            continue
        if passage and not BLANK.match(passage.text):
            label = read_label(passage.text, heading=True)
            number = label.number if label else None
            series.goal = outline.add_goal(_without_label(passage, outline), level, number)
    passage = row.own.get("strategy")
    if passage and not BLANK.match(passage.text):
        series.parents["strategy"] = _without_label(passage, outline)
        outline.structure(passage)
    elif passage is not None and not fresh and "strategy" not in row.merged:
        series.parents.pop("strategy", None)


def _without_label(passage: Passage, outline: Outline) -> Passage:
    label = read_label(passage.text, heading=True)
    if label is None or label.start >= len(passage) or not label.explicit:
        return passage
    outline.structure(passage[: label.start])
    return passage[label.start :].strip()


def _milestone(row: Row, series: Series, outline: Outline) -> None:
    label = row.text(_main_role(series, row))
    if label is None:
        outline.narrative(*row.own.values())
        return
    deadline = row.text("deadline") or _span(row)
    step = MilestoneFound(label, row.text("owner") or row.text("partner"), deadline)
    outline.found.milestones.append(step)
    series.last, series.last_values = step, {k: v for k, v in row.own.items() if v}
    used = {word.key for p in step.passages() for word in p.words}
    for passage in row.own.values():
        if passage and not any(word.key in used for word in passage.words):
            outline.narrative(passage)


def _span(row: Row) -> Passage | None:
    """Start and end columns as one deadline."""
    parts = [p for p in (row.text("start"), row.text("end")) if p]
    return join(parts, " – ") if parts else None


def _goal_row(row: Row, series: Series, outline: Outline) -> None:
    text = row.own.get("goal")
    if text and not BLANK.match(text.text):
        label = read_label(text.text, heading=True)
        outline.add_goal(_without_label(text, outline), "goal", label.number if label else None)
    outline.narrative(*[p for role, p in row.own.items() if role not in ("goal", "sub", "area")])


def _action(row: Row, reading: TableReading, series: Series, outline: Outline) -> None:
    text = row.text("action")
    if text is None or ("action" in row.merged and series.last is not None):
        _spare_row(row, series, outline)
        return
    cell = row.cells["action"]
    texts = list(cell.items) if len(cell.items) > 1 and _only_items(cell) else [text]
    for each in texts:
        action = _new_action(each, row, reading, series, outline)
        outline.found.actions.append(action)
        series.last = action
    series.last_values = {role: p for role, p in row.own.items() if p}


def _only_items(cell: Cell) -> bool:
    """Whether a cell holds its items and nothing else: then each is an action."""
    words = {word.key for word in cell.passage.words}
    listed = {word.key for item in cell.items for word in item.words}
    marks = {word.key for word in cell.marker_words}
    return len(words - listed - marks) == 0


def _spare_row(row: Row, series: Series, outline: Outline) -> None:
    """A row without an action of its own: more fields of the one above, or plain text."""
    if isinstance(series.last, ActionFound) and any(
        row.own.get(role) for role in ("owner", "deadline", "resources", "description")
    ):
        _append(row, series)
    else:
        taken = ("strategy", "goal", "sub", "area")
        outline.narrative(*[p for role, p in row.own.items() if role not in taken])


def _new_action(
    text: Passage, row: Row, reading: TableReading, series: Series, outline: Outline
) -> ActionFound:
    label = read_label(text.text, heading=False)
    number = row.text("number")
    if label and label.role == "action" and label.start < len(text):
        text = text[label.start :].strip()
    goal = series.goal
    action = ActionFound(
        text,
        number=number.text.strip(".") if number else label.number if label else None,
        strategy=series.parents.get("strategy") or series.parents.get("section") or outline.strategy,
        area=outline.area,
        goals=(goal,) if goal else outline.goals_in_force(),
        responsible=row.text("owner"),
        partners=row.text("partner"),
        resources=row.text("resources"),
        deadline=row.text("deadline") or _span(row),
        status=row.text("status"),
        priority=row.text("priority"),
        indicator=row.text("indicator"),
    )
    action.inherited = tuple(
        name for name, role in _INHERITABLE if role in row.merged and getattr(action, name)
    )
    if number:
        action.rest.append(number)
    read_years(action, row.cells, reading)
    used = {word.key for p in action.passages() for word in p.words}
    taken = ("strategy", "goal", "sub", "area", "action")
    action.rest += [
        p for role, p in row.own.items()
        if p and role not in taken and not any(w.key in used for w in p.words)
    ]  # fmt: skip
    return action


_INHERITABLE = (
    ("responsible", "owner"), ("deadline", "deadline"), ("resources", "resources"),
    ("status", "status"), ("priority", "priority"), ("partners", "partner"),
    ("indicator", "indicator"),
)  # fmt: skip

