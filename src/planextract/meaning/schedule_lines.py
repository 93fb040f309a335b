"""A schedule in plain lines: steps, and lines that wait for their time."""

from __future__ import annotations

from planextract.meaning.outline import Outline
from planextract.meaning.schedules import is_column_heads, split_owner, split_step
from planextract.model.finding import MilestoneFound
from planextract.model.layout import TextBlock
from planextract.model.passage import Passage, join

LONGEST_STEP = 14
"""Words of a step's label and owner; a longer line is a sentence."""
SPLIT_CONFIDENCE = 0.6
"""Columns told apart by their words alone are often one word off."""
WAITING_CONFIDENCE = 0.3


def read_scheduled(block: TextBlock, passage: Passage, outline: Outline) -> None:
    """A line of a schedule that no table was found in."""
    if is_column_heads(passage.text):
        outline.structure(passage)
        return
    if block.kind == "item" or passage.text.startswith(("http", "www.")):
        drop_waiting(outline)
        outline.narrative(passage)
        return
    waiting = _waiting(outline)
    if waiting is not None and passage.text[:1].islower():
        outline.found.milestones.remove(waiting)
        passage = join([waiting.label, passage])
    _add_step(passage, outline)


def _add_step(passage: Passage, outline: Outline) -> None:
    step, waiting = split_step(passage), _waiting(outline)
    if step is not None and not step.label:
        if waiting is None:
            outline.narrative(passage)
            return
        waiting.label, waiting.responsible = split_owner(waiting.label)
        waiting.deadline, waiting.confidence = step.deadline, SPLIT_CONFIDENCE
        return
    drop_waiting(outline)
    if step is not None:
        found = MilestoneFound(step.label, step.owner, step.deadline, confidence=SPLIT_CONFIDENCE)
        outline.found.milestones.append(found)
    elif passage.text.endswith(".") or len(passage.text.split()) > LONGEST_STEP:
        outline.narrative(passage)
    else:
        outline.found.milestones.append(MilestoneFound(passage, confidence=WAITING_CONFIDENCE))


def _waiting(outline: Outline) -> MilestoneFound | None:
    """The last line of a schedule, if its time has not come yet."""
    last = outline.found.milestones[-1:]
    return last[0] if last and last[0].confidence == WAITING_CONFIDENCE else None


def drop_waiting(outline: Outline) -> None:
    """A schedule line that no time followed is running text."""
    waiting = _waiting(outline)
    if waiting is not None:
        outline.found.milestones.remove(waiting)
        outline.narrative(waiting.label)
