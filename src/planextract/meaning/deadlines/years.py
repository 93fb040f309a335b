"""Missing years: taken from the document and the rows around, checked against weekdays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planextract.meaning.deadlines.cell import Reading
from planextract.meaning.deadlines.context import Context, SeasonPolicy
from planextract.meaning.deadlines.moments import Days
from planextract.meaning.deadlines.resolve import misfits

BY_WEEKDAY = 0.97
"""Probability of an inferred year that a weekday proves: seven near years, one fits."""
BY_ROWS = 0.85
"""Probability of an inferred year that only the order of the rows and the document give."""

# Costs of a year, in months' worth of doubt, weighed by hand so that a schedule lies around and
# after the date of its document and runs forward; a weekday outweighs all else.
_WRONG_DAY = 100.0
_PAST = 0.3
_FUTURE = 0.05
_BACKWARD = 3.0
_LEAP = 2.0
_SLACK_DAYS = 45
"""Rows this much out of order still are in order: a table groups by body as well."""
_GAP_DAYS = 330
_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class Choice:
    """A row with one of its possible years."""

    year: int | None
    days: Days | None
    cost: float


def needs_year(reading: Reading | None) -> bool:
    """Whether a year would give the reading its days."""
    if reading is None or reading.stretch is None or reading.kind == "recurring":
        return False
    return not reading.stretch.known


def _distance(found: Days, context: Context) -> float:
    anchor = context.document_date
    if context.default_year is not None:
        return _BACKWARD * abs(found[0].year - context.default_year)
    if anchor is None:
        return 0.0
    if found[1] < anchor:
        return _PAST * (anchor - found[1]).days / _MONTH
    return _FUTURE * max(0, (found[0] - anchor).days) / _MONTH


def _choices(reading: Reading | None, years: Sequence[int], context: Context) -> list[Choice]:
    if reading is None or reading.stretch is None or reading.kind == "recurring":
        return [Choice(None, None, 0.0)]
    policy = context.policy
    if reading.stretch.known:
        return [Choice(None, reading.stretch.days(policy), 0.0)]
    made = []
    for year in years:
        stretch = reading.stretch.at(year)
        found = stretch.days(policy)
        if found is not None:
            cost = _distance(found, context) + _WRONG_DAY * misfits(stretch, policy)
            made.append(Choice(year, found, cost))
    return made or [Choice(None, None, 0.0)]


def _step(before: date | None, now: Days | None) -> float:
    if before is None or now is None:
        return 0.0
    gap = (now[0] - before).days
    if gap < -_SLACK_DAYS:
        return _BACKWARD
    return _LEAP if gap > _GAP_DAYS else 0.0


def _cheapest(rows: Sequence[list[Choice]]) -> list[Choice]:
    """The cheapest choice a row, over all rows together (Viterbi)."""
    paths: dict[date | None, tuple[float, list[Choice]]] = {None: (0.0, [])}
    for choices in rows:
        following: dict[date | None, tuple[float, list[Choice]]] = {}
        for choice in choices:
            for last, (cost, path) in paths.items():
                key = choice.days[0] if choice.days else last
                total = cost + choice.cost + _step(last, choice.days)
                if key not in following or total < following[key][0]:
                    following[key] = (total, [*path, choice])
        paths = following
    return min(paths.values(), key=lambda found: found[0])[1]


def _anchors(readings: Sequence[Reading | None], context: Context) -> tuple[set[int], str]:
    """Years to look around, and where they come from."""
    if context.default_year is not None:
        return {context.default_year}, "the year of the schedule"
    if context.document_date is not None:
        return {context.document_date.year}, f"the document's date {context.document_date}"
    known = {
        found[0].year
        for reading in readings
        if reading and reading.stretch and (found := reading.stretch.days(context.policy))
    }
    return known, "the years of the rows around"


def _candidates(readings: Sequence[Reading | None], context: Context) -> tuple[list[int], str]:
    anchors, source = _anchors(readings, context)
    if anchors:
        return list(range(min(anchors) - 1, max(anchors) + 4)), source
    start, end = context.plan_start, context.plan_end
    if start and end and 0 <= end.year - start.year <= 5:
        years = list(range(start.year, end.year + 1))
        if _proved(readings, years, context.policy):
            return years, f"the plan's period {start.year}-{end.year}"
    return [], ""


def _proved(readings: Sequence[Reading | None], years: list[int], policy: SeasonPolicy) -> bool:
    """Whether there is but one year, or the weekdays leave but one."""
    fits = [
        {year for year in years if not misfits(reading.stretch.at(year), policy)}
        for reading in readings
        if reading and reading.stretch and reading.stretch.moments[0].weekday is not None
    ]
    return len(years) == 1 or any(len(found) == 1 for found in fits)


def _inferred(reading: Reading, choice: Choice, source: str, policy: SeasonPolicy) -> Reading:
    if reading.stretch is None or choice.year is None:
        return reading
    stretch = reading.stretch.at(choice.year)
    proved = any(moment.weekday is not None for moment in stretch.moments)
    proved = proved and not misfits(stretch, policy)
    how = " and proved by the weekday" if proved else ""
    fact = f"year {choice.year} inferred from {source}{how}"
    confidence = min(reading.confidence, BY_WEEKDAY if proved else BY_ROWS)
    return replace(reading, stretch=stretch, facts=(*reading.facts, fact), confidence=confidence)


def with_years(readings: Sequence[Reading | None], context: Context) -> list[Reading | None]:
    """The readings with the years that can be known; the others as they are."""
    years, source = _candidates(readings, context)
    if not years or not any(needs_year(reading) for reading in readings):
        return list(readings)
    path = _cheapest([_choices(reading, years, context) for reading in readings])
    return [
        _inferred(reading, choice, source, context.policy)
        if reading is not None and needs_year(reading)
        else reading
        for reading, choice in zip(readings, path, strict=True)
    ]
