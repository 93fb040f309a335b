"""Cells left open, at a page break or at the sides of a table, closed where their lines end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planextract.layout.tables.edges import SNAP, Edges, Lines, Span, joined

End = tuple[float, float, Span]
"""An end of a line: where along the line, the line's place, and the span that ends there."""


def closed(edges: Edges) -> Edges:
    """The edges, and those that a person sees though they are not drawn.

    Two neighbouring lines that end side by side, and that a drawn line joins elsewhere, are
    joined at their ends too.
    """
    level = _with(edges.level, _outline(edges.upright, edges.level))
    upright = _with(edges.upright, _outline(edges.level, edges.upright))
    return Edges(_with(level, _missing(upright, level)), _with(upright, _missing(level, upright)))


def _outline(lines: Lines, across: Lines) -> Iterator[tuple[float, Span]]:
    """Outer borders that are not drawn: along ends of two or more ``lines``, as far as the
    lines across them reach."""
    for group in _together(_ends(lines)):
        places = sorted({place for _, place, _ in group})
        at = sum(end for end, _, _ in group) / len(group)
        if len(places) < 2 or _touched(across, (places[0], places[-1]), at):
            continue
        reached = [
            over
            for place, spans in across
            for over in spans
            for _, line, span in group
            if span[0] - SNAP <= place <= span[1] + SNAP and _covers(over, line)
        ]
        if reached:
            reached.append((places[0], places[-1]))
            yield at, (min(start for start, _ in reached), max(end for _, end in reached))


def _ends(lines: Lines) -> list[End]:
    return sorted((end, place, span) for place, spans in lines for span in spans for end in span)


def _covers(span: Span, place: float) -> bool:
    return span[0] - SNAP <= place <= span[1] + SNAP


def _touched(across: Lines, over: Span, at: float) -> bool:
    """Whether any line is drawn at a place, over part of a span."""
    return any(
        abs(place - at) <= SNAP and any(start < over[1] and end > over[0] for start, end in spans)
        for place, spans in across
    )


def _missing(lines: Lines, across: Lines) -> Iterator[tuple[float, Span]]:
    """Edges across the ends of ``lines`` that are not among those drawn ``across`` them."""
    for group in _together(_ends(lines)):
        beside = sorted((place, span) for _, place, span in group)
        at = sum(end for end, _, _ in group) / len(group)
        for (one, first), (other, second) in pairwise(beside):
            shared = (max(first[0], second[0]), min(first[1], second[1]))
            if (
                other - one > SNAP
                and not _drawn(across, (one, other), (at, at))
                and _drawn(across, (one, other), shared)
                and not _passes(lines, (one, other), at)
            ):
                yield at, (one, other)


def _together(
    ends: Sequence[End],
) -> Iterator[list[End]]:
    group: list[End] = []
    for end in ends:
        if group and end[0] - group[0][0] > SNAP:
            yield group
            group = []
        group.append(end)
    if group:
        yield group


def _drawn(across: Lines, over: Span, within: Span) -> bool:
    """Whether a line is drawn over a span, at a place within another."""
    return any(
        within[0] - SNAP <= place <= within[1] + SNAP
        and any(start <= over[0] + SNAP and end >= over[1] - SNAP for start, end in spans)
        for place, spans in across
    )


def _passes(lines: Lines, between: Span, at: float) -> bool:
    """Whether another line runs on between two that end."""
    return any(
        between[0] + SNAP < place < between[1] - SNAP
        and any(start + SNAP < at < end - SNAP for start, end in spans)
        for place, spans in lines
    )


def _with(lines: Lines, added: Iterator[tuple[float, Span]]) -> Lines:
    found = {place: list(spans) for place, spans in lines}
    for at, span in added:
        place = min(found, key=lambda known: abs(known - at), default=at)
        place = place if abs(place - at) <= SNAP else at
        found.setdefault(place, []).append(span)
    return tuple((place, tuple(joined(found[place]))) for place in sorted(found))
