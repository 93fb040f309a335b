"""A reading and the years it needs become a published ``Deadline``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planextract.meaning.deadlines.cell import Reading
from planextract.meaning.deadlines.context import Context, SeasonPolicy
from planextract.meaning.deadlines.moments import Moment, days
from planextract.meaning.deadlines.stretches import Stretch, interval
from planextract.model.plan import Deadline

WRONG_WEEKDAY = 0.5
"""Probability that a date is right whose weekday does not fit: one of the two is wrong."""

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day and the EDTF of a reading."""

    start: date | None = None
    end: date | None = None
    edtf: str | None = None


def _open(start: date | None, end: date | None) -> Bounds:
    return Bounds(start, end, interval(start, end) if start or end else None)


def _of_stretch(reading: Reading, stretch: Stretch, policy: SeasonPolicy) -> Bounds:
    found = stretch.days(policy)
    if found is None:
        return Bounds()
    first, last = found
    match reading.use:
        case "end":
            return _open(None, last)
        case "before":
            return _open(None, first - timedelta(1))
        case "start":
            return _open(first, None)
        case "after":
            return _open(last + timedelta(1), None)
        case "point" if policy.end_of_unit_is_a_point:
            return Bounds(last, last, last.isoformat())
        case "point":
            return _open(None, last)
    return Bounds(first, last, stretch.edtf(policy))


def _of_plan(reading: Reading, context: Context) -> Bounds:
    start = context.plan_start if reading.plan != "end" else None
    end = context.plan_end if reading.plan != "start" else None
    if start and end and start > end:
        return Bounds()
    return _open(start, end)


def bounds_of(reading: Reading, context: Context) -> Bounds:
    """The days that the reading bounds; nothing where a year is missing."""
    if reading.stretch is not None:
        return _of_stretch(reading, reading.stretch, context.policy)
    return _of_plan(reading, context) if reading.plan else Bounds()


def _policy_fact(moment: Moment, policy: SeasonPolicy) -> str | None:
    found = days(moment, policy)
    if moment.unit == "season":
        (month, day), (end_month, end_day) = policy.season(moment.number)
        name = _SEASONS[moment.number]
        return f"season policy: {name} is {month:02}-{day:02}..{end_month:02}-{end_day:02}"
    if moment.unit == "school" and found:
        return f"school year is {found[0]}..{found[1]}"
    if moment.unit == "event":
        return f"{moment.event} is read as {found[0]}" if found else f"event={moment.event}"
    if moment.third:
        return f"third={moment.third}"
    if moment.unit == "week":
        year = f"{moment.year}-" if moment.year else ""
        return f"iso_week={year}W{moment.number:02}"
    return None


def misfits(stretch: Stretch, policy: SeasonPolicy) -> bool:
    """Whether a weekday that stands with a dated day is not that day's."""
    pairs = [(moment.weekday, days(moment, policy)) for moment in stretch.moments]
    return any(w is not None and found and found[0].weekday() != w for w, found in pairs)


def _facts(reading: Reading, bounds: Bounds, context: Context) -> list[str]:
    facts = list(reading.facts)
    if reading.stretch is not None:
        facts += [f for m in reading.stretch.moments if (f := _policy_fact(m, context.policy))]
        if reading.kind != "recurring" and not reading.stretch.known:
            facts.append("year missing")
        if reading.stretch.has_gaps(context.policy):
            facts.append("only the times named, not those between")
        if misfits(reading.stretch, context.policy):
            facts.append("the weekday does not fit the date")
        if reading.use in {"before", "after", "point"} and (bounds.start or bounds.end):
            facts.append(f"read as {_USES[reading.use]} the time named")
    elif reading.plan and (bounds.start or bounds.end):
        facts.append("the plan's own period")
    return list(dict.fromkeys(facts))


_USES = {"before": "before", "after": "after", "point": "the last day of"}


def _rule(reading: Reading, bounds: Bounds) -> str | None:
    if reading.rrule and bounds.end:
        return f"{reading.rrule};UNTIL={bounds.end:%Y%m%d}"
    return reading.rrule


def deadline_of(raw: str, reading: Reading, context: Context) -> Deadline:
    """The published form of a reading; ``raw`` is kept as it is given."""
    bounds = bounds_of(reading, context)
    confidence = reading.confidence
    if reading.stretch is not None and misfits(reading.stretch, context.policy):
        confidence = min(confidence, WRONG_WEEKDAY)
    return Deadline(
        raw=raw,
        kind=reading.kind,
        start=bounds.start.isoformat() if bounds.start else None,
        end=bounds.end.isoformat() if bounds.end else None,
        edtf=None if reading.kind == "recurring" else bounds.edtf,
        rrule=_rule(reading, bounds),
        assumptions=_facts(reading, bounds, context),
        confidence=round(confidence, 3),
    )
