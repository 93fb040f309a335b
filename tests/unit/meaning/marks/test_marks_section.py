"""Marks of what stands under and beside a unit."""

from __future__ import annotations

from typing import Any

from made_blocks import block, table
from made_units import figures, place, sized, units_of

from planextract.meaning.marks import section


def item(text: str) -> Any:
    return block(text, "item", marker="•")


def of(text: str, *blocks: Any) -> dict[str, float]:
    units = units_of(*blocks)
    return figures(section, units, place(units, text))


PLAN = (
    sized(block("Klima", "heading"), 16.0),
    block("Tiltak", "heading"),
    block("Vi skal:"),
    item("Lage mat"),
    item("Dele mat"),
    block("Bakgrunn", "heading"),
    block("Vi har hatt det slik."),
    sized(block("Bustad", "heading"), 16.0),
    block("Mange bur her."),
)


def test_what_stands_below_up_to_the_next_heading_of_the_rank() -> None:
    found = of("Tiltak", *PLAN)
    assert (found["items_below"], found["paragraphs_below"], found["heads_below"]) == (
        2.0,
        1.0,
        0.0,
    )
    assert found["words_below"] == 6.0
    assert found["infinitives_below"] > 1.9
    wide = of("Klima", *PLAN)
    assert (wide["items_below"], wide["paragraphs_below"], wide["heads_below"]) == (2.0, 2.0, 2.0)


def test_cells_below() -> None:
    made = table(["#Tiltak | #Ansvar", "Lage | Per"])
    found = of("Klima", PLAN[0], made)
    assert (found["cells_below"], found["items_below"]) == (2.0, 0.0)


def test_texts_that_head_nothing_have_nothing_below() -> None:
    found = of("Vi skal:", *PLAN)
    assert not any(v for name, v in found.items() if name.endswith("_below"))


def test_only_the_beginning_of_a_long_chapter_is_looked_at() -> None:
    found = of("Klima", PLAN[0], *(item("Noko") for _ in range(60)))
    assert found["items_below"] == 40.0


def test_the_neighbours() -> None:
    found = of("Vi skal:", *PLAN)
    assert {name for name, v in found.items() if v == 1.0 and name[:5] in ("next_", "befor")} == {
        "next_item", "before_heading",
    } | ({"next_infinitive"} if found["next_infinitive"] == 1.0 else set())  # fmt: skip
    assert found["next_infinitive"] > 0.9
    last = of("Mange bur her.", *PLAN)
    assert not any(v for name, v in last.items() if name.startswith("next_"))
    assert of("Tiltak", *PLAN)["next_colon"] == 1.0
    assert of("Dele mat", *PLAN)["before_item"] == of("Dele mat", *PLAN)["next_heading"] == 1.0
    assert (
        of("Dele mat", *PLAN)["before_same_style"] == of("Lage mat", *PLAN)["next_same_style"] == 1
    )
    assert of("Lage mat", *PLAN)["before_same_style"] == 0.0


def test_cells_beside() -> None:
    made = table(["Lage | Per"])
    assert of("Tekst.", block("Tekst."), made)["next_cell"] == 1.0
    assert of("Slutt.", made, block("Slutt."))["before_cell"] == 1.0


def test_sentences_have_the_neighbours_of_their_paragraph() -> None:
    units = units_of(PLAN[0], block("Alle er med. Vi skal:"), item("Lage mat"))
    rows = [figures(section, units, at) for at in range(len(units.all))]
    for name in ("next_item", "before_heading", "first_under_head"):
        assert rows[1][name] == rows[2][name] == rows[3][name] == 1.0


def test_the_place_under_the_heading() -> None:
    assert of("Vi skal:", *PLAN)["first_under_head"] == 1.0
    assert of("Lage mat", *PLAN)["first_under_head"] == 0.0
    assert of("Dele mat", *PLAN)["blocks_since_head"] == 3.0
    assert of("Klima", *PLAN)["blocks_since_head"] == -1.0


def test_what_is_said_again() -> None:
    blocks = (
        block("Mål", "heading"), item("Bu heime"), block("Tiltak", "heading"),
        block("Mål", "heading"), item("BU HEIME"),
    )  # fmt: skip
    assert of("Bu heime", *blocks)["same_text"] == 2.0
    assert of("Tiltak", *blocks)["same_text"] == 1.0
    assert of("Bu heime", *blocks)["same_head"] == 2.0


def test_labels_and_numbers() -> None:
    blocks = (item("Tiltak 1: Lage"), item("Tiltak 2: Dele"), item("Ansvar: Per"), item("Noko"))
    found = of("Tiltak 1: Lage", *blocks)
    assert (found["same_label"], found["label_counts_on"]) == (2.0, 2.0)
    assert (found["chapter_number"], found["number_repeats"]) == (1.0, 1.0)
    alone = of("Ansvar: Per", *blocks)
    assert (alone["same_label"], alone["label_counts_on"], alone["chapter_number"]) == (1.0, 0, 0)
    assert of("Noko", *blocks)["same_label"] == 0.0
    assert of("Mål 4.2: Alle", block("Mål 4.2: Alle"))["chapter_number"] == 4.0
