"""What the probabilities say of the reading itself: how much is likely missing or misnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import AIMS, RECORDS, ROLES, Role
from planextract.meaning.units.gather import Units

KINDS: dict[str, tuple[Role, ...]] = {
    "does": (Role.ACTION, Role.STRATEGY),
    "aims": AIMS,
    "milestones": (Role.MILESTONE,),
}
"""What is judged together: what the plan will do, what it aims at, the steps of a process."""
_RECORDS = [ROLES.index(role) for role in RECORDS]


@dataclass(frozen=True, slots=True)
class Region:
    """A list or table that looks like records and gave none."""

    page: int
    units: int
    likely: float
    """How many records it likely holds."""
    text: str
    """How it begins."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How well a kind of record was likely read."""

    found: int
    right: float
    """How many of those found are likely right."""
    there: float
    """How many there likely are."""

    @property
    def f1(self) -> float:
        """The expected F1: 1.0 where nothing is there and nothing was found."""
        both = self.found + self.there
        return 2 * self.right / both if both else 1.0


def estimate(units: Units, reading: Reading) -> dict[str, Estimate]:
    """For each kind how many were found, are likely right, and are likely there."""
    free = _free(units, reading)
    found: dict[str, Estimate] = {}
    for kind, roles in KINDS.items():
        columns = [ROLES.index(role) for role in roles]
        mass = reading.probabilities[:, columns].sum(axis=1) if len(free) else np.zeros(0)
        chosen = [at for at in free if reading.roles[at] in roles]
        right = float(sum(mass[at] for at in chosen))
        there = float(sum(mass[at] for at in free))
        found[kind] = Estimate(len(chosen), right, there)
    return found


def unread_regions(units: Units, reading: Reading, *, least: float, share: float) -> list[Region]:
    """Runs and tables without a record that likely hold ``least`` records or more."""
    regions: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in _free(units, reading):
        spot = units.all[at].spot
        key = ("table", spot.chain) if spot else ("run", units.runs[at])
        regions[key].append(at)
    found = []
    for places in regions.values():
        mass = reading.probabilities[places][:, _RECORDS].sum(axis=1)
        none = not any(reading.roles[at] in RECORDS for at in places)
        if none and mass.sum() >= least and mass.max() >= share:
            first = units.all[places[int(mass.argmax())]]
            found.append(Region(first.page, len(places), float(mass.sum()), first.text[:70]))
    return found


def _free(units: Units, reading: Reading) -> Sequence[int]:
    """Places of the units that can be records: no headers, no parts of what is one itself."""
    return [
        at
        for at, unit in enumerate(units.all)
        if unit.kind != "header"
        and (unit.whole is None or reading.roles[unit.whole] is Role.NONE)
        and not (unit.whole is None and _has_record_parts(units, reading, at))
    ]


def _has_record_parts(units: Units, reading: Reading, at: int) -> bool:
    place = at + 1
    while place < len(units.all) and units.all[place].whole == at:
        if reading.roles[place] in RECORDS:
            return True
        place += 1
    return False
