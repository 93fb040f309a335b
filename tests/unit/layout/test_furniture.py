"""Running headers and footers, page numbers and contents lists."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import Sheet

from planextract.layout.furniture import find_furniture
from planextract.layout.lines import find_lines

BODY = ["Kommunen skal opne ein ungdomsklubb.", "Ansvar: Rektor", "Frist: 2026"]


def furniture(sheets: Sequence[Sheet]) -> list[str]:
    """The furniture of the pages, a text a page."""
    pages = [sheet.page for sheet in sheets]
    keys = find_furniture(pages, [find_lines(page.words) for page in pages], 10.0)
    return [" ".join(w.text for w in page.words if w.key in keys) for page in pages]


def sheets(count: int, head: str = "", foot: str = "") -> list[Sheet]:
    made = []
    for number in range(1, count + 1):
        sheet = Sheet(number)
        if head:
            sheet.line(head.replace("#", str(number)), top=30, size=8)
        sheet.lines([f"{text} {'abcdefghijkl'[number - 1] * 3}" for text in BODY], top=300)
        if foot:
            sheet.line(foot.replace("#", str(number)), x=280, top=800, size=8)
        made.append(sheet)
    return made


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Temaplan for folkehelse", "Side # av 5"),
        ("Møtesekretærer:", "#"),
        ("Handlingsplan 2025 – side #", "Voss herad"),
        ("", "- # -"),
    ],
)
def test_running_lines_and_page_numbers_are_furniture(head: str, foot: str) -> None:
    found = furniture(sheets(5, head, foot))
    wanted = [f"{head} {foot}".replace("#", str(n)).strip() for n in range(1, 6)]
    assert found == wanted


def test_a_page_number_alone_is_furniture_on_a_lone_page() -> None:
    assert furniture(sheets(1, foot="Side # av 1")) == ["Side 1 av 1"]


def test_a_number_among_the_text_is_no_page_number() -> None:
    made = sheets(4)
    for sheet in made:
        sheet.line("12", top=400)
    assert furniture(made) == [""] * 4


def test_a_heading_that_repeats_in_large_type_is_content() -> None:
    """ "Oppdrag held fram" on each slide tells what stands below it."""
    made = sheets(5)
    for sheet in made:
        sheet.line("Oppdrag held fram", top=40, size=20)
    assert furniture(made) == [""] * 5


def test_a_line_that_repeats_in_the_middle_of_the_pages_is_content() -> None:
    made = sheets(5)
    for sheet in made:
        sheet.line("Ansvar: Kommunedirektøren", top=420)
    assert furniture(made) == [""] * 5


def test_a_line_at_the_edge_of_two_pages_only_is_content() -> None:
    made = sheets(2, head="Ansvar: Kommunedirektøren")
    assert furniture(made) == ["", ""]


def test_a_long_document_has_furniture_that_stands_on_some_of_its_pages() -> None:
    made = sheets(12)
    for sheet in made[5:9]:
        sheet.line("Vedlegg 1 Tiltaksliste", top=30, size=8)
    found = furniture(made)
    assert [bool(text) for text in found] == [5 <= at < 9 for at in range(12)]


def test_a_contents_list_with_leaders_is_furniture() -> None:
    sheet = Sheet()
    sheet.line("Innhald", top=100, size=14)
    sheet.lines([f"Kapittel {n} Tiltak for unge ........ {n}" for n in range(3, 8)], top=140)
    sheet.line("Lage rutine for varsling", top=400)
    (found,) = furniture([sheet])
    assert found.startswith("Innhald Kapittel 3")
    assert "Lage" not in found


def test_a_contents_list_without_leaders_is_told_by_its_heading() -> None:
    sheet = Sheet()
    sheet.line("Innhold:", top=100, size=14)
    for at, name in enumerate(["Bakgrunn", "Mål og tiltak", "Økonomi"]):
        sheet.line(name, top=140 + 14 * at)
        sheet.line(str(at + 3), x=500, top=140 + 14 * at)
    (found,) = furniture([sheet])
    assert found == "Innhold: Bakgrunn 3 Mål og tiltak 4 Økonomi 5"


def test_actions_that_end_in_a_number_are_no_contents_list() -> None:
    sheet = Sheet()
    sheet.line("Tiltak", top=100, size=14)
    sheet.lines(["Opne klubb i bygg 3", "Male gangfelt ved skule 4", "Setje opp 12"], top=140)
    assert furniture([sheet]) == [""]


def test_two_lines_with_dots_are_no_contents_list() -> None:
    sheet = Sheet()
    sheet.lines(["Namn: ..........", "Dato: .........."], top=300)
    assert furniture([sheet]) == [""]
