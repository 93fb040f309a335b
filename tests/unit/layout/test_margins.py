"""How far the lines of a column may reach."""

from __future__ import annotations

from pages import WIDTH, Sheet

from planextract.layout.lines import Line
from planextract.layout.margins import Margins

FAR = float("inf")


def margins(sheet: Sheet, lines: list[Line]) -> Margins:
    return Margins([sheet.page], [lines])


def test_a_short_column_reaches_as_far_as_the_fullest_lines_at_its_edge() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Ei full linje går heilt ut til margen på sida og ikkje lenger"] * 5)
    own = margins(sheet, lines)
    assert own.right_of(sheet.page, 70.0, 120.0, 560.0) == lines[0].box.x1


def test_one_stray_wide_line_is_no_margin() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Ei linje som går ut til margen"] * 20)
    lines.append(sheet.line("Ei tabellrad som stikk langt ut i margen på denne sida her", top=600))
    own = margins(sheet, lines)
    assert own.right_of(sheet.page, 70.0, 100.0, 590.0) == lines[0].box.x1


def test_what_stands_to_the_right_ends_a_column() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Ei full linje går heilt ut til margen på sida"] * 5)
    assert margins(sheet, lines).right_of(sheet.page, 70.0, 120.0, 200.0) == 200.0


def test_a_column_never_ends_before_its_own_lines() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Kort"] * 5)
    assert margins(sheet, lines).right_of(sheet.page, 70.0, 300.0, 200.0) == 300.0


def test_a_page_of_short_lines_has_margins_too() -> None:
    """Nothing stands right of them: the right margin mirrors the left one."""
    sheet = Sheet()
    lines = sheet.lines(["Lage rutine", "Opne klubb", "Male gangfelt"], x=72.0)
    right = margins(sheet, lines).right_of(sheet.page, 72.0, 130.0, FAR)
    assert WIDTH - 80 < right < WIDTH - 65


def test_pages_of_another_width_have_margins_of_their_own() -> None:
    upright, slide = Sheet(1), Sheet(2, width=960, height=540)
    long = upright.lines(["Ei full linje går heilt ut til margen på sida og vidare"] * 5)
    short = slide.lines(["Kort linje"] * 5)
    own = Margins([upright.page, slide.page], [long, short])
    assert own.right_of(slide.page, 70.0, 100.0, 900.0) == short[0].box.x1
