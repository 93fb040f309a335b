"""Year columns: marks, bars and sums become periods and amounts."""

from __future__ import annotations

import pytest
from reading import fields, read

HEAD = "Tiltak | Ansvar | 2025 | 2026 | 2027"
TEXT = "Etablere møteplass for unge"


@pytest.mark.parametrize(
    ("cells", "deadline"),
    [
        ("X |  | ", "2025"),
        (" | x | x", "2026, 2027"),
        ("✓ | ✔ | ●", "2025, 2026, 2027"),
        (" |  | ", None),
        ("– |  | -", None),
        (" | % | %", "2026, 2027"),
    ],
)
def test_marks_and_bars_are_the_period(cells: str, deadline: str | None) -> None:
    found = read([HEAD, f"{TEXT} | Rektor | {cells}", "Lage rutine | NAV | X | X | X"])
    assert fields(found.actions[0])[2] == deadline


def test_a_shaded_row_is_no_bar() -> None:
    found = read([HEAD, f"%{TEXT} | %Rektor | X | % | %", "Lage rutine | NAV | X |  | "])
    assert fields(found.actions[0])[2] == "2025"


@pytest.mark.parametrize(
    ("cells", "resources"),
    [
        ("100 | 200 | ", "2025: 100; 2026: 200"),
        (" | 1 500 000 | ", "2026: 1 500 000"),
        ("0,2 | 0,2 | 0,2", "2025: 0,2; 2026: 0,2; 2027: 0,2"),
        ("X |  | ", None),
    ],
)
def test_sums_a_year_are_amounts(cells: str, resources: str | None) -> None:
    found = read([HEAD, f"{TEXT} | Rektor | {cells}", "Lage rutine | NAV | 100 | 200 | 300"])
    found_raw = found.actions[0].resources
    assert (found_raw.text if found_raw else None) == resources


def test_a_deadline_of_its_own_stands_over_the_marks() -> None:
    found = read(["Tiltak | Frist | 2025 | 2026", f"{TEXT} | 1. mars 2025 | X | X",
                  "Lage rutine | Årleg | X | "])  # fmt: skip
    assert fields(found.actions[0])[2] == "1. mars 2025"


def test_the_words_of_a_header_are_not_the_actions_own() -> None:
    found = read([HEAD, f"{TEXT} | Rektor | X |  | ", "Lage rutine | NAV |  | X | "])
    assert "deadline" in found.actions[0].inherited
    assert "2025" not in " ".join(p.text for p in found.actions[0].passages())


def test_years_go_on_over_the_page() -> None:
    found = read([HEAD, f"{TEXT} | Rektor | X |  | "], ["Lage rutine | NAV |  | X | "])
    assert [fields(action)[2] for action in found.actions] == ["2025", "2026"]
