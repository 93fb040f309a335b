"""The days on which a recurring deadline falls due, from its RRULE (RFC 5545)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby, takewhile

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from planextract.analysis.periods import plan_days
from planextract.model.plan import Deadline, Plan

PARITY = re.compile(r"\bparity\s*[=:]\s*(odd|even)\b")
TIMES = re.compile(r"\btimes_per_period\s*[=:]\s*(\d+)\b")
NAMES_DAY = re.compile(r"\bBY(MONTHDAY|DAY|YEARDAY|EASTER)=")
PART = re.compile(r"\b(FREQ|INTERVAL|BYMONTH|BYWEEKNO)=([\w,]+)")
ZONE = re.compile(r"(UNTIL=\d{8}T\d{6})Z")
WITHIN_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
LONG_AGO, FAR_OFF = date(2000, 1, 1), date(2100, 12, 31)
"""Between them a rule must give a day at least once to count as one that can be worked out."""


def days(plan: Plan, deadline: Deadline, by: date, since: date | None = None) -> Iterator[date]:
    """The days from ``since`` to ``by`` on which it falls due, within the plan's period.

    A rule that names a day falls due on it. One that names only a year, some months or a week
    falls due at the end of these, as a period does. There are no days where the rule cannot be
    worked out.
    """
    _, last = plan_days(plan)
    until = min(by, last) if last else by
    start = first_day(plan, deadline, since or by)
    rule = deadline.rrule or ""
    ends = groupby(_turn_end(day, rule) for day in _occurrences(rule, start, until))
    for end, _ in ends:
        # the last turn of a plan's period may be cut short by its end
        due = min(end, last) if last else end
        if due <= by and (since is None or since <= due):
            yield due


def is_workable(plan: Plan, deadline: Deadline) -> bool:
    """Whether the rule ever gives a day in the plan's period."""
    first, _ = plan_days(plan)
    return next(days(plan, deadline, FAR_OFF, first or LONG_AGO), None) is not None


def first_day(plan: Plan, deadline: Deadline, near: date) -> date:
    """Where the rule starts: with the plan's period, else on 1 January of the year of ``near``.

    A rule for odd or even years starts with the first such year.
    """
    first, _ = plan_days(plan)
    start = first or date(near.year, 1, 1)
    parity = PARITY.search(" ".join(deadline.assumptions))
    if parity and bool(start.year % 2) != (parity[1] == "odd"):
        return date(start.year + 1, 1, 1)
    return start


def assumed(deadline: Deadline) -> tuple[str, ...]:
    """What the plan leaves open, as names of the texts ``due.note``."""
    rule = deadline.rrule or ""
    parts = dict(PART.findall(rule))
    notes: tuple[str, ...] = () if NAMES_DAY.search(rule) else ("day_assumed",)
    parity = PARITY.search(" ".join(deadline.assumptions))
    if parts.get("FREQ") == "YEARLY" and parts.get("INTERVAL", "1") != "1" and not parity:
        notes += ("year_assumed",)
    return notes


def times(deadline: Deadline) -> int:
    """How often it is to be done each time round; 1 where nothing is said."""
    found = TIMES.search(" ".join(deadline.assumptions))
    return int(found[1]) if found else 1


def _occurrences(rule: str, start: date, until: date) -> Iterator[date]:
    if dict(PART.findall(rule)).get("FREQ") in WITHIN_DAY:
        return
    try:
        found = rrulestr(ZONE.sub(r"\1", rule), dtstart=datetime.combine(start, time()))
        last = datetime.combine(until, time.max)
        yield from (moment.date() for moment in takewhile(lambda m: m <= last, found))
    except (ValueError, TypeError, OverflowError):
        return


def _turn_end(day: date, rule: str) -> date:
    """The last day of the time that an occurrence stands for."""
    parts = dict(PART.findall(rule))
    every = int(parts.get("INTERVAL", 1))
    if NAMES_DAY.search(rule):
        return day
    if "BYWEEKNO" in parts:
        return day + timedelta(days=6 - day.weekday())
    if "BYMONTH" in parts:
        return _run_end(day, {int(month) for month in parts["BYMONTH"].split(",")})
    match parts.get("FREQ"):
        case "YEARLY":
            end: date = day + relativedelta(years=1, days=-1)
        case "MONTHLY":
            end = day + relativedelta(months=every, days=-1)
        case "WEEKLY":
            end = day + timedelta(weeks=every, days=-1)
        case _:
            end = day
    return end


def _run_end(day: date, months: set[int]) -> date:
    """The end of the run of months that a day lies in; a run may go on over New Year."""
    end = day.replace(day=1)
    while (end + relativedelta(months=1)).month in months and len(months) < 12:
        end += relativedelta(months=1)
    return end.replace(day=monthrange(end.year, end.month)[1])
