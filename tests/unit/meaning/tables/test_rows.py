"""Rows to records: actions, milestones, goals; parents inherited, cut rows made whole."""

from __future__ import annotations

import pytest
from made_blocks import table, with_items
from reading import fields, read

HEAD = "Tiltak | Ansvar | Frist"
LONG = "Etablere møteplass for unge"


def test_a_row_is_an_action() -> None:
    found = read([HEAD, f"{LONG} | Rektor | 2026", "Lage rutine | NAV | "])
    assert [fields(action) for action in found.actions] == [
        (LONG, "Rektor", "2026"),
        ("Lage rutine", "NAV", None),
    ]


@pytest.mark.parametrize("blank", ["", "–", "-", "—", "..."])
def test_a_dash_says_nothing(blank: str) -> None:
    found = read([HEAD, f"{LONG} | {blank} | {blank}"])
    assert fields(found.actions[0]) == (LONG, None, None)


def test_a_merged_owner_holds_for_all_its_rows() -> None:
    found = read([HEAD, f"{LONG} | Rektor | 2026", "Lage rutine | ^ | 2027"])
    assert [action.responsible.text for action in found.actions if action.responsible] == [
        "Rektor", "Rektor",
    ]  # fmt: skip
    assert found.actions[1].inherited == ("responsible",)
    assert "Rektor" not in " ".join(p.text for p in found.actions[1].passages())


def test_a_merged_kva_is_the_strategy_of_its_rows() -> None:
    found = read(["Kva | Korleis | Ansvar",
                  "Legge til rette for medverknad | Bruke spørjeskjema | Rektor",
                  "^ | Arrangere folkemøte | NAV",
                  "Betre informasjon | Lage nettside | NAV",
                  "^ | Sende ut brev | NAV"])  # fmt: skip
    assert [(a.strategy.text if a.strategy else None, a.text.text) for a in found.actions] == [
        ("Legge til rette for medverknad", "Bruke spørjeskjema"),
        ("Legge til rette for medverknad", "Arrangere folkemøte"),
        ("Betre informasjon", "Lage nettside"),
        ("Betre informasjon", "Sende ut brev"),
    ]


def test_a_goal_cell_is_the_goal_of_its_rows() -> None:
    found = read(["Mål | Tiltak | Ansvar",
                  f"Mål 1: Alle er trygge | {LONG} | Rektor",
                  "^ | Lage rutine | NAV",
                  "Mål 2: Fleire er i arbeid | Skaffe plassar | NAV"])  # fmt: skip
    assert [(goal.number, goal.text.text) for goal in found.goals] == [
        ("1", "Alle er trygge"), ("2", "Fleire er i arbeid"),
    ]  # fmt: skip
    first, second = found.goals
    assert [action.goals for action in found.actions] == [(first,), (first,), (second,)]


def test_bullets_in_a_cell_are_an_action_each() -> None:
    made = with_items(table([HEAD, f"{LONG} | Rektor | 2026"]), 1, 0,
                      ["Lage rutine", "Halde kurs", "Byggje benk"])  # fmt: skip
    found = read(made)
    assert [fields(action) for action in found.actions] == [
        ("Lage rutine", "Rektor", "2026"),
        ("Halde kurs", "Rektor", "2026"),
        ("Byggje benk", "Rektor", "2026"),
    ]


@pytest.mark.parametrize("row", ["Sum |  | 250 000", "Totalt |  | 685", "Til saman |  | "])
def test_a_row_of_totals_is_no_action(row: str) -> None:
    found = read(["Tiltak | Ansvar | Kostnad", f"{LONG} | Rektor | 50 000 kr", row])
    assert len(found.actions) == 1
    assert found.actions[0].resources is not None
    assert found.actions[0].resources.text == "50 000 kr"


def test_a_row_of_sums_without_a_name_changes_no_amount() -> None:
    found = read(["Tiltak | Ansvar | 2025 | 2026 | Kostnad",
                  f"{LONG} | Rektor | 100 | 200 | 300",
                  "Lage rutine | NAV | 585 | 2 130 | 2 715",
                  " |  | 685 | 2 330 | 3 015"])  # fmt: skip
    raws = [action.resources.text for action in found.actions if action.resources]
    assert len(found.actions) == 2
    assert not any("685" in raw or "3 015" in raw for raw in raws)


def test_a_repeated_header_in_the_table_is_no_action() -> None:
    found = read([HEAD, f"{LONG} | Rektor | 2026", HEAD, "Lage rutine | NAV | 2027"])
    assert [action.text.text for action in found.actions] == [LONG, "Lage rutine"]


def test_numbers_come_from_their_column_or_the_text() -> None:
    found = read(["Nr | Tiltak | Ansvar", f"1.1 | {LONG} | Rektor"])
    assert found.actions[0].number == "1.1"
    found = read([HEAD, f"2.3 {LONG} | Rektor | 2026", "Tiltak 7: Lage rutine | NAV | 2027"])
    assert [(a.number, a.text.text) for a in found.actions] == [
        ("2.3", LONG), ("7", "Lage rutine"),
    ]  # fmt: skip


def test_start_and_end_columns_are_one_deadline() -> None:
    found = read(["Tiltak | Ansvar | Oppstart | Slutt", f"{LONG} | Rektor | 2025 | 2027"])
    assert fields(found.actions[0])[2] == "2025 – 2027"


def test_schedules_are_milestones() -> None:
    found = read(["Aktivitet | Frist", "Oppstartsmøte | 3. februar 2026", "Høyring | Mars 2026"])
    assert found.actions == []
    assert [(m.label.text, m.deadline.text if m.deadline else None) for m in found.milestones] == [
        ("Oppstartsmøte", "3. februar 2026"), ("Høyring", "Mars 2026"),
    ]  # fmt: skip


def test_a_table_of_goals() -> None:
    found = read(["Mål | Indikator", "Alle bur trygt heime | Tal på fall", "1. Fleire i jobb | "])
    assert [goal.text.text for goal in found.goals] == ["Alle bur trygt heime", "Fleire i jobb"]


PAGE = [HEAD, f"{LONG} og | Rektor | 2026"]


def test_a_row_cut_by_the_page_goes_on_in_lower_case() -> None:
    found = read(PAGE, ["eldre i sentrum |  | ", "Lage rutine | NAV | 2027"])
    assert [fields(action) for action in found.actions] == [
        (f"{LONG} og eldre i sentrum", "Rektor", "2026"),
        ("Lage rutine", "NAV", "2027"),
    ]
    assert found.actions[0].text.pages == (1, 2)


def test_the_rest_of_an_owner_goes_on_alone() -> None:
    found = read([HEAD, f"{LONG} | Barnehage og | 2026"], [" | skule | "])
    assert [fields(action)[1] for action in found.actions] == ["Barnehage og skule"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Lage rutine | NAV | 2027", id="a capital"),
        pytest.param("og så lage rutine | NAV | 2027", id="another deadline"),
    ],
)
def test_a_new_row_on_a_new_page_is_no_rest(row: str) -> None:
    found = read([HEAD, f"{LONG} | Rektor | 2026"], [row])
    assert len(found.actions) == 2


def test_a_row_with_only_more_of_a_field_belongs_to_the_action_above() -> None:
    found = read([HEAD, f"{LONG} | Rektor | 2026", " | NAV | "])
    assert fields(found.actions[0])[1] == "Rektor NAV"
    assert len(found.actions) == 1
