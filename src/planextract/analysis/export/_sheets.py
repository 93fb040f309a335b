"""The rows of the workbook's sheets: as people read them, names in place of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from planextract.analysis.export._doubts import doubts
from planextract.model.plan import Action, Deadline, Goal, Milestone, Owner, Plan, RecordCandidate
from planextract.published import Published
from planextract.texts import Texts

Cell = str | int | float | bool | date | frozenset[str] | None
Row = dict[str, Cell]
SEPARATOR = "; "
MARKED = "marked"
"""In a row: no column, but the names of those that take the fill of doubt."""
FIRST_DAY = date(1900, 3, 1)
"""Excel miscounts the days before it (it believes in 29 February 1900), so they stay text."""


def _checked(record: Goal | Action | Milestone, texts: Texts) -> Row:
    doubt = doubts(record, texts)
    return {"check": SEPARATOR.join(doubt.reasons) or None, MARKED: doubt.columns}


def day(text: str | None) -> date | str | None:
    """An ISO day as a day of the calendar where a workbook can hold one."""
    if text is None:
        return None
    value = date.fromisoformat(text)
    return value if value >= FIRST_DAY else text


def label(texts: Texts, topic: str, value: str | None) -> str | None:
    """A value of a closed list in the reader's language; others as they are."""
    key = f"values.{topic}.{value}"
    return texts.t(key) if value is not None and texts.has(key) else value


def named(owners: list[Owner], role: str) -> str | None:
    """The owners with a role, in one cell."""
    return SEPARATOR.join(owner.name for owner in owners if owner.role == role) or None


def _start(published: Published) -> Row:
    return {"municipality": published.municipality, "plan": published.name}


def _end(published: Published, record: Goal | Action | Milestone, texts: Texts) -> Row:
    return {
        **_read(record, texts),
        "mentions": SEPARATOR.join(str(again.page) for again in record.mentions) or None,
        **_checked(record, texts),
        "key": f"{published.key}.{record.id}",
    }


def _read(record: Goal | Action | Milestone | RecordCandidate, texts: Texts) -> Row:
    return {
        "page": record.source.page,
        "quote": record.source.quote,
        "method": label(texts, "method", record.source.method),
        "confidence": record.confidence,
    }


def _when(deadline: Deadline | None, texts: Texts) -> Row:
    if deadline is None:
        return {}
    return {
        "raw": deadline.raw,
        "kind": label(texts, "deadline_kind", deadline.kind),
        "start": day(deadline.start),
        "end": day(deadline.end),
        "rrule": deadline.rrule,
        "assumptions": SEPARATOR.join(deadline.assumptions) or None,
    }


def _areas(plan: Plan) -> dict[str | None, str]:
    return {area.id: area.title for area in plan.focus_areas}


def actions(published: Published, texts: Texts) -> Iterator[Row]:
    plan = published.plan
    areas, goals = _areas(plan), {goal.id: goal.text for goal in plan.goals}
    for action in plan.actions:
        money = action.resources
        within = None if money is None else money.within_budget
        yield {
            **_start(published),
            "number": action.number,
            "action": action.text,
            "type": label(texts, "action_type", action.type),
            "focus_area": areas.get(action.focus_area_id),
            "strategy": action.strategy,
            "goals": SEPARATOR.join(goals.get(g, g) for g in action.goal_ids) or None,
            "responsible": named(action.responsible, "lead"),
            "partners": named(action.responsible, "partner"),
            "responsible_raw": action.responsible_raw,
            **_when(action.deadline, texts),
            "resources_raw": money.raw if money else None,
            "amount": money.amount if money else None,
            "currency": money.currency if money else None,
            "fte": money.fte if money else None,
            "within_budget": label(texts, "yes_no", {True: "yes", False: "no"}.get(within)),  # type: ignore[arg-type]
            "status": action.status,
            "priority": action.priority,
            "indicator": action.indicator,
            **_end(published, action, texts),
        }


