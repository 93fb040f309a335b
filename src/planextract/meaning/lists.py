"""Items and plain lines of a list: goals, strategies, actions, or parts of the action above."""

from __future__ import annotations

from planextract.meaning.brackets import take_brackets, take_dashes
from planextract.meaning.fields import more_of, split_fields
from planextract.meaning.labels import read_label
from planextract.meaning.outline import Outline
from planextract.meaning.prose import (
    goal_like,
    is_action_sentence,
    is_infinitive,
    makes_promise,
    sentences,
)  # fmt: skip
from planextract.meaning.state import Walk
from planextract.model.finding import ActionFound
from planextract.model.layout import Block, TextBlock
from planextract.model.passage import Passage

LONGEST_LISTED = 60
"""Words of a list item or plain line that is an action; longer ones are explanation."""
GOAL_SENTENCES = 1
"""Sentences of a paragraph that is a goal; running text has more."""
LONGEST_LINE = 35
"""Words of an unmarked paragraph under an action heading that is an action of its own."""


def read_listed(state: Walk, block: TextBlock, passage: Passage) -> None:
    """A line under a heading that says what its lines are."""
    outline = state.outline
    number = number_of(block) or state.badge
    words = len(passage.text.split())
    if outline.section == "goals" and block.kind == "paragraph" and not _is_lone_goal(passage):
        outline.enter(None, outline.section_rank)
        read_running(state, passage)
    elif outline.section == "goals" and goal_like(passage.text):
        goal = outline.add_goal(passage, outline.section_goal, number)
        outline.siblings = [g for g in (*outline.siblings, goal) if g.level == goal.level]
    elif outline.section == "strategies" and words <= LONGEST_LISTED:
        goal = outline.add_goal(passage, "strategy", number)
        if len(outline.siblings) > 1:  # which of the goals it serves is not said
            goal.parent = None
        outline.strategy = None
        outline.goals.pop("strategy", None)
    elif outline.section == "actions" and _is_listed_action(block, passage, outline):
        outline.section_items = outline.section_items or block.kind == "item"
        add_action(state, passage, number, outline.section_type)
    else:
        read_running(state, passage)


def _is_lone_goal(passage: Passage) -> bool:
    """Whether a paragraph under "Mål" is one goal, and no running text after the goals."""
    return (
        goal_like(passage.text)
        and len(sentences(passage)) <= GOAL_SENTENCES
        and not is_action_sentence(passage.text)
    )


def _is_listed_action(block: TextBlock, passage: Passage, outline: Outline) -> bool:
    words = passage.text.split()
    if block.kind == "item":
        return 2 <= len(words) <= LONGEST_LISTED and not passage.text.endswith(":")
    if passage.text.endswith((":", "?")) or not 2 <= len(words) <= LONGEST_LINE:
        return False
    if is_infinitive(words[0]) or makes_promise(passage.text):
        return True
    whole = passage.text.endswith(".") and len(sentences(passage)) == 1
    return not outline.section_items and not whole and len(sentences(passage)) <= 2


def number_of(block: TextBlock) -> str | None:
    """The number or letter of an item's marker; None for a bullet."""
    return block.marker.strip("().") if any(c.isalnum() for c in block.marker) else None


def add_action(state: Walk, text: Passage, number: str | None, kind: str) -> None:
    """A new action where the reader stands; ``kind`` is its type or the label's role."""
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
    take_brackets(action)
    take_dashes(action)
    outline.found.actions.append(action)
    outline.action, outline.waiting = action, None


def is_sub_item(state: Walk, at: int, block: TextBlock) -> bool:
    """An item set further in than the item above it, under another kind of marker."""
    above = state.blocks[at - 1] if at else None
    if not isinstance(above, TextBlock) or above.kind != "item" or state.outline.action is None:
        return False
    if above.page != block.page or above.column != block.column:
        return False
    further = block.indent > above.indent + 0.5 * block.size
    same_level = abs(block.indent - above.indent) <= 2 and block.marker[:1] == above.marker[:1]
    return further or (same_level and state.in_sub_items)


def add_sub_item(outline: Outline, passage: Passage) -> None:
    """What belongs to the action above, and is none itself."""
    if outline.action is not None:
        outline.action.rest.append(passage)


def is_list_of_goal(state: Walk, at: int) -> bool:
    """Whether a list right below a goal or strategy says what is done: infinitives begin it."""
    outline = state.outline
    if not outline.goals or outline.section is not None:
        return False
    first = at
    while first > 0 and (_is_item(state.blocks[first - 1]) or _is_fields(state.blocks[first - 1])):
        first -= 1
    above = state.blocks[first - 1] if first else None
    if not isinstance(above, TextBlock):
        return False
    label = read_label(above.passage.text, heading=above.kind == "heading")
    strategy = label is not None and label.role == "strategy"
    stated = any(goal.text.text == above.passage.text for goal in outline.goals.values())
    labelled = label is not None and label.role in ("goal", "sub", "main")
    if not (strategy or labelled or stated):
        return False
    items = []
    for block in state.blocks[first:]:
        if _is_fields(block):
            continue
        if not _is_item(block):
            break
        items.append(block)
    verbs = sum(is_infinitive(b.passage.text.split()[0]) for b in items if b.passage)  # type: ignore[union-attr]
    return verbs >= (0.3 if strategy else 0.6) * len(items)


def _is_fields(block: Block) -> bool:
    """Whether a block holds the fields of the item above and nothing else."""
    if not isinstance(block, TextBlock):
        return False
    before, fields = split_fields(block.passage)
    return bool(fields) and not before


def _is_item(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.kind == "item"


def list_follows(state: Walk, at: int) -> bool:
    """Whether the next block is an item, or a line like one."""
    following = state.blocks[at + 1 : at + 2]
    return bool(following) and isinstance(following[0], TextBlock) and following[0].kind == "item"


def read_running(state: Walk, passage: Passage) -> None:
    """Running text: sentences that promise something are actions, the rest is narrative."""
    outline = state.outline
    if outline.waiting and outline.action is not None:
        more_of(outline.action, outline.waiting, passage)
        return
    described = outline.action is not None and outline.section is None
    for sentence in sentences(passage):
        promised = (
            state.prose and not described and outline.section != "background" and outline.goals
        )
        if promised and is_action_sentence(sentence.text):
            add_action(state, sentence, None, "tiltak")
            outline.found.actions[-1].confidence = 0.7
            outline.found.actions[-1].promised = True
            outline.action = None
        else:
            outline.narrative(sentence)
