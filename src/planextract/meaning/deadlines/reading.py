"""What a cell says, before any year is inferred: one rule a kind, tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from planextract.meaning.deadlines.cell import (
    BY_POLICY,
    DIRECT,
    FOREIGN_PERIOD,
    NOT_READ,
    WITH_OTHER_WORDS,
    Cell,
    Reading,
    Side,
)
from planextract.meaning.deadlines.context import SeasonPolicy
from planextract.meaning.deadlines.lengths import length_in
from planextract.meaning.deadlines.moments import repeats
from planextract.meaning.deadlines.repeats import Repeat
from planextract.meaning.deadlines.stretches import Stretch
from planextract.meaning.deadlines.timed import timed
from planextract.meaning.deadlines.words import finder, has, sign


def _repeating(cell: Cell) -> Reading | None:
    repeat = cell.repeat
    if repeat is None or _within_ongoing(cell, repeat) or _of_person(cell, repeat):
        return None
    rule, facts = repeat.rrule, repeat.facts
    loose = [found for found in cell.stretches if not found.known]
    if loose and rule == "FREQ=YEARLY":
        rule += _by_parts(cell, loose[0])
        by = timed(replace(cell))
        facts += ("the day is the last one",) if by is not None and by.kind == "by" else ()
    confidence = DIRECT if repeat.end - repeat.start > len(cell.text) // 2 else WITH_OTHER_WORDS
    made = Reading("recurring", rrule=rule, facts=facts, confidence=confidence)
    if cell.dated:
        return _repeating_from(cell, made)
    return (
        replace(made, plan="both") if has("own_period", cell.text) and "term" not in rule else made
    )


def _repeating_from(cell: Cell, made: Reading) -> Reading:
    """Bounds of a repeat: its whole time, or the first of its times."""
    bounds, stretch = timed(cell), cell.dated[0]
    if bounds is None or not cell.has("then"):
        return replace(made, stretch=stretch, use=bounds.use if bounds else "both")
    if bounds.kind != "by":
        return replace(made, stretch=stretch, use="start")
    days = stretch.days(cell.policy)
    facts = (*made.facts, f"first time by {days[1]}") if days else made.facts
    return replace(made, facts=facts)


def _of_person(cell: Cell, repeat: Repeat) -> bool:
    """ "Dagleg leiar" is somebody."""
    return repeat.adverb and bool(re.match(r"\s+" + sign("person"), cell.text[repeat.end :]))


def _within_ongoing(cell: Cell, repeat: Repeat) -> bool:
    """ "Daglig drift" goes on, it does not repeat."""
    found = finder("ongoing").search(cell.text)
    return found is not None and found.start() <= repeat.start and repeat.end <= found.end()


def _through_plan(cell: Cell, repeat: Repeat) -> bool:
    """Whether the plan's period bounds the repeat, outside the words that repeat."""
    return has("own_period", cell.text[: repeat.start] + " " + cell.text[repeat.end :])


def _by_parts(cell: Cell, stretch: Stretch) -> str:
    """BYMONTH and so on of all moments of a yearless stretch."""
    parts = [repeats(moment, cell.policy) for moment in stretch.moments]
    if len(parts) == 1:
        return parts[0]
    if any(not part.startswith(";BYMONTH=") or "DAY" in part for part in parts):
        return ""
    months = [int(n) for part in parts for n in part.removeprefix(";BYMONTH=").split(",")]
    first, last = months[0], months[-1]
    if stretch.joiner == "range" and first <= last:
        months = list(range(first, last + 1))
    return ";BYMONTH=" + ",".join(str(month) for month in sorted(set(months)))


def _unset(cell: Cell) -> Reading | None:
    return Reading("unset") if cell.has("unset") and not cell.dated else None


def _conditioned(cell: Cell) -> Reading | None:
    if not (cell.has("condition") and cell.stretches):
        return None
    made = timed(cell)
    if made is None:
        return None
    return replace(made, kind="conditional", facts=(*made.facts, f"condition={cell.text}"))


def _ongoing(cell: Cell) -> Reading | None:
    found = finder("ongoing").search(cell.text)
    if found is None or cell.stretches:
        return None
    others = len(cell.text) - len(found.group())
    return Reading("ongoing", confidence=DIRECT if others < _LEAD else WITH_OTHER_WORDS)


def _of_plan(cell: Cell) -> Reading | None:
    if not cell.has("plan_period"):
        return None
    side: Side = "both"
    if cell.has("period_end"):
        side = "end"
    elif cell.has("period_start") and not cell.has("soon"):
        side = "start"
    own = cell.has("own_period")
    facts = () if own else (f"'{cell.text}' is read as the plan's own period",)
    stretch = cell.dated[0] if cell.dated else None
    confidence = BY_POLICY if own else FOREIGN_PERIOD
    return Reading("plan_period", stretch, plan=side, facts=facts, confidence=confidence)


def _plan_named(cell: Cell) -> Reading | None:
    """ "Planperioden 2024-2027": the plan's period, with its years."""
    named = re.search(r"plan\w*periode\w*", cell.text)
    return _of_plan(cell) if named and cell.dated and not cell.has("start") else None


def _soon(cell: Cell) -> Reading | None:
    if cell.stretches or not cell.has("soon"):
        return None
    return Reading("relative", facts=("as soon as possible, no bound",), confidence=BY_POLICY)


def _this_year(cell: Cell) -> Reading | None:
    if cell.stretches:
        return None
    if cell.has("end_of_this_year"):
        return Reading("by", facts=("the year is that of the text",), confidence=BY_POLICY)
    if cell.has("this_year"):
        return Reading("relative", facts=("anchor=the year of the text",), confidence=BY_POLICY)
    return None


def _lasting(cell: Cell) -> Reading | None:
    found = length_in(cell.text)
    if cell.stretches or found is None or cell.has("age"):
        return None
    return Reading("relative", facts=found[2], confidence=BY_POLICY)


_LEAD = 12
"""Characters that may stand before an occasion ("Må sjåast i samband med", "Vert gjort ved …"):
further on it belongs to another statement ("Rektor ved ungdomsskulen")."""


def _conditional(cell: Cell) -> Reading | None:
    occasion = finder("conditional").search(cell.text)
    if occasion is not None and (occasion.start() > _LEAD or cell.has("person")):
        occasion = None
    if cell.has("condition") or occasion is not None:
        return Reading("conditional", facts=(f"condition={cell.text}",), confidence=BY_POLICY)
    return None


def _at_event(cell: Cell) -> Reading | None:
    """ "Ved skulestart": an occasion, where no year makes it a day."""
    for found in cell.stretches:
        named = found.moments[0].unit == "event" and not found.known
        if named and re.search(sign("occasion") + r"\s*$", cell.text[: found.start]):
            return Reading("conditional", facts=(f"condition={cell.text}",), confidence=BY_POLICY)
    return None


_RULES: tuple[Callable[[Cell], Reading | None], ...] = (
    _unset, _conditioned, _repeating, _plan_named, _at_event, timed, _ongoing, _of_plan, _soon,
    _this_year, _lasting, _conditional,
)  # fmt: skip


def reading_of(text: str, policy: SeasonPolicy) -> Reading:
    """The reading of a normal text; kind ``unknown`` where no rule knows it."""
    cell = Cell(text, policy)
    for rule in _RULES:
        if made := rule(cell):
            return made
    facts = ("a status, no time",) if cell.has("done") else ()
    return Reading("unknown", facts=facts, confidence=NOT_READ)
