"""Units and their roles to findings, in reading order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from planextract.meaning.build.columns import columns_of_records
from planextract.meaning.build.makers import make_action, make_milestone, set_field, type_of
from planextract.meaning.build.rows import read_table
from planextract.meaning.build.sheet import Record, Rows, Sheet, label_words, says
from planextract.meaning.build.tails import split_time
from planextract.meaning.build.tree import LEVELS, Tree
from planextract.meaning.concepts import names_field
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import AIMS, FIELDS, GOALS, RECORDS, ROLES, Role
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit
from planextract.model.finding import ActionFound, CandidateFound, Findings
from planextract.model.layout import Block, Layout, TableBlock
from planextract.model.passage import Passage
from planextract.model.plan import ActionType, CandidateKind

BADGE = re.compile(r"^\d{1,2}$")
FURTHER = 6.0
"""Points by which the details of an action are set further in than the action."""


@dataclass(slots=True)
class _State:
    columns: dict[int, int]
    """The column of each chain of tables that holds its records."""
    tree: Tree = field(default_factory=Tree)
    record: Record | None = None
    """The record that fields below belong to."""
    record_at: int = -1
    badge: str | None = None
    """A number that stood alone: it belongs to the record that comes next."""
    rows: dict[int, Rows] = field(default_factory=dict)
    """What the rows of each chain of tables hand on, by the chain's first table."""


def build(layout: Layout, units: Units, reading: Reading) -> Findings:
    """All records of a document."""
    state = _State(columns=columns_of_records(units, reading))
    parts: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.whole is not None:
            parts[unit.whole].append(at)
    of_block: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        of_block[unit.block].append(at)
    for at, block in enumerate(layout.blocks):
        if any(units.all[place].spot for place in of_block[at]) and isinstance(block, TableBlock):
            _table(units, reading, block, at, of_block[at], parts, state)
        else:
            _text(units, reading, block, of_block[at], parts, state)
    for action in state.tree.found.actions:
        if action.responsible and not action.deadline and "responsible" not in action.inherited:
            action.responsible, action.deadline = split_time(action.responsible)
    state.tree.found.candidates += _candidates(units, reading)
    _drop_empty(state.tree.found)
    _keep_the_rest(layout, state.tree.found)
    return state.tree.found


def _drop_empty(found: Findings) -> None:
    """A record without words of its own is none: all its text was a label or a field."""
    found.actions[:] = [action for action in found.actions if action.text]
    found.milestones[:] = [step for step in found.milestones if step.label]


def _keep_the_rest(layout: Layout, found: Findings) -> None:
    """Words that no record took and no structure holds are running text: none is lost."""
    passages = [area.title for area in found.areas]
    passages += [p for goal in found.goals for p in (goal.text, *goal.mentions)]
    passages += [p for action in found.actions for p in action.passages()]
    passages += [p for step in found.milestones for p in step.passages()]
    placed = {word.key for passage in passages for word in passage.words}
    placed |= {word.key for word in (*found.structure, *found.narrative)}
    for block in layout.blocks:
        texts = block.cells if isinstance(block, TableBlock) else (block,)
        for text in texts:
            found.narrative += [w for w in text.passage.words if w.key not in placed]


def _table(
    units: Units, reading: Reading, table: TableBlock, at: int, places: list[int],
    parts: dict[int, list[int]], state: _State,
) -> None:  # fmt: skip
    state.record = None
    cells = {
        (spot.row, spot.column): place
        for place in places
        if (spot := units.all[place].spot) and units.all[place].whole is None
    }
    rows = state.rows.setdefault(units.chains[at].first, Rows())
    for cell in table.cells:
        state.tree.found.structure += cell.marker_words
        if (cell.row, cell.column) not in cells:
            state.tree.found.structure += cell.passage.words
    column = state.columns.get(units.chains[at].first, -1)
    read_table(Sheet(units, reading, table, cells, parts, column), rows, state.tree)


def _text(
    units: Units, reading: Reading, block: Block, places: list[int],
    parts: dict[int, list[int]], state: _State,
) -> None:  # fmt: skip
    texts = block.cells if isinstance(block, TableBlock) else (block,)
    state.tree.found.structure += [word for text in texts for word in text.marker_words]
    used: set[tuple[int, int]] = set()
    for at in places:
        unit = units.all[at]
        if unit.whole is not None:
            continue
        inner = [p for p in parts.get(at, ()) if reading.roles[p] in RECORDS]
        if reading.roles[at] is Role.NONE and inner:
            for part in parts[at]:
                _unit(units, reading, part, state)
                used.update(word.key for word in units.all[part].passage.words)
        else:
            _unit(units, reading, at, state)
        used.update(word.key for word in unit.passage.words)
    words = [word for text in texts for word in text.passage.words]
    state.tree.found.structure += [word for word in words if word.key not in used]


