"""Plans against plans: what places share, what only one has, and the figures of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planextract.comparison.forms import base, split, words
from planextract.comparison.groups import Group, group
from planextract.comparison.records import Record, records
from planextract.comparison.themes import theme_ids
from planextract.model.plan import RecordCandidate
from planextract.published import Published

NO_THEME = ""
"""The theme of what no word of the list was found in."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality, or a plan whose municipality is not known."""

    name: str
    actions: int
    strategies: int
    goals: int
    """Aims: its goals without the strategies."""
    with_owner: int
    with_deadline: int
    with_resources: int
    """Of its actions, how many have one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several plans side by side; places, plans and records are named by their position."""

    plans: tuple[Published, ...]
    places: tuple[Place, ...]
    place_of: tuple[int, ...]
    """Place of each plan."""
    records: tuple[Record, ...]
    groups: tuple[Group, ...]
    """Like aims, and like strategies and actions, of two places or more; most places first."""

    def place(self, record: Record) -> int:
        """Place of a record."""
        return self.place_of[record.plan]

    @property
    def actions(self) -> list[Record]:
        """The actions of all plans."""
        return [record for record in self.records if record.kind == "action"]

    @property
    def does(self) -> list[Record]:
        """What the plans will do: their strategies and actions."""
        return [record for record in self.records if record.does]

    @property
    def candidates(self) -> list[tuple[int, RecordCandidate]]:
        """What may be a record, with the position of its plan; counted and matched nowhere."""
        return [(at, each) for at, p in enumerate(self.plans) for each in p.plan.candidates]

    def alone(self) -> list[Record]:
        """Records that no other place has the like of."""
        shared = {member for group_ in self.groups for member in group_.members}
        return [record for at, record in enumerate(self.records) if at not in shared]


def compare_plans(plans: Sequence[Published]) -> Comparison:
    """All plans compared; the order of the plans is the order of everything."""
    rows = records(plans)
    place_of, names = _places(plans)
    found = [g for does in (False, True) for g in _groups(rows, does)]
    shared = [(len({place_of[rows[m].plan] for m in g.members}), g) for g in found]
    ranked = sorted((s for s in shared if s[0] > 1), key=lambda s: (-s[0], s[1].members))
    places = tuple(_place(at, name, place_of, rows) for at, name in enumerate(names))
    return Comparison(tuple(plans), places, place_of, tuple(rows), tuple(g for _, g in ranked))


def matrix(comparison: Comparison) -> dict[str, list[int]]:
    """Strategies and actions of each place by theme; one with several themes counts in each."""
    counts = {theme: [0] * len(comparison.places) for theme in (*theme_ids(), NO_THEME)}
    for record in comparison.does:
        for theme in record.themes or (NO_THEME,):
            counts[theme][comparison.place(record)] += 1
    return {theme: row for theme, row in counts.items() if any(row)}


def deadline_kinds(comparison: Comparison) -> Counter[str]:
    """Actions by kind of deadline; those without one under the empty string."""
    return Counter(r.deadline.kind if r.deadline else "" for r in comparison.actions)


@dataclass(frozen=True, slots=True)
class OwnerCount:
    """An owner as most of its actions name it, over spellings and written forms."""

    name: str
    actions: int
    places: int


def owners(comparison: Comparison) -> list[OwnerCount]:
    """Owners by number of actions; names with the same base forms count as one."""
    named: dict[tuple[str, ...], Counter[str]] = {}
    places: dict[tuple[str, ...], set[int]] = {}
    for record in comparison.actions:
        for name in dict.fromkeys(record.owners):
            key = tuple(part for word in words(name) for part in split(base(word))) or (name,)
            named.setdefault(key, Counter())[name] += 1
            places.setdefault(key, set()).add(comparison.place(record))
    counted = [
        OwnerCount(names.most_common(1)[0][0], names.total(), len(places[key]))
        for key, names in named.items()
    ]
    return sorted(counted, key=lambda owner: (-owner.actions, owner.name))


def un_goals(comparison: Comparison) -> dict[int, list[int]]:
    """Records of each place that name a UN goal, by its number."""
    counts: dict[int, list[int]] = {}
    for record in comparison.records:
        for number in record.un_goals:
            row = counts.setdefault(number, [0] * len(comparison.places))
            row[comparison.place(record)] += 1
    return dict(sorted(counts.items()))


def _groups(rows: Sequence[Record], does: bool) -> Iterable[Group]:
    """The groups of aims, or of what is done, their members by place among all records.

    One plan's strategy is another's action, so the two are matched together.
    """
    at = [number for number, row in enumerate(rows) if row.does == does]
    for found in group([rows[number].text for number in at]):
        members = tuple(at[member] for member in found.members)
        yield Group(members, found.words, found.weakest, at[found.center])


def _places(plans: Sequence[Published]) -> tuple[tuple[int, ...], list[str]]:
    """The place of each plan, and the places' names, those of two places told apart."""
    keys: dict[tuple[str, str], int] = {}
    place_of, names, details = [], [], []
    for published in plans:
        owner = published.plan.plan.municipality
        key = ("municipality", owner.number) if owner else ("plan", published.key)
        if key not in keys:
            keys[key] = len(keys)
            names.append(owner.name if owner else published.name)
            details.append((owner.county or owner.number) if owner else published.file)
        place_of.append(keys[key])
    twice = {name for name, n in Counter(names).items() if n > 1}
    told = [f"{n} ({d})" if n in twice else n for n, d in zip(names, details, strict=True)]
    return tuple(place_of), told


def _place(at: int, name: str, place_of: Sequence[int], rows: Sequence[Record]) -> Place:
    own = [row for row in rows if place_of[row.plan] == at]
    actions = [row for row in own if row.kind == "action"]
    return Place(
        name=name,
        actions=len(actions),
        strategies=sum(row.kind == "strategy" for row in own),
        goals=sum(row.kind == "goal" for row in own),
        with_owner=sum(bool(row.owners) for row in actions),
        with_deadline=sum(
            row.deadline is not None and row.deadline.kind != "unset" for row in actions
        ),
        with_resources=sum(bool(row.resources) for row in actions),
    )
