"""The workbook's first sheet: a line a plan, and the sum of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planextract.analysis.export._doubts import doubts
from planextract.analysis.export._sheets import Row, label
from planextract.model.plan import Action, Milestone, Plan
from planextract.published import Published
from planextract.texts import Texts, whose

HAS: dict[str, Callable[[Action], bool]] = {
    "with_owner": lambda action: bool(action.responsible),
    "with_deadline": lambda action: action.deadline is not None,
    "with_resources": lambda action: action.resources is not None,
}


def summary(plans: Iterable[Published], texts: Texts) -> list[Row]:
    """The sheet's rows; the last one sums up all plans."""
    shelf = list(plans)
    rows = [_row(published, texts) for published in shelf]
    total = _counts([published.plan for published in shelf], texts)
    return [*rows, {"municipality": texts.t("export.total"), **total}]


def _row(published: Published, texts: Texts) -> Row:
    plan, about = published.plan, published.plan.plan
    period = [about.period.start, about.period.end] if about.period else []
    messages = [found.message for found in plan.diagnostics if found.severity != "info"]
    return {
        "municipality": published.municipality,
        "plan": published.name,
        "owner": whose(about.owner, texts),
        "document_file": published.file,
        "status": label(texts, "status", plan.status),
        "plan_type": about.plan_type,
        "period": "–".join(part or "" for part in period) or None,
        "plan_status": label(texts, "plan_status", about.plan_status),
        "language": label(texts, "language", about.language),
        **_counts([plan], texts),
        "message": "\n".join(messages) or None,
        "key": published.key,
    }


def _counts(plans: list[Plan], texts: Texts) -> Row:
    actions = [action for plan in plans for action in plan.actions]
    dated: list[Action | Milestone] = [*actions]
    dated += [milestone for plan in plans for milestone in plan.milestones]
    goals = [goal for plan in plans for goal in plan.goals]
    shares = {
        name: sum(map(has, actions)) / len(actions) if actions else None
        for name, has in HAS.items()
    }
    return {
        "pages": sum(plan.document.pages for plan in plans),
        "focus_areas": sum(len(plan.focus_areas) for plan in plans),
        "strategies": sum(goal.level == "strategy" for goal in goals),
        "goals": sum(goal.level != "strategy" for goal in goals),
        "actions": len(actions),
        "milestones": sum(len(plan.milestones) for plan in plans),
        "deadlines": sum(record.deadline is not None for record in dated),
        **shares,
        "doubtful": sum(bool(doubts(record, texts).reasons) for record in (*goals, *dated)),
        "candidates": sum(len(plan.candidates) for plan in plans),
        "repairs": sum(len(plan.repairs) for plan in plans),
        "diagnostics": sum(len(plan.diagnostics) for plan in plans),
    }
