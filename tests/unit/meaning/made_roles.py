"""Probabilities and readings made by hand: each unit's role is given by its text."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units

Chances = Mapping[str, Mapping[Role, float]]
"""Probabilities of the roles of the units that say a text; what they leave is ``none``."""


def chances(units: Units, told: Chances) -> Probabilities:
    """Rows of probabilities; a unit of which nothing is told has no role."""
    found = np.zeros((len(units.all), len(ROLES)), np.float32)
    for at, unit in enumerate(units.all):
        own = told.get(unit.text, {})
        for role, share in own.items():
            found[at, ROLES.index(role)] = share
        found[at, ROLES.index(Role.NONE)] += 1 - sum(own.values())
    return found


def reading_of(units: Units, roles: Mapping[str, Role], told: Chances | None = None) -> Reading:
    """A reading with these roles, sure ones where no chances are told."""
    names = tuple(roles.get(unit.text, Role.NONE) for unit in units.all)
    rows = chances(units, told or {text: {role: 1.0} for text, role in roles.items()})
    sure = tuple(float(row[ROLES.index(r)]) for row, r in zip(rows, names, strict=True))
    return Reading(names, sure, (), rows)
