"""Money and work that an action needs: from a cell's text to amounts and årsverk."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from planextract.lexicons import read_toml
from planextract.model.plan import Resources

NUMBER = r"(?:\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d+)?)"
YEAR = re.compile(r"(?:19|20)\d\d")
MULTIPLES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
LONG_CELL = 10
"""Words beyond which a cell is rather a description with a sum in it."""
SHORT_CELL = 4
"""Words up to which a cell that speaks of money without a figure is a resource cell."""
LONG_WORD = 7
"""Letters from which a word for money also counts at the end of another."""
NATURAL_LIMIT = 10_000.0
"""Whole kroner from which a bare number is money and no year, count or percentage."""


def read_resources(text: str, unit: str | None = None) -> Resources | None:
    """What a resource cell says; None for a blank or a dash.

    ``unit`` is what the column's header says of its numbers ("i 1000 kr", "mill. kr", "kr").
    An amount is given only where the cell names one sum: of a range or of several sums there
    is none, and ``raw`` tells.
    """
    raw = " ".join(text.split())
    if not any(map(str.isalnum, raw)) or raw.lower() in _words()["blank"]["words"]:
        return None
    sums = _sums(raw, unit)
    amount, currency = sums[0] if len(sums) == 1 else (None, None)
    if len(sums) > 1 and len({currency for _, currency in sums}) == 1:
        currency = sums[0][1]
    return Resources(
        raw=raw, amount=amount, currency=currency, fte=_fte(raw), within_budget=_within_budget(raw)
    )


def names_unit(text: str) -> bool:
    """Whether a line beside a table says that its numbers are thousands or millions of kroner."""
    unit = _unit(text)
    return unit is not None and unit[0] > 1 and len(text.split()) <= LONG_CELL


def looks_like_resources(text: str) -> float:
    """How much a cell's text looks like resources, 0 to 1; for votes on a column's role."""
    plain = " ".join(text.split())
    if not any(map(str.isalnum, plain)):
        return 0.0
    brief = 1.0 if len(plain.split()) <= LONG_CELL else 0.4
    if _sums(plain, None) or _fte(plain) is not None or _work_with_number().search(plain):
        return 0.95 * brief
    if _within_budget(plain) is not None:
        return 0.9 * brief
    if _money_word().search(plain):
        return 0.7 * brief if len(plain.split()) <= SHORT_CELL else 0.2
    return 0.3 if re.fullmatch(NUMBER, plain) and not YEAR.fullmatch(plain) else 0.0


def _sums(text: str, unit: str | None) -> list[tuple[float, str | None]]:
    """The sums of money in a text with their currencies, each once, in reading order."""
    of_column = _unit(unit) if unit else None
    found: list[tuple[float, str | None]] = []
    for match in _money().finditer(text):
        if _is_work(text[match.end() :]) or _is_inside(text, match):
            continue
        here = _factor_and_currency(match, text[match.end() :])
        if here is None and of_column and not YEAR.fullmatch(match["number"]):
            here = of_column
        if here is not None:
            numbers = [*_lower_end(text[: match.start("number")]), match["number"]]
            found += [(_number(number) * here[0], here[1]) for number in numbers]
    return list(dict.fromkeys(found))


def _lower_end(before: str) -> list[str]:
    """The first number of a range whose second one follows: "1-" of "1-1,5 mill."."""
    found = re.search(rf"(?<![\d.,])({NUMBER})\s*[-–]\s*$", before)
    return [found[1]] if found and not YEAR.fullmatch(found[1]) else []


def _factor_and_currency(match: re.Match[str], rest: str) -> tuple[float, str | None] | None:
    """By what to multiply and which currency; None where nothing says it is money."""
    parts = [match["before"] or "", match["times"] or "", match["after"] or ""]
    marks = [part.strip().lower() for part in parts]
    currency = next((_currency_of(mark) for mark in marks if _currency_of(mark)), None)
    factor = _multiple_of(marks[1])
    if currency is None and factor is None and not _may_be_money(match["number"], rest):
        return None
    return factor or 1.0, currency or "NOK"


def _may_be_money(number: str, rest: str) -> bool:
    """Whether a bare number is money: large, and no word for other things behind it."""
    after = re.match(r"\s*([^\W\d][\w.]*)", rest)
    others = after is not None and after[1].lower() not in _words()["bare"]["after"]
    return _number(number) >= NATURAL_LIMIT and not others


def _is_work(rest: str) -> bool:
    """Whether a number is followed by a per cent sign or a word for work or time."""
    return (
        re.match(rf"\s*(?:%|prosent|{_any_of(_words()['fte']['words'])})", rest, re.I) is not None
    )


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a longer word, date or number."""
    start, end = match.start("number"), match.end("number")
    return text[max(0, start - 1) : start].isalnum() or bool(re.match(r"[./-]\d", text[end:]))


