"""What falls due, when, and for whom: deadlines laid out on days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby, islice, takewhile

from dateutil.rrule import rrulestr

from planextract.analysis.periods import plan_days
from planextract.analysis.settings import DOUBTFUL, MOST_OCCURRENCES
from planextract.analysis.words import is_done
from planextract.model.plan import Action, Deadline, Milestone, Plan
from planextract.published import Published
from planextract.texts import Texts

PARITY = re.compile(r"\bparity\s*[=:]\s*(odd|even)\b")
NAMES_DAY = re.compile(r"\bBY(MONTHDAY|DAY|YEARDAY|EASTER)=")
INTERVAL = re.compile(r"\bINTERVAL=(\d+)")
ZONE = re.compile(r"(UNTIL=\d{8}T\d{6})Z")
WITHIN_DAY = re.compile(r"FREQ=(HOURLY|MINUTELY|SECONDLY)")
LONG_AGO, FAR_OFF = date(2000, 1, 1), date(2100, 12, 31)
"""Between them a rule must give a day at least once to count as one that can be worked out."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline on one day; ``day`` is None where the plan gives none."""

    published: Published
    record: Action | Milestone
    deadline: Deadline
    day: date | None
    notes: tuple[str, ...] = ()
    """Names of texts in ``due.note``: what was assumed."""

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.record.text if isinstance(self.record, Action) else self.record.label

    def owners(self, role: str) -> str:
        """The names of the owners with a role."""
        return "; ".join(owner.name for owner in self.record.responsible if owner.role == role)

    @property
    def doubtful(self) -> bool:
        """Whether the record or its deadline may be read wrong."""
        return min(self.record.confidence, self.deadline.confidence) < DOUBTFUL

    def note(self, texts: Texts) -> str:
        """What was assumed or is doubtful, in the reader's language."""
        said = [texts.t(f"due.note.{name}") for name in self.notes]
        status = self.record.status if isinstance(self.record, Action) else None
        if is_done(status):
            said.append(texts.t("due.note.done", status=status))
        if self.doubtful:
            said.append(texts.t("due.note.doubtful"))
        return "; ".join(said)


def due(plans: Iterable[Published], by: date, since: date | None = None) -> list[Due]:
    """All that falls due from ``since`` to ``by``, both days counted in, sorted by day.

    A date falls due on its day, a period at its end, a recurring deadline on each day of its
    RRULE within the plan's period. That rule starts with the plan's period, or on 1 January of
    the year of ``since`` (else of ``by``) where the period is not known.
    """
    found = [
        item
        for published in plans
        for item in _dated(published, by, since)
        if item.day is not None and item.day <= by and (since is None or since <= item.day)
    ]
    return sorted(found, key=_order)


def undated(plans: Iterable[Published]) -> list[Due]:
    """Deadlines that name no day: from, ongoing, conditional, not set, not understood, …

    A recurring one whose RRULE gives no day in the plan's period is among them, and says so.
    """
    found = []
    for published in plans:
        for record, deadline in _deadlines(published.plan):
            if _recurs(deadline):
                first, _ = plan_days(published.plan)
                days = _days(published.plan, deadline, FAR_OFF, first or LONG_AGO)
                if next(days, None) is None:
                    found.append(Due(published, record, deadline, None, ("rule_unread",)))
            elif _last_day(deadline) is None:
                found.append(Due(published, record, deadline, None))
    return sorted(found, key=_order)


def _order(item: Due) -> tuple[date, str, str, int]:
    place = item.published
    page = item.record.source.page
    return (item.day or date.max, place.municipality or "", place.name, page)


def _deadlines(plan: Plan) -> Iterator[tuple[Action | Milestone, Deadline]]:
    records: list[Action | Milestone] = [*plan.actions, *plan.milestones]
    return ((record, record.deadline) for record in records if record.deadline)


def _recurs(deadline: Deadline) -> bool:
    return deadline.kind == "recurring" and bool(deadline.rrule)


def _dated(published: Published, by: date, since: date | None) -> Iterator[Due]:
    """The deadlines of a plan, recurring ones on each of their days up to ``by``."""
    for record, deadline in _deadlines(published.plan):
        if _recurs(deadline):
            for day, notes in _recurring(published.plan, deadline, by, since):
                yield Due(published, record, deadline, day, notes)
        else:
            yield Due(published, record, deadline, _last_day(deadline))


def _last_day(deadline: Deadline) -> date | None:
    """The day a deadline ends on, if a calendar has it."""
    try:
        return date.fromisoformat(deadline.end) if deadline.end else None
    except ValueError:
        return None


def _recurring(
    plan: Plan, deadline: Deadline, by: date, since: date | None
) -> list[tuple[date, tuple[str, ...]]]:
    """The days of a recurring deadline, each with what was assumed for it."""
    _, notes = _start(plan, deadline, since or by)
    found = list(islice(_days(plan, deadline, by, since), MOST_OCCURRENCES + 1))
    if len(found) > MOST_OCCURRENCES:
        found, notes = found[:MOST_OCCURRENCES], (*notes, "cut")
    return [(day, notes) for day in found]


def _days(plan: Plan, deadline: Deadline, by: date, since: date | None) -> Iterator[date]:
    """The days of the RRULE within the plan's period; none where it cannot be worked out."""
    _, last = plan_days(plan)
    start, _ = _start(plan, deadline, since or by)
    text = ZONE.sub(r"\1", deadline.rrule or "")
    until = datetime.combine(min(by, last) if last else by, time.max)
    earliest = datetime.combine(since or date.min, time())
    try:
        if WITHIN_DAY.search(text):
            return
        rule = rrulestr(text, dtstart=datetime.combine(start, time()))
        moments = takewhile(lambda found: found <= until, rule.xafter(earliest, inc=True))
        yield from (day for day, _ in groupby(moment.date() for moment in moments))
    except (ValueError, TypeError, OverflowError):
        return


def _start(plan: Plan, deadline: Deadline, near: date) -> tuple[date, tuple[str, ...]]:
    """The first day of a recurrence, and what was assumed."""
    first, _ = plan_days(plan)
    rule = deadline.rrule or ""
    start = first or date(near.year, 1, 1)
    notes: tuple[str, ...] = () if NAMES_DAY.search(rule) else ("day_assumed",)
    parity = PARITY.search(" ".join(deadline.assumptions))
    every = INTERVAL.search(rule)
    if parity:
        if bool(start.year % 2) != (parity[1] == "odd"):
            start = date(start.year + 1, 1, 1)
    elif every and int(every[1]) > 1 and first is None:
        notes += ("year_assumed",)
    return start, notes
