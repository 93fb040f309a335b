"""Lines that state a goal without a label: bold sentences with their actions below."""

from __future__ import annotations

from itertools import takewhile
from typing import TypeGuard

from planextract.meaning.labels import leads_in_actions, read_label
from planextract.meaning.outline import Outline
from planextract.meaning.prose import (
    goal_like,
    is_action_sentence,
    is_goal_sentence,
    is_infinitive,
    sentences,
)
from planextract.meaning.state import Walk
from planextract.model.layout import Block, TableBlock, TextBlock

VERBAL = 0.6
"""Share of the items below a goal that begin with an infinitive when they are its actions."""
GOAL_REACH = 6
"""Blocks below a bold sentence among which its actions begin."""


def is_goal_line(state: Walk, at: int, block: TextBlock) -> bool:
    """A bold line that is a sentence, with what shall be done right below it: a goal."""
    text = block.passage.text
    if (
        not (block.bold or block.kind == "heading")
        or read_label(text, heading=True)
        or not is_goal_sentence(text)
    ):
        return False
    if not text.endswith(".") and _is_larger(state, at, block):
        return False
    if state.outline.section == "background":
        return False
    for below in state.blocks[at + 1 : at + 1 + GOAL_REACH]:
        if not isinstance(below, TextBlock) or (below.kind == "heading" and below.level):
            return isinstance(below, TextBlock) and _opens_actions(below)
        if below.kind == "item":
            return _says_what_is_done(state, at + 1)
        if _opens_actions(below) or _promises(state, below):
            return True
    return False


def _says_what_is_done(state: Walk, first: int) -> bool:
    """Whether the items from a place on mostly begin with an infinitive."""
    items = list(takewhile(_is_item, state.blocks[first:]))
    verbs = sum(is_infinitive(item.passage.text.split()[0]) for item in items if _is_item(item))
    return verbs >= VERBAL * len(items)


def _is_item(block: Block) -> TypeGuard[TextBlock]:
    return isinstance(block, TextBlock) and block.kind == "item" and bool(block.passage)


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


def is_listed_goal(block: TextBlock, outline: Outline, first: bool) -> bool:
    """A bold line under "Mål": a goal of the list, not a heading that ends it.

    The ``first`` line below the label may be set as large as the label itself.
    """
    text = block.passage.text
    return (
        (block.level > outline.section_rank or first)
        and read_label(text, heading=True) is None
        and goal_like(text)
        and len(text.split()) >= 4
    )


def is_area_goal(state: Walk, at: int, block: TextBlock) -> bool:
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
