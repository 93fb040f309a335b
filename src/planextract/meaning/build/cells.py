"""The cells of a row that are fields of its record, and the rest of a row that a page break cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planextract.meaning.build.makers import ATTRIBUTES, set_field
from planextract.meaning.build.tree import Tree
from planextract.meaning.build.years import read_years
from planextract.meaning.concepts import names_field
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import GOALS, Role
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.passage import Passage, join

OWNER_LIKE = 0.5
BLANK = re.compile(r"^[\s\-–—.*/]*$")
CODE = re.compile(r"^[A-ZÆØÅ]{0,3}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?[.)]?$")


@dataclass(slots=True)
class Rows:
    """What the rows of a chain of tables hand on to the rows below."""

    strategy: Passage | None = None
    last: ActionFound | MilestoneFound | None = None
    shown: dict[int, str] = field(default_factory=dict)
    """The wording last seen in each parent column: a repeated one opens nothing new."""


def fill_fields(
    units: Units, reading: Reading, places: Sequence[int], own: Sequence[int],
    made: Sequence[ActionFound | MilestoneFound], rows: Rows, tree: Tree,
) -> None:  # fmt: skip
    """Give the row's records the fields of the row; what is no field is running text."""
    if not made:
        _rest(units, reading, own, rows, tree)
        return
    for record in made:
        read_years(units, record, places)
    used = {w.key for record in made for passage in record.passages() for w in passage.words}
    for at in places:
        unit, role = units.all[at], reading.roles[at]
        if role in (Role.AREA, Role.GROUP, *GOALS):
            continue
        if unit.spot is None or not used.isdisjoint(word.key for word in unit.passage.words):
            continue
        taken = [_take(unit, role, record, at not in own) for record in made]
        if not any(taken) and at in own:
            tree.found.narrative += unit.passage.words


def _take(unit: Unit, role: Role, record: ActionFound | MilestoneFound, inherited: bool) -> bool:
    """Fill the field of one cell; False where the cell is no field of the record."""
    value = unit.passage
    if BLANK.match(value.text):
        return role in ATTRIBUTES
    if set_field(record, role, value):
        if inherited and isinstance(record, ActionFound):
            record.inherited = (*record.inherited, ATTRIBUTES[role])
        return True
    header = unit.spot.header.text if unit.spot else ""
    named = names_field(header) if header else None
    if named and getattr(record, named, value) is None:
        setattr(record, named, value)
        return True
    if isinstance(record, MilestoneFound):
        return _take_owner(record, value)
    if inherited:
        return False
    if record.number is None and CODE.match(value.text):
        record.number = value.text.strip(".)")
        record.rest.append(value)
        return True
    if role is Role.COMMENT:
        record.rest.append(value)
        return True
    return False


def _take_owner(step: MilestoneFound, value: Passage) -> bool:
    """Who does a step of a schedule, where no header names the column."""
    if step.responsible or looks_like_owner(value.text) < OWNER_LIKE:
        return False
    step.responsible = value
    return True


def _rest(units: Units, reading: Reading, own: Sequence[int], rows: Rows, tree: Tree) -> None:
    """A row without a record of its own: running text."""
    for at in own:
        if reading.roles[at] not in (Role.AREA, Role.GROUP, *GOALS):
            tree.found.narrative += units.all[at].passage.words


def goes_on(units: Units, reading: Reading, own: Sequence[int], rows: Rows) -> bool:
    """Whether the first row of a page is the rest of the row that the page break cut."""
    if rows.last is None or not own:
        return False
    fresh = all((s := units.all[at].spot) is not None and s.fresh for at in own)
    return fresh and all(reading.roles[at] not in (Role.AREA, *GOALS) for at in own)


def append_row(units: Units, reading: Reading, own: Sequence[int], rows: Rows) -> None:
    """Add the rest of a cut row to its record."""
    record = rows.last
    assert record is not None
    for at in own:
        unit, role = units.all[at], reading.roles[at]
        text = "label" if isinstance(record, MilestoneFound) else "text"
        name = text if role in (Role.ACTION, Role.MILESTONE) else ATTRIBUTES.get(role)
        if name and hasattr(record, name):
            setattr(record, name, join([getattr(record, name) or Passage(), unit.passage]))
        elif isinstance(record, ActionFound):
            record.rest.append(unit.passage)
