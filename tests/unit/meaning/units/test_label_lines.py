"""Labels that stand on a line of their own above the text that they name."""

from __future__ import annotations

from made_blocks import block
from made_units import units_of

from planextract.meaning.units.label_lines import label_lines


def label(text: str) -> object:
    return block(text, "heading")


def card(*texts: str) -> list[object]:
    """Labels and texts in turn."""
    return [label(text) if at % 2 == 0 else block(text) for at, text in enumerate(texts)]


CARDS = [
    *card("Tiltak", "Byggje bru", "Ansvar", "Rådmannen", "Frist", "2027"),
    *card("Tiltak", "Leggje veg", "Ansvar", "Rektor", "Frist", "Straks"),
]


def test_the_labels_of_cards_name_the_texts_below_them() -> None:
    assert label_lines(CARDS) == {at + 1: at for at in range(0, len(CARDS), 2)}
    units = units_of(*CARDS).all
    assert [(unit.label.text, unit.body.text) for unit in units[:3]] == [
        ("Tiltak", "Byggje bru"), ("Ansvar", "Rådmannen"), ("Frist", "2027"),
    ]  # fmt: skip


def test_the_number_of_a_label_is_that_of_the_text() -> None:
    cards = card("Delmål 1", "Alle har ein ven", "Delmål 2", "Ingen fell utanfor", "Frist", "2027")
    assert [unit.number for unit in units_of(*cards).all[:2]] == ["1", "2"]


def test_a_heading_over_a_list_is_no_label() -> None:
    once = [label("Tiltak"), block("byggje bru", "item", marker="•")]
    assert label_lines([*once, *once]) == {}


def test_a_heading_over_several_texts_is_no_label() -> None:
    section = [label("Status"), block("Vegen er smal."), block("Brua er gamal.")]
    assert label_lines([*section, *section]) == {}


def test_a_label_that_stands_once_is_a_heading() -> None:
    assert label_lines(card("Ansvar", "Rådmannen", "Folketal", "2 030")) == {}


def test_a_label_in_the_type_of_the_text_is_no_line_of_its_own() -> None:
    plain = [block(text) for text in ("Tiltak", "Byggje bru", "Ansvar", "Rådmannen")]
    assert label_lines([*plain, *plain]) == {}


def test_a_line_that_holds_its_value_is_no_label() -> None:
    lines = [label("Frist: 2027"), block("Byggje bru"), label("Frist: 2028"), block("Leggje veg")]
    assert label_lines([*lines, *lines]) == {}


def test_a_text_with_a_label_of_its_own_takes_no_other() -> None:
    parted = card("Tiltak 1", "Omtale: Brua er gamal", "Tiltak 2", "Omtale: Vegen er smal")
    assert label_lines(parted) == {}
