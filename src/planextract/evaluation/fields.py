"""Whether a field of a found record says what the gold says; None where it is not judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planextract.evaluation.gold import Gold, GoldAction, GoldDeadline, GoldGoal, GoldMilestone
from planextract.evaluation.likeness import alike, plain, title, within
from planextract.model.plan import Action, Deadline, Goal, Milestone, Owner, Plan

OWNER, RESOURCES, HEADING, GOAL = 95.0, 90.0, 95.0, 90.0
"""Least similarity (0–100) of an owner, a resource, a heading and a goal: one damaged
letter in twenty passes, another owner does not."""

TITLE = 90.0
"""Least likeness (0–100) of a title to the gold's, or of one as a part of the other: the
period or the owner may stand in the title or beside it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judged field: what was wanted and what was found."""

    right: bool
    wanted: str
    found: str


Judged = dict[str, Verdict]


def action_fields(gold: GoldAction, found: Action, plan: Plan) -> Judged:
    """The verdict on each field that the gold judges."""
    areas = {area.id: area.title for area in plan.focus_areas}
    judged: Judged = {}
    if gold.judges("responsible"):
        judged["responsible"] = _owner(gold.responsible, found.responsible_raw, found.responsible)
    if gold.judges("lead"):
        lead = next((o.name for o in found.responsible if o.role == "lead"), "")
        judged["lead"] = _text(gold.lead, lead, OWNER)
    if gold.judges("resources"):
        raw = found.resources.raw if found.resources else ""
        judged["resources"] = _text(gold.resources, raw, RESOURCES)
    if gold.judges("deadline"):
        judged |= _deadline(gold.deadline, found.deadline)
    if gold.judges("focus_area"):
        name = areas.get(found.focus_area_id or "", "")
        same = alike(title(gold.focus_area), title(name), HEADING)
        judged["focus_area"] = Verdict(same, gold.focus_area or "", name)
    if gold.judges("strategy"):
        judged["strategy"] = _text(gold.strategy, found.strategy, HEADING)
    if gold.judges("goal"):
        judged["goal_link"] = _goal_link(gold.goal, found, plan)
    for field in ("number", "type", "status", "priority", "indicator"):
        if gold.judges(field):
            judged[field] = _text(getattr(gold, field), getattr(found, field), HEADING)
    if gold.page is not None:
        judged["page"] = _page(gold.page, found.source.page)
    return judged


def goal_fields(gold: GoldGoal, found: Goal, plan: Plan) -> Judged:
    """The verdict on a goal's level, focus area and page."""
    judged: Judged = {}
    if gold.judges("level"):
        judged["goal_level"] = _text(gold.level, found.level, 100.0)
    if gold.judges("focus_area"):
        areas = {area.id: area.title for area in plan.focus_areas}
        name = areas.get(found.focus_area_id or "", "")
        same = alike(title(gold.focus_area), title(name), HEADING)
        judged["goal_area"] = Verdict(same, gold.focus_area or "", name)
    if gold.page is not None:
        judged["goal_page"] = _page(gold.page, found.source.page)
    return judged


def milestone_fields(gold: GoldMilestone, found: Milestone, plan: Plan) -> Judged:
    """The verdict on a milestone's owner, date and page."""
    judged: Judged = {}
    if gold.judges("responsible"):
        owner = _owner(gold.responsible, found.responsible_raw, found.responsible)
        judged["milestone_responsible"] = owner
    if gold.judges("deadline"):
        dated = _deadline(gold.deadline, found.deadline)
        judged |= {f"milestone_{name}": verdict for name, verdict in dated.items()}
    if gold.page is not None:
        judged["milestone_page"] = _page(gold.page, found.source.page)
    return judged


def document_fields(gold: Gold, plan: Plan) -> Judged:
    """The verdict on what the document says of itself: owner, language, period, title."""
    info = plan.plan
    judged: Judged = {}
    if gold.municipality:
        owner = info.municipality
        wanted = f"{gold.municipality.name} {gold.municipality.number}"
        judged["municipality"] = _same(wanted, f"{owner.name} {owner.number}" if owner else "")
    if gold.language:
        judged["language"] = _same(gold.language, info.language)
    if gold.period:
        span = info.period
        years = "–".join((day or "")[:4] for day in (span.start, span.end)) if span else ""
        judged["period"] = _same("–".join(gold.period), years)
    if gold.plan_type:
        judged["plan_type"] = _same(gold.plan_type, info.plan_type)
    if gold.status:
        judged["status_of_document"] = _same(gold.status, plan.status)
    if gold.title:
        near = within(info.title, gold.title, TITLE)
        judged["title"] = Verdict(near, gold.title, info.title or "")
    return judged


def _same(wanted: str, found: str | None) -> Verdict:
    return Verdict(wanted == found, wanted, found or "")


FieldJudge = Callable[..., Judged]


def deadline_right(gold: GoldDeadline | None, found: Deadline | None) -> bool:
    """Whether kind, first and last day are right; no deadline must be none."""
    if gold is None or found is None:
        return gold is None and found is None
    return (gold.kind, gold.start, gold.end) == (found.kind, found.start, found.end)


def _deadline(gold: GoldDeadline | None, found: Deadline | None) -> Judged:
    wanted = _shown(gold)
    got = _shown(found)
    judged = {"deadline_norm": Verdict(deadline_right(gold, found), wanted, got)}
    if gold is None or gold.raw is not None:
        raw = (gold.raw if gold else "") or ""
        seen = found.raw if found else ""
        same = plain(raw).lower() == plain(seen).lower()
        judged["deadline_raw"] = Verdict(same, raw, seen)
    return judged


def _shown(deadline: GoldDeadline | Deadline | None) -> str:
    if deadline is None:
        return ""
    days = (
        f" {deadline.start or ''}..{deadline.end or ''}" if deadline.start or deadline.end else ""
    )
    return f"{deadline.kind}{days}"


def _owner(gold: str | None, raw: str | None, owners: list[Owner]) -> Verdict:
    found = raw or ", ".join(owner.name for owner in owners)
    return _text(gold, found, OWNER)


def _text(gold: str | None, found: str | None, least: float) -> Verdict:
    wanted, got = gold or "", found or ""
    right = alike(wanted, got, least) if plain(wanted) else not plain(got)
    return Verdict(right, wanted, got)


def _page(gold: int, found: int) -> Verdict:
    return Verdict(gold == found, str(gold), str(found))


def _goal_link(gold: str | None, found: Action, plan: Plan) -> Verdict:
    """The gold's goal must be linked, itself or through a strategy below it."""
    goals = {goal.id: goal for goal in plan.goals}
    linked: list[Goal] = []
    for start in found.goal_ids:
        goal = goals.get(start)
        while goal is not None and goal not in linked:
            linked.append(goal)
            goal = goals.get(goal.parent_id or "") if goal.level == "strategy" else None
    right = any(alike(gold, goal.text, GOAL) for goal in linked) if gold else not linked
    return Verdict(right, gold or "", " / ".join(goal.text for goal in linked))
