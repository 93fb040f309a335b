"""Blocks of text to units: a block, its lines that are fields, its sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_blocks import block
from made_units import texts, units_of

from planextract.model.passage import Passage


def kinds(*blocks: object) -> list[tuple[str, str]]:
    return [(unit.kind, unit.text) for unit in units_of(*blocks).all]


@pytest.mark.parametrize("kind", ["heading", "paragraph", "item"])
def test_a_block_of_one_sentence_is_one_unit(kind: str) -> None:
    assert kinds(block("Trygg oppvekst for alle", kind)) == [(kind, "Trygg oppvekst for alle")]


@pytest.mark.parametrize("kind", ["paragraph", "item"])
def test_the_sentences_of_a_block_are_units_that_know_it(kind: str) -> None:
    units = units_of(block("Framfor", "heading"), block("Alle er trygge. Vi vil meir.", kind))
    assert [(u.kind, u.text, u.whole) for u in units.all[1:]] == [
        (kind, "Alle er trygge. Vi vil meir.", None),
        ("sentence", "Alle er trygge.", 1),
        ("sentence", "Vi vil meir.", 1),
    ]


def test_a_heading_is_not_parted() -> None:
    assert texts(units_of(block("Alle er trygge. Vi vil meir.", "heading")), "sentence") == []


def test_an_empty_block_is_no_unit() -> None:
    empty = replace(block("x"), passage=Passage())
    assert kinds(empty, block("Noko")) == [("paragraph", "Noko")]


def test_lines_that_begin_with_a_label_are_units_of_their_own() -> None:
    made = block(
        "Lage rutine for varsling av feil\nSkildring: Vi treng det\nStyringsdokument: Plan"
    )
    assert kinds(made) == [
        ("paragraph", "Lage rutine for varsling av feil"),
        ("line", "Skildring: Vi treng det"),
        ("line", "Styringsdokument: Plan"),
    ]


def test_a_colon_inside_a_line_parts_nothing() -> None:
    made = block("Vi skal lage rutine\nog dele: mat og drikke")
    assert kinds(made) == [("paragraph", "Vi skal lage rutine og dele: mat og drikke")]


def test_a_field_inside_a_line_begins_a_unit() -> None:
    made = block("lage ein rutine for varsling av feil på veg. Ansvar: Helse")
    assert kinds(made)[-1] == ("line", "Ansvar: Helse")


def test_a_word_that_names_no_field_parts_no_line() -> None:
    text = "lage ein rutine for varsling av feil på veg. Tromsø: Helse"
    assert texts(units_of(block(text)), "line") == []


def test_a_line_knows_label_and_text() -> None:
    unit = units_of(block("lage rutine\nAnsvar: Helse")).all[1]
    assert (unit.label.text, unit.body.text) == ("Ansvar:", "Helse")


@pytest.mark.parametrize(
    "text", ["lage rutine\nAnsvar: Helse Frist: 2026", "lage rutine\nAnsvar: Helse\nFrist: 2026"]
)
def test_two_fields_after_one_another_are_two_units(text: str) -> None:
    assert texts(units_of(block(text)), "line") == ["Ansvar: Helse", "Frist: 2026"]


def test_a_field_behind_a_short_sentence_begins_a_unit() -> None:
    assert texts(units_of(block("Lage rutine. Ansvar: Helse")), "line") == ["Ansvar: Helse"]


@pytest.mark.parametrize(
    ("marker", "number"), [("1.", "1"), ("a)", "a"), ("2.3", "2.3"), ("•", None), ("–", None)]
)
def test_the_marker_of_an_item_is_its_number(marker: str, number: str | None) -> None:
    assert units_of(block("Lage rutine", "item", marker=marker)).all[0].number == number


def test_the_marker_numbers_the_item_but_not_its_sentences_and_lines() -> None:
    made = block("Alle er med. Vi vil meir.\nAnsvar: Helse", "item", marker="4.")
    assert [unit.number for unit in units_of(made).all] == ["4", None, None, None]


def test_a_unit_knows_how_its_block_is_set() -> None:
    unit = units_of(
        block("Framfor"), block("Tekst", bold=True, color="#123456", fill="#ffffff", page=2)
    ).all[1]
    assert (unit.bold, unit.color, unit.fill, unit.page, unit.block) == (
        True, "#123456", "#ffffff", 2, 1,
    )  # fmt: skip


def test_looks_alike_whatever_the_number_of_the_marker() -> None:
    first, second, third = units_of(
        block("A", "item", marker="1."), block("B", "item", marker="2."),
        block("C", "item", marker="•"),
    ).all  # fmt: skip
    assert first.style == second.style != third.style
