"""What labels, leads and headers name, as odds on top of the fitted weights.

The weights see these words too, but among hundreds of marks and in few plans; where a label, a
lead-in or a header names a kind of record or a field, its word is worth the odds given here. A
word that names nothing known changes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.concepts import concept_names, concepts_of, speaks_of
from planextract.meaning.naming import kind_named, names_by_word, says_means
from planextract.meaning.resources import looks_like_resources
from planextract.meaning.roles.role import AIMS, GOALS, ROLES, Role
from planextract.meaning.roles.role import RECORDS as ALL_RECORDS
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

FIELDS: dict[Role, tuple[str, ...]] = {
    Role.OWNER: ("owner",),
    Role.DEADLINE: ("deadline",),
    Role.RESOURCES: ("resource",),
    Role.STATUS: ("status",),
    Role.COMMENT: ("comment", "indicator", "priority", "partner"),
}
"""Concepts of a header that speak for a field."""
RECORDS: dict[str, Role] = {
    "vision": Role.VISION, "sub": Role.SUB, "main": Role.MAIN, "strategy": Role.STRATEGY,
    "action": Role.ACTION, "schedule": Role.MILESTONE, "goal": Role.GOAL,
}  # fmt: skip
"""The role of what a label names."""
OF_GOALS = ("goal", "main", "sub", "vision", "strategy")
OF_HEADER, OTHER_FIELD, NO_GOALS = 60.0, 0.2, 0.3
"""Odds for the field that a header names, for the others and for records then, and for goals
under a header that speaks of none: such a column groups its rows."""
OF_LABEL, OF_LEAD = 30.0, 4.0
"""Odds for the kind that a record's own label names, and that the line above its list names."""
NAMES_RECORD, BESIDE_OWNER = 0.15, 0.4
"""Odds for no role under a header that names actions or steps, and beside columns of owners or
times."""
OF_NONE = 0.4
"""Odds for no role where a label or lead names a kind of record."""
CALLED, CALLED_OPENLY = 0.95, 0.7
"""Share of an action that is a strategy where the label or lead-in says so, and the other way;
and where the lead-in has no name of its own."""
RIVALS: dict[str, tuple[Role, ...]] = {
    "strategy": (Role.ACTION,), "action": (Role.STRATEGY,),
    "sub": (Role.GOAL, Role.MAIN, Role.STRATEGY, Role.ACTION), "main": (Role.GOAL, Role.SUB),
    "vision": (Role.GOAL, Role.MAIN, Role.SUB),
    "goal": (Role.ACTION, Role.STRATEGY, Role.AREA, Role.SUB, Role.MAIN),
}  # fmt: skip
"""The roles that a kind is taken for, where the plan names it."""
OF_PAST = 3.0
"""Odds for no role below a heading that speaks of what has been."""
LEAST = 0.02
"""What a field is worth at least below a header that names it: "–", "Ikkje avklart"."""
FEWEST = 3
"""Words of a cell from which it can be a goal."""
LIKE = 0.5
SHORT, OPEN = 6, 14
"""Words of a header or lead, and of a lead that ends in a colon; longer texts are content."""
LAST = re.compile(r"[.!?:]\s+(?=\S)")
Odds = NDArray[np.float32]
_NONE = ROLES.index(Role.NONE)


def weigh_names(units: Units, probabilities: Probabilities) -> Probabilities:
    """The probabilities with the odds of labels, lead-ins and headers."""
    found = probabilities.copy()
    for at, unit in enumerate(units.all):
        if _is_past(units, at):
            found[at, _NONE] *= OF_PAST
            found[at] /= found[at].sum()
            continue
        field = header_field(unit.spot.header.text) if unit.spot else None
        if field is not None and unit.kind != "header" and found[at, _NONE] >= LIKE:
            found[at, ROLES.index(field)] = max(LEAST, found[at, ROLES.index(field)])
        odds = _of_cell(unit) if unit.spot else _of_text(units, at)
        if odds is not None:
            found[at] *= odds
        if unit.spot and _under_schedule(units, at):
            found[at, ROLES.index(Role.MILESTONE)] *= OF_LABEL
        if unit.spot and unit.kind != "header" and _of_plan_table(units, unit):
            found[at, _NONE] *= BESIDE_OWNER
        _call(found[at], *(_called(units, at) if unit.spot is None else _column_called(unit)))
        found[at] /= found[at].sum()
    return found


def _is_past(units: Units, at: int) -> bool:
    """Whether the heading above speaks of what has been: its labels are those of another plan."""
    above = units.headlines.above[at]
    return bool(above) and speaks_of(units.all[above[0]].text, "past") >= 1.0


def _under_schedule(units: Units, at: int) -> bool:
    """Whether the heading right above a table names a schedule."""
    above = units.headlines.above[at]
    return bool(above) and kind_named(units.all[above[0]].text) == "schedule"


def _of_cell(unit: Unit) -> Odds | None:
    header = unit.spot.header.text if unit.spot else ""
    if not header or len(header.split()) > SHORT:
        return None
    if header_field(header) is Role.RESOURCES and not _is_resource(unit.text):
        return None
    return _header_odds(header)


def _is_resource(text: str) -> bool:
    """Whether a cell can be a sum or other means: "Investering" may head what is built, too."""
    return any(map(str.isdigit, text)) or looks_like_resources(text) >= LIKE


