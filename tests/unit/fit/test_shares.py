"""How far names move a reading: what is believed before, and what plans show."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block
from made_roles import chances
from made_units import units_of

from fit.shares import BEFORE, BELIEVED, MOST, fit_shares, misread_as
from planextract.meaning.naming import KINDS
from planextract.meaning.roles.called import PLACES
from planextract.meaning.roles.role import RECORDS, ROLES, Role


def key(place: str, name: str, reading: Role) -> tuple[int, int, int]:
    return PLACES.index(place), KINDS.index(name), ROLES.index(reading)


def test_before_anything_is_counted_a_name_is_believed_by_its_place_among_like_kinds() -> None:
    shares = fit_shares([])
    assert shares[key("label", "sub", Role.GOAL)] == pytest.approx(BELIEVED["label"])
    assert shares[key("open", "action", Role.STRATEGY)] == pytest.approx(BELIEVED["open"])
    assert shares[key("label", "sub", Role.AREA)] == 0
    assert shares[key("label", "sub", Role.SUB)] == 0
    others = [ROLES.index(role) for role in ROLES if role not in RECORDS]
    assert not shares[:, :, others].any()


def test_what_plans_show_outweighs_it_and_no_plan_counts_for_more_than_six() -> None:
    at = key("lead", "action", Role.STRATEGY)
    one = [{at: np.array([0.0, 300.0])}]
    right, wrong = BELIEVED["lead"] * BEFORE, (1 - BELIEVED["lead"]) * BEFORE
    assert fit_shares([one])[at] == pytest.approx(right / (right + wrong + MOST))
    assert fit_shares([one] * 20)[at] == pytest.approx(right / (right + wrong + 20 * MOST))


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ({Role.GOAL: 0.4, Role.SUB: 0.3}, Role.GOAL),
        ({Role.SUB: 0.4, Role.GOAL: 0.3}, None),
        ({Role.GOAL: 0.4}, None),
    ],
)
def test_a_record_is_misread_where_it_is_read_as_another_kind(
    told: dict[Role, float], read: Role | None
) -> None:
    units = units_of(block("Byggje veg"))
    row = chances(units, {"Byggje veg": told})[0]
    assert misread_as(row, KINDS.index("sub")) == (None if read is None else ROLES.index(read))
