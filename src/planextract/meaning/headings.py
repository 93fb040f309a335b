"""Headings: labels open areas, goals and sections; bare ones may name an area."""

from __future__ import annotations

import re
from functools import cache

from planextract.lexicons import read_toml
from planextract.meaning.labels import Label, leads_in_actions, read_label
from planextract.meaning.outline import Outline, Section, is_background
from planextract.model.finding import ActionFound
from planextract.model.layout import TextBlock
from planextract.model.passage import Passage
from planextract.model.plan import ActionType, GoalLevel

SECTIONS: dict[str, Section] = {
    "area": "areas",
    "vision": "goals",
    "main": "goals",
    "goal": "goals",
    "sub": "goals",
    "strategy": "strategies",
    "action": "actions",
    "oppdrag": "actions",
    "aktivitet": "actions",
    "klimatiltak": "actions",
    "investering": "actions",
    "schedule": "milestones",
}
TYPES: dict[str, ActionType] = {
    "oppdrag": "oppdrag",
    "aktivitet": "aktivitet",
    "klimatiltak": "klimatiltak",
    "investering": "investering",
}


def enter_heading(block: TextBlock, outline: Outline) -> None:
    """Take a heading in: what it opens, what it ends."""
    passage = block.passage
    label = read_label(passage.text, heading=True)
    if is_past(passage.text):
        outline.structure(passage)
        outline.pass_heading(block.level, passage)
        outline.enter("past", block.level)
        return
    if label and label.continued and _continues(label, outline):
        outline.structure(passage)
        return
    if label and _apply(label, passage, block.level, outline):
        return
    if leads_in_actions(passage.text):
        outline.structure(passage)
        outline.enter("actions", block.level)
        return
    if outline.expects_vision(block.level):
        outline.add_goal(passage, "vision", None)
        return
    _bare(passage, block.level, outline)


def _continues(label: Label, outline: Outline) -> bool:
    """ "Oppdrag held fram": the section before goes on, whatever stood between."""
    section = SECTIONS.get(label.role)
    if section is None:
        return False
    outline.section = section
    outline.section_type = TYPES.get(label.role, outline.section_type)
    return True


def _apply(label: Label, passage: Passage, rank: int, outline: Outline) -> bool:
    rest = passage[label.start :].strip()
    outline.pass_heading(rank, beside=bool(rest) and not passage.text[0].isdigit())
    if label.combined or not rest:
        return label_section(label, passage, outline, rank)
    if label.role == "area":
        outline.structure(passage[: label.start])
        outline.set_area(rest, labelled=True)
        outline.enter(None, rank)
    elif label.role in ("vision", "main", "goal", "sub", "strategy"):
        outline.structure(passage[: label.start])
        level: GoalLevel = label.role  # type: ignore[assignment]
        outline.siblings.clear()
        outline.add_goal(rest, level, label.number)
        outline.enter(None, rank)
    elif label.role in SECTIONS:
        return _titled_action(label, passage, rest, rank, outline)
    else:
        return False
    return True


def _titled_action(
    label: Label, passage: Passage, rest: Passage, rank: int, outline: Outline
) -> bool:
    """ "Tiltak 12: Lage rutine" set as a heading is an action; "Tiltak – helse" is a section."""
    if label.role == "schedule" or not (label.number or ":" in passage.text[: label.start]):
        return label_section(label, passage, outline, rank)
    outline.structure(passage[: label.start])
    outline.section_rank = rank
    action = ActionFound(
        rest,
        number=label.number,
        type=TYPES.get(label.role, "tiltak"),
        strategy=outline.strategy,
        area=outline.area,
        goals=outline.goals_in_force(),
    )
    outline.found.actions.append(action)
    outline.enter(None, rank)
    outline.action = action
    return True


def label_section(label: Label, passage: Passage, outline: Outline, rank: int) -> bool:
    """A label that stands alone opens the section of its lines."""
    section = SECTIONS.get(label.role)
    if section is None:
        return False
    outline.structure(passage)
    outline.enter(None if label.combined else section, rank)
    if label.role in ("vision", "main", "goal", "sub"):
        outline.section_goal = label.role  # type: ignore[assignment]
        outline.siblings.clear()
    if section == "actions":
        outline.section_type = TYPES.get(label.role, "tiltak")
    return True


@cache
def _past() -> tuple[re.Pattern[str], ...]:
    lexicon = read_toml("structure")
    return tuple(re.compile(pattern) for pattern in (*lexicon["past"], *lexicon["aside"]))


def is_past(text: str) -> bool:
    """Whether a heading speaks of the plan before, or of lists that are no measures of this one."""
    return any(pattern.search(text.lower()) for pattern in _past())


def _bare(passage: Passage, rank: int, outline: Outline) -> None:
    """A heading without a label ends sections of its rank and may name an area."""
    outline.structure(passage)
    outline.pass_heading(rank, passage)
    if is_background(passage.text):
        outline.enter("background", rank)
        return
    other_slide = outline.slides and outline.page != outline.section_page
    if outline.section and (rank <= outline.section_rank or other_slide):
        outline.enter(None, rank)
    outline.action, outline.waiting = None, None
