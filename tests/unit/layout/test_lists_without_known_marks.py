"""Lists told by their shape: any glyph, any number that repeats, a hanging indent, white."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import Sheet, said, texts

from planextract.layout.blocks import Setting, make_blocks
from planextract.layout.lines import Line, find_lines
from planextract.layout.markers import kind_of, rank_of, shape_of
from planextract.layout.tables.cells import make_cell
from planextract.model.layout import TextBlock
from planextract.model.page import Box


def blocks(lines: Sequence[Line], right: float = 300.0, pitch: float = 1.25) -> list[TextBlock]:
    return list(make_blocks(lines, Setting(0, 10.0, right, pitch)))


def hung(sheet: Sheet, pairs: Sequence[tuple[str, str]], indent: float = 15.0) -> list[Line]:
    """Items of two lines each, the second set further in; no white between them."""
    lines = []
    for at, (first, second) in enumerate(pairs):
        lines.append(sheet.line(first, top=100 + 25 * at))
        lines.append(sheet.line(second, x=70 + indent, top=112.5 + 25 * at))
    return lines


@pytest.mark.parametrize("glyph", ["❑", "❖", "→", "\uf076", "\ue123", "🞄", "◊"])
def test_any_symbol_that_no_sentence_has_is_a_bullet(glyph: str) -> None:
    found = blocks(Sheet().lines([f"{glyph} lage rutine", f"{glyph} opne klubb"]))
    assert said(found) == [("item", glyph, "lage rutine"), ("item", glyph, "opne klubb")]
    assert {block.marker_kind for block in found} == {"bullet"}


@pytest.mark.parametrize("text", ["…", "“", "€", "&", "%", "(", "å", "i"])
def test_signs_and_words_of_sentences_are_no_sure_markers(text: str) -> None:
    assert kind_of(text) in ("", "lost")
    assert {b.kind for b in blocks(Sheet().lines([f"{text} lage rutine for dette"]))} == {
        "paragraph"
    }


@pytest.mark.parametrize(("first", "second"), [("T1", "T2"), ("01", "02"), ("a.", "b.")])
def test_a_number_of_any_form_is_a_marker_where_it_counts_up(first: str, second: str) -> None:
    found = blocks(Sheet().lines([f"{first} lage rutine", f"{second} opne klubb"]))
    assert [block.marker for block in found] == [first, second]


@pytest.mark.parametrize(("first", "second"), [("T1", "T9"), ("B.", "B."), ("12", "40")])
def test_what_does_not_count_up_is_text(first: str, second: str) -> None:
    found = blocks(Sheet().lines([f"{first} lage rutine", f"{second} opne klubb"]))
    assert not any(block.marker for block in found)


def test_a_number_in_the_margin_stands_for_its_item() -> None:
    sheet = Sheet()
    for at in (1, 2):
        sheet.line(str(at), x=60, top=80 + 20 * at)
        sheet.line("etablere møteplass", x=85, top=80 + 20 * at)
    found = blocks(find_lines(sheet.words))
    assert said(found) == [("item", str(at), "etablere møteplass") for at in (1, 2)]


def test_a_numbered_label_begins_a_block_and_stays_in_its_text() -> None:
    found = blocks(Sheet().lines(["Tiltak 1: lage ei rutine", "Tiltak 2: opne ein klubb"]))
    assert [b.passage.text for b in found] == [
        "Tiltak 1: lage ei rutine", "Tiltak 2: opne ein klubb",
    ]  # fmt: skip
    assert {b.marker_kind for b in found} == {"label"}


def test_a_hanging_indent_alone_tells_the_items() -> None:
    pairs = [("styrkje samarbeidet med dei frivillige laga", "i heile kommunen"),
             ("byggje ut gang- og sykkelvegar til alle", "skulane våre"),
             ("leggje til rette for at fleire kan bu", "heime lenge")]  # fmt: skip
    found = blocks(hung(Sheet(), pairs))
    assert [(b.kind, b.marker_kind) for b in found] == [("item", "hang")] * 3
    assert [b.passage.text for b in found] == [f"{a} {b}" for a, b in pairs]


def test_the_indented_first_line_of_a_paragraph_is_no_hanging_line() -> None:
    sheet = Sheet()
    lines = []
    for at in (0, 1):
        lines.append(sheet.line("Kommunen har lenge arbeidd med dette", x=85, top=100 + 25 * at))
        lines.append(sheet.line("og vil halde fram med arbeidet i mange år", top=112.5 + 25 * at))
    assert "hang" not in {block.marker_kind for block in blocks(lines)}


def test_centred_lines_do_not_hang() -> None:
    sheet = Sheet()
    lines = [
        sheet.line("felles kulturskule for", x=100, top=100),
        sheet.line("alle barn nå", x=125, top=112.5),
        sheet.line("felles kulturskule for", x=100, top=125),
        sheet.line("alle unge nå", x=125, top=137.5),
    ]
    assert "hang" not in {block.marker_kind for block in blocks(lines)}


def test_even_white_parts_items_in_lower_case() -> None:
    """The lines inside an item stand closer than the items: no capital and no mark is needed."""
    sheet = Sheet()
    tops = (100, 112.5, 131, 143.5, 162)
    rows = ("styrkje samarbeidet med dei frivillige laga som er", "i heile kommunen vår, og som er",
            "byggje ut gang- og sykkelvegar til skulane som er", "lengst borte, også om vinteren",
            "leggje til rette for at fleire kan bu heime")  # fmt: skip
    found = blocks([sheet.line(r, top=t) for r, t in zip(rows, tops, strict=True)], right=320)
    assert [len(block.line_boxes) for block in found] == [2, 2, 1]


def test_a_bullet_beside_the_line_of_another_column_is_given_back() -> None:
    sheet = Sheet()
    sheet.line("er ikkje dette noko nytt, seier bonden", x=45, top=95)
    sheet.line("–", x=280, top=99.5)
    sheet.line("vidareutvikle ordninga", x=292, top=101.5)
    assert "– vidareutvikle ordninga" in texts(find_lines(sheet.words))


def test_large_type_beside_two_lines_does_not_mix_them() -> None:
    sheet = Sheet()
    sheet.line("Mål", x=45, top=96, size=24)
    sheet.line("Ta vare på sjø og strand", x=300, top=96)
    sheet.line("som grunnlag for trivsel", x=300, top=108.5)
    found = texts(find_lines(sheet.words))
    assert {"Ta vare på sjø og strand", "som grunnlag for trivsel"} <= set(found)


def test_a_cell_is_parted_into_what_leads_in_and_the_items() -> None:
    sheet = Sheet()
    sheet.lines(["Utvide heimebesøket", "– Første besøk før fødselen", "– Siste besøk seinare"])
    cell = make_cell(sheet.words, (0, 0, 1, 1), 1, Box(65, 95, 300, 150), None)
    assert [part.text for part in cell.parts] == [
        "Utvide heimebesøket", "Første besøk før fødselen", "Siste besøk seinare",
    ]  # fmt: skip


def test_a_cell_of_one_text_has_no_parts() -> None:
    sheet = Sheet()
    sheet.lines(["Utvide heimebesøket hjå dei", "familiane som ønskjer det"])
    cell = make_cell(sheet.words, (0, 0, 1, 1), 1, Box(65, 95, 215, 150), None)
    assert cell.parts == ()


@pytest.mark.parametrize(
    ("text", "rank", "shape"),
    [("T1.2", (1, 2), "T#.#"), ("b)", (2,), "a)"), ("01", (1,), "0#"), ("•", None, "•")],
)
def test_markers_of_one_list_have_one_shape_and_a_rank(
    text: str, rank: tuple[int, ...] | None, shape: str
) -> None:
    assert (rank_of(text), shape_of(text)) == (rank, shape)
