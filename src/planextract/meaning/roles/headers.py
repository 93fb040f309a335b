"""What a column's header says of its cells, as odds on top of the fitted weights.

The weights see headers too, but among hundreds of marks; where a header names a field or a kind
of record, its word is worth these odds. A header that is on no list changes nothing.
"""

from __future__ import annotations

import numpy as np

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.roles.role import GOALS, ROLES, Role
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units

NAMED: dict[Role, tuple[str, ...]] = {
    Role.OWNER: ("owner",),
    Role.DEADLINE: ("deadline",),
    Role.RESOURCES: ("resource",),
    Role.STATUS: ("status",),
    Role.COMMENT: ("comment", "indicator", "priority", "partner"),
}
"""Concepts of a header that speak for a role."""
OF_GOALS = ("goal", "main", "sub", "vision", "strategy")
FOR = 20.0
"""Odds for the field that a header names."""
OTHER = 0.2
"""Odds for the fields that it does not name."""
AGAINST = 0.3
"""Odds for goals under a header that speaks of none: such a column groups its rows."""
SHORT = 6
"""Words of a header; longer texts are content."""


def weigh_headers(units: Units, probabilities: Probabilities) -> Probabilities:
    """The probabilities of cells with the odds of their headers."""
    found = probabilities.copy()
    for at, unit in enumerate(units.all):
        spot = unit.spot
        if spot is None or not spot.header or len(spot.header.text.split()) > SHORT:
            continue
        found[at] *= _odds(spot.header.text)
        found[at] /= found[at].sum()
    return found


def _odds(header: str) -> np.ndarray:  # type: ignore[type-arg]
    told = dict(zip(concept_names(), concepts_of(header), strict=True))
    odds = np.ones(len(ROLES), np.float32)
    named = [role for role, of in NAMED.items() if max(told[name] for name in of) >= 1.0]
    for role in NAMED if named else ():
        odds[ROLES.index(role)] *= FOR if role in named else OTHER
    if not any(told[name] for name in OF_GOALS):
        for role in GOALS:
            odds[ROLES.index(role)] *= AGAINST
    return odds
