"""Reading a document from top to bottom: a block moves the reader on, or is a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planextract.meaning.cards import read_card
from planextract.meaning.fields import more_of, split_fields, take_fields, take_value
from planextract.meaning.headings import enter_heading, label_section
from planextract.meaning.labels import Label, leads_in_actions, read_label
from planextract.meaning.outline import Outline
from planextract.meaning.prose import (
    goal_like, is_action_sentence, is_goal_sentence, is_infinitive, sentences,
)  # fmt: skip
from planextract.meaning.tables.grid import distinct, is_card
from planextract.meaning.tables.kinds import table_kind
from planextract.meaning.tables.rows import Series, read_rows_of
from planextract.meaning.tables.series import TableReading, read_tables
from planextract.model.finding import ActionFound, Findings
from planextract.model.layout import Block, Layout, TableBlock, TextBlock
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel

GOAL_REACH = 6
"""Blocks below a bold sentence among which its actions begin."""
LEAD_IN_RANK = 98
"""Rank of a section opened by a lead-in: it ends with its list."""
LONGEST_LISTED = 60
"""Words of a list item or plain line that is an action; longer ones are explanation."""
LONGEST_LINE = 35
"""Words of an unmarked paragraph under an action heading that is an action of its own."""
BADGE_DIGITS = 2
SLIDE_WORDS = 250
"""Words on a slide at most; a landscape page of tables has more."""
TITLE_BLOCKS = 3
"""Blocks on a title slide at most: title, subtitle, date."""


@dataclass(slots=True)
class Walk:
    """One reading of a document's blocks."""

    blocks: Sequence[Block]
    tables: dict[int, TableReading]
    prose: bool
    """Whether sentences in running text may be actions (not in what is no plan)."""
    outline: Outline = field(default_factory=Outline)
    series: Series | None = None
    titles: set[int] = field(default_factory=set)
    """Places of the headings of title slides; they open nothing."""
    in_sub_items: bool = False
    """Whether the item above was a sub-item."""
    badge: str | None = None
    """A number that stood alone: it belongs to the text that comes next."""


def walk(layout: Layout, *, prose: bool = True) -> Findings:
    """Everything that the blocks of a document say, in reading order."""
    blocks = layout.blocks
    state = Walk(blocks, read_tables(blocks), prose)
    state.outline.slides = _is_deck(layout)
    titles = _title_slides(layout) if state.outline.slides else set()
    for at, block in enumerate(blocks):
        if block.page in titles:
            state.titles.add(at)
            if block.page != state.outline.page:
                state.outline.begin_plan()
        state.outline.page = block.page
        if isinstance(block, TableBlock):
            _table(state, at)
        elif block.kind == "heading":
            state.series = None
            _heading(state, at, block)
        else:
            _text(state, at, block)
    return state.outline.found


def _is_deck(layout: Layout) -> bool:
    """Whether most pages are wider than high and hold little text: slides."""
    wide = [p for p in layout.pages if p.width > p.height and len(p.words) < SLIDE_WORDS]
    return len(wide) > 0.6 * len(layout.pages)


def _title_slides(layout: Layout) -> set[int]:
    """Pages with a title and hardly anything else: a plan or a part begins."""
    found: dict[int, list[Block]] = {}
    for block in layout.blocks:
        found.setdefault(block.page, []).append(block)
    return {
        page
        for page, blocks in found.items()
        if len(blocks) <= TITLE_BLOCKS
        and all(isinstance(b, TextBlock) and b.kind != "item" for b in blocks)
        and isinstance(blocks[0], TextBlock)
        and blocks[0].kind == "heading"
        and all(isinstance(b, TextBlock) and len(b.passage.text.split()) <= 12 for b in blocks)
    }


def _table(state: Walk, at: int) -> None:
    reading, outline = state.tables[at], state.outline
    if is_card(reading.table):
        read_card(reading.table, outline)
        return
    kind = table_kind(reading, outline.section)
    if kind == "other":
        _unread(reading, outline)
        state.series = None
        return
    if not reading.continues or state.series is None or state.series.kind != kind:
        state.series = Series(kind)
    outline.name_area()
    read_rows_of(reading, state.series, outline)


def _unread(reading: TableReading, outline: Outline) -> None:
    for row in range(reading.table.rows):
        for cell in distinct(reading.table, row):
            if cell.row == row:
                outline.narrative(cell.passage)
                outline.structure_words(cell.marker_words)


def _heading(state: Walk, at: int, block: TextBlock) -> None:
    outline = state.outline
    outline.structure_words(block.marker_words)
    if outline.section in ("goals", "strategies") and _is_listed_goal(block, outline):
        _listed(state, block, block.passage)
        return
    if split_fields(block.passage)[1]:
        _text(state, at, block)
        return
    if _is_goal_line(state, at, block):
        outline.siblings.clear()
        outline.enter(None, block.level)
        outline.add_goal(block.passage, "goal", _number(block), 0.8)
        return
    if at in state.titles:
        outline.structure(block.passage)
        return
    enter_heading(block, outline)


