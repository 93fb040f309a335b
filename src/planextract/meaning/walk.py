"""Reading a document from top to bottom: a block moves the reader on, or is a record."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.meaning.card_titles import card_titles, split_code
from planextract.meaning.decks import is_deck, title_slides
from planextract.meaning.fields import (
    separators,
    split_fields,
    take_columns,
    take_fields,
    take_value,
)
from planextract.meaning.flat import is_flat, with_headings
from planextract.meaning.goal_lines import is_area_goal, is_goal_line, is_listed_goal
from planextract.meaning.headings import enter_heading, is_past, label_section
from planextract.meaning.labels import Label, leads_in_actions, read_label
from planextract.meaning.lists import (
    add_action,
    add_sub_item,
    is_list_of_goal,
    is_sub_item,
    list_follows,
    number_of,
    read_listed,
    read_running,
)  # fmt: skip
from planextract.meaning.outline import Outline
from planextract.meaning.schedule_lines import drop_waiting, read_scheduled
from planextract.meaning.schedules import is_column_heads
from planextract.meaning.state import LEAD_IN_RANK, Walk
from planextract.meaning.table_blocks import read_table
from planextract.meaning.tables.series import read_tables
from planextract.model.finding import Findings
from planextract.model.layout import Block, Layout, TableBlock, TextBlock
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel

BADGE_DIGITS = 2
"""Digits of a badge at most: ``01``."""


def walk(layout: Layout, *, prose: bool = True) -> Findings:
    """Everything that the blocks of a document say, in reading order."""
    blocks: Sequence[Block] = layout.blocks
    starts: set[int] = set()
    if is_flat(layout):
        blocks, starts = with_headings(blocks)
    state = Walk(blocks, read_tables(blocks), prose)
    state.cards = card_titles(blocks)
    state.outline.slides = is_deck(layout)
    titles = title_slides(layout) if state.outline.slides else set()
    for at, block in enumerate(blocks):
        if block.page in titles:
            state.titles.add(at)
            if block.page != state.outline.page:
                state.outline.begin_plan()
        state.outline.page = block.page
        if at in starts:
            state.outline.enter(None, 99)
        if isinstance(block, TableBlock):
            read_table(state, at)
        elif block.kind == "heading":
            state.series = None
            _heading(state, at, block)
        else:
            _text(state, at, block)
    drop_waiting(state.outline)
    return state.outline.found


def _is_field_of_action(state: Walk, at: int) -> bool:
    """Whether a goal stands inside a label block: after its action, before its fields."""
    action = state.outline.action
    below = state.blocks[at + 1] if at + 1 < len(state.blocks) else None
    if action is None or action.responsible or action.deadline or not isinstance(below, TextBlock):
        return False
    before, fields = split_fields(below.passage)
    return bool(fields) and not before


def _heading(state: Walk, at: int, block: TextBlock) -> None:
    outline = state.outline
    outline.structure_words(block.marker_words)
    if outline.section in ("goals", "strategies") and is_listed_goal(
        block, outline, first=_below_label(state, at)
    ):
        read_listed(state, block, block.passage)
        return
    if split_fields(block.passage)[1]:
        _text(state, at, block)
        return
    if outline.action is not None and is_column_heads(block.passage.text):
        outline.structure(block.passage)
        state.heads = block.passage
        return
    if at in state.cards:
        outline.pass_heading(block.level)
        number, title = split_code(block.passage)
        outline.structure(block.passage[: len(block.passage) - len(title)])
        outline.enter(None, block.level)
        add_action(state, title, number, "tiltak")
        return
    if is_goal_line(state, at, block):
        outline.pass_heading(block.level)
        outline.siblings.clear()
        outline.enter(None, block.level)
        outline.add_goal(block.passage, "goal", number_of(block), 0.8)
        return
    if at in state.titles:
        outline.structure(block.passage)
        return
    enter_heading(block, outline)


def _below_label(state: Walk, at: int) -> bool:
    """Whether the block right above is a lone label of the section."""
    above = state.blocks[at - 1] if at else None
    if not isinstance(above, TextBlock) or above.kind != "heading":
        return False
    label = read_label(above.passage.text, heading=True)
    return label is not None and label.start >= len(above.passage)


def _text(state: Walk, at: int, block: TextBlock) -> None:
    """A paragraph or a list item."""
    outline, passage = state.outline, block.passage
    outline.structure_words(block.marker_words)
    if _is_badge(passage.text):
        state.badge = passage.text
        outline.structure(passage)
        return
    if state.heads is not None:
        if take_columns(state.heads, passage, outline):
            return
        state.heads = None
    before, fields = split_fields(passage)
    if fields:
        if before:
            _line(state, at, block, before)
        take_fields(fields, outline)
        outline.structure_words(separators(passage, before, fields))
        return
    if outline.waiting and outline.action is not None and block.kind == "paragraph":
        take_value(outline.waiting, passage, outline)
        return
    _line(state, at, block, passage)
    state.badge = None


def _is_badge(text: str) -> bool:
    return text.isdigit() and len(text) <= BADGE_DIGITS


def _opens_list(passage: Passage, outline: Outline) -> bool:
    """Whether a line over a list says what it is: actions, or none of this plan's."""
    if is_past(passage.text):
        outline.enter("past", LEAD_IN_RANK)
    elif outline.section != "past" and leads_in_actions(passage.text):
        outline.enter("actions", LEAD_IN_RANK)
        outline.section_type = "tiltak"
    else:
        return False
    outline.structure(passage)
    return True


