"""Goals and actions of several plans in one list, coded by theme, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from planextract.comparison.themes import goals_named, themes
from planextract.model.plan import Action, Deadline, Goal, Plan
from planextract.published import Published

Kind = Literal["goal", "strategy", "action"]


@dataclass(frozen=True, slots=True)
class Record:
    """One goal, strategy or action of one plan."""

    plan: int
    """Place of its plan in the list of plans, from 0."""
    kind: Kind
    """A goal of level ``strategy`` is a ``strategy`` here, the other goals are ``goal``."""
    text: str
    area: str
    """Title of its focus area, or empty."""
    owners: tuple[str, ...]
    deadline: Deadline | None
    resources: str
    page: int
    confidence: float
    themes: tuple[str, ...]
    theme_words: tuple[str, ...]
    """The listed words that gave the themes."""
    inherited: bool
    """Whether the themes come from its focus area or goal, its own text having none."""
    un_goals: tuple[int, ...]

    @property
    def does(self) -> bool:
        """Whether it is what the plan will do, and no aim."""
        return self.kind != "goal"


def records(plans: Iterable[Published]) -> list[Record]:
    """All records, plan by plan in reading order: aims, then strategies, then actions."""
    return [
        record for number, published in enumerate(plans) for record in _of(number, published.plan)
    ]


def _of(number: int, plan: Plan) -> Iterable[Record]:
    areas = {area.id: area.title for area in plan.focus_areas}
    goals = {goal.id: goal.text for goal in plan.goals}
    for goal in sorted(plan.goals, key=lambda goal: goal.level == "strategy"):
        area = areas.get(goal.focus_area_id or "", "")
        parent = goals.get(goal.parent_id or "", "")
        kind: Kind = "strategy" if goal.level == "strategy" else "goal"
        yield _record(number, kind, goal, area, (area, parent))
    for action in plan.actions:
        area = areas.get(action.focus_area_id or "", "")
        above = (action.strategy or "", *(goals.get(id_, "") for id_ in action.goal_ids), area)
        yield _record(number, "action", action, area, above)


def _record(
    number: int,
    kind: Kind,
    item: Goal | Action,
    area: str,
    above: Sequence[str],
) -> Record:
    """``above`` are the headings that the item stands under, the nearest first."""
    found = themes(item.text)
    inherited = not found
    if inherited:
        found = next((coded for text in above if (coded := themes(text))), ())
    action = item if isinstance(item, Action) else None
    named = " · ".join((item.text, *above, (action and action.indicator) or ""))
    return Record(
        plan=number,
        kind=kind,
        text=item.text,
        area=area,
        owners=tuple(owner.name for owner in action.responsible) if action else (),
        deadline=action.deadline if action else None,
        resources=action.resources.raw if action and action.resources else "",
        page=item.source.page,
        confidence=item.confidence,
        themes=tuple(theme.id for theme in found),
        theme_words=tuple(dict.fromkeys(word for theme in found for word in theme.words)),
        inherited=inherited and bool(found),
        un_goals=goals_named(named),
    )
