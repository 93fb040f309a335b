"""The rows of a table: parents first, then the record of the row with its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.build.cells import Rows, append_row, fill_fields, goes_on
from planextract.meaning.build.makers import make_action, make_milestone, type_of
from planextract.meaning.build.tree import Tree
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import GOALS, Role
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.layout import TableBlock
from planextract.model.plan import GoalLevel

SUM_WORDS = 2
"""Words of the title of a row of totals."""
FIGURES = re.compile(r"^[-\d\s.,%]+(?:kr|mill\.?|kroner)?$", re.I)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its units by row and column."""

    table: TableBlock
    at: int
    cells: dict[tuple[int, int], int]
    """Place of the unit of each cell, by the cell's first row and column."""
    parts: dict[int, list[int]]
    """Places of the items of a cell's unit."""
    column: int
    """The column that most surely holds the records; -1 where none does."""


def read_table(units: Units, reading: Reading, sheet: Sheet, rows: Rows, tree: Tree) -> None:
    """Read all rows of a table into the tree."""
    for row in range(sheet.table.rows):
        places = _row(sheet, row)
        own = [at for at in places if (s := units.all[at].spot) and s.row == row]
        if own and units.all[own[0]].kind == "header":
            tree.found.structure += _words(units, own)
        elif len(own) == 1 and _heads_rows(units.all[own[0]]):
            _banner(units, reading, own[0], rows, tree)
        else:
            _body_row(units, reading, sheet, places, own, rows, tree)


def _heads_rows(unit: Unit) -> bool:
    """Whether the only text of a row heads the rows below: it runs across, or ends in a colon."""
    return unit.kind == "banner" or unit.text.endswith(":")


def _row(sheet: Sheet, row: int) -> list[int]:
    """Places of the units of a row, merged ones from above counted in, left to right."""
    found: list[int] = []
    for column in range(sheet.table.columns):
        cell = sheet.table.at(row, column)
        at = sheet.cells.get((cell.row, cell.column)) if cell is not None else None
        if at is not None and at not in found:
            found.append(at)
    return found


def _words(units: Units, places: Sequence[int]) -> list:  # type: ignore[type-arg]
    return [word for at in places for word in units.all[at].passage.words]


def _banner(units: Units, reading: Reading, at: int, rows: Rows, tree: Tree) -> None:
    """A row across the table opens an area, a goal or a group, or is a title."""
    unit, role = units.all[at], reading.roles[at]
    if role is Role.ACTION and not unit.text.endswith(":"):
        tree.found.structure += unit.label.words
        rows.last = make_action(tree, unit.body, unit.number, reading.sure[at])
    elif not _parent(unit, role, reading.sure[at], rows, tree):
        tree.found.structure += unit.passage.words
        rows.strategy = unit.body or None


def _parent(unit: Unit, role: Role, sure: float, rows: Rows, tree: Tree) -> bool:
    """Take a parent in; False where the unit is none."""
    if role is Role.AREA:
        tree.enter_area(unit.body or unit.passage, 0)
        rows.strategy = None
    elif role in GOALS:
        level: GoalLevel = role.value  # type: ignore[assignment]
        tree.siblings.clear()
        tree.add_goal(unit.body or unit.passage, level, unit.number, sure)
        rows.strategy = tree.strategy
    elif role is Role.GROUP:
        rows.strategy = unit.body
        tree.found.structure += unit.body.words
    else:
        return False
    tree.found.structure += [w for w in unit.passage.words if w not in unit.body.words]
    return True


def _body_row(
    units: Units, reading: Reading, sheet: Sheet, places: Sequence[int], own: Sequence[int],
    rows: Rows, tree: Tree,
) -> None:  # fmt: skip
    mains = [at for at in places if reading.roles[at] in (Role.ACTION, Role.MILESTONE)]
    if _is_sum(units, own, mains):
        tree.found.structure += _words(units, own)
        return
    mains, merged = _part_mains(units, mains, sheet.column)
    listed = [
        at
        for at in places
        if any(reading.roles[p] in (Role.ACTION, *GOALS) for p in sheet.parts.get(at, ()))
    ]
    cut = all(units.all[at].body.text[:1].islower() for at in mains) and not listed
    if cut and goes_on(units, reading, own, rows):
        append_row(units, reading, own, rows)
        return
    parents: set[int] = set()
    for at in own:
        unit = units.all[at]
        column = unit.spot.column if unit.spot else 0
        role = Role.GROUP if at in merged else _grouping(units, reading, at, mains)
        if role in (Role.AREA, Role.GROUP, *GOALS):
            if rows.shown.get(column) == unit.passage.wording:
                tree.found.structure += unit.passage.words
                continue
            rows.shown[column] = unit.passage.wording
            _parent(unit, role, reading.sure[at], rows, tree)
            parents.add(at)
    before = tree.strategy
    tree.strategy = rows.strategy or tree.strategy
    made = _made(units, reading, sheet, [at for at in mains if at in own], tree)
    for at in listed:
        if at in own:
            made += _items(units, reading, sheet.parts[at], tree)
    tree.strategy = before if not rows.strategy else tree.strategy
    if made:
        rows.last = made[-1]
    rest = [at for at in places if at not in parents]
    fill_fields(units, reading, rest, [at for at in own if at not in parents], made, rows, tree)


