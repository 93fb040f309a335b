"""Parent cells: areas, goals, sub-goals and strategies that rows inherit."""

from __future__ import annotations

from planextract.meaning.labels import read_label
from planextract.meaning.numbering import split_number
from planextract.meaning.outline import Outline
from planextract.meaning.tables.row import BLANK, Row, Series
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel

GOAL_ROLES: dict[str, GoalLevel] = {"goal": "goal", "sub": "sub"}


def inherit(row: Row, fresh: bool, series: Series, outline: Outline) -> None:
    """Take over the parent cells: area, goal, sub-goal, strategy."""
    if passage := row.own.get("area"):
        title = without_label(passage, outline)
        outline.set_area(title, labelled=False)
        outline.area_of_table = True
    for role, level in GOAL_ROLES.items():
        passage = row.own.get(role)
        if series.kind == "goals" and role == "goal":
            continue
        if passage and not BLANK.match(passage.text):
            label = read_label(passage.text, heading=True)
            number = label.number if label else None
            series.goal = outline.add_goal(without_label(passage, outline), level, number)
    passage = row.own.get("strategy")
    if passage and not BLANK.match(passage.text):
        series.parents["strategy"] = without_label(passage, outline)
        outline.structure(passage)
    elif passage is not None and not fresh and "strategy" not in row.merged:
        series.parents.pop("strategy", None)


def without_label(passage: Passage, outline: Outline) -> Passage:
    """A cell's text without the label that it repeats ("Mål 2: …"), which is structure."""
    label = read_label(passage.text, heading=True)
    rest = split_number(passage)[1]
    if label is not None and label.start < len(passage) and label.explicit:
        rest = passage[label.start :].strip()
    outline.structure(passage[: len(passage) - len(rest)])
    return rest