def _number(text: str) -> float:
    """A Norwegian number: space or point between thousands, comma or point before decimals."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def _fte(text: str) -> float | None:
    """Årsverk: "1,5 årsverk", "50 % stilling", "halv stilling"; None where not said once."""
    words = _words()["fte"]
    work = rf"\w*(?:{_any_of(words['words'])})"
    percent = rf"(?<![\d.,–-])({NUMBER})\s*(?:%|prosent)"
    shares = set(re.findall(rf"{percent}\s*-?\s*(?!av\b|i\b|for\b)(?:\w+\s+)?{work}", text, re.I))
    shares |= set(re.findall(rf"{work}\s*(?:på|i|[áàa@]|\()?\s*{percent}", text, re.I))
    count = rf"(?<![\d.,–/-])(\d/\d|{NUMBER})\s*(?:heile\s+|hele\s+|nye\s+|faste\s+)*{work}"
    counts = set(re.findall(count, text, re.I))
    if len(shares) > 1 or len(counts) > 1:
        return None
    if shares or counts:
        share = _number(shares.pop()) / 100 if shares else 1.0
        return round(share * (_fraction(counts.pop()) if counts else 1.0), 4)
    lower = text.lower()
    if any(word in lower for word in words["half"]):
        return 0.5
    return 1.0 if any(re.search(rf"\b{word}\b", lower) for word in words["full"]) else None


def _fraction(text: str) -> float:
    """A number, or a fraction such as 1/2."""
    top, slash, bottom = text.partition("/")
    return int(top) / (int(bottom) or 1) if slash else _number(text)


def _within_budget(text: str) -> bool | None:
    """Whether the cell says that it is covered by money that is there; None where it is silent."""
    lower = text.lower()
    rules = _words()["within_budget"]
    found = re.search(rf"\b(?P<not>ikk?j?e )?(?:{_any_of(rules['yes'])})\b", lower)
    if found:
        return found["not"] is None
    if lower.strip(" .") in rules["alone"]:
        return True
    return False if re.search(rf"\b(?:{_any_of(rules['no'])})", lower) else None


def _unit(text: str) -> tuple[float, str | None] | None:
    """What the header of a column says of its numbers; None where it names no money."""
    lower = text.lower()
    tokens = re.findall(r"[^\W\d]+\.?|[€$]", lower)
    factor = next((f for t in tokens if (f := _multiple_of(t)) is not None), None)
    if factor is None and re.search(r"\b1[ .]?000\b", lower):
        factor = MULTIPLES["thousand"]
    currency = next((c for t in tokens if (c := _currency_of(t))), None)
    return (factor or 1.0, currency or "NOK") if factor or currency else None


def _multiple_of(mark: str) -> float | None:
    for name, words in _words()["multiples"].items():
        if mark in words or mark.rstrip(".") in words:
            return MULTIPLES[name]
    return None


def _currency_of(mark: str) -> str | None:
    for name, words in _words()["currencies"].items():
        if mark in words or mark.rstrip(".") in words:
            return str(name)
    return None


@cache
def _money() -> re.Pattern[str]:
    """A number with what stands before and after it."""
    multiples = [word for words in _words()["multiples"].values() for word in words]
    currencies = [word for words in _words()["currencies"].values() for word in words]
    names = [word for word in currencies if word[0].isalpha()]
    return re.compile(
        rf"(?P<before>(?<![^\W\d])(?:{_any_of(names)}|[€$])\s*)?"
        rf"(?P<number>(?<![\d,.]){NUMBER})"
        rf"(?P<times>\s*(?:{_any_of(multiples)})(?![^\W\d]))?"
        rf"(?P<after>\s*(?:{_any_of(names)})(?![^\W\d])|\s*€|,[-–])?",
        re.IGNORECASE,
    )


@cache
def _money_word() -> re.Pattern[str]:
    """A word for money or means; a long one also as the end of a compound."""
    words = _words()["likely"]["words"]
    long = _any_of([word for word in words if len(word) >= LONG_WORD])
    return re.compile(rf"(?:\b(?:{_any_of(words)})|{long})\b", re.IGNORECASE)


@cache
def _work_with_number() -> re.Pattern[str]:
    """A number, and soon after it a word for work: "60-80 % stilling"."""
    return re.compile(
        rf"\d[^.;]{{0,12}}\b\w*(?:{_any_of(_words()['fte']['words'])})", re.IGNORECASE
    )


def _any_of(words: list[str]) -> str:
    return _alternatives(tuple(words))


@cache
def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words() -> dict[str, Any]:
    return read_toml("resources")
