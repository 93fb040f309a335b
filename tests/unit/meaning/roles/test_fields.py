"""The field that a header or label names, and how it moves the probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block, table
from made_roles import chances
from made_units import place, units_of

from planextract.meaning.roles.fields import field_named, weigh_fields
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import Units


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Ansvar", Role.OWNER),
        ("Hvem gjør det", Role.OWNER),
        ("Frist", Role.DEADLINE),
        ("Kostnad", Role.RESOURCES),
        ("Status", Role.STATUS),
        ("Prioritet", Role.COMMENT),
        ("Samarbeidspartnarar", Role.COMMENT),
        ("Tiltak", None),
        ("Tiltak / beskrivelse", None),
        ("Mål", None),
        ("Folketal", None),
        ("", None),
    ],
)
def test_the_field_that_a_header_names(header: str, role: Role | None) -> None:
    assert field_named(header) is role


def weighed(units: Units, text: str, told: dict[Role, float]) -> dict[Role, float]:
    """What becomes of the probabilities of one unit."""
    row = weigh_fields(units, chances(units, {text: told}))[place(units, text)]
    assert row.sum() == pytest.approx(1, abs=1e-5)
    return dict(zip(ROLES, map(float, row), strict=True))


TOLD = {Role.OWNER: 0.2, Role.STATUS: 0.2, Role.GOAL: 0.2}


@pytest.mark.parametrize(
    ("units", "text"),
    [
        (units_of(table(["Folketal | Ansvar", "a | Per"])), "Per"),
        (units_of(block("Ansvarleg: Per")), "Ansvarleg: Per"),
    ],
)
def test_a_header_or_label_speaks_for_its_field_and_against_others(units: Units, text: str) -> None:
    found = weighed(units, text, TOLD)
    parts = {Role.OWNER: 4.0, Role.STATUS: 0.06, Role.GOAL: 0.2, Role.NONE: 0.4}
    for role, part in parts.items():
        assert found[role] == pytest.approx(part / sum(parts.values()), abs=1e-4)


@pytest.mark.parametrize(
    "header", ["Folketal", "Ansvar er noko som alle i kommunen har", "Tiltak", ""]
)
def test_a_long_header_or_one_that_names_no_field_changes_nothing(header: str) -> None:
    found = weighed(units_of(table([f"{header} | Anna", "Per | b"])), "Per", TOLD)
    assert found[Role.OWNER] == pytest.approx(0.2, abs=1e-6)


@pytest.mark.parametrize(("cell", "grows"), [("1,2 mill. kr", True), ("Ny bru over elva", False)])
def test_a_header_of_sums_does_not_speak_for_what_is_built(cell: str, grows: bool) -> None:
    units = units_of(table(["Folketal | Investering", f"a | {cell}"]))
    assert (weighed(units, cell, {Role.RESOURCES: 0.2})[Role.RESOURCES] > 0.3) is grows


def test_a_cell_that_the_weights_take_for_nothing_can_be_the_field_that_its_header_names() -> None:
    units = units_of(table(["Tiltak | Frist", "Lage veg | –"]))
    found = weighed(units, "–", {Role.OWNER: 0.0001})
    assert found[Role.DEADLINE] > 0.5 > found[Role.NONE]


def test_what_was_told_is_left_as_it_was() -> None:
    units = units_of(table(["Tiltak | Ansvar", "Lage veg | Per"]))
    before = chances(units, {"Per": TOLD})
    kept = before.copy()
    weigh_fields(units, before)
    assert np.array_equal(before, kept)
