"""The rows of a table: parents first, then the records of the row with their fields."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.meaning.build.cells import append_row, fill_fields, is_cut, take_items
from planextract.meaning.build.makers import make_action, make_milestone, type_of
from planextract.meaning.build.sheet import Record, Rows, Sheet, label_words, says
from planextract.meaning.build.sums import sum_rows
from planextract.meaning.build.tree import LEVELS, Tree
from planextract.meaning.roles.role import AIMS, GOALS, Role
from planextract.meaning.units.unit import Unit
from planextract.model.page import Word

PARENTS = (Role.AREA, Role.GROUP, *GOALS)
"""Roles of cells that say where the records of a row belong."""
MADE = (Role.ACTION, Role.MILESTONE)


def read_table(sheet: Sheet, rows: Rows, tree: Tree) -> None:
    """Read all rows of a table into the tree."""
    rows.within = tree.area is not None if rows.fresh else rows.within
    rows.fresh = False
    rows.outside = tree.goals.get("strategy") if rows.strategy is None else rows.outside
    sums = sum_rows(sheet)
    for row in range(sheet.table.rows):
        own = sheet.own(row)
        kinds = [sheet.unit(at).kind for at in own]
        if "header" in kinds or row in sums:
            tree.found.structure += [w for at in own for w in sheet.unit(at).passage.words]
        elif len(own) == 1 and _heads_rows(sheet.unit(own[0])):
            _banner(sheet, own[0], rows, tree)
        else:
            _body_row(sheet, row, rows, tree)


def _heads_rows(unit: Unit) -> bool:
    """Whether the only text of a row heads the rows below: it runs across, or ends in a colon."""
    return unit.kind == "banner" or unit.text.endswith(":")


def _banner(sheet: Sheet, at: int, rows: Rows, tree: Tree) -> None:
    """A row across the table is a record, opens an area, a goal or a group, or is a title."""
    unit, role = sheet.unit(at), sheet.parent(at, rows)
    if role in MADE and says(unit) and not unit.text.endswith(":"):
        rows.last = _record(sheet, at, tree)
        return
    rows.shown.clear()
    if role in PARENTS:
        _parent(unit, role, sheet.sure(at), rows, tree)
    else:
        tree.found.structure += unit.passage.words
        rows.strategy = unit.body or None


def _parent(unit: Unit, role: Role, sure: float, rows: Rows, tree: Tree) -> None:
    """Take an area, a goal or a group in."""
    if role is Role.AREA and unit.passage.wording:
        title = unit.body if says(unit) else unit.passage
        tree.enter_area(title, 0)
        rows.strategy = None
        tree.found.structure += label_words(unit) if title is unit.body else ()
    elif role is Role.GROUP or not says(unit):
        rows.strategy = unit.body or None
        tree.found.structure += unit.passage.words
    else:
        tree.siblings.clear()
        tree.add_goal(unit.body, LEVELS[role], unit.number, sure)
        if rows.outside is not None and role in AIMS:
            tree.hold_strategy(rows.outside)
        rows.strategy = tree.strategy
        tree.found.structure += label_words(unit)


def _body_row(sheet: Sheet, row: int, rows: Rows, tree: Tree) -> None:
    places, own = sheet.row(row), sheet.own(row)
    mains, merged = _part_mains(sheet, places)
    listed = [at for at in places if _lists_records(sheet, at)]
    begun = [at for at in mains if not sheet.unit(at).body.text[:1].islower()]
    if rows.last and not begun and not listed and is_cut(sheet, own):
        append_row(sheet, own, rows.last, tree)
        return
    roles = {at: Role.GROUP if at in merged else _grouping(sheet, at, mains, rows) for at in places}
    parents = [at for at in places if roles[at] in PARENTS and at not in listed]
    for at in parents:
        if at in own:
            _open(sheet, at, roles[at], rows, tree)
    listing = [at for at in listed if at in own]
    items = [part for at in listing for part in sheet.parts[at]]
    _goals_of(sheet, items, rows, tree)
    made = _records(sheet, [at for at in mains if at in own], items, rows, tree)
    tree.found.narrative += [word for at in listing for word in _beside_items(sheet, at, made)]
    rest = [at for at in places if at not in parents and at not in mains and at not in listed]
    fill_fields(sheet, rest, own, made, tree)


def _part_mains(sheet: Sheet, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Of several records in one row the one in the table's column of records, and the merged.

    A merged cell beside it groups the rows; another cell of the row is no record of its own.
    """
    found = [at for at in places if sheet.role(at) in MADE]
    least = min((sheet.depth(at) for at in found), default=1)
    single = [at for at in found if sheet.depth(at) == least]
    best = [at for at in single if sheet.column(at) == sheet.main]
    return best or single[:1], [at for at in found if sheet.depth(at) > least]


