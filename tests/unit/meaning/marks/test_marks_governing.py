"""Marks of what governs a unit: the nearest text above that says what follows."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, table
from made_units import figures, place, units_of

from planextract.meaning.concepts import concept_names
from planextract.meaning.marks import governing


def item(text: str) -> Any:
    return block(text, "item", marker="•")


def of(text: str, *blocks: Any) -> dict[str, float]:
    units = units_of(*blocks)
    return figures(governing, units, place(units, text))


def told(found: dict[str, float]) -> set[str]:
    return {name for name in concept_names() if found[name]}


@pytest.mark.parametrize(
    "above",
    [
        block("Tiltak", "heading"),
        block("Tiltak:"),
        block("Aktuelle tiltak"),
        block("Noko heilt anna. For å få dette til trengst desse tiltaka:"),
    ],
)
def test_headings_labels_and_lead_ins_govern(above: Any) -> None:
    assert "action" in told(of("Bu", above, item("Lage mat"), item("Bu")))


@pytest.mark.parametrize(
    "above",
    [
        block("Bustad", "heading"),
        block("Det er mange tiltak."),
        item("Fleire tiltak"),
        block("Bustad:"),
        block("Tiltak " + "med mange ord bak seg " * 5),
    ],
)
def test_other_texts_do_not(above: Any) -> None:
    assert "action" not in told(of("Bu", above, item("Lage mat"), item("Bu")))


def test_a_text_does_not_govern_itself() -> None:
    assert told(of("Tiltak", block("Tiltak", "heading"), item("Bu"))) == set()


def test_the_nearest_governs_and_a_heading_ends_all() -> None:
    blocks = (block("Mål:"), item("Bu"), block("Tiltak:"), item("Lage mat"))
    assert told(of("Bu", *blocks)) == {"goal"}
    assert told(of("Lage mat", *blocks)) == {"action"}
    assert told(of("Gå", *blocks, block("Klima", "heading"), block("Gå"))) == set()


def test_texts_between_that_say_nothing_leave_it_in_force() -> None:
    found = of("Dele", block("Tiltak:"), item("Lage mat"), block("Vi er her."), item("Dele"))
    assert "action" in told(found)
    assert found["units_since"] == 2.0
    assert found["runs_since"] == 3.0


def test_how_it_governs() -> None:
    headed = of("Bu", block("Tiltak", "heading"), item("Bu"))
    assert (headed["is_heading"], headed["ends_open"], headed["told_by_label"]) == (1.0, 0.0, 0.0)
    labelled = of("Bu", block("Tiltak:"), item("Bu"))
    assert (labelled["is_heading"], labelled["ends_open"], labelled["told_by_label"]) == (
        0.0, 1.0, 1.0,
    )  # fmt: skip
    assert of("Bu", block("Tiltak 3: Alle er med."), item("Bu"))["told_by_label"] == 1.0


def test_what_stands_in_one_run_with_a_label() -> None:
    found = of("Vi bur.", block("Mål: Alle er med."), block("Vi bur."))
    assert found["in_run"] == 1.0
    assert "goal" in told(found)
    assert of("Bu", block("Mål: Alle er med."), item("Bu"))["in_run"] == 0.0


def test_rows_across_govern_and_cells_do_not() -> None:
    made = table(["#Hva | #Hvem", "Mål | <", "Bu | Per", "Tiltak: Gå | Per", "Sitje | Per"])
    assert told(of("Bu", made)) == {"goal"}
    assert told(of("Sitje", made)) == {"goal"}


def test_sentences_are_governed_as_their_paragraph() -> None:
    units = units_of(block("Tiltak", "heading"), block("Alle er med. Vi vil bu."))
    rows = governing.compute(units)
    assert (rows[1] == rows[2]).all() and (rows[1] == rows[3]).all()
    assert rows[1].any()


def test_counts_have_an_end() -> None:
    found = of("Slutt", block("Tiltak:"), *(item("Noko her") for _ in range(60)), item("Slutt"))
    assert found["units_since"] == 40.0