def _made(
    units: Units, reading: Reading, sheet: Sheet, mains: Sequence[int], tree: Tree
) -> list[ActionFound | MilestoneFound]:
    """The records of a row's own cells."""
    made: list[ActionFound | MilestoneFound] = []
    for at in mains:
        parts = sheet.parts.get(at, ())
        if reading.roles[at] is Role.ACTION and _lists(units, at, parts):
            made += _listed(units, reading, at, parts, tree)
        else:
            made.append(_record(units, reading, sheet, at, tree))
    return made


def _is_sum(units: Units, own: Sequence[int], mains: Sequence[int]) -> bool:
    """Whether a row adds up those above: a word or two, and besides it figures alone."""
    rest = [units.all[at].text for at in own if at not in mains]
    texts = [units.all[at].body.text for at in mains]
    brief = all(len(text.split()) <= SUM_WORDS for text in texts)
    return bool(texts and rest) and brief and all(FIGURES.match(text) for text in rest)


def _part_mains(units: Units, mains: Sequence[int], column: int) -> tuple[list[int], list[int]]:
    """Of several records in one row the one in the table's ``column`` of records, and the merged.

    A merged cell beside it groups the rows; another cell of the row is no record of its own.
    """
    spots = {at: spot for at in mains if (spot := units.all[at].spot)}
    least = min((spot.rows for spot in spots.values()), default=1)
    merged = [at for at in mains if spots[at].rows > least]
    rest = [at for at in mains if spots[at].rows == least]
    best = [at for at in rest if spots[at].column == column]
    return best or rest[:1], merged


def _grouping(units: Units, reading: Reading, at: int, mains: Sequence[int]) -> Role:
    """The role of a cell; one left of the action that spans rows, and has no role, groups them."""
    role, spot = reading.roles[at], units.all[at].spot
    if role is not Role.NONE or not mains or spot is None:
        return role
    first = units.all[mains[0]].spot
    merged = first is not None and spot.column < first.column and spot.rows > max(1, first.rows)
    words = len(units.all[at].body.text.split())
    return Role.GROUP if merged and words > 1 else role


def _record(
    units: Units, reading: Reading, sheet: Sheet, at: int, tree: Tree
) -> ActionFound | MilestoneFound:
    unit = units.all[at]
    tree.found.structure += [w for w in unit.passage.words if w not in unit.body.words]
    parts = [units.all[part] for part in sheet.parts.get(at, ())]
    if parts and reading.roles[at] is Role.ACTION and _leads(unit, parts):
        header = unit.spot.header.text if unit.spot else ""
        first = parts[0]
        action = make_action(tree, first.body, unit.number, reading.sure[at], type_of(header))
        own = {word.key for word in first.body.words}
        rest = [part.passage for part in parts[1:]]
        action.rest += rest
        told = own | {word.key for passage in rest for word in passage.words}
        tree.found.structure += [w for w in unit.body.words if w.key not in told]
        return action
    if reading.roles[at] is Role.MILESTONE:
        return make_milestone(tree, unit.body, reading.sure[at])
    header = unit.spot.header.text if unit.spot else ""
    return make_action(tree, unit.body, unit.number, reading.sure[at], type_of(header))


def _lists(units: Units, at: int, parts: Sequence[int]) -> bool:
    """Whether a cell holds bullets and nothing before them: an action each."""
    first = units.all[at].text.split(" ")[0]
    bullet = len(first) == 1 and not first.isalnum()
    return len(parts) > 1 and bullet


def _listed(
    units: Units, reading: Reading, at: int, parts: Sequence[int], tree: Tree
) -> list[ActionFound | MilestoneFound]:
    bodies = [(units.all[part].body, units.all[part].number) for part in parts]
    return [make_action(tree, body, number, reading.sure[at]) for body, number in bodies]


def _leads(unit: Unit, parts: Sequence[Unit]) -> bool:
    """Whether a cell begins with a text of its own and goes on with its details as items."""
    begins = unit.body.text.startswith(parts[0].body.text[:20])
    return begins and len(parts) > 1 and not parts[0].text.endswith(":")


def _items(
    units: Units, reading: Reading, parts: Sequence[int], tree: Tree
) -> list[ActionFound | MilestoneFound]:
    """The items of a cell that are records of their own."""
    made: list[ActionFound | MilestoneFound] = []
    for at in parts:
        role, unit = reading.roles[at], units.all[at]
        if unit.text.endswith(":"):
            tree.found.structure += unit.passage.words
        elif role is Role.ACTION:
            made.append(make_action(tree, unit.body, unit.number, reading.sure[at]))
        elif role in GOALS:
            level: GoalLevel = role.value  # type: ignore[assignment]
            tree.add_goal(unit.body or unit.passage, level, unit.number, reading.sure[at])
        else:
            tree.found.narrative += unit.passage.words
    return made
