"""Moments joined to stretches: ranges, lists, and what each lends the other (year, month)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from planextract.meaning.deadlines.context import SeasonPolicy
from planextract.meaning.deadlines.moments import LIMITS, Days, Moment, days, edtf, in_interval
from planextract.meaning.deadlines.scan import Found, moments_in

Joiner = Literal["range", "list", "choice"]

_GAP = re.compile(
    r"[\s.]*(?P<sign>->|→|-|til og med|til|t\.?o\.?m\.?|og|samt|,\s*og|,|/|eller|&|\+)?[\s.]*"
    r"(?:i\s+|den\s+|mot\s+)?"
)
_JOINERS: dict[str, Joiner] = {
    "-": "range", "->": "range", "→": "range", "til": "range", "til og med": "range", "/": "range",
    "eller": "choice",
}  # fmt: skip
_CENTRE = 2024
"""Any leap year: used only to compare moments that have no year yet."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Moments that belong together, at ``start:end`` of the text."""

    start: int
    end: int
    moments: tuple[Moment, ...]
    joiner: Joiner = "range"

    @property
    def known(self) -> bool:
        """Whether it has a year."""
        return all(moment.year is not None for moment in self.moments)

    def at(self, year: int) -> Stretch:
        """The same with its first moment in a year, where it has none."""
        first, *rest = self.moments
        return replace(self, moments=_aligned([first.at(year), *rest])) if not self.known else self

    def days(self, policy: SeasonPolicy) -> Days | None:
        """First and last day of the whole, or None."""
        found = [days(moment, policy) for moment in self.moments]
        known = [pair for pair in found if pair is not None]
        if not known or len(known) < len(found):
            return None
        return min(first for first, _ in known), max(last for _, last in known)

    def _forward(self, policy: SeasonPolicy) -> bool:
        starts = [found[0] for moment in self.moments if (found := days(moment, policy))]
        return starts == sorted(starts)

    def has_gaps(self, policy: SeasonPolicy) -> bool:
        """Whether a list leaves days between its moments out."""
        found = [pair for moment in self.moments if (pair := days(moment, policy))]
        gaps = (later[0] - sooner[1] for sooner, later in pairwise(found))
        return self.joiner != "range" and any(gap.days > 1 for gap in gaps)

    def edtf(self, policy: SeasonPolicy) -> str | None:
        """EDTF: of the one moment, an interval, or a set for a list."""
        bounds = self.days(policy)
        if bounds is None:
            return None
        codes = [edtf(moment, policy) for moment in self.moments]
        if len(codes) == 1:
            return codes[0] or interval(*bounds)
        plain = [code for code, m in zip(codes, self.moments, strict=True) if in_interval(m)]
        if len(plain) < len(codes) or not self._forward(policy):
            return interval(*bounds)
        texts = [code or "" for code in plain]
        if self.joiner == "range":
            return "/".join((texts[0], texts[-1]))
        return ("{%s}" if self.joiner == "list" else "[%s]") % ",".join(texts)


def interval(first: date | None, last: date | None) -> str:
    """EDTF interval of two days; an open end is two dots."""
    return f"{first or '..'}/{last or '..'}"


def _order(moment: Moment) -> date | None:
    found = days(moment.at(moment.year or _CENTRE), SeasonPolicy())
    return found[0] if found else None


def _lend(moment: Moment, following: Moment) -> Moment:
    """What stands once, after the second moment, holds for the first too."""
    if moment.unit != "stub":
        return moment
    if following.unit == "day":
        return replace(following, day=moment.number, weekday=moment.weekday)
    possible = moment.number <= LIMITS.get(following.unit, 0)
    return replace(following, number=moment.number) if possible else moment


def _borrow(moment: Moment, before: Moment, sign: str) -> Moment:
    """A bare year after "haust 2025 og": another autumn."""
    parted = before.unit in {"season", "quarter", "tertial", "half", "month"}
    if moment.unit == "year" and parted and before.year and sign in {"og", "/", ",", "eller"}:
        return before.at(moment.year or 0) if not before.two_years else moment
    return moment


def _before(moment: Moment, following: Moment) -> Moment:
    """The year of the following moment, or the one before it over the turn of the year."""
    if moment.year is not None or following.year is None:
        return moment
    first, second = _order(moment.at(following.year)), _order(following)
    return moment.at(following.year - bool(first and second and first > second))


def _after(moment: Moment, before: Moment) -> Moment:
    if moment.year is not None or before.year is None:
        return moment
    first, second = _order(before), _order(moment.at(before.year))
    return moment.at(before.year + bool(first and second and second < first))


def _aligned(moments: list[Moment]) -> tuple[Moment, ...]:
    for index in range(len(moments) - 2, -1, -1):
        moments[index] = _before(_lend(moments[index], moments[index + 1]), moments[index + 1])
    for index in range(1, len(moments)):
        moments[index] = _after(moments[index], moments[index - 1])
    return tuple(moments)


def _joined(parts: list[Found], signs: list[str]) -> Stretch | None:
    moments = [found.moment for found in parts]
    for index, sign in enumerate(signs, start=1):
        moments[index] = _borrow(moments[index], moments[index - 1], sign)
    aligned = tuple(moment for moment in _aligned(moments) if moment.unit != "stub")
    if not aligned:
        return None
    kinds = {_JOINERS.get(sign, "list") for sign in signs}
    joiner: Joiner = kinds.pop() if len(kinds) == 1 else "range" if not kinds else "list"
    return Stretch(parts[0].start, parts[-1].end, aligned, joiner)


def stretches_in(text: str, policy: SeasonPolicy) -> list[Stretch]:
    """All stretches of a normal text, in order."""
    found = moments_in(text, policy)
    groups: list[tuple[list[Found], list[str]]] = []
    for moment in found:
        gap = _GAP.fullmatch(text[groups[-1][0][-1].end : moment.start]) if groups else None
        if gap and gap["sign"]:
            groups[-1][0].append(moment)
            groups[-1][1].append(re.sub(r"t\.?o\.?m\.?", "til", gap["sign"]))
        else:
            groups.append(([moment], []))
    return [made for parts, signs in groups if (made := _joined(parts, signs))]
