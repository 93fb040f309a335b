"""Where a table's header ends, which rows span it, what is a card."""

from __future__ import annotations

import pytest
from made_blocks import table

from planextract.meaning.tables.grid import body_rows, distinct, find_header, full_width, is_card
from planextract.model.layout import TableBlock

ROW = "Etablere møteplass for unge | Rektor | 2026"


def header(made: TableBlock) -> tuple[tuple[int, ...], list[str]] | None:
    found = find_header(made)
    return (found.rows, [cell.text for cell in found.cells]) if found else None


def test_the_first_row_of_known_words_is_the_header() -> None:
    made = table(["Tiltak | Ansvar | Frist", ROW])
    assert header(made) == ((0,), ["Tiltak", "Ansvar", "Frist"])
    assert body_rows(made, find_header(made)) == [1]


def test_a_title_across_the_table_stands_over_the_header() -> None:
    made = table(["Mål 1: Alle bur trygt | < | <", "Tiltak | Ansvar | Frist", ROW])
    assert header(made) == ((1,), ["Tiltak", "Ansvar", "Frist"])
    assert body_rows(made, find_header(made)) == [0, 2]


def test_a_table_that_goes_on_has_no_header() -> None:
    assert header(table([ROW, "Kartleggje øvingslokale | Kulturskulen | 2027"])) is None


def test_an_unknown_first_row_is_a_header_by_its_looks() -> None:
    rows = ["Sakstype | Saksfelt | Merk", ROW]
    assert header(table(rows)) is None
    assert header(table(["#Sakstype | #Saksfelt | #Merk", ROW])) is not None
    assert header(table(["%Sakstype | %Saksfelt | %Merk", ROW])) is not None


def test_a_first_row_shaded_as_every_other_is_no_header() -> None:
    shaded = "%" + ROW.replace("| ", "| %")
    assert header(table([shaded, ROW, shaded, ROW])) is None
    banner = "%Skule | <" + " | <" * (ROW.count("|") - 1)
    assert header(table(["%Sakstype | %Saksfelt | %Merk", ROW, ROW, banner, ROW])) is not None


def test_a_bold_first_row_of_a_bold_table_is_no_header() -> None:
    assert header(table(["#Sakstype | #Saksfelt", "#Bru | #Kai"])) is None


def test_a_header_over_two_rows_names_each_year() -> None:
    made = table(["Tiltak | Kostnad | < | <", "^ | 2025 | 2026 | 2027", "Bygge | 1 | 2 | 3"])
    found = header(made)
    assert found is not None
    assert found[0] == (0, 1)
    assert found[1] == ["Tiltak", "2025", "2026", "2027"]


def test_a_header_of_two_rows_of_words_is_joined() -> None:
    made = table(["Tiltak | Planlagt | <", "^ | Oppstart | Ferdig", "Bygge | 2026 | 2027"])
    found = header(made)
    assert found is not None
    assert found[1] == ["Tiltak", "Oppstart", "Ferdig"]


@pytest.mark.parametrize(
    "row",
    [
        "Etablere ein møteplass for ungdom i sentrum av bygda | Ansvar | Frist",
        "2025 | 2026 | 2027",
        "Rektor | Kulturskulen | NAV",
    ],
)
def test_rows_of_content_are_no_header(row: str) -> None:
    assert header(table([row, ROW])) is None


def test_one_known_word_among_many_is_no_header() -> None:
    made = table(["Tiltak | Folketal | Areal | Høgd", "Bygge | 1 | 2 | 3"])
    assert header(made) is None


CARD = ["Tiltak 1 | Opne klubb", "Ansvar | Kultursjef", "Frist | 2026", "Kostnad | 50 000 kr"]


def test_labels_left_and_values_right_are_a_card() -> None:
    assert is_card(table(CARD))
    assert find_header(table(CARD)) is None


def test_a_table_of_actions_is_no_card() -> None:
    assert not is_card(table(["Tiltak | Ansvar", "Opne klubb | Kultursjef", "Byggje | Teknisk"]))


def test_a_table_of_two_labels_is_no_card() -> None:
    assert not is_card(table(CARD[:2]))


def test_a_merged_cell_is_one_cell_of_each_of_its_rows() -> None:
    made = table(["Kva | Korleis", "Trygg skule | Lage plan", "^ | Følgje opp"])
    assert [cell.passage.text for cell in distinct(made, 2)] == ["Trygg skule", "Følgje opp"]


@pytest.mark.parametrize(
    ("row", "wide"),
    [
        ("Språkopplæring: | < | <", True),
        ("Språkopplæring: | < | ", True),
        ("Språkopplæring: |  | ", False),
        ("Språkopplæring: | < | 2026", False),
        (" | < | <", False),
    ],
)
def test_rows_of_one_text_across_the_table(row: str, wide: bool) -> None:
    assert (full_width(table([row]), 0) is not None) is wide


def test_the_lower_rows_of_a_cell_across_are_no_title() -> None:
    made = table(["Lang tittel | < | <", "^ | ^ | ^"])
    assert full_width(made, 0) is not None
    assert full_width(made, 1) is None
