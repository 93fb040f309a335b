"""Words to lines: baselines, gutters, lone markers."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Sheet, texts

from planextract.layout.lines import find_lines
from planextract.model.page import Box, Word


@st.composite
def scattered(draw: st.DrawFn) -> list[Word]:
    made = []
    for at in range(draw(st.integers(0, 25))):
        x, top = draw(st.floats(0, 550)), draw(st.floats(0, 200))
        size = draw(st.sampled_from([6.0, 10.0, 14.0, 30.0]))
        text = draw(st.sampled_from(["og", "Tiltak", "•", "1.", "x", "2026"]))
        box = Box(x, top, x + len(text) * size / 2, top + size)
        made.append(Word(text, box, 1, at, size, upright=draw(st.integers(0, 9)) > 0))
    return made


@given(scattered())
def test_every_level_word_is_in_exactly_one_line(words: list[Word]) -> None:
    found = [word.key for line in find_lines(words) for word in line.words]
    assert sorted(found) == sorted(word.key for word in words if word.upright)


@given(scattered())
def test_the_words_of_a_line_run_from_left_to_right(words: list[Word]) -> None:
    for line in find_lines(words):
        lefts = [word.box.x0 for word in line.words]
        assert lefts == sorted(lefts)


@given(st.floats(-0.35, 0.35), st.floats(1.2, 1.6))
def test_lines_of_a_page_that_lies_a_little_askew_do_not_mix(degrees: float, pitch: float) -> None:
    sheet = Sheet()
    wanted = [
        "Alle barn møter profesjonell kunst og får prøve seg selv i det som gjøres av andre",
        "Slutte med fossil oppvarming i de siste tre byggene som har oljekjel og klimagass",
        "Måle straumbruken kvart kvartal og rapportere om det til formannskapet kvart år",
    ]
    sheet.lines(wanted, x=60, pitch=pitch)
    slope = math.tan(math.radians(degrees))
    tilted = [
        replace(word, box=Box(b.x0, b.top + slope * b.x0, b.x1, b.bottom + slope * b.x0))
        for word in sheet.words
        for b in [word.box]
    ]
    assert texts(find_lines(tilted)) == wanted


def test_boxes_drawn_tightly_around_their_letters_are_one_line() -> None:
    """OCR boxes "og" from the x-height down, "m" without ascender, "Å" with its ring."""
    sheet = Sheet()
    line = sheet.line("Årleg møte om og på open scene")
    heights = {"Årleg": (-2, 12), "møte": (2, 10), "om": (3, 10), "og": (3, 13), "på": (0, 13),
               "open": (3, 13), "scene": (3, 10)}  # fmt: skip
    tight = []
    for word in line.words:
        up, down = heights[word.text]
        box = word.box._replace(top=100 + up, bottom=100 + down)
        tight.append(replace(word, box=box))
    assert texts(find_lines(tight)) == ["Årleg møte om og på open scene"]


def test_columns_far_apart_are_lines_of_their_own() -> None:
    sheet = Sheet()
    sheet.line("Lage rutine for varsling", x=60)
    sheet.line("Rektor", x=300)
    sheet.line("2026", x=450)
    assert texts(find_lines(sheet.words)) == ["Lage rutine for varsling", "Rektor", "2026"]


def test_narrow_columns_are_cut_where_the_lines_below_have_the_gutter_too() -> None:
    """A gap of 1.2 font sizes is no word space when the next lines start at the same x."""
    sheet = Sheet()
    for at, left in enumerate(["Kommunelegen skal", "Kommunelegen kan", "Kommunelegen har"]):
        sheet.line(left, x=60, top=100 + 12.5 * at)
        sheet.line("tekst", x=159, top=100 + 12.5 * at)
    found = texts(find_lines(sheet.words))
    assert found[:2] == ["Kommunelegen skal", "tekst"]
    assert found.count("tekst") == 3


def test_a_wide_word_space_of_justified_text_cuts_nothing() -> None:
    sheet = Sheet()
    sheet.line("Dette", x=60)
    sheet.line("er brei justert tekst", x=97)
    sheet.line("Her er det ingen slik glipe i", x=60, top=112.5)
    assert texts(find_lines(sheet.words))[0] == "Dette er brei justert tekst"


@pytest.mark.parametrize(
    "marker", ["•", "\uf0b7", "–", "1.", "12.", "a)", "2.1", "x", "(3)", "iv."]
)
def test_a_lone_marker_stays_with_its_text(marker: str) -> None:
    sheet = Sheet()
    sheet.line(marker, x=60)
    sheet.line("Etablere møteplass", x=105)
    assert texts(find_lines(sheet.words)) == [f"{marker} Etablere møteplass"]


@pytest.mark.parametrize("word", ["Frist", "2026", "NAV", "100 000"])
def test_a_word_is_no_marker(word: str) -> None:
    sheet = Sheet()
    sheet.line(word, x=60)
    sheet.line("Etablere møteplass", x=125)
    assert texts(find_lines(sheet.words)) == [word, "Etablere møteplass"]


def test_a_bold_label_before_a_plain_value_makes_no_bold_line() -> None:
    sheet = Sheet()
    assert not sheet.line("**Ansvar:** Rektor ved skulen").bold
    assert sheet.line("**Ansvar** **og** **frist**").bold


def test_the_size_of_a_line_is_that_of_most_of_its_letters() -> None:
    sheet = Sheet()
    words = [*sheet.line("Å", size=30).words, *sheet.line("leve heile livet", x=90).words]
    (line,) = find_lines([words[0], *words[1:]])
    assert line.size == 10


def test_sideways_words_are_in_no_line() -> None:
    sheet = Sheet()
    sheet.line("Tiltak og frist")
    turned = replace(sheet.words[1], upright=False)
    assert texts(find_lines([sheet.words[0], turned, sheet.words[2]])) == ["Tiltak frist"]


def test_lines_come_from_top_to_bottom() -> None:
    sheet = Sheet()
    sheet.lines(["tredje", "andre", "fyrste"][::-1])
    assert texts(find_lines(reversed(sheet.words))) == ["fyrste", "andre", "tredje"]
