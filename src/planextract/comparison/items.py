"""The parts of one plan that a later edition may change, in one form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from planextract.model.plan import Action, Deadline, Goal, Milestone, Owner, Plan, Resources

Kind = Literal["area", "goal", "action", "milestone"]
KINDS: tuple[Kind, ...] = ("area", "goal", "action", "milestone")


@dataclass(frozen=True, slots=True)
class Item:
    """A focus area, goal, action or milestone with its place in the plan."""

    kind: Kind
    id: str
    text: str
    page: int
    confidence: float = 1.0
    number: str = ""
    area: str = ""
    """Id of its focus area, or empty."""
    parents: tuple[str, ...] = ()
    """Ids of the goals that it belongs to, sorted."""
    owners: tuple[Owner, ...] = ()
    owners_raw: str = ""
    deadline: Deadline | None = None
    resources: Resources | None = None
    fields: dict[str, str] = field(default_factory=dict)
    """Other values by name: strategy, status, priority, indicator, type, level."""

    @property
    def wording(self) -> str:
        """The text without differences that no reader sees."""
        return plain(self.text)


def plain(text: str) -> str:
    """Text with single spaces, composed letters, and no soft hyphens."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


def items(plan: Plan) -> list[Item]:
    """All items of a plan, kind by kind in reading order."""
    return [
        *(Item("area", area.id, area.title, area.source.page) for area in plan.focus_areas),
        *(_goal(goal) for goal in plan.goals),
        *(_action(action) for action in plan.actions),
        *(_milestone(milestone) for milestone in plan.milestones),
    ]


def _goal(goal: Goal) -> Item:
    return Item(
        kind="goal",
        id=goal.id,
        text=goal.text,
        page=goal.source.page,
        confidence=goal.confidence,
        number=goal.number or "",
        area=goal.focus_area_id or "",
        parents=(goal.parent_id,) if goal.parent_id else (),
        fields={"level": goal.level},
    )


def _action(action: Action) -> Item:
    return Item(
        kind="action",
        id=action.id,
        text=action.text,
        page=action.source.page,
        confidence=action.confidence,
        number=action.number or "",
        area=action.focus_area_id or "",
        parents=tuple(sorted(action.goal_ids)),
        owners=tuple(action.responsible),
        owners_raw=plain(action.responsible_raw or ""),
        deadline=action.deadline,
        resources=action.resources,
        fields=dict(_filled(action)),
    )


def _milestone(milestone: Milestone) -> Item:
    return Item(
        kind="milestone",
        id=milestone.id,
        text=milestone.label,
        page=milestone.source.page,
        confidence=milestone.confidence,
        owners=tuple(milestone.responsible),
        owners_raw=plain(milestone.responsible_raw or ""),
        deadline=milestone.deadline,
    )


def _filled(action: Action) -> Iterator[tuple[str, str]]:
    for name in ("strategy", "status", "priority", "indicator", "type"):
        value = getattr(action, name)
        if value:
            yield name, plain(value)
