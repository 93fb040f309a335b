"""Find the moments that a normal text names, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planextract.meaning.deadlines.context import SeasonPolicy
from planextract.meaning.deadlines.moments import LIMITS, Moment, Unit, days
from planextract.meaning.deadlines.patterns import patterns
from planextract.meaning.deadlines.words import any_of, key_of, lexicon, number_of


@dataclass(frozen=True, slots=True)
class Found:
    """A moment at ``start:end`` of the text."""

    start: int
    end: int
    moment: Moment


def full_year(text: str, policy: SeasonPolicy) -> int:
    """ "26" to 2026; four digits stay."""
    number = int(text)
    if len(text) > 2:
        return number
    return number + (2000 if number < policy.century_split else 1900)


class _Parts:
    """The named groups of a match, with their values."""

    def __init__(self, match: re.Match[str], policy: SeasonPolicy) -> None:
        self.groups = match.groupdict()
        self.policy = policy

    def text(self, *names: str) -> str | None:
        return next((found for name in names if (found := self.groups.get(name))), None)

    def year(self) -> int | None:
        found = self.text("year", "before", "short")
        return full_year(found, self.policy) if found else None

    def weekday(self) -> int | None:
        found = self.text("weekday")
        key = key_of("weekdays", found) if found else None
        return int(key) if key else None

    def third(self) -> str | None:
        found = self.text("third")
        return key_of("thirds", found) if found else None

    def month(self) -> int:
        name = self.text("name")
        if name:
            return int(key_of("months", name) or key_of("months_after_day", name) or 0)
        return int(self.text("month", "month2", "month3") or 0)


def _dated(parts: _Parts) -> list[Moment]:
    day, month = int(parts.text("day") or 0), parts.month()
    moment = Moment("day", parts.year(), month, day, parts.weekday())
    valid = 1 <= month <= 12 and days(moment.at(moment.year or 2000), parts.policy)
    return [moment] if valid else []


def _month(parts: _Parts) -> list[Moment]:
    return [Moment("month", parts.year(), parts.month(), third=parts.third())]


def _season(parts: _Parts) -> list[Moment]:
    code = int(key_of("seasons", parts.text("name") or "") or 0)
    two = parts.text("year") is not None and parts.text("short") is not None
    return [Moment("season", parts.year(), code, two_years=two)]


def _part(parts: _Parts) -> list[Moment]:
    number = number_of(parts.text("ordinal") or "")
    unit = _UNITS[key_of("parts", parts.text("name") or "") or ""]
    if not number or unit == "week" or number > LIMITS[unit]:
        return []
    return [Moment(unit, parts.year(), number)]


_UNITS: dict[str, Unit] = {
    "quarter": "quarter", "tertial": "tertial", "half": "half", "week": "week",
}  # fmt: skip
_LETTERS: dict[str, Unit] = {"q": "quarter", "k": "quarter", "t": "tertial", "h": "half"}


def _code(parts: _Parts) -> list[Moment]:
    unit, number = _LETTERS[parts.text("letter") or "q"], int(parts.text("number") or 0)
    return [Moment(unit, parts.year(), number)] if number <= LIMITS[unit] else []


def _week(parts: _Parts) -> list[Moment]:
    year = parts.text("year")
    numbers = [int(found) for name in ("number", "short") if (found := parts.text(name))]
    valid = all(1 <= number <= LIMITS["week"] for number in numbers)
    return [Moment("week", int(year) if year else None, number) for number in numbers if valid]


def _stub(parts: _Parts) -> list[Moment]:
    number = number_of(parts.text("ordinal", "day") or "")
    return [Moment("stub", number=number, weekday=parts.weekday())] if number else []


def _event(parts: _Parts) -> list[Moment]:
    name = parts.text("name") or ""
    events = lexicon()["events"].items()
    found = next(key for key, event in events if re.fullmatch(any_of(*event["words"]), name))
    return [Moment("event", parts.year(), event=found)]


def _year(parts: _Parts) -> list[Moment]:
    return [Moment("year", parts.year(), third=parts.third())]


def _school(parts: _Parts) -> list[Moment]:
    return [Moment("school", parts.year())]


def _turn(parts: _Parts) -> list[Moment]:
    return [Moment("year_turn", parts.year())]


def _year_pair(parts: _Parts) -> list[Moment]:
    first = full_year(parts.text("year") or "", parts.policy)
    last = first - first % 100 + int(parts.text("short") or 0)
    last += 100 * (last < first and first % 100 == 99)
    return [Moment("year", first), Moment("year", last)] if first < last <= first + 30 else []


_READERS: dict[str, Callable[[_Parts], list[Moment]]] = {
    "iso": _dated, "numeric": _dated, "dashed": _dated, "yearless": _dated, "day_month": _dated,
    "month_year": _month, "year_month": _month, "month": _month, "season": _season,
    "winter": _season, "part": _part, "code": _code, "week": _week, "stub": _stub,
    "numeric_stub": _stub, "event": _event, "year": _year, "school": _school, "turn": _turn,
    "short_range": _year_pair, "bare_pair": _year_pair,
}  # fmt: skip


def moments_in(text: str, policy: SeasonPolicy) -> list[Found]:
    """All moments of a normal text, in order, none over another; two for "2011-14"."""
    taken: list[Found] = []
    for name, pattern in patterns():
        for match in pattern.finditer(text):
            if any(match.start() < seen.end and seen.start < match.end() for seen in taken):
                continue
            taken += _placed(match, _READERS[name](_Parts(match, policy)))
    return sorted(taken, key=lambda found: found.start)


def _placed(match: re.Match[str], moments: list[Moment]) -> Iterator[Found]:
    if len(moments) == 2:
        cut = match.end(1)
        yield Found(match.start(), cut, moments[0])
        yield Found(match.start("short"), match.end(), moments[1])
    else:
        yield from (Found(match.start(), match.end(), moment) for moment in moments)
