"""Cards: lines in one shaded area are read together, apart from what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planextract.layout.lines import Line
from planextract.layout.order import Zone, reading_order
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Page

LARGEST = 0.6
"""Share of the page from which a shaded area is its ground, no card."""
FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, a table or a card with its box, to be put in reading order."""

    box: Box
    line: Line | None = None
    table: TableBlock | None = None
    inner: tuple[Placed, ...] = field(default=())
    """What stands in a card."""


def zones_of(page: Page, lines: Sequence[Line], tables: Sequence[TableBlock]) -> list[Zone[Placed]]:
    """The zones of a page in reading order; each card is zones of its own."""
    placed = [Placed(line.box, line=line) for line in lines]
    placed += [Placed(table.box, table=table) for table in tables]
    return list(_unfolded(_with_cards(page, placed)))


def _with_cards(page: Page, placed: Sequence[Placed]) -> list[Placed]:
    """The things of a page, those of one card gathered, cards in a panel inside it."""
    cards = {f.box for f in page.fills if f.box.area < LARGEST * page.width * page.height}
    things = list(placed)
    for box in sorted(cards, key=lambda box: (box.area, box)):
        inside = [thing for thing in things if _stands_in(thing, box)]
        if len(inside) >= FEWEST_LINES:
            taken = set(map(id, inside))
            things = [thing for thing in things if id(thing) not in taken]
            things.append(Placed(box, inner=tuple(inside)))
    return things


def _stands_in(thing: Placed, box: Box) -> bool:
    middle = ((thing.box.x0 + thing.box.x1) / 2, (thing.box.top + thing.box.bottom) / 2)
    return box.contains(*middle) and thing.table is None and box.area > thing.box.area


def _unfolded(placed: Sequence[Placed], column: int = 0) -> Iterator[Zone[Placed]]:
    """Zones in reading order, a card's own in its place."""
    for zone in reading_order(placed, column=column):
        waiting: list[Placed] = []
        for thing in zone.things:
            if not thing.inner:
                waiting.append(thing)
                continue
            if waiting:
                yield Zone(tuple(waiting), zone.column, zone.box)
            waiting = []
            yield from _unfolded(thing.inner, zone.column)
        if waiting:
            yield Zone(tuple(waiting), zone.column, zone.box)
