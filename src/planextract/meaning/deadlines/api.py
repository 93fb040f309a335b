"""Read the text of deadline cells, one or a schedule's rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from planextract.meaning.deadlines.cell import Reading
from planextract.meaning.deadlines.context import Context, SeasonPolicy
from planextract.meaning.deadlines.normal import fold, mended, normal
from planextract.meaning.deadlines.reading import reading_of
from planextract.meaning.deadlines.resolve import deadline_of
from planextract.meaning.deadlines.years import with_years
from planextract.model.plan import Deadline

DAMAGED = 0.75
"""Highest probability of a value that was read only after its words were mended."""
MAX_LENGTH = 300
"""Characters: the longest real deadline cell at hand has 74; more is another column's text."""

NO_CONTEXT = Context()


def _blank(raw: str) -> bool:
    return not any(char.isalnum() or char in "?→" for char in raw)


@lru_cache(maxsize=8192)
def _read(raw: str, policy: SeasonPolicy) -> Reading | None:
    if _blank(raw):
        return None
    if len(raw) > MAX_LENGTH:
        return Reading("unknown", facts=("too long for a deadline",), confidence=DAMAGED)
    text = normal(raw)
    reading = reading_of(text, policy)
    better = mended(text)
    if better == text:
        return reading
    again = reading_of(better, policy)
    if again.kind in {"unknown", "conditional"} or _same(again, reading):
        return reading
    fact = f"damaged text read as '{better}'"
    return replace(again, facts=(*again.facts, fact), confidence=min(again.confidence, DAMAGED))


def _same(one: Reading, other: Reading) -> bool:
    """Whether mending changed nothing that is published."""
    if one.stretch is None or other.stretch is None:
        return one.stretch is other.stretch and (one.kind, one.rrule) == (other.kind, other.rrule)
    alike = (one.kind, one.use, one.rrule) == (other.kind, other.use, other.rrule)
    return alike and one.stretch.moments == other.stretch.moments


def read_deadline(raw: str, context: Context = NO_CONTEXT) -> Deadline | None:
    """The deadline of one cell; None only where the cell is blank or a dash.

    A text that is no time expression has kind ``unknown``. Never raises; ``start`` is never
    after ``end``; white space of ``raw`` is folded. A missing year is taken from ``context``,
    from its document's date onwards, and named in ``assumptions``.
    """
    return infer_years([raw], context)[0]


def infer_years(raws: Sequence[str], context: Context = NO_CONTEXT) -> list[Deadline | None]:
    """The deadlines of a schedule's rows, in their order; missing years from all together.

    Years come from the document's date, the rows around and explicit years; a weekday proves
    them. Where nothing gives the year, ``start``, ``end`` and ``edtf`` are None.
    """
    folded = [fold(raw) for raw in raws]
    readings = with_years([_read(raw, context.policy) for raw in folded], context)
    return [
        deadline_of(raw, reading, context) if reading is not None else None
        for raw, reading in zip(folded, readings, strict=True)
    ]
