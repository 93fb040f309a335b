"""Runs of items and the unit that leads each in."""

from __future__ import annotations

from typing import Any

from made_blocks import block, table, with_items
from made_units import units_of


def item(text: str, marker: str = "•", **more: Any) -> Any:
    return block(text, "item", marker=marker, **more)


def runs(*blocks: Any) -> list[int]:
    return list(units_of(*blocks).runs)


def leads(*blocks: Any) -> list[int]:
    return list(units_of(*blocks).leads)


def test_items_with_one_marker_are_a_run() -> None:
    assert runs(block("Vi skal:"), item("A"), item("B"), item("C"), block("Slutt.")) == [
        0, 1, 1, 1, 4,
    ]  # fmt: skip


def test_numbers_are_one_kind_of_marker() -> None:
    assert runs(item("A", "1."), item("B", "2."), item("C", "10.")) == [0, 0, 0]


def test_items_with_another_marker_are_another_run() -> None:
    assert runs(item("A"), item("B", "–"), item("C", "–")) == [0, 1, 1]


def test_a_list_goes_on_after_items_that_are_indented_under_it() -> None:
    assert runs(
        item("A"), item("a", "–", indent=20.0), item("b", "–", indent=20.0), item("B")
    ) == [0, 1, 1, 0]  # fmt: skip


def test_a_deeper_indent_begins_a_run_but_a_page_hides_it() -> None:
    assert runs(item("A"), item("B", indent=20.0)) == [0, 1]
    assert runs(item("A"), item("B", indent=20.0, page=2)) == [0, 0]
    assert runs(item("A"), item("B", indent=20.0, column=1)) == [0, 0]
    assert runs(item("A"), item("B", indent=2.0)) == [0, 0]


def test_text_between_ends_a_list() -> None:
    assert runs(item("A"), block("Noko anna."), item("B")) == [0, 1, 2]


def hung(text: str, **more: Any) -> Any:
    return block(text, indent=20.0, **more)


def parents(*blocks: Any) -> list[int]:
    return list(units_of(*blocks).parents)


def test_a_list_goes_on_after_what_hangs_under_its_items() -> None:
    blocks = (
        block("Vi skal:"),
        item("A", "1.", indent=20.0), hung("Ansvar: Helse"), item("a", "–", indent=40.0),
        item("B", "2.", indent=20.0), hung("Ei lengre forklaring."),
    )  # fmt: skip
    assert runs(*blocks) == [0, 1, 2, 3, 1, 5]
    assert leads(*blocks) == [-1, 0, 1, 2, 0, 4]
    assert parents(*blocks) == [-1, -1, 1, 1, -1, 4]


def test_a_heading_ends_a_list_and_all_that_hangs_under_it() -> None:
    blocks = (block("Vi skal:"), item("A", indent=20.0), block("Mål", "heading"), hung("B"))
    assert parents(*blocks) == [-1, -1, -1, -1]


def test_text_as_far_left_as_a_list_that_is_not_indented_does_not_hang_under_it() -> None:
    assert parents(block("Vi skal:"), item("A"), block("Noko anna."), item("B")) == [-1] * 4


def test_lines_and_sentences_hang_where_their_whole_does() -> None:
    blocks = (block("Vi skal:"), item("A", indent=20.0), hung("Alle er med. Vi vil meir."))
    assert parents(*blocks) == [-1, -1, 1, 1, 1]
    assert parents(block("Vi skal:"), item("A\nAnsvar: Helse", indent=20.0)) == [-1, -1, 1]


def test_paragraphs_that_look_alike_are_a_run_and_others_are_not() -> None:
    assert runs(block("Ein."), block("To."), block("Tre.", bold=True)) == [0, 0, 2]


def test_sentences_are_with_their_whole() -> None:
    assert runs(block("Vi skal:"), item("Alle er med. Vi vil meir.")) == [0, 1, 1, 1]


def test_the_fields_under_an_item_part_no_list() -> None:
    assert runs(item("Lage mat\nAnsvar: Helse"), item("Dele ut")) == [0, 1, 0]


def test_the_items_of_one_cell_are_a_run_and_cells_are_none() -> None:
    made = table(["#Tiltak | #Ansvar", "x | y", "z | w"])
    made = with_items(with_items(made, 1, 0, ["A", "B"]), 1, 1, ["C", "D"])
    units = units_of(made)
    names = {unit.text: units.all[run].text for unit, run in zip(units.all, units.runs, strict=True)
             if unit.kind in ("cell_item", "cell")}  # fmt: skip
    assert names == {"A B": "A B", "A": "A", "B": "A", "C D": "C D", "C": "C", "D": "C",
                     "z": "z", "w": "w"}  # fmt: skip


def test_the_unit_before_a_run_leads_all_of_it_in() -> None:
    assert leads(block("Vi skal:"), item("A"), item("B")) == [-1, 0, 0]


def test_a_list_in_a_list_is_led_in_by_the_item_above() -> None:
    assert leads(
        block("Vi skal:"), item("A"), item("a", "–", indent=20.0), item("B")
    ) == [-1, 0, 1, 0]  # fmt: skip


def test_sentences_lead_in_nothing_and_have_the_lead_of_their_whole() -> None:
    assert leads(block("Alle er med. Vi skal:"), item("A. B.")) == [-1, -1, -1, 0]
    assert leads(block("Vi skal:"), item("Alle er med. Vi vil meir.")) == [-1, 0, 0, 0]


def test_a_table_is_led_in_by_what_stands_above_it() -> None:
    made = table(["#Tiltak | #Ansvar", "Lage mat | Helse"])
    assert leads(block("Tabellen viser tiltaka:"), made) == [-1, 0, 0, 0, 0]


def test_units_and_all_that_is_said_of_them_go_together() -> None:
    units = units_of(
        block("Mål", "heading"), block("Ein. To."), item("A"), table(["#Tiltak | #Ansvar", "A | B"])
    )
    count = len(units.all)
    assert len(units.runs) == len(units.leads) == len(units.headlines.ranks) == count
    assert len(units.headlines.above) == count
    assert list(units.chains) == [3]
    assert units_of().all == ()
