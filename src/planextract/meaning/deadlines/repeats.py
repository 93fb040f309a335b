"""Expressions that repeat, as RFC 5545 rules: "kvart 4. år", "to gonger i veka", "oddetalsår"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planextract.meaning.deadlines.words import (
    count,
    finder,
    group_of,
    has,
    key_of,
    number_of,
    ordinal,
    sign,
)

_RULES = {
    "day": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3),
    "tertial": ("MONTHLY", 4), "half": ("MONTHLY", 6), "year": ("YEARLY", 1), "term": ("YEARLY", 4),
    "hour": ("HOURLY", 1),
}  # fmt: skip
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule, found at ``start:end`` of the text."""

    start: int
    end: int
    rrule: str
    facts: tuple[str, ...] = ()
    adverb: bool = False
    """Found by a word such as "årleg" alone, which may also be an adjective."""


@lru_cache(maxsize=1)
def _every() -> re.Pattern[str]:
    each, other = sign("every"), sign("every_other")
    return re.compile(
        rf"(?:(?P<other>{other})|{each})\s*(?:(?P<count>{ordinal()}|{group_of('numbers')})\s*)?"
        rf"(?P<unit>{group_of('units')})"
    )


@lru_cache(maxsize=1)
def _times() -> re.Pattern[str]:
    number = count()
    adverbs = group_of("repeats")
    return re.compile(
        rf"(?P<count>{number}(?:\s*(?:-|til|eller|/)\s*{number})?)\s*(?:{sign('times')}|dagar|dager)\s*"
        rf"(?:(?:i|pr\.?|per|om|/|kvart|kvar|hvert|hver|for\s+kvart)\s*)*"
        rf"(?:(?P<unit>{group_of('units')})|(?P<adverb>{adverbs}))"
    )


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<nth>{ordinal()}|siste)\s+)?(?:{sign('every')}\s+)?"
        rf"(?P<weekday>{group_of('weekdays')})\s+i\s+(?:{sign('every')}\s+)?(?P<unit>{group_of('units')})"
        rf"|{sign('every')}\s+(?P<each>{group_of('weekdays')})"
        rf"|{sign('every')}\s+(?={group_of('seasons')}|{group_of('months')})(?P<season>)"
    )


@lru_cache(maxsize=1)
def _adverb() -> re.Pattern[str]:
    return re.compile(group_of("repeats"))


@lru_cache(maxsize=1)
def _parity() -> re.Pattern[str]:
    return re.compile(group_of("parity"))


def _rule(unit: str, times: int = 1) -> str:
    name, step = _RULES[unit]
    step *= times
    return f"FREQ={name}" + (f";INTERVAL={step}" if step > 1 else "")


def _bounds(text: str) -> tuple[str, ...]:
    names = (
        ("at_least", "at_least=true"),
        ("at_most", "at_most=true"),
        ("about", "approximate=true"),
    )
    return tuple(fact for name, fact in names if has(name, text))


def _counted(found: re.Match[str]) -> Repeat:
    numbers = [number_of(part) for part in re.split(r"\s*(?:-|til|eller|/)\s*", found["count"])]
    times = "-".join(str(number) for number in numbers if number)
    unit = key_of("units", found["unit"] or "")
    rule = _rule(unit) if unit else key_of("repeats", found["adverb"] or "") or "FREQ=YEARLY"
    facts = (f"times_per_period={times}",) if times not in {"", "1"} else ()
    return Repeat(found.start(), found.end(), rule, facts)


def _each(found: re.Match[str]) -> Repeat | None:
    unit = key_of("units", found["unit"])
    number = 2 if found["other"] else number_of(found["count"] or "") or 1
    if unit is None or unit == "hour":
        return None
    facts = ("a term of office is read as four years",) if unit == "term" else ()
    return Repeat(found.start(), found.end(), _rule(unit, number), facts)


def _by_name(found: re.Match[str]) -> Repeat:
    if found["season"] is not None:
        return Repeat(found.start(), found.end(), "FREQ=YEARLY")
    weekday = _DAYS[int(key_of("weekdays", found["weekday"] or found["each"]) or 0)]
    if found["each"]:
        return Repeat(found.start(), found.end(), f"FREQ=WEEKLY;BYDAY={weekday}")
    number = -1 if found["nth"] == "siste" else number_of(found["nth"] or "") or 1
    unit = key_of("units", found["unit"]) or "month"
    return Repeat(found.start(), found.end(), f"{_rule(unit)};BYDAY={number}{weekday}")


def _parity_of(found: re.Match[str]) -> Repeat:
    parity = key_of("parity", found.group()) or "odd"
    first = {"odd": "2019-01-01", "even": "2020-01-01"}[parity]
    facts = (f"parity={parity}", f"dtstart={first} fixes the parity of the years")
    return Repeat(found.start(), found.end(), "FREQ=YEARLY;INTERVAL=2", facts)


def repeat_in(text: str) -> Repeat | None:
    """The first repeating expression of a normal text, with its bounds as facts."""
    made: Repeat | None = None
    if found := _parity().search(text):
        made = _parity_of(found)
    elif found := _times().search(text):
        made = _counted(found)
    elif found := _named().search(text):
        made = _by_name(found)
    elif found := _every().search(text):
        made = _each(found)
    if made is None and (found := _adverb().search(text)):
        rule = key_of("repeats", found.group()) or "FREQ=YEARLY"
        made = Repeat(found.start(), found.end(), rule, adverb=True)
    if made is None:
        return None
    facts = made.facts + _bounds(text)
    start = finder("at_least").search(text)
    begin = min(made.start, start.start()) if start else made.start
    return Repeat(begin, made.end, made.rrule, facts, made.adverb)


def until(rrule: str, last: str) -> str:
    """The rule with an end, ``last`` as YYYY-MM-DD."""
    return f"{rrule};UNTIL={last.replace('-', '')}"
