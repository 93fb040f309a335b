"""What the second pass learns of sections: under a heading, beside it, above."""

from __future__ import annotations

import numpy as np
import pytest

from planextract.meaning.roles.outline import outline_features, outline_names
from planextract.meaning.roles.role import ROLES, Role

#        0 chapter: 1 heading (2, 3), 4 heading (5); 6 chapter (7)
RANKS = [1, 2, 0, 0, 2, 0, 1, 0]
HEADS = [-1, 0, 1, 1, 0, 4, -1, 6]
LEADS = [-1, 0, 1, 1, 3, 4, 5, 6]
PARENTS = [-1, -1, -1, 2, -1, -1, -1, -1]


def columns(told: dict[int, tuple[Role, float]]) -> dict[str, list[float]]:
    """The columns by name, where the first pass said this of some units."""
    first = np.zeros((len(RANKS), len(ROLES)), np.float32)
    for at in range(len(RANKS)):
        role, share = told.get(at, (Role.NONE, 1.0))
        first[at, ROLES.index(role)] = share
        first[at, ROLES.index(Role.NONE)] += 1 - share if role is not Role.NONE else 0.0
    found = outline_features(first, np.array([RANKS, HEADS, LEADS, PARENTS], np.int32).T)
    return {name: found[:, at].round(2).tolist() for at, name in enumerate(outline_names())}


def test_a_heading_knows_the_records_under_it_to_the_next_of_its_rank() -> None:
    found = columns({2: (Role.ACTION, 1.0), 3: (Role.ACTION, 1.0), 5: (Role.GOAL, 1.0)})
    assert found["under.action"] == pytest.approx([1.1, 1.1, 0, 0, 0, 0, 0, 0])
    assert found["under.goal"] == pytest.approx([0.69, 0, 0, 0, 0.69, 0, 0, 0])
    assert found["directly_under.action"] == pytest.approx([0, 1.1, 0, 0, 0, 0, 0, 0])


def test_a_heading_knows_its_siblings_that_hold_records() -> None:
    found = columns({1: (Role.AREA, 0.8), 2: (Role.ACTION, 1.0)})
    assert found["siblings.area"][4] == pytest.approx(0.8)
    assert found["siblings.area"][6] == 0.0
    assert found["outline.siblings"] == [2, 2, 0, 0, 2, 0, 2, 0]


def test_text_knows_the_headings_above_it() -> None:
    found = columns({0: (Role.AREA, 0.6), 1: (Role.GOAL, 0.9)})
    assert found["head.goal"] == pytest.approx([0, 0, 0.9, 0.9, 0, 0, 0, 0])
    assert found["head_of_head.area"] == pytest.approx([0, 0, 0.6, 0.6, 0, 0.6, 0, 0])


def test_a_unit_knows_what_leads_in_its_list_and_the_item_it_hangs_under() -> None:
    found = columns({1: (Role.GOAL, 0.9), 2: (Role.ACTION, 0.8)})
    assert found["lead.goal"] == pytest.approx([0, 0, 0.9, 0.9, 0, 0, 0, 0])
    assert found["parent.action"] == pytest.approx([0, 0, 0, 0.8, 0, 0, 0, 0])


def test_a_unit_knows_the_aims_above_and_below_it() -> None:
    found = columns({1: (Role.GOAL, 0.9), 5: (Role.SUB, 0.7)})
    assert found["aim_above.goal"] == pytest.approx([0, 0, 0.9, 0.9, 0.9, 0.9, 0, 0])
    assert found["aim_below.sub"] == pytest.approx([0, 0.7, 0.7, 0.7, 0.7, 0, 0, 0])
    assert found["outline.to_aim_above"][0] == -1.0


def test_no_heading_at_all() -> None:
    first = np.full((3, len(ROLES)), 1 / len(ROLES), np.float32)
    found = outline_features(first, np.array([[0, -1, -1, -1]] * 3, np.int32))
    assert found.shape == (3, len(outline_names()))
    assert np.isfinite(found).all()
