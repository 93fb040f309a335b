"""Cells left open at a page break: word processors draw no border where a row is cut."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.layout.tables.edges import SNAP, Edges, Span, joined

FEWEST = 3
"""So many upright lines that end at one height are borders of cells, cut there together."""


def close_open_ends(edges: Edges) -> Edges:
    """With a level line added where three or more upright lines begin or end side by side."""
    ends = sorted((end, x) for x, spans in edges.upright for span in spans for end in span)
    added: list[tuple[float, Span]] = []
    for group in _near(ends):
        xs = sorted({x for _, x in group})
        if len(xs) >= FEWEST:
            added.append((group[0][0], (xs[0], xs[-1])))
    return Edges(_with(edges.level, added), edges.upright) if added else edges


def _near(ends: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    groups: list[list[tuple[float, float]]] = []
    for end in ends:
        if groups and end[0] - groups[-1][0][0] <= SNAP:
            groups[-1].append(end)
        else:
            groups.append([end])
    return groups


def _with(
    level: Sequence[tuple[float, tuple[Span, ...]]], added: Sequence[tuple[float, Span]]
) -> tuple[tuple[float, tuple[Span, ...]], ...]:
    """Level lines with the added ones; an added one falls in with a line that is there."""
    lines = {y: list(spans) for y, spans in level}
    for y, span in added:
        place = next((at for at in lines if abs(at - y) <= SNAP), y)
        lines.setdefault(place, []).append(span)
    return tuple((y, tuple(joined(lines[y]))) for y in sorted(lines))