def _of_plan_table(units: Units, unit: Unit) -> bool:
    """Whether other headers of a cell's table name who does a thing, or when it is done."""
    spot = unit.spot
    assert spot is not None
    chain = units.chains[spot.table]
    titles = {chain.title(spot.table, column).text for column in range(spot.width)}
    names = [header_field(title) for title in titles - {spot.header.text, ""}]
    return header_field(spot.header.text) is None and bool({Role.OWNER, Role.DEADLINE} & set(names))


@lru_cache(maxsize=4096)
def header_field(header: str) -> Role | None:
    """The field that a header names; None where it names none."""
    told = dict(zip(concept_names(), concepts_of(header), strict=True))
    best = max(FIELDS, key=lambda role: max(told[name] for name in FIELDS[role]))
    return best if max(told[name] for name in FIELDS[best]) >= 1.0 else None


@lru_cache(maxsize=4096)
def _header_odds(header: str) -> Odds:
    told = dict(zip(concept_names(), concepts_of(header), strict=True))
    odds = np.ones(len(ROLES), np.float32)
    named = [role for role, of in FIELDS.items() if max(told[name] for name in of) >= 1.0]
    if named == [Role.COMMENT] and told["action"] >= 1.0:  # "Tiltak / beskrivelse"
        named = []
    for role in FIELDS if named else ():
        odds[ROLES.index(role)] *= OF_HEADER if role in named else OTHER_FIELD
    if named and not any(told[name] for name in RECORDS):
        for role in ALL_RECORDS:
            odds[ROLES.index(role)] *= OTHER_FIELD
    if not named and max(told["action"], told["schedule"]) >= 1.0:
        odds[_NONE] *= NAMES_RECORD
    if not any(told[name] for name in OF_GOALS):
        for role in GOALS:
            odds[ROLES.index(role)] *= NO_GOALS
    return odds


def _of_text(units: Units, at: int) -> Odds | None:
    unit = units.all[at]
    if unit.label:
        odds = _kind_odds(unit.label.text, OF_LABEL)
        return odds if odds is not None else _field_odds(unit.label.text)
    lead = units.leads[at]
    if lead < 0 or units.all[lead].spot is not None or unit.kind == "sentence":
        return None
    above = units.all[lead]
    text = above.text if above.body or not above.label else above.label.text
    opens = text.endswith(":")
    if len(text.split()) > (OPEN if opens else SHORT) or not (units.headlines.ranks[lead] or opens):
        return None
    return _kind_odds(text, OF_LEAD)


def _column_called(unit: Unit) -> tuple[str | None, float]:
    """What a header calls the texts of its column: those below "Mål" are goals, not actions."""
    header = unit.spot.header.text if unit.spot else ""
    brief = header and len(header.split()) <= SHORT and unit.kind != "header"
    kind = kind_named(header) if brief and len(unit.text.split()) >= FEWEST else None
    return ("goal" if kind in ("goal", "main", "sub") else None), CALLED


def _called(units: Units, at: int) -> tuple[str | None, float]:
    """What a plan calls what it will do here, by label or lead-in, and how surely.

    A lead-in without a name of its own ("Derfor skal vi:", "For å nå målet vil vi:") leads to
    actions, unless a heading above speaks of strategies or sub-goals.
    """
    unit = units.all[at]
    if unit.label and (kind := kind_named(unit.label.text)):
        return kind, CALLED
    lead = units.leads[at]
    if lead < 0 or units.all[lead].spot is not None:
        return None, 0.0
    above_it = units.all[lead]
    text = above_it.text
    names_itself = bool(above_it.label and above_it.body) and not text.endswith(":")
    opens = bool(units.headlines.ranks[lead]) or text.endswith((":", "…", "..."))
    if names_itself or not opens or len(text.split()) > OPEN:
        return None, 0.0
    kind = kind_named(text)
    if kind and names_by_word(text):
        return kind, CALLED
    title = next((n for n, rank in enumerate(units.headlines.ranks) if rank), -1)
    above = (units.all[head].text for head in units.headlines.above[lead] if head != title)
    named = next((found for text in above if (found := kind_named(text))), None)
    if named in ("strategy", "sub"):
        return named, CALLED_OPENLY
    return ("action" if kind == "action" or says_means(text) else None), CALLED_OPENLY


def _call(row: NDArray[np.float32], kind: str | None, surely: float) -> None:
    """Records are what the plan calls them: the kind takes from the kinds that it is taken for."""
    if kind not in RIVALS:
        return
    own = ROLES.index(RECORDS[kind])
    for rival in RIVALS[kind]:
        taken = surely * row[ROLES.index(rival)]
        row[own] += taken
        row[ROLES.index(rival)] -= taken


@lru_cache(maxsize=4096)
def _field_odds(label: str) -> Odds | None:
    """Odds for the field that a label names; None where it names none."""
    field = header_field(label)
    if field is None:
        return None
    odds = np.ones(len(ROLES), np.float32)
    for role in FIELDS:
        odds[ROLES.index(role)] = OF_HEADER if role is field else OTHER_FIELD
    return odds


@lru_cache(maxsize=4096)
def _kind_odds(text: str, strength: float) -> Odds | None:
    """Odds for the kind of record that a few words name; None where they name none or several."""
    kind = kind_named(text)
    if kind is None:
        return None
    role = RECORDS[kind]
    odds = np.ones(len(ROLES), np.float32)
    odds[ROLES.index(role)] = strength
    odds[_NONE] = OF_NONE
    if role not in AIMS:
        for aim in AIMS:
            odds[ROLES.index(aim)] = 1 / strength**0.5
    return odds
