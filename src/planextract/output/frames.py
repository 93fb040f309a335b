"""A plan as pandas tables for a notebook: goals, actions, deadlines, candidates, a row each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from planextract.model.plan import Action, Deadline, Milestone, Owner, Plan, Resources

SEPARATOR = "; "
"""Between several values of one cell; stands in no name or id."""

GOALS = {
    "id": "string", "number": "string", "level": "string", "text": "string",
    "focus_area": "string", "parent_id": "string",
    "page": "Int64", "quote": "string", "confidence": "Float64",
}  # fmt: skip
ACTIONS = {
    "id": "string", "number": "string", "type": "string", "text": "string",
    "focus_area": "string", "strategy": "string", "goal_ids": "string", "goals": "string",
    "responsible": "string", "partners": "string", "responsible_raw": "string",
    "resources": "string", "amount": "Float64", "currency": "string", "fte": "Float64",
    "within_budget": "boolean",
    "deadline": "string", "deadline_kind": "string",
    "deadline_start": "day", "deadline_end": "day",
    "status": "string", "priority": "string", "indicator": "string",
    "page": "Int64", "quote": "string", "confidence": "Float64",
}  # fmt: skip
DEADLINES = {
    "record": "string", "record_id": "string", "text": "string", "responsible": "string",
    "deadline": "string", "kind": "string", "start": "day", "end": "day",
    "edtf": "string", "rrule": "string", "assumptions": "string",
    "page": "Int64", "confidence": "Float64",
}  # fmt: skip
CANDIDATES = {
    "kind": "string", "text": "string", "why": "string",
    "page": "Int64", "quote": "string", "confidence": "Float64",
}  # fmt: skip

Row = dict[str, Any]


def frames(plan: Plan) -> dict[str, pd.DataFrame]:
    """``goals``, ``actions``, ``deadlines`` and ``candidates``; days are ``datetime64[s]``.

    Candidates are no records: near the border, for a person to look at.

    Several owners or goals of an action stand in one cell, with ``; `` between them. A plan
    without records gives tables without rows but with all their columns.
    """
    return {
        "goals": _frame(GOALS, _goals(plan)),
        "actions": _frame(ACTIONS, _actions(plan)),
        "deadlines": _frame(DEADLINES, _deadlines(plan)),
        "candidates": _frame(CANDIDATES, _candidates(plan)),
    }


def _goals(plan: Plan) -> Iterable[Row]:
    areas = {area.id: area.title for area in plan.focus_areas}
    for goal in plan.goals:
        yield {
            **{name: getattr(goal, name) for name in ("id", "number", "level", "text")},
            "focus_area": areas.get(goal.focus_area_id or ""),
            "parent_id": goal.parent_id,
            "page": goal.source.page,
            "quote": goal.source.quote,
            "confidence": goal.confidence,
        }


def _actions(plan: Plan) -> Iterable[Row]:
    areas = {area.id: area.title for area in plan.focus_areas}
    goals = {goal.id: goal.text for goal in plan.goals}
    same = ("id", "number", "type", "text", "strategy", "responsible_raw")
    last = ("status", "priority", "indicator", "confidence")
    for action in plan.actions:
        yield {
            **{name: getattr(action, name) for name in (*same, *last)},
            "focus_area": areas.get(action.focus_area_id or ""),
            "goal_ids": _joined(action.goal_ids),
            "goals": _joined(goals[goal] for goal in action.goal_ids if goal in goals),
            "responsible": _named(action.responsible, "lead"),
            "partners": _named(action.responsible, "partner"),
            **_resources(action.resources),
            **_dates(action.deadline),
            "page": action.source.page,
            "quote": action.source.quote,
        }


def _deadlines(plan: Plan) -> Iterable[Row]:
    named: list[tuple[str, str, Action | Milestone]] = [
        *(("action", action.text, action) for action in plan.actions),
        *(("milestone", milestone.label, milestone) for milestone in plan.milestones),
    ]
    for record, text, item in named:
        if (due := item.deadline) is None:
            continue
        yield {
            "record": record,
            "record_id": item.id,
            "text": text,
            "responsible": _named(item.responsible, "lead"),
            "deadline": due.raw,
            **{name: getattr(due, name) for name in ("kind", "start", "end", "edtf", "rrule")},
            "assumptions": _joined(due.assumptions),
            "page": item.source.page,
            "confidence": due.confidence,
        }


def _candidates(plan: Plan) -> Iterable[Row]:
    for candidate in plan.candidates:
        yield {
            **{name: getattr(candidate, name) for name in ("kind", "text", "why", "confidence")},
            "page": candidate.source.page,
            "quote": candidate.source.quote,
        }


def _resources(resources: Resources | None) -> Row:
    if resources is None:
        return {}
    numbers = ("amount", "currency", "fte", "within_budget")
    return {"resources": resources.raw, **{name: getattr(resources, name) for name in numbers}}


def _dates(deadline: Deadline | None) -> Row:
    if deadline is None:
        return {}
    return {
        "deadline": deadline.raw,
        "deadline_kind": deadline.kind,
        "deadline_start": deadline.start,
        "deadline_end": deadline.end,
    }


def _named(owners: Iterable[Owner], role: str) -> str | None:
    return _joined(owner.name for owner in owners if owner.role == role)


def _joined(values: Iterable[str]) -> str | None:
    return SEPARATOR.join(values) or None


def _frame(columns: dict[str, str], rows: Iterable[Row]) -> pd.DataFrame:
    rows = list(rows)
    return pd.DataFrame(
        {name: _series([row.get(name) for row in rows], kind) for name, kind in columns.items()}
    )


def _series(values: list[Any], kind: str) -> pd.Series[Any]:
    if kind == "day":
        return pd.Series(np.array(values, dtype="datetime64[s]"))
    return pd.Series(values, dtype=kind)
