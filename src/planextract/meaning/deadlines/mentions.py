"""Deadlines inside a running sentence of an action; high precision before recall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planextract.meaning.deadlines.api import NO_CONTEXT, read_deadline
from planextract.meaning.deadlines.cell import Cell
from planextract.meaning.deadlines.context import Context
from planextract.meaning.deadlines.lengths import length_pattern
from planextract.meaning.deadlines.normal import lowered
from planextract.meaning.deadlines.stretches import Stretch
from planextract.meaning.deadlines.words import any_of, lexicon, sign
from planextract.model.plan import Deadline

IN_SENTENCE = 0.9
"""Share of such mentions taken to be the action's own deadline, set by hand: in 69 invented
sentences all were, and real ones are harder. The mention's confidence is multiplied by it."""
MAX_SENTENCE = 2000
"""Characters of one action's text that are looked through."""

Span = tuple[int, int]

_SILENT = re.compile(
    r"«[^»]*»|“[^”]*”|\"[^\"]*\"|(?:https?://|www\.)\S+|\([^()]*\b(?:meld|prop|nou|jf|lov)\b[^()]*\)"
)
"""Quotes, addresses and references: no deadline of the action stands in them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A deadline at ``start:end`` of the sentence."""

    start: int
    end: int
    deadline: Deadline


@cache
def _led(name: str) -> re.Pattern[str]:
    between = rf"(?:[\s,]*(?:{sign('between')}|{sign('end_of')}|{sign('during')}))"
    return re.compile(rf"{sign(name)}{between}{{0,3}}[\s,]*$")


@cache
def _fixed() -> tuple[re.Pattern[str], ...]:
    """Expressions that need no calendar: plan period, lengths, "snarast"."""
    small = rf"(?:\s+(?:{sign('end_of')}|{sign('period_start')}|heile|hele|denne|den))*"
    period = (
        rf"(?:{sign('in_text_by')}|{sign('during')}|{sign('at_end_of')}|{sign('period_start')}"
        rf"|(?<!\w)i(?=\s))"
        rf"{small}\s+{sign('own_period')}"
    )
    return (
        re.compile(period),
        re.compile(rf"{sign('in_text_by')}\s+{length_pattern()}"),
        re.compile(sign("in_text_soon")),
    )


def _floor(context: Context) -> int | None:
    """The year before which a time is background."""
    if context.document_date:
        return context.document_date.year
    return context.plan_start.year if context.plan_start else context.default_year


def _is_ahead(stretch: Stretch, context: Context) -> bool:
    floor, year = _floor(context), stretch.moments[0].year
    return floor is not None and year is not None and year >= floor


def _of_stretch(text: str, stretch: Stretch, context: Context) -> Span | None:
    lead = text[: stretch.start]
    for name in ("in_text_by", "at_end_of", "during"):
        if found := _led(name).search(lead):
            return found.start(), stretch.end
    if not _is_ahead(stretch, context):
        return None
    for name in ("in_text_from", "from"):
        if found := _led(name).search(lead):
            return found.start(), stretch.end
    unit = stretch.moments[0].unit
    if unit in {"season", "quarter", "tertial", "half", "month"}:
        return stretch.start, stretch.end
    if unit == "year" and (found := re.search(r"(?<!\w)i(?:\s+perioden)?\s+$", lead)):
        return found.start(), stretch.end
    return None


def _of_repeat(text: str, cell: Cell) -> Span | None:
    repeat = cell.repeat
    if repeat is None or re.match(sign("rate"), text[repeat.start : repeat.end]):
        return None
    if repeat.adverb and not _stands_alone(text, repeat.start, repeat.end):
        return None
    start, end = repeat.start, repeat.end
    between = rf"[\s,]*(?:i|den|{sign('in_text_by')})?\s*"
    for stretch in (found for found in cell.stretches if not found.known):
        if stretch.end <= start and not text[stretch.end : start].strip(" ,"):
            start = stretch.start
        elif stretch.start >= end and re.fullmatch(between, text[end : stretch.start]):
            end = stretch.end
    return start, end


@cache
def _follows() -> re.Pattern[str]:
    words = any_of(*lexicon()["not_deadline"]["after_adverb"])
    return re.compile(rf"\s*(?:$|[.,;:)!]|{words})")


@cache
def _precedes() -> re.Pattern[str]:
    return re.compile(any_of(*lexicon()["not_deadline"]["before"]) + r"\s*(?:\w+\s+)?$")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """An adverb at the end of its clause, not an adjective ("årleg rapport") nor a rate."""
    return bool(_follows().match(text, end)) and not _precedes().search(text[:start])


@cache
def _background() -> re.Pattern[str]:
    return re.compile(any_of(*lexicon()["not_deadline"]["history"]) + r"[^.;]{0,30}$")


def _spans(text: str, context: Context) -> Iterator[Span]:
    cell = Cell(text, context.policy)
    if found := _of_repeat(text, cell):
        yield found
    for stretch in cell.stretches:
        if (found := _of_stretch(text, stretch, context)) and not _background().search(
            text[: found[0]]
        ):
            yield found
    for pattern in _fixed():
        yield from (match.span() for match in pattern.finditer(text))


def _apart(spans: list[Span], silent: list[Span]) -> list[Span]:
    """The longest spans first, none over another nor in silent text."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= a or b <= start for a, b in kept + silent):
            kept.append((start, end))
    return sorted(kept)


def find_deadlines(text: str, context: Context = NO_CONTEXT) -> list[Mention]:
    """The deadlines that an action's sentence names, in order; none is usual.

    A year in a title, a quote or an address, a rate ("2 prosent årleg"), an adjective ("årleg
    rapport") and the past ("frå 2010") are no deadlines. ``raw`` is ``text[start:end]`` with
    white space folded.
    """
    low = lowered(text[:MAX_SENTENCE])
    silent = [found.span() for found in _SILENT.finditer(low)]
    made = []
    for start, end in _apart(list(_spans(low, context)), silent):
        deadline = read_deadline(text[start:end], context)
        if deadline is not None and deadline.kind != "unknown":
            confidence = round(deadline.confidence * IN_SENTENCE, 3)
            made.append(Mention(start, end, deadline.model_copy(update={"confidence": confidence})))
    return made
