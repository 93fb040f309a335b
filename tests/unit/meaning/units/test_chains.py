"""Tables that go on over pages: which are one, and under which header."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made_blocks import block, table
from made_units import units_of

from planextract.meaning.units.chains import read_chains

HEADED = ["#Tiltak | #Ansvar", "Lage rutine | Helse"]
BARE = ["Bygge ny veg | Teknisk"]
FIRST = table(HEADED)


def chains(*blocks: Any) -> list[tuple[int, ...]]:
    return sorted({chain.tables for chain in read_chains(blocks).values()})


@pytest.mark.parametrize("rows", [BARE, [*HEADED[:1], *BARE]])
def test_the_same_columns_on_the_next_page_go_on(rows: list[str]) -> None:
    assert chains(FIRST, table(rows, page=2)) == [(0, 1)]


def test_a_chain_may_run_over_many_pages() -> None:
    assert chains(FIRST, table(BARE, page=2), table(BARE, page=3)) == [(0, 1, 2)]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(table(BARE, page=3), id="a page between"),
        pytest.param(table(["A | B | C"], page=2), id="more columns"),
        pytest.param(table(["#Mål | #Frist", *BARE], page=2), id="another header"),
        pytest.param(table(BARE, page=2, column_edges=(0.0, 60.0, 200.0)), id="other edges"),
    ],
)
def test_other_tables_begin_a_chain(second: Any) -> None:
    assert chains(FIRST, second) == [(0,), (1,)]


def test_text_between_parts_them_but_a_stray_mark_does_not() -> None:
    second = table(BARE, page=2)
    assert chains(FIRST, block("Tabellen over viser alt vi skal"), second) == [(0,), (2,)]
    assert chains(FIRST, block("Klima", "heading"), second) == [(0,), (2,)]
    assert chains(FIRST, block("side 12"), second) == [(0, 2)]
    assert chains(FIRST, block("https://a.no/b og meir står der inne"), second) == [(0, 2)]


@pytest.mark.parametrize(("ruled", "together"), [(True, False), (False, True)])
def test_without_rules_the_text_tells_the_columns(ruled: bool, together: bool) -> None:
    first = replace(FIRST, ruled=ruled)
    second = table(BARE, page=2, ruled=ruled, column_edges=(0.0, 60.0, 200.0))
    assert chains(first, second) == ([(0, 1)] if together else [(0,), (1,)])


def test_a_table_that_goes_on_has_the_header_of_the_first() -> None:
    units = units_of(FIRST, table([*BARE, "Reinse bekken | Teknisk"], page=2))
    later = [unit for unit in units.all if unit.page == 2]
    spots = [unit.spot for unit in later if unit.spot]
    assert [spot.header.text for spot in spots] == ["Tiltak", "Ansvar"] * 2
    assert {spot.chain for spot in spots} == {0}
    assert [spot.fresh for spot in spots] == [True, True, False, False]


def test_its_own_repeated_header_goes_before() -> None:
    second = table(["#TILTAK | #Ansvar", *BARE], page=2)
    chain = read_chains([FIRST, second])[1]
    assert chain.title(1, 0).text == "TILTAK"
    assert chain.continues(1) and not chain.continues(0)


def test_a_column_beyond_the_header_has_no_title() -> None:
    assert read_chains([FIRST])[0].title(0, 5).text == ""


def test_tables_with_one_header_are_alike_and_tables_without_are_like_none() -> None:
    blocks = [FIRST, block("Mykje tekst som skil dei to"), table(HEADED), table(BARE, page=9)]
    other = table(BARE, page=12)
    found = read_chains([*blocks, other])
    assert found[0].signature == found[2].signature == ("tiltak", "ansvar")
    assert found[3].signature != found[4].signature
