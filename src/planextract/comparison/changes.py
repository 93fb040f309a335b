"""What a new edition of a plan changes: added, dropped, reworded, moved, slipped, handed over."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from planextract.comparison.forms import base, words
from planextract.comparison.items import KINDS, Item, Kind, items, plain
from planextract.comparison.pairing import Pairs, pair
from planextract.model.plan import Deadline, Plan, Resources

What = Literal["added", "dropped", "reworded", "moved", "deadline", "owners", "resources", "field"]
WHATS: tuple[What, ...] = (
    "added", "dropped", "reworded", "moved", "deadline", "owners", "resources", "field",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one item; ``before`` and ``after`` are the values for people."""

    what: What
    kind: Kind
    old: Item | None
    new: Item | None
    before: str = ""
    after: str = ""
    field: str = ""
    """For ``moved``: area, goals or order; for ``field``: the name of the value."""
    days: int | None = None
    """For a deadline with a last day in both: how many days later it is."""

    @property
    def item(self) -> Item:
        """The item as it is now, or as it last was."""
        item = self.new or self.old
        assert item is not None
        return item


def changes(old: Plan, new: Plan) -> list[Change]:
    """All changes, kind by kind, in the order of the new plan; those dropped come last.

    Ids, pages and numbers alone are no change: they shift when something is put in front.
    """
    editions = _Editions(items(old), items(new))
    return [change for kind in KINDS for change in editions.changes(kind)]


class _Editions:
    """Both editions with their items paired."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self._old = {kind: [i for i in old if i.kind == kind] for kind in KINDS}
        self._new = {kind: [i for i in new if i.kind == kind] for kind in KINDS}
        self._names = {(item.kind, item.id): item.wording for item in old}
        self._names_now = {(item.kind, item.id): item.wording for item in new}
        self._became: dict[tuple[Kind, str], str] = {}
        """Kind and id of an item to the id that it has now."""
        self._pairs: dict[Kind, Pairs] = {}
        for kind in KINDS:
            pairs = pair(self._old[kind], self._new[kind], self._same_place)
            self._pairs[kind] = pairs
            for i, j in pairs.items():
                self._became[kind, self._old[kind][i].id] = self._new[kind][j].id

    def _now(self, kind: Kind, id_: str) -> str | None:
        """The id that an item has now, None if it is no more; an id of no item stays."""
        return self._became.get((kind, id_)) if (kind, id_) in self._names else id_

    def _same_place(self, before: str, after: str) -> bool:
        """Whether two ids name the same area, or both none."""
        return self._now("area", before) == after

    def changes(self, kind: Kind) -> Iterator[Change]:
        """The changes of one kind of items."""
        old, new, pairs = self._old[kind], self._new[kind], self._pairs[kind]
        was = {j: i for i, j in pairs.items()}
        moved = self._out_of_order(kind)
        for j, item in enumerate(new):
            if j not in was:
                yield Change("added", kind, None, item, after=item.wording)
            else:
                yield from self._compared(old[was[j]], item, j in moved)
        for i, item in enumerate(old):
            if i not in pairs:
                yield Change("dropped", kind, item, None, before=item.wording)

    def _compared(self, old: Item, new: Item, out_of_order: bool) -> Iterator[Change]:
        kind = new.kind
        if old.wording != new.wording:
            yield Change("reworded", kind, old, new, old.wording, new.wording)
        yield from self._moved(old, new, out_of_order)
        yield from _deadline(old, new)
        if _owners(old) != _owners(new):
            yield Change("owners", kind, old, new, _owner_names(old), _owner_names(new))
        if _resources(old.resources) != _resources(new.resources):
            before, after = (i.resources.raw if i.resources else "" for i in (old, new))
            yield Change("resources", kind, old, new, before, after)
        for name in dict.fromkeys((*old.fields, *new.fields)):
            before, after = old.fields.get(name, ""), new.fields.get(name, "")
            if before != after:
                yield Change("field", kind, old, new, before, after, name)

    def _moved(self, old: Item, new: Item, out_of_order: bool) -> Iterator[Change]:
        """At most one move: to another area, else to other goals, else within its area."""
        if not self._same_place(old.area, new.area):
            before = self._names.get(("area", old.area), "")
            after = self._names_now.get(("area", new.area), "")
            yield Change("moved", new.kind, old, new, before, after, "area")
        elif {self._now("goal", id_) for id_ in old.parents} != set(new.parents):
            before = "; ".join(self._names.get(("goal", id_), id_) for id_ in old.parents)
            after = "; ".join(self._names_now.get(("goal", id_), id_) for id_ in new.parents)
            yield Change("moved", new.kind, old, new, before, after, "goals")
        elif out_of_order:
            yield Change("moved", new.kind, old, new, field="order")

    def _out_of_order(self, kind: Kind) -> set[int]:
        """New items that stand elsewhere among those that stayed in their area.

        Method: the longest run of pairs whose order is the same has stayed; others moved.
        """
        old, new = self._old[kind], self._new[kind]
        by_area: dict[str, list[tuple[int, int]]] = {}
        for i, j in self._pairs[kind].items():
            if self._same_place(old[i].area, new[j].area):
                by_area.setdefault(new[j].area, []).append((i, j))
        moved: set[int] = set()
        for pairs in by_area.values():
            places = [j for _, j in sorted(pairs)]
            moved |= set(places) - _longest_rising(places)
        return moved


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The numbers of a longest rising subsequence (patience sorting)."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        below[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    kept, number_ = set(), tops[-1] if tops else None
    while number_ is not None:
        kept.add(number_)
        number_ = below[number_]
    return kept


def _deadline(old: Item, new: Item) -> Iterator[Change]:
    if _when(old.deadline) == _when(new.deadline):
        return
    before, after = (plain(i.deadline.raw) if i.deadline else "" for i in (old, new))
    ends = [i.deadline.end if i.deadline else None for i in (old, new)]
    days = None
    if ends[0] and ends[1]:
        days = (dt.date.fromisoformat(ends[1]) - dt.date.fromisoformat(ends[0])).days
    yield Change("deadline", new.kind, old, new, before, after, days=days)


def _when(deadline: Deadline | None) -> tuple[str | None, ...]:
    """What a deadline says, however it is worded; the wording where no more is known."""
    if deadline is None:
        return ()
    normal = (deadline.start, deadline.end, deadline.edtf, deadline.rrule)
    if any(normal):
        return (deadline.kind, *normal)
    known = deadline.kind in ("ongoing", "plan_period", "unset")
    return (deadline.kind, None if known else plain(deadline.raw).casefold())


def _owners(item: Item) -> frozenset[tuple[str, str]]:
    """Names by their base forms, with their roles; the cell's words where none was read."""
    if not item.owners:
        return frozenset({(_name(item.owners_raw), "")} if item.owners_raw else ())
    return frozenset((_name(owner.name), owner.role) for owner in item.owners)


def _name(name: str) -> str:
    return " ".join(base(word) for word in words(name)) or name


def _owner_names(item: Item) -> str:
    return "; ".join(owner.name for owner in item.owners) or item.owners_raw


def _resources(resources: Resources | None) -> tuple[object, ...]:
    if resources is None:
        return ()
    read = (resources.amount, resources.currency, resources.fte, resources.within_budget)
    return read if any(value is not None for value in read) else (plain(resources.raw).casefold(),)
