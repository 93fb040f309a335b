"""How much is likely missing or misnamed, by the probabilities themselves."""

from __future__ import annotations

import pytest
from made_blocks import block, table
from made_roles import reading_of
from made_units import units_of

from planextract.meaning.roles.doubt import Estimate, estimate, unread_regions
from planextract.meaning.roles.role import Role

SUM = "Første setning her. Andre setning her."
LIST = ("Lage veg", "Bygge hus", "Rive bru")


def test_found_right_and_there() -> None:
    units = units_of(*(block(text) for text in LIST))
    told = {
        "Lage veg": {Role.ACTION: 0.9},
        "Bygge hus": {Role.ACTION: 0.5, Role.STRATEGY: 0.1, Role.GOAL: 0.2},
        "Rive bru": {Role.ACTION: 0.3},
    }
    found = estimate(units, reading_of(units, dict.fromkeys(LIST[:2], Role.ACTION), told))
    does = found["does"]
    assert (does.found, does.right, does.there) == (2, pytest.approx(1.5), pytest.approx(1.8))
    assert does.f1 == pytest.approx(2 * 1.5 / 3.8)
    aims = found["aims"]
    assert (aims.found, aims.right, aims.there) == (0, 0, pytest.approx(0.2))
    assert found["milestones"].f1 == 1.0


def test_nothing_there_and_nothing_found_is_well_read() -> None:
    assert Estimate(0, 0.0, 0.0).f1 == 1.0
    assert Estimate(0, 0.0, 5.0).f1 == 0.0
    assert Estimate(4, 4.0, 4.0).f1 == 1.0


def test_the_empty_document() -> None:
    units = units_of()
    reading = reading_of(units, {})
    assert {kind: e.f1 for kind, e in estimate(units, reading).items()} == {
        "does": 1.0, "aims": 1.0, "milestones": 1.0,
    }  # fmt: skip
    assert unread_regions(units, reading, least=0.0, share=0.0) == []


def test_parts_of_a_record_and_headers_are_not_counted() -> None:
    units = units_of(block(SUM), table(["#Tiltak | #Ansvar", "a | b"]))
    told = {text: {Role.ACTION: 0.8} for text in (SUM, "Første setning her.", "Tiltak")}
    found = estimate(units, reading_of(units, {SUM: Role.ACTION}, told))["does"]
    assert (found.found, found.there) == (1, pytest.approx(0.8))


def test_a_whole_whose_part_is_a_record_is_not_counted() -> None:
    units = units_of(block(SUM))
    told = {text: {Role.ACTION: 0.6} for text in (SUM, "Andre setning her.")}
    found = estimate(units, reading_of(units, {"Andre setning her.": Role.ACTION}, told))["does"]
    assert (found.found, found.there) == (1, pytest.approx(0.6))


def _regions(roles: dict[str, Role], least: float, share: float) -> list[tuple[int, str]]:
    units = units_of(*(block(text, "item", page=2) for text in LIST))
    told = {text: {Role.ACTION: 0.4} for text in LIST} | {"Bygge hus": {Role.ACTION: 0.45}}
    found = unread_regions(units, reading_of(units, roles, told), least=least, share=share)
    assert all(region.page == 2 for region in found)
    assert all(region.likely == pytest.approx(1.25) for region in found)
    return [(region.units, region.text) for region in found]


def test_a_list_without_a_record_is_shown_by_its_likeliest() -> None:
    assert _regions({}, 1.2, 0.4) == [(3, "Bygge hus")]


@pytest.mark.parametrize(
    ("roles", "least", "share"),
    [({"Rive bru": Role.ACTION}, 1.2, 0.4), ({}, 1.3, 0.4), ({}, 1.2, 0.5)],
)
def test_lists_with_a_record_or_little_chance_are_not(
    roles: dict[str, Role], least: float, share: float
) -> None:
    assert _regions(roles, least, share) == []


def test_tables_are_regions_apart_from_text() -> None:
    made = table(["Kva | Anna", *(f"{text} | b" for text in LIST)])
    units = units_of(block("Før tabellen", "heading"), made)
    told = {text: {Role.ACTION: 0.4} for text in (*LIST, "Før tabellen")}
    found = unread_regions(units, reading_of(units, {}, told), least=1.0, share=0.4)
    assert [(region.text, region.likely) for region in found] == [("Lage veg", pytest.approx(1.2))]
