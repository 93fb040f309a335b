"""What falls due, when, and for whom: deadlines laid out on days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from planextract.analysis.recurrence import assumed, days, is_workable, times
from planextract.analysis.settings import DOUBTFUL, MOST_OCCURRENCES
from planextract.analysis.words import is_done
from planextract.model.plan import Action, Deadline, Milestone, Plan
from planextract.published import Published
from planextract.texts import Texts


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
        if self.day and times(self.deadline) > 1:
            said.append(texts.t("due.note.times", n=times(self.deadline)))
        status = self.record.status if isinstance(self.record, Action) else None
        if is_done(status):
            said.append(texts.t("due.note.done", status=status))
        if self.doubtful:
            said.append(texts.t("due.note.doubtful"))
        return "; ".join(said)


def due(plans: Iterable[Published], by: date, since: date | None = None) -> list[Due]:
    """All that falls due from ``since`` to ``by``, both days counted in, sorted by day.

    A date falls due on its day, a period at its end, a recurring deadline each time that its
    RRULE comes round within the plan's period (see ``recurrence.days``).
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
                if not is_workable(published.plan, deadline):
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
            found = list(islice(days(published.plan, deadline, by, since), MOST_OCCURRENCES + 1))
            cut = ("cut",) if len(found) > MOST_OCCURRENCES else ()
            for day in found[:MOST_OCCURRENCES]:
                yield Due(published, record, deadline, day, (*assumed(deadline), *cut))
        else:
            yield Due(published, record, deadline, _last_day(deadline))


def _last_day(deadline: Deadline) -> date | None:
    """The day a deadline ends on, if a calendar has it."""
    try:
        return date.fromisoformat(deadline.end) if deadline.end else None
    except ValueError:
        return None