def goals(published: Published, texts: Texts) -> Iterator[Row]:
    plan = published.plan
    areas, texts_of = _areas(plan), {goal.id: goal.text for goal in plan.goals}
    for goal in plan.goals:
        yield {
            **_start(published),
            "number": goal.number,
            "level": label(texts, "goal_level", goal.level),
            "goal": goal.text,
            "focus_area": areas.get(goal.focus_area_id),
            "parent": texts_of.get(goal.parent_id or ""),
            "actions": sum(goal.id in action.goal_ids for action in plan.actions),
            **_end(published, goal, texts),
        }


def _dated(plan: Plan) -> Iterator[tuple[str, str, Action | Milestone]]:
    yield from (("action", action.text, action) for action in plan.actions)
    yield from (("milestone", milestone.label, milestone) for milestone in plan.milestones)


def deadlines(published: Published, texts: Texts) -> Iterator[Row]:
    for kind, text, item in _dated(published.plan):
        if item.deadline:
            yield {
                **_start(published),
                "record": texts.t(f"export.record.{kind}"),
                "text": text,
                "responsible": named(item.responsible, "lead"),
                **_when(item.deadline, texts),
                "edtf": item.deadline.edtf,
                **_end(published, item, texts),
                "confidence": item.deadline.confidence,
            }


def milestones(published: Published, texts: Texts) -> Iterator[Row]:
    for milestone in published.plan.milestones:
        yield {
            **_start(published),
            "label": milestone.label,
            "responsible": named(milestone.responsible, "lead"),
            "partners": named(milestone.responsible, "partner"),
            **_when(milestone.deadline, texts),
            **_end(published, milestone, texts),
        }


def owners(published: Published, texts: Texts) -> Iterator[Row]:
    for kind, text, item in _dated(published.plan):
        for owner in item.responsible:
            yield {
                **_start(published),
                "name": owner.name,
                "role": label(texts, "role", owner.role),
                "record": texts.t(f"export.record.{kind}"),
                "text": text,
                "page": item.source.page,
                "key": f"{published.key}.{item.id}",
            }


def goal_links(published: Published, texts: Texts) -> Iterator[Row]:
    goals = {goal.id: goal for goal in published.plan.goals}
    for action in published.plan.actions:
        for goal in (goals[name] for name in action.goal_ids):
            yield {
                **_start(published),
                "action": action.text,
                "goal": goal.text,
                "page": action.source.page,
                "action_key": f"{published.key}.{action.id}",
                "goal_key": f"{published.key}.{goal.id}",
            }


def focus_areas(published: Published, texts: Texts) -> Iterator[Row]:
    plan = published.plan
    for area in plan.focus_areas:
        yield {
            **_start(published),
            "title": area.title,
            "goals": sum(goal.focus_area_id == area.id for goal in plan.goals),
            "actions": sum(action.focus_area_id == area.id for action in plan.actions),
            "page": area.source.page,
            "quote": area.source.quote,
            "key": f"{published.key}.{area.id}",
        }


def candidates(published: Published, texts: Texts) -> Iterator[Row]:
    """What a person should look at; it stands in no sheet of records and in no count of them."""
    for at, candidate in enumerate(published.plan.candidates, 1):
        yield {
            **_start(published),
            "kind": label(texts, "candidate_kind", candidate.kind),
            "text": candidate.text,
            "why": candidate.why,
            **_read(candidate, texts),
            "key": f"{published.key}.candidates-{at}",
        }


def repairs(published: Published, texts: Texts) -> Iterator[Row]:
    for repair in published.plan.repairs:
        same = ("before", "after", "rule", "score", "page")
        yield {**_start(published), **{name: getattr(repair, name) for name in same}}


def diagnostics(published: Published, texts: Texts) -> Iterator[Row]:
    for found in published.plan.diagnostics:
        yield {
            **_start(published),
            "severity": label(texts, "severity", found.severity),
            "code": label(texts, "diagnostic", found.code),
            "message": found.message,
            "page": found.page,
        }


SHEETS: dict[str, Callable[[Published, Texts], Iterator[Row]]] = {
    "actions": actions,
    "goals": goals,
    "deadlines": deadlines,
    "milestones": milestones,
    "focus_areas": focus_areas,
    "owners": owners,
    "goal_links": goal_links,
    "candidates": candidates,
    "repairs": repairs,
    "diagnostics": diagnostics,
}
