"""Rules about when: passed, outside the plan's period, backwards, vague, not understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planextract.analysis.lint.rule import Context, Hit, Rule, at, dated_records
from planextract.analysis.periods import plan_days
from planextract.analysis.words import is_done
from planextract.model.plan import Action, Deadline, Milestone, Plan

VAGUE = ("ongoing", "relative", "conditional", "unset")
"""Kinds of deadline that name no day on which one can ask whether it is done."""


def _dated(plan: Plan) -> Iterator[tuple[Action | Milestone, Deadline]]:
    for record in dated_records(plan):
        if record.deadline:
            yield record, record.deadline


def passed(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines before today, of work that is not reported as finished.

    The steps that led to a plan are behind it once it is adopted.
    """
    adopted = plan.plan.plan_status == "vedteken"
    for record, deadline in _dated(plan):
        finished = is_done(record.status) if isinstance(record, Action) else adopted
        if deadline.end and deadline.end < context.today.isoformat() and not finished:
            yield at(record, day=date.fromisoformat(deadline.end))


def outside(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines of actions that end before the plan's period begins, or after it ends."""
    first, last = plan_days(plan)
    for record, deadline in _dated(plan):
        start = deadline.start or deadline.end
        end = deadline.end or deadline.start
        if start is None or end is None or isinstance(record, Milestone):
            continue
        if (first and end < first.isoformat()) or (last and end > last.isoformat()):
            period = plan.plan.period
            ends = f"{period.start or ''}–{period.end or ''}" if period else ""
            yield at(record, raw=deadline.raw, period=ends)


def backwards(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines that end before they start."""
    for record, deadline in _dated(plan):
        if deadline.start and deadline.end and deadline.end < deadline.start:
            days = [date.fromisoformat(day) for day in (deadline.start, deadline.end)]
            yield at(record, raw=deadline.raw, start=days[0], end=days[1])


def period_backwards(plan: Plan, context: Context) -> Iterator[Hit]:
    """A plan whose period ends before it starts."""
    first, last = plan_days(plan)
    if first and last and last < first:
        yield Hit(values={"start": first, "end": last})


def vague(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines that no day can be told for."""
    for record, deadline in _dated(plan):
        if deadline.kind in VAGUE:
            yield at(record, raw=deadline.raw)


def not_understood(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines whose text could not be read as a time."""
    for record, deadline in _dated(plan):
        if deadline.kind == "unknown":
            yield at(record, raw=deadline.raw)


RULES = (
    Rule("deadline-passed", "warning", passed),
    Rule("deadline-outside-period", "warning", outside),
    Rule("deadline-backwards", "error", backwards),
    Rule("period-backwards", "error", period_backwards),
    Rule("deadline-vague", "info", vague),
    Rule("deadline-unknown", "warning", not_understood),
)
