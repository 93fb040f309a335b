"""A moment: one named stretch of the calendar, its first and last day and its EDTF form."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import easter

from planextract.meaning.deadlines.context import SeasonPolicy
from planextract.meaning.deadlines.words import lexicon

Unit = Literal[
    "day", "month", "season", "quarter", "tertial", "half", "week", "year", "school", "event",
    "year_turn", "stub",
]  # fmt: skip
Days = tuple[date, date]

_CODES = {"quarter": 32, "tertial": 36, "half": 39}
"""EDTF: quarters 33 to 36, tertials 37 to 39, half years 40 and 41."""
_MONTHS = {"quarter": 3, "tertial": 4, "half": 6}
_MONTH_THIRDS = {"first": (1, 10), "middle": (11, 20), "last": (21, 31)}
_YEAR_THIRDS = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}
LIMITS = {"quarter": 4, "tertial": 3, "half": 2, "week": 53}


@dataclass(frozen=True, slots=True)
class Moment:
    """``number`` is the month, the season code, the count of the part or of the week."""

    unit: Unit
    year: int | None = None
    number: int = 0
    day: int = 0
    weekday: int | None = None
    third: str | None = None
    event: str | None = None
    two_years: bool = False
    """A winter written with both its years, ``year`` being the first."""

    def at(self, year: int) -> Moment:
        """The same in a year."""
        return replace(self, year=year)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _whole_months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), _clamped(year, last, 31)


def _season(moment: Moment, year: int, policy: SeasonPolicy) -> Days:
    (month, day), (end_month, end_day) = policy.season(moment.number)
    wraps = (end_month, end_day) < (month, day)
    start_year = year - (wraps and policy.winter_of_year_ends_in_it and not moment.two_years)
    end_year = start_year + wraps
    leap = (end_month, end_day) == (2, 28)
    last = _clamped(end_year, end_month, 31 if leap else end_day)
    return _clamped(start_year, month, day), last


def is_dated(event: Moment) -> bool:
    """Whether the lexicon gives the named day a date."""
    return bool(lexicon()["events"][event.event]["when"])


def _event(moment: Moment, year: int) -> Days | None:
    when = str(lexicon()["events"][moment.event]["when"])
    if not when:
        return None
    if when.startswith("easter"):
        found = date.fromordinal(easter(year).toordinal()) + timedelta(int(when[6:]))
    else:
        found = date.fromisoformat(f"{year:04}-{when}")
    return found, found


def _week(year: int, number: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(6)


def _third(moment: Moment, year: int) -> Days | None:
    if moment.unit == "month":
        first, last = _MONTH_THIRDS[moment.third or "first"]
        return _clamped(year, moment.number, first), _clamped(year, moment.number, last)
    if moment.unit == "year":
        return _whole_months(year, *_YEAR_THIRDS[moment.third or "first"])
    return None


def _day(moment: Moment, year: int) -> Days | None:
    try:
        found = date(year, moment.number, moment.day)
    except ValueError:
        return None
    return found, found


def _plain(moment: Moment, year: int, policy: SeasonPolicy) -> Days | None:
    match moment.unit:
        case "day":
            return _day(moment, year)
        case "month":
            return _whole_months(year, moment.number, moment.number)
        case "season":
            return _season(moment, year, policy)
        case "week":
            return _week(year, moment.number)
        case "event":
            return _event(moment, year)
        case "school":
            start = date(year, *policy.school_year_start)
            return start, _clamped(year + 1, start.month, start.day) - timedelta(1)
        case "year_turn":
            return date(year, 12, 31), date(year, 12, 31)
        case "year":
            return _whole_months(year, 1, 12)
        case "quarter" | "tertial" | "half":
            size = _MONTHS[moment.unit]
            return _whole_months(year, (moment.number - 1) * size + 1, moment.number * size)
    return None


def days(moment: Moment, policy: SeasonPolicy) -> Days | None:
    """First and last day, or None where the year is missing or there is no such day."""
    year = moment.year
    if year is None or not 1 < year < 9998:
        return None
    return (_third(moment, year) if moment.third else None) or _plain(moment, year, policy)


def edtf(moment: Moment, policy: SeasonPolicy) -> str | None:
    """EDTF of the moment alone, or None (week, school year, third: use their days)."""
    if days(moment, policy) is None or moment.third:
        return None
    year = f"{moment.year:04}"
    match moment.unit:
        case "day":
            return f"{year}-{moment.number:02}-{moment.day:02}"
        case "month" | "season":
            return f"{year}-{moment.number:02}"
        case "quarter" | "tertial" | "half":
            return f"{year}-{_CODES[moment.unit] + moment.number}"
        case "year":
            return year
    return None


def in_interval(moment: Moment) -> bool:
    """Whether its EDTF may stand as an end of an interval (seasons and parts may not)."""
    return moment.unit in {"day", "month", "year"} and not moment.third


def repeats(moment: Moment, policy: SeasonPolicy) -> str:
    """The BYMONTH/BYMONTHDAY parts of a yearly rule that falls in the moment."""
    if moment.unit == "day":
        return f";BYMONTH={moment.number};BYMONTHDAY={moment.day}"
    found = days(moment.at(moment.year or 2001), policy)
    if found is None or moment.unit in {"year", "school", "year_turn"}:
        return ""
    if moment.unit == "week":
        return f";BYWEEKNO={moment.number}"
    if moment.unit == "event":
        return ""
    first, last = found
    span = (last.year - first.year) * 12 + last.month - first.month
    months = sorted((first.month - 1 + step) % 12 + 1 for step in range(span + 1))
    return ";BYMONTH=" + ",".join(map(str, months))
