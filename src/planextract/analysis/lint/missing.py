"""Rules about what is not there: deadlines, owners, actions."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.analysis.lint.rule import Context, Hit, Rule, at
from planextract.model.plan import Plan


def no_deadline(plan: Plan, context: Context) -> Iterator[Hit]:
    """Actions of which the plan says nothing on when."""
    return (at(action) for action in plan.actions if action.deadline is None)


def no_owner(plan: Plan, context: Context) -> Iterator[Hit]:
    """Actions that nobody answers for."""
    for action in plan.actions:
        if not any(owner.role == "lead" for owner in action.responsible):
            yield at(action)


def goal_unserved(plan: Plan, context: Context) -> Iterator[Hit]:
    """Goals that no action is linked to, neither itself nor by a goal below it.

    A vision needs none. A strategy is itself what the plan will do: it needs none, and serves
    the goal above it. Where the actions of a focus area are linked to no goal at all, the
    plan does not tell which goal they serve, and the goals of that area are let be.
    """
    served = {goal for action in plan.actions for goal in action.goal_ids}
    served |= {goal.id for goal in plan.goals if goal.level == "strategy"}
    parents = {goal.id: goal.parent_id for goal in plan.goals}
    for below in list(served):
        above = parents.get(below)
        while above is not None and above not in served:
            served.add(above)
            above = parents.get(above)
    unlinked = {action.focus_area_id for action in plan.actions if not action.goal_ids}
    linked = {action.focus_area_id for action in plan.actions if action.goal_ids}
    open_areas = unlinked - linked - {None}
    for goal in plan.goals:
        needs_none = goal.level == "vision" or goal.focus_area_id in open_areas
        if goal.id not in served and not needs_none:
            yield at(goal)


def no_actions(plan: Plan, context: Context) -> Iterator[Hit]:
    """A plan without any action or strategy."""
    does = plan.actions or any(goal.level == "strategy" for goal in plan.goals)
    if not does and plan.status in ("complete", "partial"):
        yield Hit()


RULES = (
    Rule("action-no-deadline", "warning", no_deadline),
    Rule("action-no-owner", "warning", no_owner),
    Rule("goal-no-actions", "warning", goal_unserved),
    Rule("plan-no-actions", "info", no_actions),
)
