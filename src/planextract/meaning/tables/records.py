"""Rows to records: an action, a milestone, a goal a row."""

from __future__ import annotations

from planextract.lexicons import words_of
from planextract.meaning.labels import read_label
from planextract.meaning.numbering import split_number
from planextract.meaning.outline import Outline
from planextract.meaning.resources import names_unit
from planextract.meaning.tables.cut_rows import spare_row
from planextract.meaning.tables.parents import without_label
from planextract.meaning.tables.row import BLANK, Row, Series, main_role, only_items
from planextract.meaning.tables.series import TableReading
from planextract.meaning.tables.years import read_years
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.passage import Passage, join

_INHERITABLE = (
    ("responsible", "owner"), ("deadline", "deadline"), ("resources", "resources"),
    ("status", "status"), ("priority", "priority"), ("partners", "partner"),
    ("indicator", "indicator"),
)  # fmt: skip

SURE = 0.95
"""Confidence of a row whose cells are sure; a table that is not says how sure it is."""


def read_milestone(row: Row, series: Series, outline: Outline) -> None:
    """A row of a schedule."""
    label = row.text(main_role(series, row))
    if label is None or not any(map(str.isalpha, label.text)):
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


def _is_total(text: str, row: Row) -> bool:
    """Whether a row adds up those above it: "Sum", "Sum transport" without an owner."""
    plain = text.lower().strip(" .:")
    totals = words_of("structure", "totals")
    begins = plain.split(" ")[0] in totals and not row.text("owner") and not row.text("deadline")
    return plain in totals or begins


def _span(row: Row) -> Passage | None:
    """Start and end columns as one deadline."""
    parts = [p for p in (row.text("start"), row.text("end")) if p]
    return join(parts, " – ") if parts else None


def read_goal(row: Row, series: Series, outline: Outline) -> None:
    """A row of a table of goals."""
    text = row.own.get("goal")
    if text and not BLANK.match(text.text):
        label = read_label(text.text, heading=True)
        outline.add_goal(without_label(text, outline), "goal", label.number if label else None)
    outline.narrative(*[p for role, p in row.own.items() if role not in ("goal", "sub", "area")])


def read_action(row: Row, reading: TableReading, series: Series, outline: Outline) -> None:
    """A row of a table of actions; a cell that is a list of items gives one for each."""
    text = row.text("action")
    if text is None or ("action" in row.merged and series.last is not None):
        spare_row(row, series, outline)
        return
    cell = row.cells["action"]
    if _is_total(text.text, row):
        outline.structure(*row.own.values())
        return
    texts = list(cell.items) if only_items(cell) else [text]
    for each in texts:
        action = _new_action(each, row, reading, series, outline)
        outline.found.actions.append(action)
        series.last = action
    series.last_values = {role: p for role, p in row.own.items() if p}


def _unit(reading: TableReading, series: Series) -> str | None:
    """What the header over the resources, or a line beside the table, says of its numbers."""
    if "resources" not in reading.roles:
        return series.unit
    title = reading.titles[reading.roles.index("resources")]
    return title if names_unit(title) else series.unit or title


def _without_number(text: Passage, split: bool) -> tuple[str | None, Passage]:
    """An action's text without "Tiltak 7:" and, if ``split``, without a number of its own."""
    label = read_label(text.text, heading=False)
    if label and label.role == "action" and label.start < len(text):
        text = text[label.start :].strip()
    inner, rest = split_number(text) if split else (None, text)
    return inner or (label.number if label else None), rest


def _new_action(
    text: Passage, row: Row, reading: TableReading, series: Series, outline: Outline
) -> ActionFound:
    number = row.text("number")
    inner, rest = _without_number(text, split=number is None)
    outline.structure(text[: len(text) - len(rest)])
    goal, parents = series.goal, series.parents
    action = ActionFound(
        rest,
        number=number.text.strip(".") if number else inner,
        strategy=parents.get("strategy") or parents.get("section") or outline.strategy,
        area=outline.area,
        goals=(goal,) if goal else outline.goals_in_force(),
        responsible=row.text("owner"),
        partners=row.text("partner"),
        resources=row.text("resources"),
        resources_unit=_unit(reading, series),
        deadline=row.text("deadline") or _span(row),
        status=row.text("status"),
        priority=row.text("priority"),
        indicator=row.text("indicator"),
        confidence=min(SURE, reading.table.confidence),
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
