"""Headings that are actions without saying so."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, passage, table

from planextract.meaning.card_titles import card_titles, split_code

FIELDS = "Ansvar: Rektor Frist: 2026"


def card(title: str, fields: str = FIELDS) -> list[Any]:
    return [block(title, "heading"), block("Dette handlar om noko."), block(fields)]


def test_titles_with_owner_and_deadline_below_are_actions() -> None:
    blocks = [*card("Leige ut huset"), *card("Restaurere naust")]
    assert card_titles(blocks) == {0, 3}


def test_a_lone_one_may_be_a_cover() -> None:
    assert card_titles(card("Temaplan for kultur", "Ansvarleg: Kulturkontoret")) == set()


def test_labelled_titles_are_read_elsewhere() -> None:
    blocks = [*card("Tiltak 1: Leige ut huset"), *card("Tiltak 2: Restaurere naust")]
    assert card_titles(blocks) == set()


def test_fields_below_the_next_heading_are_not_the_titles_own() -> None:
    blocks = [block("Oppvekst", "heading"), *card("Leige ut huset"), *card("Restaurere naust")]
    assert card_titles(blocks) == {1, 4}


def test_a_table_below_holds_no_fields_of_the_title() -> None:
    made = table(["Tiltak | Ansvar", "Lage rutine | Rektor"])
    blocks = [block("Oppvekst", "heading"), made, block(FIELDS)] * 2
    assert card_titles(blocks) == set()


def test_a_numbered_title_without_fields_counts_among_its_like() -> None:
    bare = [block("A3 Opne klubb", "heading"), block("Utan felt.")]
    blocks = [*card("A1 Leige ut huset"), *card("A2 Restaurere naust"), *bare]
    assert card_titles(blocks) == {0, 3, 6}
    assert card_titles([*card("Leige ut huset"), *card("Restaurere naust"), *bare]) == {0, 3}


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("A1 Leige ut", "A1", "Leige ut"),
        ("2.3 Leige ut", "2.3", "Leige ut"),
        ("12. Leige ut", "12", "Leige ut"),
        ("Leige ut", None, "Leige ut"),
        ("A1", None, "A1"),
    ],
)
def test_codes_of_titles(text: str, code: str | None, title: str) -> None:
    found, rest = split_code(passage(text))
    assert (found, rest.text) == (code, title)