def _unit(units: Units, reading: Reading, at: int, state: _State) -> None:
    """Take one unit of running text in, by its role."""
    unit, role, tree = units.all[at], reading.roles[at], state.tree
    rank = units.headlines.ranks[at]
    if role in RECORDS:
        if not says(unit):
            tree.found.structure += unit.passage.words
            return
        state.badge = unit.number or state.badge
        tree.found.structure += label_words(unit)
        _record(units, reading, at, state)
        state.badge = None
    elif role is Role.NONE and BADGE.match(unit.text):
        state.badge = unit.text
        tree.found.structure += unit.passage.words
    elif _is_field(unit, role) and _field(units, at, role, state):
        return
    elif rank:
        tree.pass_heading(rank, inner=units.headlines.inner[at])
        tree.found.structure += unit.passage.words
        state.record = None
    elif _is_detail(units, at, state) and isinstance(state.record, ActionFound):
        state.record.rest.append(unit.passage)
    else:
        tree.found.narrative += unit.passage.words


def _record(units: Units, reading: Reading, at: int, state: _State) -> None:
    unit, role, tree = units.all[at], reading.roles[at], state.tree
    if role is Role.AREA:
        tree.enter_area(unit.body, units.headlines.ranks[at] or tree.head)
        state.record = None
    elif role in GOALS:
        if role in AIMS and not _stands_with_last(units, reading, at):
            tree.siblings.clear()
        rank = units.headlines.ranks[at]
        tree.add_goal(unit.body, LEVELS[role], state.badge, reading.sure[at], rank)
        state.record = None
    elif role is Role.ACTION:
        state.record = make_action(tree, unit.body, state.badge, reading.sure[at], _type(units, at))
        state.record.promised = unit.kind == "sentence"
        state.record_at = at
    else:
        state.record = make_milestone(tree, unit.body, reading.sure[at])
        state.record_at = at


def _stands_with_last(units: Units, reading: Reading, at: int) -> bool:
    """Whether no action stands between an aim and the aim before it."""
    for before in range(at - 1, -1, -1):
        role = reading.roles[before]
        if role is reading.roles[at]:
            return True
        if role in (Role.ACTION, Role.AREA, Role.STRATEGY):
            return False
    return False


def _type(units: Units, at: int) -> ActionType:
    """The type of action that its label names, or else the heading above it."""
    unit = units.all[at]
    if unit.label:
        return type_of(unit.label.text)
    above = units.headlines.above[at]
    return type_of(units.all[above[0]].text) if above else "tiltak"


def _is_field(unit: Unit, role: Role) -> bool:
    return role in FIELDS or bool(unit.label and names_field(unit.label.text))


def _field(units: Units, at: int, role: Role, state: _State) -> bool:
    """A line below a record that is a field of it."""
    unit = units.all[at]
    if state.record is None or not unit.body:
        return False
    named = names_field(unit.label.text) if unit.label else None
    if named and getattr(state.record, named, unit) is None:
        setattr(state.record, named, unit.body)
    elif named or not set_field(state.record, role, unit.body):
        if role is Role.COMMENT and isinstance(state.record, ActionFound):
            state.record.rest.append(unit.passage)
            return True
        return False
    state.tree.found.structure += label_words(unit)
    return True


def _is_detail(units: Units, at: int, state: _State) -> bool:
    """Whether an item stands below an action, set further in."""
    unit = units.all[at]
    if state.record is None or unit.kind not in ("item", "line"):
        return False
    action: Unit = units.all[state.record_at]
    return unit.kind == "line" or (
        action.kind == "item" and action.page == unit.page
        and unit.indent > action.indent + FURTHER
    )  # fmt: skip


KINDS: dict[Role, CandidateKind] = {
    Role.AREA: "area", Role.STRATEGY: "strategy", Role.ACTION: "action",
    Role.MILESTONE: "milestone",
}  # fmt: skip


def _candidates(units: Units, reading: Reading) -> list[CandidateFound]:
    found: list[CandidateFound] = []
    for at in reading.candidates:
        row = reading.probabilities[at]
        by_role = {role: float(row[ROLES.index(role)]) for role in RECORDS}
        best = max(RECORDS, key=by_role.__getitem__)
        share = sum(by_role.values())
        body: Passage = units.all[at].body
        if body:
            why = f"{share:.0%} speaks for it, less than for no record."
            found.append(CandidateFound(KINDS.get(best, "goal"), body, round(share, 3), why))
    return found
