"""The patterns of moments, in the order they are tried; their words come from the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from planextract.meaning.deadlines.words import group_of, lexicon, pattern_list, sign

_Y = r"(?:19|20)\d\d(?!\d)"
_YEAR = rf"(?P<year>{_Y})"
_SHORT = r"(?P<short>\d\d)(?!\d|[.:]\d|\.\s*[a-zæøå]|\s?%)"
_OF = r"\s*,?\s*(?:av\s+|i\s+)?"
_AFTER = rf"(?:{_OF}{_YEAR}|\s*[-'/]?\s?{_SHORT})?"
"""A year after the name of a part of it: in full, or two digits as in "Haust 26", "-26"."""
_PAIR = rf"(?P<year>{_Y}|\d\d)\s?[/-]\s?(?P<short>{_Y}|\d\d)(?!\d)"
_NO_NUMBER = r"(?<![\d.,])"
_NO_CASE = r"(?<!^\d/)(?<!\D\d/)(?<!^\d\d/)(?<!\D\d\d/)"
"""Not the year of a case number, "43/2012"."""
_NO_SUM = r"(?!\s?(?:kr\b|kroner|,\d|%|000\b))"


def _weeks() -> dict[str, str]:
    """Weeks come first: "uke 12/2026" is no month."""
    return {
        "week": rf"(?:{pattern_list([lexicon()['parts']['week']])}|(?<![^\W_])[vu]\.)\s*"
        r"(?P<number>\d{1,2})(?!\d|\.\d)(?:\s?(?:-|/|og)\s?(?P<short>\d{1,2})(?!\d|\.\d))?"
        rf"(?:\s*[,/-]?\s*(?:i\s+)?{_YEAR})?",
    }


def _written() -> dict[str, str]:
    """Dates in digits alone."""
    weekday = rf"(?:(?P<weekday>{group_of('weekdays')})\s*,?\s*)?(?:den\s+|d\.\s*)?"
    day = weekday + r"(?<![\d,])(?P<day>\d{1,2})"
    return {
        "iso": r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        "numeric": day + r"\s?[./]\s?(?P<month>\d{1,2})(?:\s?[./-]\s?|\s(?=\d{4}))"
        rf"(?P<year>{_Y}|\d\d(?!\d|[./]\d))",
        "dashed": day + rf"-(?P<month>\d{{1,2}})-{_YEAR}",
        "month_year": rf"(?<![\d.,/])(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}",
        "year_month": r"(?<![\d.,/-])(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])(?!\d)",
        "yearless": day + r"(?:\.\s?(?P<month>\d{1,2})\.(?!\d)|\.(?P<month2>0\d|1[0-2])(?!\d)"
        r"|/(?P<month3>1[0-2]|0?[1-9])(?![\d/]))",
        "numeric_stub": _NO_NUMBER + r"(?P<day>\d{1,2})\.?"
        r"(?=\s*(?:-|og|til)\s*\d{1,2}\.\s?\d{1,2}\.)",
    }


def _named() -> dict[str, str]:
    """Days, months, seasons and parts of a year by name."""
    weekday, ordinals, part = group_of("weekdays"), group_of("ordinals"), group_of("parts")
    months = pattern_list([*lexicon()["months"].values(), *lexicon()["months_after_day"].values()])
    number = rf"(?:\d{{1,2}}\s?\.?|{ordinals})"
    near = rf"(?:(?P<third>{group_of('thirds')})\s*)?"
    day = rf"(?:(?P<weekday>{weekday})\s*,?\s*)?(?:den\s+|d\.\s*)?(?<![\d,])(?P<day>\d{{1,2}})"
    before = rf"(?:(?P<before>{_Y})\s*[,:/-]?\s*)?"
    return {
        "day_month": rf"{day}\s?\.?\s*(?P<name>{months}){_AFTER}",
        "stub": rf"(?:(?P<weekday>{weekday})\s*)?(?P<ordinal>{_NO_NUMBER}{number})"
        rf"(?=\s*(?:-|og|/|,|til|eller)\s*(?:{weekday}\s*)?{number}\s*(?:{months}|{part}))",
        "school": rf"{sign('school_year')}\s*(?P<year>\d{{4}}|\d\d)"
        r"(?:\s?[/-]\s?(?P<short>\d{4}|\d\d))?(?!\d)",
        "turn": rf"{sign('year_turn')}(?:\s*{_PAIR})?",
        "winter": rf"(?P<name>{pattern_list([lexicon()['seasons']['24']])})\s*{_PAIR}",
        "month": rf"{near}(?P<name>{group_of('months')}){_AFTER}",
        "season": rf"{near}(?P<name>{group_of('seasons')}){_AFTER}",
        "part": rf"{before}(?P<ordinal>(?:{_NO_NUMBER}[1-9](?:\s?\.\s?|\s)?|{ordinals}\s*))"
        rf"(?P<name>{part}){_AFTER}",
        "code": rf"{before}(?<![^\W_])(?P<letter>[qkth])(?P<number>[1-4])(?![^\W_]){_AFTER}",
    }


def _years() -> dict[str, str]:
    """Named days and bare years."""
    words = pattern_list([event["words"] for event in lexicon()["events"].values()])
    near = rf"(?:(?P<third>{group_of('thirds')})\s*)?"
    return {
        "event": rf"(?P<name>{words})(?:{_OF}{_YEAR})?",
        "short_range": r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?:/\d\d(?=/))*\s?[-/]\s?"
        r"(?P<short>\d\d)(?!\.?\d)",
        "bare_pair": r"(?<![\d.,/])(?P<year>[2-4]\d)/(?P<short>[2-4]\d)(?![\d./])",
        "year": near + _NO_NUMBER + _NO_CASE + _YEAR + _NO_SUM,
    }


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Name and pattern of each form a moment is written in."""
    table = {**_weeks(), **_written(), **_named(), **_years()}
    return tuple((name, re.compile(pattern)) for name, pattern in table.items())