def _is_goal_line(state: Walk, at: int, block: TextBlock) -> bool:
    """A bold line that is a sentence, with what shall be done right below it: a goal."""
    text = block.passage.text
    if not block.bold or read_label(text, heading=True) or not is_goal_sentence(text):
        return False
    if not text.endswith(".") and _is_larger(state, at, block):
        return False
    if state.outline.section == "background":
        return False
    for below in state.blocks[at + 1 : at + 1 + GOAL_REACH]:
        if not isinstance(below, TextBlock) or (below.kind == "heading" and below.level):
            return isinstance(below, TextBlock) and _opens_actions(below)
        if _opens_actions(below) or _promises(state, below):
            return True
    return False


def _is_larger(state: Walk, at: int, block: TextBlock) -> bool:
    """Whether a line is set larger than the text below it, as titles are."""
    below = state.blocks[at + 1] if at + 1 < len(state.blocks) else None
    return isinstance(below, TextBlock) and block.size > 1.05 * below.size


def _promises(state: Walk, block: TextBlock) -> bool:
    """Whether a paragraph holds a sentence that is an action."""
    return state.prose and any(is_action_sentence(s.text) for s in sentences(block.passage))


def _opens_actions(block: TextBlock) -> bool:
    text = block.passage.text
    label = read_label(text, heading=block.kind == "heading")
    opens = label is not None and label.role in ("strategy", "action", "oppdrag", "sub")
    return opens or leads_in_actions(text)


def _is_listed_goal(block: TextBlock, outline: Outline) -> bool:
    """A bold line under "Mål": a goal of the list, not a heading that ends it."""
    text = block.passage.text
    return (
        block.level > outline.section_rank
        and read_label(text, heading=True) is None
        and goal_like(text)
        and len(text.split()) >= 4
    )


def _text(state: Walk, at: int, block: TextBlock) -> None:
    """A paragraph or a list item."""
    outline, passage = state.outline, block.passage
    outline.structure_words(block.marker_words)
    if _is_badge(passage.text):
        state.badge = passage.text
        outline.structure(passage)
        return
    before, fields = split_fields(passage)
    if fields:
        if before:
            _line(state, at, block, before)
        take_fields(fields, outline)
        return
    if outline.waiting and outline.action is not None and block.kind == "paragraph":
        take_value(outline.waiting, passage, outline)
        return
    _line(state, at, block, passage)
    state.badge = None


def _is_badge(text: str) -> bool:
    return text.isdigit() and len(text) <= BADGE_DIGITS


def _line(state: Walk, at: int, block: TextBlock, passage: Passage) -> None:
    outline = state.outline
    if block.kind != "item":
        state.in_sub_items = False
    label = read_label(passage.text, heading=False)
    if label is not None and _apply_label(state, block, passage, label):
        return
    if leads_in_actions(passage.text) and block.kind == "paragraph" and _list_follows(state, at):
        outline.structure(passage)
        outline.enter("actions", LEAD_IN_RANK)
        outline.section_type = "tiltak"
        return
    if outline.section_rank == LEAD_IN_RANK and block.kind == "paragraph":
        outline.enter(None, 99)
    if block.kind == "paragraph" and _is_goal_line(state, at, block):
        outline.siblings.clear()
        outline.add_goal(passage, "goal", _number(block), 0.8)
    elif block.kind == "item" and _is_sub_item(state, at, block):
        state.in_sub_items = True
        _sub_item(outline, passage)
        return
    elif outline.section in ("goals", "strategies", "actions", "areas"):
        _listed(state, block, passage)
    elif block.kind == "item" and _list_of_goal(state, at):
        _add_action(state, passage, _number(block), "tiltak")

    elif _is_area_goal(state, at, block):
        outline.add_goal(passage, "goal", None, 0.85)
    else:
        _running(state, passage)


def _is_sub_item(state: Walk, at: int, block: TextBlock) -> bool:
    """An item set further in than the item above it, under another kind of marker."""
    above = state.blocks[at - 1] if at else None
    if not isinstance(above, TextBlock) or above.kind != "item" or state.outline.action is None:
        return False
    if above.page != block.page or above.column != block.column:
        return False
    further = block.indent > above.indent + 0.5 * block.size
    same_level = abs(block.indent - above.indent) <= 2 and block.marker[:1] == above.marker[:1]
    return further or (same_level and state.in_sub_items)


def _sub_item(outline: Outline, passage: Passage) -> None:
    """What belongs to the action above, and is none itself."""
    if outline.action is not None:
        outline.action.rest.append(passage)


