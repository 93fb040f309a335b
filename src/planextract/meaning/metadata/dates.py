"""Dates and years as documents write them on covers and in adoption lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from planextract.lexicons import read_toml

BLANK = re.compile(
    r"\b[x.]{1,2}[./][x.]{1,2}[./](?:x{2,4}|20[x\d]{2})\b|\bdd\.mm\.|_+\._+\.|\bsak\s+x+/x+"
    r"|[<\[(]dato[>\])]|\bdato/sak\b|\bxx[./]xx\b",
    re.IGNORECASE,
)
CENTURY = 2000
"""Added to a year of two figures: plans in the files are of this century."""
NUMBERS_FIRST_YEAR = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
YEARS = range(1990, 2080)
"""Years that a plan may speak of as its own."""


def dates_in(text: str) -> Iterator[tuple[int, date]]:
    """Full dates with their places: ``17. juli 2020``, ``24.05.2012``, ``2020-07-17``."""
    for pattern in (_written(), NUMBERS_FIRST_YEAR):
        for found in pattern.finditer(text):
            day = _date(found["day"], found["month"], found["year"])
            if day:
                yield found.start(), day


def months_in(text: str) -> Iterator[date]:
    """The first day of months named with their year: ``juni 2025``."""
    for found in re.finditer(rf"\b({_month_names()})\.?\s+(\d{{4}})\b", text, re.IGNORECASE):
        day = _date("1", found[1], found[2])
        if day:
            yield day


def has_blank_date(text: str) -> bool:
    """Whether a template's date was never filled in: ``xx.xx.xxxx``, ``__.__.20__``."""
    return BLANK.search(text) is not None


def _date(day: str, month: str, year: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    whole = int(year) if len(year) == len("2020") else CENTURY + int(year)
    try:
        return date(whole, number, int(day)) if whole in YEARS else None
    except ValueError:
        return None


@cache
def _written() -> re.Pattern[str]:
    """Day, month by name or number, year."""
    return re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s*(?P<month>(?:{_month_names()})|\d{{1,2}})"
        r"[.\s]\s*(?P<year>\d{4}|\d{2})(?![\d.]\d|\d)",
        re.IGNORECASE,
    )


def _month_names() -> str:
    names = [
        name.rstrip(".") for names in read_toml("deadlines")["months"].values() for name in names
    ]
    return "|".join(sorted(names, key=len, reverse=True))


def _month_number(name: str) -> int:
    plain = name.lower().rstrip(".")
    months = read_toml("deadlines")["months"].items()
    return next(int(number) for number, names in months if plain in [n.rstrip(".") for n in names])
