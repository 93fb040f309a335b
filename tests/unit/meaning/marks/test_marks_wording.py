"""Marks of what the words around a unit speak of."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, table
from made_units import figures, place, sized, units_of

from planextract.meaning.marks import wording


def item(text: str) -> Any:
    return block(text, "item", marker="•")


def of(text: str, *blocks: Any) -> dict[str, float]:
    units = units_of(*blocks)
    return figures(wording, units, place(units, text))


def slot(found: dict[str, float], name: str) -> set[str]:
    """The concepts that one place speaks of."""
    begin = f"{name}_"
    return {key.removeprefix(begin) for key, v in found.items() if v and key.startswith(begin)}


LARGE = sized(block("Mål", "heading"), 16.0)
SMALL = block("Tiltak", "heading")


def test_the_label_of_a_text_and_the_text_of_a_heading() -> None:
    assert "goal" in slot(of("Mål 3: Bu", block("Mål 3: Bu")), "label")
    assert "goal" in slot(of("Mål", LARGE), "label")
    assert slot(of("Mål er fint", block("Mål er fint")), "label") == set()


def test_the_first_words() -> None:
    assert "action" in slot(of("Tiltak mot støy", block("Tiltak mot støy")), "first")
    late = "Vegen er lang med fleire tiltak"
    assert "action" not in slot(of(late, block(late)), "first")


def test_the_headings_above_nearest_first() -> None:
    found = of("Bu.", LARGE, SMALL, block("Bu."))
    assert slot(found, "head1") == {"action"}
    assert slot(found, "head2") == {"goal"}
    assert slot(found, "heads") == {"action", "goal"}
    assert slot(of("Bu.", block("Bu."), LARGE), "heads") == set()


def test_the_lead_in_is_the_last_sentence_before_the_run() -> None:
    lead = block("Planen har mange mål. Kommunen har desse tiltaka:")
    found = of("Bu", lead, item("Lage mat"), item("Bu"))
    assert "action" in slot(found, "lead")
    assert "goal" not in slot(found, "lead")
    assert slot(of("Bu", item("Bu")), "lead") == set()


TABLE = table(
    ["#Tiltak | #Ansvar | #Frist", "Mål for barn | < | <", "Lage mat | Per | 2026", "Bu | Kari | 1"]
)


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        ("Lage mat", "action", {"owner", "deadline"}),
        ("Per", "owner", {"action", "deadline"}),
        ("2026", "deadline", {"action", "owner"}),
    ],
)
def test_the_headers_of_a_table(text: str, own: str, others: set[str]) -> None:
    found = of(text, TABLE)
    assert own in slot(found, "header")
    assert slot(found, "other_headers") >= others
    assert own not in slot(found, "other_headers")


def test_the_row_across_above_a_cell() -> None:
    assert slot(of("Lage mat", TABLE), "banner") == {"goal"}
    assert slot(of("Bu", TABLE), "banner") == {"goal"}
    assert slot(of("Ansvar", TABLE), "banner") == set()
    assert slot(of("Mål for barn", TABLE), "banner") == set()


def test_a_row_across_holds_on_the_next_page() -> None:
    assert "goal" in slot(of("Gå", TABLE, table(["Gå | Ola | 2"], page=2)), "banner")


def test_the_cell_to_the_left_where_it_is_short() -> None:
    long = "Tiltak " + "med mange ord " * 5
    made = table(["Tiltak | Lage mat | Per", f"{long} | Bu | Kari"])
    assert "action" in slot(of("Lage mat", made), "left")
    assert "action" not in slot(of("Per", made), "left")
    assert slot(of("Bu", made), "left") == set()
    assert slot(of("Tiltak", made), "left") == set()


def test_outside_tables_no_cell_speaks() -> None:
    found = of("Bu.", TABLE, block("Bu."))
    for name in ("header", "other_headers", "left", "banner"):
        assert slot(found, name) == set()


@pytest.mark.xfail(strict=True, reason="a cell that spans rows is left of its first row alone")
def test_a_cell_that_spans_rows_is_left_of_all_of_them() -> None:
    assert "action" in slot(of("Bu", table(["Tiltak | Lage mat", "^ | Bu"])), "left")
