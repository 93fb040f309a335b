"""Regions and rows of a table by zebra shading or by rules between the rows only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planextract.layout.tables.edges import Span, edges_of, joined
from planextract.model.page import Box, Fill, Page

SAME_EDGE = 3.0
"""Points by which the ends of bands of one table may differ."""
TALLEST_ROW = 220.0
"""Points; edges farther apart belong to different tables."""
FEWEST_EDGES = 3
"""Edges (two rows) that make a region."""
NARROWEST_TABLE = 120.0
"""Points; a narrower stack of lines is a form, a chart or an ornament."""
NARROWEST_PIECE = 40.0
"""Points; a shorter rule parts no rows."""

NARROWEST_CELL = 12.0
"""Points; shorter pieces of a rule are dashes."""

Band = tuple[Box, tuple[float, ...]]
"""A shaded row or a rule, and x of the borders between the pieces that make it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A border between rows: its y, and the part of the table's width that it is drawn over."""

    y: float
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Banded:
    """A region whose rows are told by lines or shading."""

    x0: float
    x1: float
    edges: tuple[Edge, ...]
    shaded: bool = False
    """Whether shading tells the rows: between two shaded ones there may stand several."""
    bands: tuple[Band, ...] = ()

    @property
    def columns(self) -> tuple[float, ...]:
        """x of the borders between columns, where most of two or more bands show them."""
        box = self.box
        shown = [
            inner
            for band, inner in self.bands
            if box.x0 - SAME_EDGE <= band.x0
            and band.x1 <= box.x1 + SAME_EDGE
            and box.top - SAME_EDGE <= band.top <= box.bottom - SAME_EDGE
        ]
        counts = Counter(round(x) for inner in shown for x in inner)
        return tuple(sorted(float(x) for x, n in counts.items() if n * 2 > len(shown) > 1))

    @property
    def box(self) -> Box:
        return Box(self.x0, self.edges[0].y, self.x1, self.edges[-1].y)


def drawn_edges(page: Page) -> list[Edge]:
    """The level rules of a page, pieces of one joined, from top to bottom."""
    level = edges_of(rule for rule in page.rules if rule.horizontal).level
    return [Edge(y, x0, x1) for y, spans in level for x0, x1 in spans if x1 - x0 >= NARROWEST_PIECE]


def banded_regions(page: Page, exclude: Sequence[Box]) -> list[Banded]:
    """Stacks of bands or level rules that share an end, from top to bottom."""
    bands = bands_of(fill for fill in page.fills if not _inside(fill.box, exclude))
    shaded = [Edge(y, band.x0, band.x1) for band, _ in bands for y in (band.top, band.bottom)]
    drawn = [e for e in drawn_edges(page) if not _inside(Box(e.x0, e.y, e.x1, e.y), exclude)]
    stacks, loose = [], list[Edge]()
    for stack in _stacks(shaded):
        if _is_region(merged_edges(stack)):
            stacks.append(stack)
        else:
            loose += stack
    for edge in drawn:
        home = next((s for s in stacks if s[0].y <= edge.y <= s[-1].y and _belongs(edge, s)), None)
        (home if home is not None else loose).append(edge)
    pieced = pieces_of(page) if loose else []
    found = [_banded(stack, bands, True) for stack in stacks]
    found += [_banded(stack, [*bands, *pieced], False) for stack in _stacks(loose)]
    regions = [banded for banded in found if _is_region(banded.edges)]
    return sorted(regions, key=lambda banded: (banded.edges[0].y, banded.x0))


def _banded(stack: Sequence[Edge], bands: Sequence[Band], shaded: bool) -> Banded:
    return Banded(*_ends(stack), tuple(merged_edges(stack)), shaded, tuple(bands))


def _inside(box: Box, exclude: Sequence[Box]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(other.contains(x, y) for other in exclude)


def bands_of(fills: Iterable[Fill]) -> list[Band]:
    """Fills side by side as one band each, with the borders between them."""
    rows: dict[tuple[int, int], list[Box]] = {}
    for fill in fills:
        if fill.box.height < TALLEST_ROW:
            key = (round(fill.box.top), round(fill.box.bottom))
            near = next((k for k in rows if abs(k[0] - key[0]) < 2 and abs(k[1] - key[1]) < 2), key)
            rows.setdefault(near, []).append(fill.box)
    return sorted(_joints(rows.values()), key=lambda band: band[0].top)


def _joints(rows: Iterable[Sequence[Box]]) -> Iterator[Band]:
    """The pieces of each row that touch, as one band with the places where they do."""
    for boxes in rows:
        for x0, x1 in joined((box.x0, box.x1) for box in boxes):
            part = [box for box in boxes if x0 <= box.x0 and box.x1 <= x1]
            inner = {round(box.x0, 1) for box in part if box.x0 > x0 + SAME_EDGE}
            yield Box.around(part), tuple(sorted(inner))


def pieces_of(page: Page) -> list[Band]:
    """Level rules drawn cell by cell, as browsers do: their joints are borders of columns."""
    rows: dict[int, list[Box]] = {}
    for rule in page.rules:
        if rule.horizontal and rule.x1 - rule.x0 >= NARROWEST_CELL:
            box = Box(rule.x0, rule.top, rule.x1, rule.bottom)
            rows.setdefault(round(rule.top), []).append(box)
    return list(_joints(rows.values()))


def _stacks(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Edges one below the other with a common end, no farther apart than a row is high."""
    stacks: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: (edge.y, edge.x0 - edge.x1)):
        home = next((s for s in reversed(stacks) if _follows(edge, s)), None)
        if home is None:
            stacks.append([edge])
        else:
            home.append(edge)
    return stacks


def merged_edges(stack: Iterable[Edge]) -> list[Edge]:
    """Edges that touch as one each: the widest."""
    merged: list[Edge] = []
    for edge in sorted(stack, key=lambda edge: edge.y):
        if not merged or edge.y - merged[-1].y > SAME_EDGE:
            merged.append(edge)
        elif edge.x1 - edge.x0 > merged[-1].x1 - merged[-1].x0:
            merged[-1] = Edge(merged[-1].y, edge.x0, edge.x1)
    return merged


def _follows(edge: Edge, stack: Sequence[Edge]) -> bool:
    return _belongs(edge, stack) and edge.y - stack[-1].y <= TALLEST_ROW


def _belongs(edge: Edge, stack: Sequence[Edge]) -> bool:
    x0, x1 = _ends(stack)
    within = edge.x0 >= x0 - SAME_EDGE and edge.x1 <= x1 + SAME_EDGE
    around = edge.x0 <= x0 + SAME_EDGE and edge.x1 >= x1 - SAME_EDGE
    shares = abs(edge.x0 - x0) <= SAME_EDGE or abs(edge.x1 - x1) <= SAME_EDGE
    return (within or around) and shares


def _ends(stack: Sequence[Edge]) -> Span:
    return min(edge.x0 for edge in stack), max(edge.x1 for edge in stack)


def _is_region(stack: Sequence[Edge]) -> bool:
    x0, x1 = _ends(stack)
    whole = sum(edge.x1 - edge.x0 >= x1 - x0 - 2 * SAME_EDGE for edge in stack)
    return len(stack) >= FEWEST_EDGES and whole >= 2 and x1 - x0 >= NARROWEST_TABLE
