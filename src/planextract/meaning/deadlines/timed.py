"""Cells that name a time: by it, from it, or the time itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planextract.meaning.deadlines.cell import (
    BY_POLICY,
    DIRECT,
    SEVERAL_TIMES,
    WITH_OTHER_WORDS,
    Cell,
    Reading,
    Use,
)
from planextract.meaning.deadlines.moments import Moment, is_dated
from planextract.meaning.deadlines.stretches import Stretch
from planextract.meaning.deadlines.words import LETTER, finder, sign
from planextract.model.plan import DeadlineKind


@cache
def _ends_with(name: str) -> re.Pattern[str]:
    between = f"(?:{sign('between')}|{sign('end_of')}|{sign('during')})"
    return re.compile(rf"{sign(name)}(?:[\s.:,(]*{between}){{0,4}}[\s.:,(]*$")


def _led_by(cell: Cell, name: str, stretch: Stretch) -> re.Match[str] | None:
    """The sign right before a stretch, with nothing but small words between."""
    return _ends_with(name).search(cell.text[: stretch.start])


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return re.compile(rf"^[\s.,(]*(?:-\s*)?(?:{sign('onwards')})|^\s*(?:-+|->)\s*$")


def _goes_on(cell: Cell, stretch: Stretch) -> bool:
    tail = cell.text[stretch.end :]
    return bool(_tail().search(tail)) and not re.match(r"^\s*(?:>|\+)\s*\d", tail)


def _is_unit(stretch: Stretch) -> bool:
    return stretch.moments[-1].unit not in {"day", "event", "year_turn"}


def _finish_after_start(cell: Cell) -> bool:
    return len(cell.stretches) == 2 and cell.has("start") and cell.has("finish")


def _whole(cell: Cell) -> tuple[Stretch, tuple[str, ...], float]:
    """One stretch over all that the cell names; several loose ones are said."""
    first = cell.stretches[0]
    if len(cell.stretches) == 1:
        return first, (), _directness(cell, first)
    last = cell.stretches[-1]
    moments = tuple(m for found in cell.stretches for m in found.moments)
    joined = Stretch(first.start, last.end, moments)
    if not joined.known and cell.dated:
        return cell.dated[0], ("of several times the one with a year is taken",), SEVERAL_TIMES
    if _finish_after_start(cell):
        return joined, ("from the start to the finish that are named",), WITH_OTHER_WORDS
    return joined, ("several times are named, the whole span is taken",), SEVERAL_TIMES


def _directness(cell: Cell, stretch: Stretch) -> float:
    rest = cell.text[: stretch.start] + " " + cell.text[stretch.end :]
    rest = re.sub(sign("by"), " ", re.sub(sign("from"), " ", rest))
    if re.search(r"\d", rest):
        return SEVERAL_TIMES
    if len(re.findall(rf"[{LETTER}]{{3,}}", rest)) > 1:
        return WITH_OTHER_WORDS
    return DIRECT if not _policy_facts(stretch) else BY_POLICY


def _policy_facts(stretch: Stretch) -> bool:
    return any(
        moment.unit in {"season", "event", "school"} or moment.third for moment in stretch.moments
    )


def _year_end_facts(stretch: Stretch, led: str) -> tuple[str, ...]:
    bare = stretch.moments[-1].unit == "year" and not re.search(sign("end_of"), led)
    return ("bare year read as end of year",) if bare else ()


def _is_day(moment: Moment) -> bool:
    return moment.unit == "day" or (moment.unit == "event" and is_dated(moment))


def timed(cell: Cell) -> Reading | None:
    """A cell that names a time: by, from, or the time itself."""
    if not cell.stretches:
        return None
    for stretch in cell.stretches:
        made = _bounded(cell, stretch)
        if made and not (made.kind == "from" and _finish_after_start(cell)):
            return made
    stretch, facts, confidence = _whole(cell)
    single = len(stretch.moments) == 1 and _is_day(stretch.moments[0])
    kind: DeadlineKind = "date" if single else "period"
    return Reading(kind, stretch, facts=facts, confidence=confidence)


def _bounded(cell: Cell, stretch: Stretch) -> Reading | None:
    confidence = _directness(cell, stretch)
    if (found := _led_by(cell, "at_end_of", stretch)) or stretch.moments[0].unit == "year_turn":
        use: Use = "point"
        if found is None and _led_by(cell, "by", stretch):
            use = "end"
        return Reading("by", stretch, use, confidence=confidence)
    if _led_by(cell, "after", stretch):
        return Reading("from", stretch, _after_use(cell, stretch), confidence=confidence)
    ended = re.search(sign("end_of"), cell.text[: stretch.start])
    if _led_by(cell, "before", stretch) and _is_unit(stretch) and not ended:
        return Reading("by", stretch, "before", confidence=confidence)
    if found := _led_by(cell, "by", stretch):
        facts = _year_end_facts(stretch, found.group())
        return Reading("by", stretch, "end", facts=facts, confidence=confidence)
    if re.search(sign("end_of") + r"\s*$", cell.text[: stretch.start]):
        return Reading("by", stretch, "end", confidence=confidence)
    return _opened(cell, stretch, confidence)


def _after_use(cell: Cell, stretch: Stretch) -> Use:
    plain = _led_by(cell, "after", stretch)
    return "after" if plain and plain.group().startswith("etter") else "start"


def _opened(cell: Cell, stretch: Stretch, confidence: float) -> Reading | None:
    if _goes_on(cell, stretch):
        return Reading("from", stretch, "start", confidence=confidence)
    if _led_by(cell, "from", stretch) and len(stretch.moments) == 1:
        return Reading("from", stretch, "start", confidence=confidence)
    lead = cell.text[: stretch.start]
    if (found := finder("start").search(lead)) and not finder("finish").search(lead, found.end()):
        facts = () if len(stretch.moments) == 1 else ("the start falls within the period",)
        return Reading("from", stretch, "start", facts=facts, confidence=confidence)
    return None
