"""Small plans with one trap each, read from end to end; the cases stand in cases/plans.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planextract import Plan, extract

CASES = tomllib.loads((Path(__file__).parent / "cases" / "plans.toml").read_text("utf-8"))["case"]


def _params() -> list[Any]:
    """The cases; those that are known to be misread must fail, so that a mend is noticed."""
    marked = []
    for case in CASES:
        known = case.get("misread")
        marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
        marked.append(pytest.param(case, id=case["name"], marks=marks))
    return marked


@pytest.mark.parametrize("case", _params())
def test_what_is_read_of_a_small_plan(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(case["text"], encoding="utf-8")
    plan = extract(path)
    wanted = [a if isinstance(a, dict) else {"text": a} for a in case["actions"]]
    assert [action.text for action in plan.actions] == [each["text"] for each in wanted]
    for action, want in zip(plan.actions, wanted, strict=True):
        assert _fields(action, want) == want
    _check_the_rest(plan, case)
    coverage = plan.coverage
    parts = (coverage.records, coverage.structure, coverage.furniture, coverage.narrative)
    assert sum(parts) + coverage.unassigned == coverage.words
    assert coverage.unassigned == 0


def _fields(action: Any, want: dict[str, Any]) -> dict[str, Any]:
    """The fields of an action that a case names."""
    deadline = action.deadline
    found = {
        "text": action.text,
        "number": action.number,
        "responsible": action.responsible_raw,
        "resources": action.resources.raw if action.resources else None,
        "deadline": deadline.raw if deadline else None,
        "dated": deadline is not None,
        "kind": deadline.kind if deadline else None,
        "start": deadline.start if deadline else None,
        "end": deadline.end if deadline else None,
    }
    return {name: found[name] for name in want}


def _check_the_rest(plan: Plan, case: dict[str, Any]) -> None:
    if "areas" in case:
        assert [area.title for area in plan.focus_areas] == case["areas"]
    if "goals" in case:
        assert [goal.text for goal in plan.goals] == case["goals"]
    if "milestones" in case:
        assert [step.label for step in plan.milestones] == case["milestones"]
    if "repeats" in case:
        assert sum(len(action.mentions) for action in plan.actions) == case["repeats"]
    if "status" in case:
        assert plan.status == case["status"]
