"""Marks of a cell in its table."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, table, with_items
from made_units import figures, place, units_of

from planextract.meaning.marks import cells

PLAN = table(
    [
        "#Tiltak | #Ansvar | #Frist",
        "Lage rutine for varsling av feil. | Kommunedirektøren | 2026",
        "Etablere møteplass for alle. | ^ | 2026",
        "Bygge ny veg og bru til øya. | Rektor | ",
    ]
)


def of(text: str, *blocks: Any) -> dict[str, float]:
    units = units_of(*blocks)
    return figures(cells, units, place(units, text))


def test_outside_tables_all_is_zero() -> None:
    assert not any(of("Tekst", block("Tekst"), PLAN).values())


def test_the_place_in_the_table() -> None:
    found = of("Rektor", PLAN)
    assert (found["row"], found["column"], found["from_left"]) == (3.0, 1.0, 1.0)
    assert (found["column_share"], found["width"], found["table_rows"]) == (0.5, 3.0, 3.0)
    assert found["row_filled"] == 2.0
    assert of("Kommunedirektøren", PLAN)["row_span"] == 2.0


def test_a_row_across_spans_columns() -> None:
    made = table(["#Tiltak | #Ansvar", "Barn | <", "Lage | Per"])
    assert of("Barn", made)["column_span"] == 2.0


def test_a_table_without_a_header() -> None:
    assert of("Rektor", PLAN)["has_header"] == 1.0
    assert of("Lage", table(["Lage | Per"]))["has_header"] == 0.0


@pytest.mark.parametrize(
    ("name", "column", "other"),
    [
        ("column_infinitive", "Tiltak", "Frist"),
        ("column_time", "Frist", "Tiltak"),
        ("column_owner", "Ansvar", "Tiltak"),
        ("column_figure", "Frist", "Ansvar"),
        ("column_full_stop", "Tiltak", "Ansvar"),
        ("widest", "Tiltak", "Ansvar"),
    ],
)
def test_what_the_columns_are_like(name: str, column: str, other: str) -> None:
    assert of(column, PLAN)[name] > 0.6
    assert of(other, PLAN)[name] < 0.3


def test_all_cells_of_a_column_share_its_figures() -> None:
    units = units_of(PLAN)
    rows = [figures(cells, units, at) for at, u in enumerate(units.all) if u.spot.column == 2]
    assert len(rows) == 3
    assert len({tuple(v for n, v in row.items() if n[:7] == "column_") for row in rows}) == 1


def test_shares_of_a_column() -> None:
    assert of("Frist", PLAN)["column_filled"] == pytest.approx(2 / 3)
    assert of("Frist", PLAN)["column_distinct"] == 0.5
    assert of("Ansvar", PLAN)["column_spans"] == 0.5
    assert of("Ansvar", PLAN)["column_words"] == 1.0
    assert of("Ansvar", PLAN)["column_spread"] == 0.0


@pytest.mark.parametrize(
    ("name", "values", "column"),
    [
        ("column_resources", ["200 000 kr", "50 000 kr"], "Kostnad"),
        ("column_code", ["T1", "T2"], "Nr"),
        ("column_mark", ["x", "✓"], "2026"),
    ],
)
def test_columns_of_sums_codes_and_ticks(name: str, values: list[str], column: str) -> None:
    rows = [f"Lage mat | {value}" for value in values]
    found = of(column, table([f"#Tiltak | #{column}", *rows]))
    assert found[name] > 0.6
    assert of("Tiltak", table([f"#Tiltak | #{column}", *rows]))[name] < 0.3


def test_shares_of_the_table() -> None:
    found = of("Rektor", PLAN)
    assert found["table_figures"] == found["table_times"] == pytest.approx(2 / 7)
    assert found["table_infinitives"] == pytest.approx(3 / 7, abs=0.1)
    assert found["table_owners"] == pytest.approx(2 / 7, abs=0.1)


def test_tables_with_one_header_are_measured_together() -> None:
    other = table(["#Tiltak | #Ansvar | #Frist", "Lage mat | Kokken | Hausten"])
    text = block("Tekst som skil den eine tabellen frå den andre")
    assert of("Kokken", other)["table_rows"] == 1.0
    assert of("Kokken", PLAN, text, other)["table_rows"] == 4.0
    unlike = table(["#Tiltak | #Ansvar | #Pris", "Lage mat | Kokken | Hausten"])
    assert of("Kokken", PLAN, text, unlike)["table_rows"] == 1.0


def test_the_items_of_a_cell_are_counted() -> None:
    made = with_items(table(["#Tiltak | #Ansvar", "x | Per"]), 1, 0, ["Lage", "Dele"])
    assert of("Lage Dele", made)["items"] == 2.0
    assert of("Lage", made)["items"] == of("Per", made)["items"] == 0.0


def test_a_cell_that_says_the_same_as_the_one_above() -> None:
    made = table(["#Tiltak | #Ansvar", "Lage | Per", "Dele | Per", "Dele ut | Kari"])
    units = units_of(made)
    like = {u.text: figures(cells, units, at)["like_above"] for at, u in enumerate(units.all)}
    assert like["Per"] == 1.0
    assert like["Dele"] == like["Kari"] == like["Tiltak"] == 0.0


def test_the_widest_column_may_stand_anywhere() -> None:
    made = table(["#Frist | #Tiltak", "2026 | Lage mat til alle", "2027 | Dele ut maten"])
    assert of("Lage mat til alle", made)["widest"] == 1.0
    assert of("2026", made)["widest"] == 0.0