def _line(state: Walk, at: int, block: TextBlock, passage: Passage) -> None:
    outline = state.outline
    if block.kind != "item":
        state.in_sub_items = False
    label = read_label(passage.text, heading=False)
    if label is not None and _apply_label(state, at, block, passage, label):
        return
    if outline.section == "milestones":
        read_scheduled(block, passage, outline)
        return
    if block.kind == "paragraph" and list_follows(state, at) and _opens_list(passage, outline):
        return
    if outline.section_rank == LEAD_IN_RANK and block.kind == "paragraph":
        outline.enter(None, 99)
    if block.kind == "paragraph" and is_goal_line(state, at, block):
        outline.siblings.clear()
        outline.add_goal(passage, "goal", number_of(block), 0.8)
    elif block.kind == "item" and is_sub_item(state, at, block):
        state.in_sub_items = True
        add_sub_item(outline, passage)
        return
    elif outline.section in ("goals", "strategies", "actions", "areas"):
        read_listed(state, block, passage)
    elif block.kind == "item" and is_list_of_goal(state, at):
        add_action(state, passage, number_of(block), "tiltak")

    elif is_area_goal(state, at, block):
        outline.add_goal(passage, "goal", None, 0.85)
    else:
        read_running(state, passage)


def _apply_label(state: Walk, at: int, block: TextBlock, passage: Passage, label: Label) -> bool:
    """A label at the start of a line: its text is a record, or a section begins."""
    outline = state.outline
    rest = passage[label.start :].strip()
    if not rest:
        if block.kind == "item" or label.role in ("owner", "deadline", "resources", "status"):
            if outline.action is not None and label.role not in ("area", "goal", "action"):
                outline.structure(passage)
                outline.waiting = label.role
                return True
            return False
        return label_section(label, passage, outline, rank=90)
    if label.role == "area":
        outline.structure(passage[: label.start])
        outline.set_area(rest, labelled=True)
    elif label.role in ("vision", "main", "goal", "sub", "strategy"):
        outline.structure(passage[: label.start])
        level: GoalLevel = label.role  # type: ignore[assignment]
        outline.siblings.clear()
        own = outline.action if _is_field_of_action(state, at) else None
        goal = outline.add_goal(rest, level, label.number)
        if own is not None:
            own.goals = (goal,)
            outline.action = own
    elif label.role in ("action", "oppdrag", "aktivitet", "klimatiltak", "investering"):
        outline.structure(passage[: label.start])
        add_action(state, rest, label.number, label.role)
    else:
        return False
    return True