def _list_of_goal(state: Walk, at: int) -> bool:
    """Whether a list right below a goal or strategy says what is done: infinitives begin it."""
    outline = state.outline
    if not outline.goals or outline.section is not None:
        return False
    first = at
    while first > 0 and _is_item(state.blocks[first - 1]):
        first -= 1
    above = state.blocks[first - 1] if first else None
    if not isinstance(above, TextBlock):
        return False
    label = read_label(above.passage.text, heading=above.kind == "heading")
    strategy = label is not None and label.role == "strategy"
    if not strategy and (label is None or label.role not in ("goal", "sub", "main")):
        return False
    items = []
    for block in state.blocks[first:]:
        if not _is_item(block):
            break
        items.append(block)
    verbs = sum(is_infinitive(b.passage.text.split()[0]) for b in items if b.passage)  # type: ignore[union-attr]
    return verbs >= (0.3 if strategy else 0.6) * len(items)


def _is_item(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.kind == "item"


def _list_follows(state: Walk, at: int) -> bool:
    """Whether the next block is an item, or a line like one."""
    following = state.blocks[at + 1 : at + 2]
    return bool(following) and isinstance(following[0], TextBlock) and following[0].kind == "item"


def _apply_label(state: Walk, block: TextBlock, passage: Passage, label: Label) -> bool:
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
        outline.add_goal(rest, level, label.number)
    elif label.role in ("action", "oppdrag", "aktivitet", "klimatiltak", "investering"):
        outline.structure(passage[: label.start])
        _add_action(state, rest, label.number, label.role)
    else:
        return False
    return True


def _listed(state: Walk, block: TextBlock, passage: Passage) -> None:
    """A line under a heading that says what its lines are."""
    outline = state.outline
    number = _number(block) or state.badge
    words = len(passage.text.split())
    if outline.section == "goals" and goal_like(passage.text):
        goal = outline.add_goal(passage, outline.section_goal, number)
        outline.siblings = [g for g in (*outline.siblings, goal) if g.level == goal.level]
    elif outline.section == "strategies" and words <= LONGEST_LISTED:
        goal = outline.add_goal(passage, "strategy", number)
        goal.stands_alone = goal.parent is not None and len(outline.siblings) <= 1
        outline.strategy = None
        outline.goals.pop("strategy", None)
    elif outline.section == "actions" and _is_listed_action(block, passage):
        _add_action(state, passage, number, outline.section_type)
    else:
        _running(state, passage)


def _is_listed_action(block: TextBlock, passage: Passage) -> bool:
    words = passage.text.split()
    if block.kind == "item":
        return 2 <= len(words) <= LONGEST_LISTED and not passage.text.endswith(":")
    if passage.text.endswith((":", "?")) or not 2 <= len(words) <= LONGEST_LINE:
        return False
    return is_infinitive(words[0]) or len(sentences(passage)) <= 2


def _number(block: TextBlock) -> str | None:
    return block.marker.strip("().") if any(c.isalnum() for c in block.marker) else None


def _add_action(state: Walk, text: Passage, number: str | None, kind: str) -> None:
    outline = state.outline
    outline.name_area()
    action = ActionFound(
        text,
        number=number,
        type="tiltak" if kind == "action" else kind,  # type: ignore[arg-type]
        strategy=outline.strategy,
        area=outline.area,
        goals=outline.goals_in_force(),
        confidence=0.9,
    )
    outline.found.actions.append(action)
    outline.action, outline.waiting = action, None


def _is_area_goal(state: Walk, at: int, block: TextBlock) -> bool:
    """A bare sentence right below an area's heading, with its actions below: the area's goal."""
    outline = state.outline
    if outline.area is None or outline.goals or block.kind != "paragraph" or at == 0:
        return False
    above, below = state.blocks[at - 1], state.blocks[at + 1 : at + 2]
    if not (isinstance(above, TextBlock) and above.kind == "heading"):
        return False
    follows = bool(below) and isinstance(below[0], TableBlock)
    passage = block.passage
    return follows and goal_like(passage.text) and len(sentences(passage)) == 1


def _running(state: Walk, passage: Passage) -> None:
    """Running text: sentences that promise something are actions, the rest is narrative."""
    outline = state.outline
    if outline.waiting and outline.action is not None:
        more_of(outline.action, outline.waiting, passage)
        return
    described = outline.action is not None and outline.section is None
    for sentence in sentences(passage):
        promised = (
            state.prose
            and not described
            and outline.section != "background"
            and outline.goals
        )
        if promised and is_action_sentence(sentence.text):
            _add_action(state, sentence, None, "tiltak")
            outline.found.actions[-1].confidence = 0.7
            outline.action = None
        else:
            outline.narrative(sentence)