def _lists_records(sheet: Sheet, at: int) -> bool:
    """Whether the items of a cell are records; then the cell is nothing itself."""
    items = sheet.parts.get(at, ())
    return sheet.role(at) is Role.NONE and any(sheet.role(i) in (*MADE, *GOALS) for i in items)


def _grouping(sheet: Sheet, at: int, mains: Sequence[int], rows: Rows) -> Role:
    """The role of a cell; one left of the action that spans rows, and has no role, groups them.

    In a column that groups rows a cell of one row is a group too.
    """
    role, column = sheet.parent(at, rows), sheet.column(at)
    if role is not Role.NONE or not mains or column >= sheet.column(mains[0]):
        return role
    merged = sheet.depth(at) > max(1, sheet.depth(mains[0]))
    if merged and len(sheet.unit(at).body.text.split()) > 1:
        rows.grouped.add(column)
    return Role.GROUP if column in rows.grouped else role


def _open(sheet: Sheet, at: int, role: Role, rows: Rows, tree: Tree) -> None:
    """Take in the parent of a row, unless the row above stands under it too."""
    unit = sheet.unit(at)
    if rows.repeats(sheet.column(at), unit.passage.wording):
        tree.found.structure += unit.passage.words
    else:
        _parent(unit, role, sheet.sure(at), rows, tree)


def _goals_of(sheet: Sheet, items: Sequence[int], rows: Rows, tree: Tree) -> None:
    """The goals among the items of a row's cells: together they hold for its records."""
    goals = [at for at in items if sheet.role(at) in GOALS and says(sheet.unit(at))]
    if goals:
        tree.siblings.clear()
    for at in goals:
        unit = sheet.unit(at)
        tree.add_goal(unit.body, LEVELS[sheet.role(at)], unit.number, sheet.sure(at))
        tree.found.structure += label_words(unit)
        rows.strategy = tree.strategy


def _records(
    sheet: Sheet, mains: Sequence[int], items: Sequence[int], rows: Rows, tree: Tree
) -> list[Record]:
    """The records of a row, under the group that the table names, if it does."""
    outside = tree.strategy
    tree.strategy = rows.strategy or outside
    made: list[Record] = []
    for at in (*mains, *(at for at in items if sheet.role(at) in MADE)):
        if _lists_actions(sheet, at):
            made += [_item(sheet, at, i, tree) for i in sheet.parts[at] if says(sheet.unit(i))]
        elif says(sheet.unit(at)):
            made.append(_record(sheet, at, tree))
            if at in items:
                take_items(sheet, at, made[-1])
        elif at in mains:
            tree.found.structure += sheet.unit(at).passage.words
    tree.strategy = outside
    if made:
        rows.last = made[-1]
    return made


def _lists_actions(sheet: Sheet, at: int) -> bool:
    """Whether the cell of an action holds bullets and nothing before them: an action each."""
    first = sheet.unit(at).text.split(" ")[0]
    bullet = len(first) == 1 and not first.isalnum()
    return bullet and sheet.role(at) is Role.ACTION and len(sheet.parts.get(at, ())) > 1


def _item(sheet: Sheet, at: int, part: int, tree: Tree) -> Record:
    unit = sheet.unit(part)
    return make_action(tree, unit.body, unit.number, sheet.sure(at), type_of(sheet.header(at)))


def _record(sheet: Sheet, at: int, tree: Tree) -> Record:
    unit, kind = sheet.unit(at), type_of(sheet.header(at))
    details = [sheet.unit(part) for part in sheet.parts.get(at, ())]
    dated = sheet.is_dated(at)
    if sheet.role(at) is Role.MILESTONE or not _leads(unit, details):
        tree.found.structure += label_words(unit)
        if sheet.role(at) is Role.MILESTONE:
            return make_milestone(tree, unit.body, sheet.sure(at), dated=dated)
        return make_action(tree, unit.body, unit.number, sheet.sure(at), kind, dated=dated)
    action = make_action(tree, details[0].body, unit.number, sheet.sure(at), kind, dated=dated)
    action.rest += [detail.passage for detail in details[1:]]
    told = {w.key for said in (details[0].body, *action.rest) for w in said.words}
    tree.found.structure += [w for w in unit.passage.words if w.key not in told]
    return action


def _leads(unit: Unit, details: Sequence[Unit]) -> bool:
    """Whether a cell begins with a text of its own and goes on with its details as items."""
    if len(details) < 2 or not says(details[0]) or details[0].text.endswith(":"):
        return False
    return unit.body.text.startswith(details[0].body.text[:20])


def _beside_items(sheet: Sheet, at: int, made: Sequence[Record]) -> list[Word]:
    """The words of a cell that lists records which are in none of those."""
    records = [i for i in sheet.parts[at] if sheet.role(i) in (*MADE, *GOALS)]
    told = [unit for i in records if says(unit := sheet.unit(i))]
    used = {word.key for unit in told for word in unit.passage.words}
    used |= {word.key for record in made for said in record.passages() for word in said.words}
    return [word for word in sheet.unit(at).passage.words if word.key not in used]
