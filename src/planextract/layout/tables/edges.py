"""Ruling lines as the edges of cells: near ones drawn together, broken ones joined.

The tolerances and their order are those of pdfplumber's table finder (MIT licence), which
the tests hold this against.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planextract.model.page import Fill, Rule

SNAP = 3.0
"""Points; parallel lines nearer than this are one line (double rules, borders of cells)."""
JOIN = 3.0
"""Points; pieces of a line with a smaller gap are one piece."""
SHORTEST_EDGE = 3.0
"""Points; what is shorter after joining is a tick or a corner."""

Span = tuple[float, float]
Lines = tuple[tuple[float, tuple[Span, ...]], ...]
"""Parallel lines by their place, each with the spans that it is drawn over."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Level lines by their y, upright lines by their x, each with the spans it is drawn over."""

    level: Lines
    upright: Lines


def edges_of(rules: Iterable[Rule], fills: Iterable[Fill] = ()) -> Edges:
    """The edges that rules, and the sides of cell-shaped fills, make."""
    level: list[tuple[float, Span]] = []
    upright: list[tuple[float, Span]] = []
    for rule in rules:
        if rule.horizontal:
            level.append(((rule.top + rule.bottom) / 2, (rule.x0, rule.x1)))
        else:
            upright.append(((rule.x0 + rule.x1) / 2, (rule.top, rule.bottom)))
    for fill in fills:
        x0, top, x1, bottom = fill.box
        level += [(top, (x0, x1)), (bottom, (x0, x1))]
        upright += [(x0, (top, bottom)), (x1, (top, bottom))]
    return Edges(_snapped(level), _snapped(upright))


def _snapped(lines: Sequence[tuple[float, Span]]) -> Lines:
    """Lines gathered by their place, each place the mean of its lines."""
    groups: list[list[tuple[float, Span]]] = []
    for line in sorted(lines):
        if groups and line[0] - groups[-1][-1][0] <= SNAP:
            groups[-1].append(line)
        else:
            groups.append([line])
    found = []
    for group in groups:
        spans = joined(span for _, span in group)
        long_enough = tuple(s for s in spans if s[1] - s[0] >= SHORTEST_EDGE)
        if long_enough:
            found.append((sum(place for place, _ in group) / len(group), long_enough))
    return tuple(found)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap or nearly touch, as one each, in order."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1] + JOIN:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result
