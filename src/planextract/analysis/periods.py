"""The days of a plan's period, which the contract has as years or dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from planextract.model.plan import Plan

PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def plan_days(plan: Plan) -> tuple[date | None, date | None]:
    """First and last day of the plan's period; None where it is not known."""
    period = plan.plan.period
    if period is None:
        return None, None
    return _day(period.start, last=False), _day(period.end, last=True)


def _day(text: str | None, last: bool) -> date | None:
    """The first or last day of a year, a month or a date; None for other text."""
    found = PART.fullmatch((text or "").strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        return None
