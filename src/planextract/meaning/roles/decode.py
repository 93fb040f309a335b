"""From probabilities to roles: look-alikes agree, and a part of a record is no record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.means import group_means
from planextract.meaning.roles.called import Shares, calls_of, move
from planextract.meaning.roles.fields import weigh_fields
from planextract.meaning.roles.groups import GROUPINGS
from planextract.meaning.roles.role import RECORDS, ROLES, Role
from planextract.meaning.roles.second import Probabilities
from planextract.meaning.units.gather import Units

BLEND = (0.25, 0.9)
"""Powers of what the first and the second pass said."""
FLOOR = 1e-6
"""What a pass gives to each role at least, so that it can rule out none alone."""
AGREE = {"style": 0.3, "run": 0.2, "like_column": 0.3}
"""How much the mean of its look-alikes counts for a unit, by grouping."""
LEAST, OF_PROSE = 0.42, 0.5
"""Probability of being a record of any kind from which a unit is one: F1 is best where it is about
half of the F1 that is reached; a sentence of running text must be likelier than not."""
NO_FIELD = 0.35
"""What no role counts in a cell against the fields: most cells of a record's row are fields."""
AREA = 1.4
"""What an area counts: missing one costs more, as the records below it lose their place."""
NEAR = 0.3
"""Probability from which what is no record is shown as a candidate."""
_RECORDS = np.array([ROLES.index(role) for role in RECORDS])
_NONE = ROLES.index(Role.NONE)
_AREA = ROLES.index(Role.AREA)


class Passes(NamedTuple):
    """What the trees said of each unit."""

    first: Probabilities
    second: Probabilities


@dataclass(frozen=True, slots=True)
class Reading:
    """What each unit is, and how sure that is."""

    roles: tuple[Role, ...]
    sure: tuple[float, ...]
    """Of a record how often such ones were right; of others the probability of the role."""
    candidates: tuple[int, ...]
    """Places of units that are no records but nearly are."""
    probabilities: Probabilities
    doubt: float = 0.0
    """How likely the whole reading is badly incomplete or wrong."""


class Steps(NamedTuple):
    """The probabilities on their way from the trees to a reading."""

    blended: Probabilities
    """Both passes together."""
    named: Probabilities
    """After the words that name fields and kinds of records."""
    agreed: Probabilities
    """After look-alikes."""


def weigh(units: Units, passes: Passes, groups: NDArray[np.int32], shares: Shares) -> Steps:
    """All that is weighed of each unit before it is given a role."""
    blended = blend(passes)
    named = weigh_fields(units, move(blended, calls_of(units), shares))
    return Steps(blended, named, agree(units, named, groups))


def blend(passes: Passes) -> Probabilities:
    """What both passes say together: the second sees more, the first is misled by less."""
    first, second = (np.maximum(told, FLOOR) for told in passes)
    found = first ** BLEND[0] * second ** BLEND[1]
    shares: Probabilities = found / found.sum(axis=1, keepdims=True)
    return shares


def decode(units: Units, passes: Passes, groups: NDArray[np.int32], shares: Shares) -> Reading:
    """The role of each unit."""
    if not units.all:
        return Reading((), (), (), passes.second)
    steps = weigh(units, passes, groups, shares)
    agreed = steps.agreed
    roles = [
        _choose(row, cell=unit.spot is not None, prose=unit.kind == "sentence")
        for row, unit in zip(agreed, units.all, strict=True)
    ]
    sure = [float(_sure(row, role)) for row, role in zip(agreed, roles, strict=True)]
    near = [
        at
        for at, row in enumerate(agreed)
        if roles[at] not in RECORDS and row[_RECORDS].sum() >= NEAR
    ]
    for at in _told_by_parts(units, roles, steps.blended):
        roles[at] = Role.NONE
    for at, unit in enumerate(units.all):
        if unit.whole is not None and roles[unit.whole] is not Role.NONE:
            roles[at] = Role.NONE
    kept = tuple(at for at in near if _stands_alone(units, roles, at))
    return Reading(tuple(roles), tuple(sure), kept, agreed)


def agree(units: Units, probabilities: Probabilities, groups: NDArray[np.int32]) -> Probabilities:
    """Each unit's probabilities drawn towards the mean of its look-alikes.

    Sentences agree within their list only: prose is set alike and says many things.
    """
    prose = np.array([unit.kind == "sentence" for unit in units.all])
    found = probabilities
    for name, weight in AGREE.items():
        means = group_means(found, groups[:, GROUPINGS.index(name)])
        own = np.full((len(found), 1), weight, np.float32)
        own[prose & (name == "style")] = 0
        found = (1 - own) * found + own * means
    return found


def _told_by_parts(units: Units, roles: Sequence[Role], plain: Probabilities) -> set[int]:
    """Paragraphs that are records and hold a sentence that is one more likely by itself."""
    likely = plain[:, _RECORDS].sum(axis=1)
    return {
        unit.whole
        for at, unit in enumerate(units.all)
        if unit.whole is not None
        and unit.spot is None
        and roles[at] in RECORDS
        and roles[unit.whole] in RECORDS
        and likely[at] > likely[unit.whole]
    }


def _choose(row: NDArray[np.float32], *, cell: bool, prose: bool) -> Role:
    row = row.copy()
    row[_AREA] *= AREA
    if row[_RECORDS].sum() >= (OF_PROSE if prose else LEAST):
        return ROLES[int(_RECORDS[int(row[_RECORDS].argmax())])]
    row[_RECORDS] = 0.0
    if cell:
        row[_NONE] *= NO_FIELD
    return ROLES[int(row.argmax())]


def _sure(row: NDArray[np.float32], role: Role) -> float:
    return float(row[ROLES.index(role)])


def _stands_alone(units: Units, roles: list[Role], at: int) -> bool:
    """Whether a near record is not part of another record, nor has parts that are."""
    unit = units.all[at]
    if unit.whole is not None and roles[unit.whole] is not Role.NONE:
        return False
    parts = (i for i in range(at + 1, len(units.all)) if units.all[i].whole == at)
    return roles[at] is Role.NONE and not any(roles[i] in RECORDS for i in parts)
