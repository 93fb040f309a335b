"""Lines to paragraphs, items and headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Sheet, said

from planextract.layout.blocks import Setting, lists_from_headings, make_blocks
from planextract.layout.lines import Line
from planextract.layout.wrapping import usual_pitch
from planextract.model.layout import TextBlock


def blocks(lines: Sequence[Line], right: float = 0.0, pitch: float = 1.25) -> list[TextBlock]:
    right = right or max(line.box.x1 for line in lines)
    return list(make_blocks(lines, Setting(0, 10.0, right, pitch)))


def test_a_wrapped_paragraph_is_one_block() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Kommunen har lenge arbeidd med at", "innbyggjarane skal ha det godt."])
    assert said(blocks(lines)) == [
        ("paragraph", "", "Kommunen har lenge arbeidd med at innbyggjarane skal ha det godt.")
    ]


def test_plain_lines_that_end_early_are_blocks_of_their_own() -> None:
    """Actions as lines without bullets: the next word would have fitted on the line above."""
    sheet = Sheet()
    lines = sheet.lines(["Lage rutine for varsling", "Etablere møteplass", "Opne klubb på kvelden"])
    found = blocks(lines, right=400)
    assert [block.passage.text for block in found] == [line.text for line in lines]


def test_a_line_that_goes_on_in_lower_case_is_no_new_block_though_it_ends_early() -> None:
    sheet = Sheet()
    lines = sheet.lines(["Lage rutinar for varsling i barnehagane", "og skulane"])
    assert len(blocks(lines, right=280)) == 1


def test_a_line_end_hyphen_is_undone_and_said() -> None:
    sheet = Sheet()
    (block,) = blocks(sheet.lines(["Medverknad i all førebyg-", "gande planlegging"]))
    assert block.passage.text == "Medverknad i all førebyggande planlegging"
    assert [edit.rule for edit in block.passage.edits] == ["line_end_hyphen"]


def test_white_between_lines_parts_paragraphs() -> None:
    sheet = Sheet()
    lines = [*sheet.lines(["Det er mange som vil byggje her no", "og fleire kjem."]),
             *sheet.lines(["Neste avsnitt handlar om noko heilt anna."], top=140)]  # fmt: skip
    assert len(blocks(lines)) == 2


@pytest.mark.parametrize("marker", ["•", "\uf0b7", "–", "1.", "a)", "2.1", "12)"])
def test_markers_begin_items(marker: str) -> None:
    sheet = Sheet()
    lines = sheet.lines([f"{marker} Etablere møteplass", f"{marker} Opne klubb"])
    assert said(blocks(lines)) == [
        ("item", marker, "Etablere møteplass"),
        ("item", marker, "Opne klubb"),
    ]


@pytest.mark.parametrize(
    "text",
    ["5. juni 2025 vart planen vedteken", "3. klasse deltek på dagen", "1.-4. trinn får mat"],
)
def test_a_date_or_ordinal_is_no_number_of_an_item(text: str) -> None:
    (block,) = blocks([Sheet().line(text)])
    assert (block.kind, block.passage.text) == ("paragraph", text)


def test_a_bullet_glued_to_its_word_is_a_marker() -> None:
    (block,) = blocks([Sheet().line("•Etablere møteplass i sentrum")])
    assert (block.kind, block.marker, block.passage.text) == (
        "item", "•", "Etablere møteplass i sentrum",
    )  # fmt: skip


@pytest.mark.parametrize("letter", ["x", "o", "q"])
def test_the_letter_of_a_lost_symbol_font_is_a_bullet_where_it_repeats(letter: str) -> None:
    sheet = Sheet()
    lines = sheet.lines(
        [f"{letter} Tilrettelegge for møte", f"{letter} Kvalitetssikre namn", f"{letter} Gi støtte"]
    )
    assert [block.kind for block in blocks(lines)] == ["item"] * 3


def test_a_letter_that_stands_once_is_no_bullet() -> None:
    sheet = Sheet()
    found = blocks(sheet.lines(["x Tilrettelegge for møte", "Kvalitetssikre namn"]), right=400)
    assert {block.kind for block in found} == {"paragraph"}


def test_the_pronoun_i_is_never_a_bullet() -> None:
    sheet = Sheet()
    lines = sheet.lines(["i tillegg til dette", "i samarbeid med NAV", "i løpet av året"])
    assert {block.kind for block in blocks(lines)} == {"paragraph"}


def test_a_wrapped_item_hangs_below_its_text() -> None:
    sheet = Sheet()
    lines = [
        sheet.line("• Lage ein plan for korleis alle", x=70, top=100),
        sheet.line("Tilsette kan varsle", x=78, top=112.5),
        sheet.line("• Opne klubb", x=70, top=125),
    ]
    assert said(blocks(lines)) == [
        ("item", "•", "Lage ein plan for korleis alle Tilsette kan varsle"),
        ("item", "•", "Opne klubb"),
    ]


def test_a_sentence_at_the_margin_ends_an_item() -> None:
    sheet = Sheet()
    lines = [
        sheet.line("• Lage rutine", x=85, top=100),
        sheet.line("Planen vert rullert kvart år.", x=70, top=112.5),
    ]
    assert [block.kind for block in blocks(lines)] == ["item", "paragraph"]


def test_items_wider_apart_than_text_still_hold_together() -> None:
    """A document with open leading: a line in lower case goes on though it stands far off."""
    sheet = Sheet()
    lines = [
        sheet.line("• Lage ein plan for korleis alle", top=100),
        sheet.line("tilsette kan varsle", x=78, top=119),
    ]
    assert len(blocks(lines)) == 1


@pytest.mark.parametrize(
    ("text", "size", "bold", "kind"),
    [
        ("Trygg oppvekst", 14, False, "heading"),
        ("Trygg oppvekst", 10, True, "heading"),
        ("TRYGG OPPVEKST", 10, False, "heading"),
        ("Trygg oppvekst", 10, False, "paragraph"),
        ("Alle barn skal ha ein trygg oppvekst i kommunen.", 10, True, "paragraph"),
        ("2026", 14, False, "paragraph"),
        ("NAV", 10, False, "paragraph"),
        ("Dette er ein lang ingress i større skrift som handlar om kva planen er til for.", 14,
         False, "paragraph"),
        ("Trygg oppvekst", 10.8, False, "paragraph"),
    ],
)  # fmt: skip
def test_headings_are_told_by_their_type(text: str, size: float, bold: bool, kind: str) -> None:
    (block,) = blocks([Sheet().line(text, size=size, bold=bold)])
    assert block.kind == kind


def test_a_heading_and_the_text_below_it_are_apart_without_white_between() -> None:
    sheet = Sheet()
    lines = [sheet.line("Mål", bold=True), sheet.line("Alle bur trygt heime", top=112.5)]
    assert [block.kind for block in blocks(lines)] == ["heading", "paragraph"]


def test_a_bold_bullet_line_is_an_item_no_heading() -> None:
    (block,) = blocks([Sheet().line("• Etablere møteplass", bold=True)])
    assert block.kind == "item"


def test_a_paragraph_with_a_bold_label_goes_on_in_plain_type() -> None:
    sheet = Sheet()
    lines = [
        sheet.line("**Tiltak** **3:** Lage ein plan for korleis alle", top=100),
        sheet.line("tilsette kan varsle", top=112.5),
    ]
    assert len(blocks(lines)) == 1


def test_a_block_knows_the_shade_it_stands_on() -> None:
    sheet = Sheet()
    line = sheet.line("Eit kort")
    sheet.shade(60, 90, 300, 200)
    sheet.shade(0, 0, 595, 842)
    (block,) = make_blocks([line], Setting(0, 10.0, 300, 1.25, sheet.page.fills[:1]))
    assert block.fill == "#ddeeff"
    (bare,) = make_blocks([line], Setting(0, 10.0, 300, 1.25))
    assert bare.fill is None


def test_numbered_headings_in_a_row_are_a_list_in_large_type() -> None:
    sheet = Sheet()
    heads = [
        replace(blocks([sheet.line(f"{at}. Trygg oppvekst {at}", size=16)])[0], level=1)
        for at in (1, 2, 3)
    ]
    assert {block.kind for block in heads} == {"heading"}
    assert [b.kind for b in lists_from_headings(heads) if isinstance(b, TextBlock)] == ["item"] * 3


def test_a_chapter_number_and_that_of_its_section_are_no_list() -> None:
    sheet = Sheet()
    heads = blocks([sheet.line("4. Mål og tiltak", size=16)])
    heads += blocks([sheet.line("4.1. Trygg oppvekst", size=16)])
    found = lists_from_headings(heads)
    assert [b.kind for b in found if isinstance(b, TextBlock)] == ["heading"] * 2


@pytest.mark.parametrize("pitch", [1.15, 1.5, 2.0])
def test_the_usual_pitch_is_that_of_lines_that_surely_wrapped(pitch: float) -> None:
    sheet = Sheet()
    texts = ["Kommunen har lenge arbeidd med at"] + ["innbyggjarane skal ha det så godt"] * 5
    assert usual_pitch([sheet.lines(texts, pitch=pitch)]) == pytest.approx(pitch)


def test_a_text_of_single_lines_has_the_pitch_of_common_fonts() -> None:
    sheet = Sheet()
    assert usual_pitch([sheet.lines(["Lage rutine", "Opne klubb"], pitch=3)]) == 1.25
    assert usual_pitch([]) == 1.25


TEXTS = st.sampled_from(
    ["• Lage rutine", "1. Opne klubb", "Mål", "og så vidare", "Det er førebyg-", "gande arbeid.",
     "x Noko her", "Ansvar: Rektor", "–", "•", "5. juni 2025"]
)  # fmt: skip


@given(st.lists(st.tuples(TEXTS, st.sampled_from([10.0, 14.0]), st.booleans()), max_size=12))
def test_every_word_is_in_one_block_as_text_or_as_marker(
    rows: list[tuple[str, float, bool]],
) -> None:
    sheet = Sheet()
    lines = [
        sheet.line(text, top=100 + 20 * at, size=size, bold=bold)
        for at, (text, size, bold) in enumerate(rows)
    ]
    found = list(make_blocks(lines, Setting(0, 10.0, 500.0, 1.25)))
    keys = [w.key for b in found for w in (*b.marker_words, *b.passage.words)]
    assert keys == [word.key for word in sheet.words]
