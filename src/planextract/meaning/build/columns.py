"""Which column of a table holds its records."""

from __future__ import annotations

from collections import defaultdict

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import Units

_MAIN = [ROLES.index(Role.ACTION), ROLES.index(Role.MILESTONE)]


def columns_of_records(units: Units, reading: Reading) -> dict[int, int]:
    """For each chain of tables the column whose cells are most surely actions or milestones."""
    mass: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for at, unit in enumerate(units.all):
        if unit.spot is not None and unit.kind == "cell":
            likely = float(reading.probabilities[at, _MAIN].sum())
            mass[unit.spot.chain][unit.spot.column] += likely
    return {chain: max(columns, key=lambda c: columns[c]) for chain, columns in mass.items()}
