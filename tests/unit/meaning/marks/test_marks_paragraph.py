"""Marks of a sentence among those of its paragraph and section."""

from __future__ import annotations

from made_blocks import block
from made_units import figures, units_of

from planextract.meaning.marks import paragraph
from planextract.meaning.units.gather import Units

TWO = "Mange ventar på time. Kommunen skal tilsetje to legar."
TOLD = "Tiltak i perioden. Kommunen skal tilsetje to legar. Legane var fire i fjor."


def of(units: Units, text: str) -> dict[str, float]:
    at = [at for at, unit in enumerate(units.all) if unit.text == text][-1]
    return figures(paragraph, units, at)


def test_what_stands_before_and_after_in_the_section() -> None:
    units = units_of(block("Lege", "heading"), block(TWO), block("Sal har det vore lite av."))
    promise = of(units, "Kommunen skal tilsetje to legar.")
    assert promise["before_modal_skal"] < 0.1 < 0.5 < promise["of_whole_modal_skal"] * 2
    assert promise["after_main_present"] > 0.5
    assert promise["sentences_of_section"] == 3
    last = of(units, "Sal har det vore lite av.")
    assert last["before_modal_skal"] > 0.5
    assert last["of_whole_modal_skal"] < 0.1 < last["of_section_modal_skal"]


def test_a_heading_parts_what_is_compared() -> None:
    units = units_of(block(TWO), block("Sal", "heading"), block("Sal har det vore lite av."))
    last = of(units, "Sal har det vore lite av.")
    assert last["before_modal_skal"] == last["place_in_section"] == 0
    assert last["sentences_of_section"] == 1


def test_what_a_paragraph_announces() -> None:
    units = units_of(block(TOLD))
    for text in ("Kommunen skal tilsetje to legar.", "Legane var fire i fjor."):
        assert of(units, text)["opening_action"] == of(units, text)["announced_action"] == 1
    assert of(units, "Tiltak i perioden.")["opening_action"] == 0


def test_items_and_headings_have_none() -> None:
    units = units_of(block("Lege", "heading"), block("Tilsetje legar", "item", marker="•"))
    assert not any(figures(paragraph, units, 1).values())
