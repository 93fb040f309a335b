"""What the plan itself calls a unit, and how far that moves what it was read as.

"Delmål 2: …" is read by its wording as a goal, an action or a sub-goal, but the plan calls it a
sub-goal. How often such names were right where the reading was another is counted on plans that
were left out (``fit/called.py``), for each place of the name, each name and each reading; that
share of the reading's probability goes over to the role that is named. Nothing of what is no
record goes over: headings also stand over texts that are none. A text's own label adds odds.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.naming import KINDS, kind_named, names_by_word, says_means
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

PLACES = ("label", "header", "lead", "open")
"""Where a name stands: before the text itself, over the column, above the list; or above a
lead-in that has no name of its own ("Derfor skal vi:")."""
ROLE_OF: dict[str, Role] = {
    "vision": Role.VISION, "sub": Role.SUB, "main": Role.MAIN, "strategy": Role.STRATEGY,
    "action": Role.ACTION, "schedule": Role.MILESTONE, "goal": Role.GOAL,
}  # fmt: skip
SHORT, OPEN = 6, 14
"""Words of a header, and of a heading or lead-in, that names; longer texts are content."""
OF_LABEL = 4.0
"""Odds for what a text's own label names, against its being no record."""
FEWEST = 3
"""Words of a cell from which it can be a goal."""
Shares = NDArray[np.float32]
"""By place, name and reading the share that goes over to the role that is named."""
Calls = NDArray[np.int8]
"""For each unit its place and name, as places in ``PLACES`` and ``KINDS``; -1 where there is
none."""


def no_shares() -> Shares:
    """Shares that move nothing, before any are fitted."""
    return np.zeros((len(PLACES), len(KINDS), len(ROLES)), np.float32)


def calls_of(units: Units) -> Calls:
    """What the plan calls each unit."""
    found = np.full((len(units.all), 2), -1, np.int8)
    for at, unit in enumerate(units.all):
        place, kind = _of_column(unit) if unit.spot else _of_text(units, at)
        if kind:
            found[at] = PLACES.index(place), KINDS.index(kind)
    return found


def move(probabilities: Probabilities, calls: Calls, shares: Shares) -> Probabilities:
    """The probabilities after the share of each reading has gone over to what the plan names."""
    found = probabilities.copy()
    for at in np.flatnonzero(calls[:, 0] >= 0):
        place, name = calls[at]
        moved = shares[place, name] * found[at]
        found[at] -= moved
        own = ROLES.index(ROLE_OF[KINDS[name]])
        found[at, own] += moved.sum()
        if PLACES[place] == "label":
            found[at, own] *= OF_LABEL
            found[at] /= found[at].sum()
    return found


def _of_column(unit: Unit) -> tuple[str, str | None]:
    """Texts below a header "Mål" are goals; numbers and other short cells are not."""
    header = unit.spot.header.text if unit.spot else ""
    brief = header and len(header.split()) <= SHORT and unit.kind != "header"
    kind = kind_named(header) if brief and len(unit.text.split()) >= FEWEST else None
    return "header", ("goal" if kind in ("goal", "main", "sub") else None)


def _of_text(units: Units, at: int) -> tuple[str, str | None]:
    """The name in the unit's own label, in its lead-in, or above a lead-in without one."""
    unit = units.all[at]
    if unit.label and (kind := kind_named(unit.label.text)):
        return "label", kind
    lead = units.leads[at]
    if lead < 0 or units.all[lead].spot is not None:
        return "lead", None
    above_it = units.all[lead]
    text = above_it.text
    names_itself = bool(above_it.label and above_it.body) and not text.endswith(":")
    opens = bool(units.headlines.ranks[lead]) or text.endswith((":", "…", "..."))
    if names_itself or not opens or len(text.split()) > OPEN:
        return "lead", None
    if (kind := kind_named(text)) and names_by_word(text):
        return "lead", kind
    return "open", _named_above(units, lead) or _means(text)


def _named_above(units: Units, lead: int) -> str | None:
    """ "strategy" or "sub" where the nearest heading that names anything names these."""
    title = next((n for n, rank in enumerate(units.headlines.ranks) if rank), -1)
    above = (units.all[head].text for head in units.headlines.above[lead] if head != title)
    named = next((kind for text in above if (kind := kind_named(text))), None)
    return named if named in ("strategy", "sub") else None


def _means(text: str) -> str | None:
    """ "action" where a lead-in says what will be done."""
    return "action" if kind_named(text) == "action" or says_means(text) else None
