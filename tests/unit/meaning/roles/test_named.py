"""What labels, lead-ins and headers name, and how it moves the probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block, table
from made_roles import chances
from made_units import place, units_of

from planextract.meaning.roles.named import header_field, weigh_names
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
        ("Mål", None),
        ("Folketal", None),
        ("", None),
    ],
)
def test_the_field_that_a_header_names(header: str, role: Role | None) -> None:
    assert header_field(header) is role


def weighed(units: Units, text: str, told: dict[Role, float]) -> dict[Role, float]:
    """What becomes of the probabilities of one unit."""
    row = weigh_names(units, chances(units, {text: told}))[place(units, text)]
    assert row.sum() == pytest.approx(1, abs=1e-5)
    return dict(zip(ROLES, map(float, row), strict=True))


HALF = {Role.OWNER: 0.25, Role.STATUS: 0.25, Role.GOAL: 0.25}


def test_a_header_speaks_for_its_field_and_against_others_and_goals() -> None:
    found = weighed(units_of(table(["Folketal | Ansvar", "a | Per"])), "Per", HALF)
    parts = {Role.OWNER: 60.0, Role.STATUS: 0.2, Role.GOAL: 0.3 * 0.2, Role.NONE: 1.0}
    for role, part in parts.items():
        assert found[role] == pytest.approx(part / sum(parts.values()), abs=1e-4)


def test_a_header_of_actions_speaks_against_no_record() -> None:
    units = units_of(table(["Tiltak | Folketal", "Lage veg | 5"]))
    found = weighed(units, "Lage veg", {Role.ACTION: 0.5})
    assert found[Role.ACTION] == pytest.approx(1 / 1.15, abs=1e-4)


def test_cells_beside_columns_of_owners_are_less_surely_nothing() -> None:
    told = {Role.ACTION: 0.5}
    beside = units_of(table(["Folketal | Ansvar", "Lage veg | Per"]))
    alone = units_of(table(["Folketal | Anna", "Lage veg | Per"]))
    assert weighed(beside, "Lage veg", told)[Role.ACTION] == pytest.approx(1 / 1.4, abs=1e-4)
    assert weighed(alone, "Lage veg", told)[Role.ACTION] == pytest.approx(0.5, abs=1e-4)


def test_a_header_of_goals_does_not_speak_against_goals() -> None:
    units = units_of(table(["Mål | Anna", "Trygg skule | b"]))
    found = weighed(units, "Trygg skule", {Role.GOAL: 0.5})
    assert found[Role.GOAL] == pytest.approx(0.5, abs=1e-4)


def test_what_stands_below_a_header_of_goals_is_a_goal_and_no_action() -> None:
    units = units_of(table(["#Tiltak | #Mål", "Lage veg | Alle kjem trygt fram", "Lage sti | 95"]))
    told = {Role.ACTION: 0.5, Role.GOAL: 0.1}
    found = weighed(units, "Alle kjem trygt fram", told)
    assert found[Role.GOAL] > 0.5 > 0.1 > found[Role.ACTION]
    assert weighed(units, "95", told)[Role.GOAL] == pytest.approx(0.1, abs=1e-4)


def test_a_header_of_actions_and_their_description_is_one_of_actions() -> None:
    units = units_of(table(["#Tiltak / beskrivelse | #Nr", "Lage veg | 5"]))
    found = weighed(units, "Lage veg", {Role.ACTION: 0.5, Role.COMMENT: 0.4})
    assert found[Role.ACTION] > found[Role.COMMENT]


def test_a_long_header_is_content() -> None:
    long = "Ansvar er noko som alle i kommunen har"
    units = units_of(table([f"{long} | Anna", "Per | b"]))
    assert weighed(units, "Per", HALF)[Role.OWNER] == pytest.approx(0.25, abs=1e-4)


def test_a_label_of_its_own_speaks_for_its_kind() -> None:
    text = "Tiltak: Lage veg til øya"
    found = weighed(units_of(block(text)), text, {Role.ACTION: 0.25, Role.GOAL: 0.25})
    parts = {Role.ACTION: 0.25 * 30, Role.GOAL: 0.25 / 30**0.5, Role.NONE: 0.5 * 0.4}
    for role, part in parts.items():
        assert found[role] == pytest.approx(part / sum(parts.values()), abs=1e-4)


def test_a_heading_speaks_for_the_list_below_less_than_a_label() -> None:
    told = {Role.ACTION: 0.25}
    units = units_of(block("Tiltak", "heading"), block("Lage veg til øya", "item"))
    led = weighed(units, "Lage veg til øya", told)[Role.ACTION]
    labelled = "Tiltak: Lage veg til øya"
    own = weighed(units_of(block(labelled)), labelled, told)[Role.ACTION]
    assert 0.25 < led < own


def test_plain_text_above_a_list_says_nothing() -> None:
    units = units_of(block("Tiltak"), block("Lage veg til øya", "item"))
    found = weighed(units, "Lage veg til øya", {Role.ACTION: 0.25})
    assert found[Role.ACTION] == pytest.approx(0.25, abs=1e-4)


@pytest.mark.parametrize("heading", ["Folketal", "Mål og tiltak"])
def test_words_that_name_no_or_several_kinds_change_nothing(heading: str) -> None:
    units = units_of(block(heading, "heading"), block("Lage veg til øya", "item"))
    before = chances(units, {"Lage veg til øya": {Role.ACTION: 0.3, Role.GOAL: 0.3}})
    after = weigh_names(units, before)
    assert np.allclose(after, before, atol=1e-6)


def test_an_unknown_header_moves_no_field() -> None:
    units = units_of(table(["Folketal | Anna", "Per | b"]))
    before = chances(units, {"Per": {Role.OWNER: 0.3, Role.ACTION: 0.3}})
    assert np.allclose(weigh_names(units, before), before, atol=1e-6)


def test_what_was_told_is_left_as_it_was() -> None:
    units = units_of(table(["Tiltak | Ansvar", "Lage veg | Per"]))
    before = chances(units, {"Lage veg": {Role.ACTION: 0.5}})
    kept = before.copy()
    weigh_names(units, before)
    assert np.array_equal(before, kept)
