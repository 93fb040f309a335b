"""What is built of blocks made by hand, with roles given by the test; every word accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from made_blocks import layout, words_in

from planextract.meaning.build import build
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import gather
from planextract.model.finding import Findings
from planextract.model.layout import TableBlock, TextBlock

SURE = 0.9
Made = TextBlock | TableBlock


def built(blocks: Sequence[Made], roles: Mapping[str, str]) -> Findings:
    """What is built where the units that say these texts have these roles, all others none."""
    made = layout(*blocks)
    units = gather(made)
    missing = set(roles) - {unit.text for unit in units.all}
    assert not missing, f"no unit says {missing}; there are {[u.text for u in units.all]}"
    found = build(made, units, given([Role(roles.get(unit.text, "none")) for unit in units.all]))
    assert unaccounted(blocks, found) == []
    assert told_twice(found) == []
    return found


def given(roles: Sequence[Role], candidates: Sequence[int] = ()) -> Reading:
    """A reading with these roles, all as sure."""
    likely = np.full((len(roles), len(ROLES)), (1 - SURE) / (len(ROLES) - 1), np.float32)
    for at, role in enumerate(roles):
        likely[at, ROLES.index(role)] = SURE
    return Reading(tuple(roles), (SURE,) * len(roles), tuple(candidates), likely)


def unaccounted(blocks: Sequence[Made], found: Findings) -> list[str]:
    """Words that are in no record, structure or running text."""
    told = {word.key for word in (*found.structure, *found.narrative)} | _in_records(found)
    return [word.text for block in blocks for word in words_in(block) if word.key not in told]


def told_twice(found: Findings) -> list[str]:
    """Words that are structure or running text more than once, or in a record as well.

    The header of a year column is structure and a deadline; a milestone does not say that a
    field of it is that of a row above, which may have been running text.
    """
    words = {word.key: word.text for word in (*found.structure, *found.narrative)}
    told = Counter(word.key for word in (*found.structure, *found.narrative))
    fields = [record.deadline for record in (*found.actions, *found.milestones)]
    fields += [step.responsible for step in found.milestones]
    shared = {word.key for passage in fields if passage for word in passage.words}
    records = _in_records(found) - shared
    return [words[key] for key, times in told.items() if times > 1 or key in records]


def _in_records(found: Findings) -> set[tuple[int, int]]:
    passages = [area.title for area in found.areas]
    for goal in found.goals:
        passages += [goal.text, *goal.mentions]
    for record in (*found.actions, *found.milestones):
        passages += record.passages()
    return {word.key for passage in passages for word in passage.words}
