"""What a reader of time expressions may know beside the text: settings and the document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MonthDay = tuple[int, int]
Bounds = tuple[MonthDay, MonthDay]


@dataclass(frozen=True, slots=True)
class SeasonPolicy:
    """Bounds where Norwegian usage leaves them open; each use is named in ``assumptions``."""

    spring: Bounds = ((1, 1), (6, 30))
    summer: Bounds = ((6, 1), (8, 31))
    autumn: Bounds = ((8, 1), (12, 31))
    winter: Bounds = ((12, 1), (2, 28))
    """The published contract fixes the four; an end on 28 February is 29 in a leap year."""
    winter_of_year_ends_in_it: bool = True
    """"vinteren 2010" is the one that ends in 2010: people mean its January to February."""
    school_year_start: MonthDay = (8, 1)
    end_of_unit_is_a_point: bool = True
    """"ved utgangen av 2007" names the day itself, so that ``start`` is the last day too;
    False leaves ``start`` empty as with "innan utgangen av 2007"."""
    century_split: int = 70
    """Two digits below it are 20xx, the others 19xx."""

    def season(self, code: int) -> Bounds:
        """Bounds by EDTF season code, 21 (spring) to 24 (winter)."""
        return (self.spring, self.summer, self.autumn, self.winter)[code - 21]


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says of itself; all may be unknown."""

    plan_start: date | None = None
    plan_end: date | None = None
    document_date: date | None = None
    default_year: int | None = None
    language: str | None = None
    policy: SeasonPolicy = SeasonPolicy()
