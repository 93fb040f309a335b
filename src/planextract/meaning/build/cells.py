"""The cells of a row that are fields of its record, and the rest of a row that a page break cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planextract.meaning.build.makers import ATTRIBUTES, is_free
from planextract.meaning.build.sheet import Record, Sheet
from planextract.meaning.build.tree import Tree
from planextract.meaning.build.years import is_mark, read_years
from planextract.meaning.concepts import names_field
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.roles.role import GOALS, RECORDS, Role
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.passage import Passage, join

OWNER_LIKE = 0.5
BLANK = re.compile(r"^[\s\-–—.*/]*$")
CODE = re.compile(r"^[A-ZÆØÅ]{0,3}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?[.)]?$")


def fill_fields(
    sheet: Sheet, places: Sequence[int], own: Sequence[int], made: Sequence[Record], tree: Tree
) -> None:
    """Give the row's records the fields of the row; what is no field is running text."""
    summed = {at for record in made for at in read_years(sheet.units, record, places, own)}
    for at in sorted(places, key=lambda at: bool(made) and names_field(sheet.header(at)) is None):
        if at in summed:
            continue
        words = sheet.unit(at).passage.words
        if made and is_mark(sheet.units, at):
            tree.found.structure += words if at in own else ()
            continue
        taken = [_take(sheet, at, record, at not in own) for record in made]
        if not any(taken) and at in own:
            tree.found.narrative += words


def _take(sheet: Sheet, at: int, record: Record, inherited: bool) -> bool:
    """Fill the field of one cell; False where the cell is no field of the record."""
    value = sheet.unit(at).passage
    if BLANK.match(value.text):
        return False
    name = next((name for name in _names(sheet, at) if is_free(record, name)), None)
    if name is not None:
        setattr(record, name, value)
        if inherited and isinstance(record, ActionFound):
            record.inherited = (*record.inherited, name)
        return True
    if isinstance(record, MilestoneFound):
        return _take_owner(record, value)
    if inherited:
        return False
    return _keep(sheet.role(at), value, record)


def _names(sheet: Sheet, at: int) -> Iterator[str]:
    """The fields that a cell can be, the likeliest first: by its role, then by its header."""
    role = sheet.role(at)
    if role in ATTRIBUTES:
        yield ATTRIBUTES[role]
    named = names_field(sheet.header(at))
    if named:
        yield named


def _keep(role: Role, value: Passage, record: ActionFound) -> bool:
    """Keep the code of an action as its number, and a comment with it."""
    if record.number is None and CODE.match(value.text):
        record.number = value.text.strip(".)")
    elif role is not Role.COMMENT:
        return False
    record.rest.append(value)
    return True


def take_items(sheet: Sheet, part: int, record: Record) -> None:
    """Give a record that is an item of a cell the number before it and the fields after it."""
    parts = sheet.parts[sheet.unit(part).whole or 0]
    place = parts.index(part)
    before = sheet.unit(parts[place - 1]).text if place else ""
    if isinstance(record, ActionFound) and record.number is None and CODE.match(before):
        record.number = before.strip(".)")
    for at in parts[place + 1 :]:
        if sheet.role(at) in RECORDS:
            return
        unit = sheet.unit(at)
        names = [ATTRIBUTES.get(sheet.role(at)), names_field(unit.label.text)]
        name = next((name for name in names if name and is_free(record, name)), None)
        if name and unit.body:
            setattr(record, name, unit.body)


def _take_owner(step: MilestoneFound, value: Passage) -> bool:
    """Who does a step of a schedule, where no header names the column."""
    if step.responsible or looks_like_owner(value.text) < OWNER_LIKE:
        return False
    step.responsible = value
    return True


def is_cut(sheet: Sheet, own: Sequence[int]) -> bool:
    """Whether the first row of a page is the rest of the row that the page break cut."""
    spots = [sheet.unit(at).spot for at in own]
    fresh = bool(own) and all(spot is not None and spot.fresh for spot in spots)
    return fresh and all(sheet.role(at) not in (Role.AREA, *GOALS) for at in own)


def append_row(sheet: Sheet, own: Sequence[int], record: Record, tree: Tree) -> None:
    """Add the rest of a cut row to its record."""
    for at in own:
        told = sheet.role(at)
        role = Role.ACTION if told is Role.NONE and sheet.column(at) == sheet.main else told
        value, name = sheet.unit(at).passage, _part_of(record, role)
        if BLANK.match(value.text):
            tree.found.narrative += value.words
        elif name and hasattr(record, name) and not _is_inherited(record, name):
            setattr(record, name, join([getattr(record, name) or Passage(), value]))
        elif isinstance(record, ActionFound):
            record.rest.append(value)
        else:
            tree.found.narrative += value.words


def _part_of(record: Record, role: Role) -> str | None:
    """The part of a record that a cell of this role goes on with."""
    if role in (Role.ACTION, Role.MILESTONE):
        return "label" if isinstance(record, MilestoneFound) else "text"
    return ATTRIBUTES.get(role)


def _is_inherited(record: Record, name: str) -> bool:
    return isinstance(record, ActionFound) and name in record.inherited
