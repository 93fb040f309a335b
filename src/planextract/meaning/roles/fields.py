"""Which field a header or label names, and what that is worth on top of the fitted weights.

The weights see these words too, but among hundreds of marks; the word over a column says more of
a short cell than all else. A word that names no field changes nothing.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.resources import looks_like_resources
from planextract.meaning.roles.called import SHORT
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

CONCEPTS: dict[Role, tuple[str, ...]] = {
    Role.OWNER: ("owner",),
    Role.DEADLINE: ("deadline",),
    Role.RESOURCES: ("resource",),
    Role.STATUS: ("status",),
    Role.COMMENT: ("comment", "indicator", "priority", "partner"),
}
"""Concepts of a header that speak for a field."""
NAMED, OTHER = 20.0, 0.3
"""Odds for the field that is named, and for the others."""
LEAST = 0.05
"""What a field is worth at least where its header names it and nothing else is read there: "–"."""
SURE = 1.0
"""What a concept says from which a word names it."""
LIKE = 0.5
Odds = NDArray[np.float32]
_NONE = ROLES.index(Role.NONE)


def weigh_fields(units: Units, probabilities: Probabilities) -> Probabilities:
    """The probabilities with the odds of the fields that headers and labels name."""
    found = probabilities.copy()
    for at, unit in enumerate(units.all):
        field = _named(unit)
        if field is None:
            continue
        place = ROLES.index(field)
        if found[at, _NONE] >= LIKE:
            found[at, place] = max(found[at, place], LEAST)
        found[at] *= _odds(field)
        found[at] /= found[at].sum()
    return found


@lru_cache(maxsize=4096)
def field_named(text: str) -> Role | None:
    """The field that a few words name; None where they name none."""
    told = dict(zip(concept_names(), concepts_of(text), strict=True))
    best = max(CONCEPTS, key=lambda role: max(told[name] for name in CONCEPTS[role]))
    if best is Role.COMMENT and told["action"] >= SURE:  # "Tiltak / beskrivelse"
        return None
    return best if max(told[name] for name in CONCEPTS[best]) >= SURE else None


def _named(unit: Unit) -> Role | None:
    """The field that the header of a cell or the label of a text names."""
    if not unit.spot:
        return field_named(unit.label.text) if unit.label else None
    header = unit.spot.header.text
    field = field_named(header) if len(header.split()) <= SHORT else None
    return None if field is Role.RESOURCES and not _is_resource(unit.text) else field


def _is_resource(text: str) -> bool:
    """Whether a cell can be a sum or other means: "Investering" may head what is built, too."""
    return any(map(str.isdigit, text)) or looks_like_resources(text) >= LIKE


@lru_cache(maxsize=len(ROLES))
def _odds(field: Role) -> Odds:
    odds = np.ones(len(ROLES), np.float32)
    for role in CONCEPTS:
        odds[ROLES.index(role)] = NAMED if role is field else OTHER
    return odds
