"""Edges to cells to tables: the smallest closed rectangles, gathered by shared corners.

The geometry is that of pdfplumber's table finder (MIT licence), on a grid of booleans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from planextract.layout.tables.edges import Edges, Span
from planextract.model.page import Box

MEET = 3.0
"""Points by which a level and an upright line may miss each other and still meet."""

Flags = NDArray[np.bool_]


def find_cells(edges: Edges) -> list[Box]:
    """The cells that the edges close, from top to bottom, left to right."""
    if len(edges.level) < 2 or len(edges.upright) < 2:
        return []
    ys, xs = [y for y, _ in edges.level], [x for x, _ in edges.upright]
    meets_level, along_level = _coverage([spans for _, spans in edges.level], xs)
    meets_upright, along_upright = _coverage([spans for _, spans in edges.upright], ys)
    corners = (meets_level & meets_upright.T).tolist()
    return [
        Box(xs[i], ys[j], xs[i2], ys[j2])
        for j, i, j2, i2 in _rectangles(corners, along_level.tolist(), along_upright.T.tolist())
    ]


def _coverage(lines: Sequence[Sequence[Span]], places: Sequence[float]) -> tuple[Flags, Flags]:
    """For each line, the places that it touches, and the steps between places that it covers."""
    at = np.array(places)
    touches = np.zeros((len(lines), len(at)), bool)
    covers = np.zeros((len(lines), len(at) - 1), bool)
    for row, spans in enumerate(lines):
        for start, end in spans:
            inside = (at >= start - MEET) & (at <= end + MEET)
            touches[row] |= inside
            covers[row] |= inside[:-1] & inside[1:]
    return touches, covers


def _rectangles(
    corners: list[list[bool]], level: list[list[bool]], upright: list[list[bool]]
) -> Iterator[tuple[int, int, int, int]]:
    """Top, left, bottom, right places of the smallest rectangle below and right of each corner."""
    rows, columns = len(corners), len(corners[0])
    standing = list(zip(*corners, strict=True))
    covered = list(zip(*upright, strict=True))
    for j in range(rows - 1):
        for i in range(columns - 1):
            if not corners[j][i] or not level[j][i] or not upright[j][i]:
                continue
            rights = list(_reached(corners[j], level[j], i))
            downs = _reached(standing[i], covered[i], j)
            found = next(
                (
                    (j2, i2)
                    for j2 in downs
                    for i2 in rights
                    if corners[j2][i2] and all(level[j2][i:i2]) and all(covered[i2][j:j2])
                ),
                None,
            )
            if found:
                yield j, i, *found


def _reached(corners: Sequence[bool], covered: Sequence[bool], start: int) -> Iterator[int]:
    """The corners that a line reaches from one of its corners, nearest first."""
    for place in range(start + 1, len(corners)):
        if not covered[place - 1]:
            return
        if corners[place]:
            yield place


def gather(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners, a table each, in order of their first cell."""
    parent = list(range(len(cells)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    owner: dict[tuple[float, float], int] = {}
    for k, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            first = owner.setdefault(corner, k)
            low, high = sorted((root(first), root(k)))
            parent[high] = low
    groups: dict[int, list[Box]] = {}
    for k, cell in enumerate(cells):
        groups.setdefault(root(k), []).append(cell)
    return list(groups.values())
