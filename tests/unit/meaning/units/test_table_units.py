"""Tables to units: cells, their items, rows across, headers."""

from __future__ import annotations

from dataclasses import replace

from made_blocks import block, passage, table, with_items
from made_units import texts, units_of

PLAN = ["#Tiltak | #Ansvar", "Barn og unge | <", "Lage rutine | Helse", "Bygge veg | Teknisk"]


def spots(*blocks: object) -> list[tuple[str, int, int, str]]:
    return [
        (unit.text, unit.spot.row, unit.spot.column, unit.spot.header.text)
        for unit in units_of(*blocks).all
        if unit.spot and unit.kind == "cell"
    ]


def test_a_cell_is_a_unit_with_row_column_and_header() -> None:
    assert spots(table(PLAN)) == [
        ("Lage rutine", 2, 0, "Tiltak"),
        ("Helse", 2, 1, "Ansvar"),
        ("Bygge veg", 3, 0, "Tiltak"),
        ("Teknisk", 3, 1, "Ansvar"),
    ]


def test_header_cells_and_rows_across_are_kinds_of_their_own() -> None:
    units = units_of(table(PLAN))
    assert texts(units, "header") == ["Tiltak", "Ansvar"]
    assert texts(units, "banner") == ["Barn og unge"]


def test_a_table_without_a_header_has_cells_without_headers() -> None:
    assert spots(table(["Lage rutine | Per", "Bygge veg | Kari"]))[0] == ("Lage rutine", 0, 0, "")


def test_empty_cells_are_no_units_but_dashes_are() -> None:
    units = units_of(table(["#Tiltak | #Ansvar", "Lage rutine | –", "Bygge veg | "]))
    assert texts(units, "cell") == ["Lage rutine", "–", "Bygge veg"]


def test_a_merged_cell_is_one_unit_that_knows_its_span() -> None:
    units = units_of(table(["#Tiltak | #Ansvar", "Lage rutine | Helse", "Bygge veg | ^"]))
    spot = next(u.spot for u in units.all if u.text == "Helse")
    assert spot is not None
    assert (spot.row, spot.rows, spot.columns, spot.width) == (1, 2, 1, 2)
    assert texts(units, "cell") == ["Lage rutine", "Helse", "Bygge veg"]


def test_the_items_of_a_cell_are_units_that_know_the_cell() -> None:
    made = with_items(table(["#Tiltak | #Ansvar", "x | Helse"]), 1, 0, ["Lage mat", "Dele ut"])
    units = units_of(block("Framfor"), made)
    cell = next(at for at, u in enumerate(units.all) if u.kind == "cell")
    items = [u for u in units.all if u.kind == "cell_item"]
    assert [(u.text, u.whole) for u in items] == [("Lage mat", cell), ("Dele ut", cell)]
    assert {u.spot for u in items} == {units.all[cell].spot}


def test_a_cell_of_one_item_is_that_item() -> None:
    made = with_items(table(["#Tiltak | #Ansvar", "x | Helse"]), 1, 0, ["Lage mat"])
    units = units_of(made)
    assert texts(units, "cell") == ["Lage mat", "Helse"]
    assert texts(units, "cell_item") == []


def test_the_parts_of_a_cell_go_before_its_items() -> None:
    made = with_items(table(["#Tiltak | #Ansvar", "x | Helse"]), 1, 0, ["Lage mat", "Dele ut"])
    parts = (passage("Vi skal"), passage("Lage mat"), passage("Dele ut"))
    cells = tuple(replace(c, parts=parts) if c.items else c for c in made.cells)
    units = units_of(replace(made, cells=cells))
    assert texts(units, "cell_item") == ["Vi skal", "Lage mat", "Dele ut"]


def test_header_cells_have_no_items() -> None:
    made = with_items(table(["#x | #Ansvar", "Lage | Helse"]), 0, 0, ["Tiltak", "Mål"])
    units = units_of(made)
    assert texts(units, "header") == ["Tiltak Mål", "Ansvar"]
    assert texts(units, "cell_item") == []


def test_a_cell_has_label_number_and_looks() -> None:
    units = units_of(table(["#Tiltak | #Ansvar", "3 Lage rutine | %Ansvar: Helse"]))
    first, second = (u for u in units.all if u.kind == "cell")
    assert (first.number, first.body.text, first.fill) == ("3", "Lage rutine", None)
    assert (second.label.text, second.body.text) == ("Ansvar:", "Helse")
    assert second.fill is not None
    assert [u.bold for u in units.all] == [True, True, False, False]
