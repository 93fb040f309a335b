"""Text without typography: headings told by their words, put before what they name."""

from __future__ import annotations

from dataclasses import replace

from made_blocks import block, layout

from planextract.meaning.flat import is_flat, with_headings
from planextract.model.layout import Block, TextBlock


def texts(blocks: list[Block]) -> list[str]:
    return [each.passage.text for each in blocks if isinstance(each, TextBlock)]


def test_one_size_and_weight_is_flat() -> None:
    plain = block("Lage rutine")
    assert is_flat(layout(plain, block("Opne klubb")))
    larger = block("Tiltak")
    words = tuple(replace(word, size=16.0) for word in larger.passage.words)
    pages = layout(plain, larger).pages
    mixed = replace(pages[0], words=(*plain.passage.words, *words))
    assert not is_flat(replace(layout(plain), pages=(mixed,)))
    assert not is_flat(layout())


def test_lone_labels_become_headings() -> None:
    found, _ = with_headings([block("Tiltak"), block("Lage rutine", top=12)])
    assert [each.kind for each in found if isinstance(each, TextBlock)] == ["heading", "paragraph"]


def test_sentences_and_labelled_lines_stay() -> None:
    blocks = [block("Tiltaka er gode."), block("Mål: Alle er trygge", top=12)]
    assert with_headings(blocks)[0] == blocks


def test_a_heading_at_the_end_of_a_slide_comes_first() -> None:
    """Voss: "Oppdrag held fram" stands below its bullets in the text of each slide."""
    slides = [
        block("Lage rutine", "item", marker="•", top=0),
        block("Opne klubb", "item", marker="•", top=12),
        block("Oppdrag held fram", top=24),
        block("Byggje benk", "item", marker="•", top=100),
        block("Male hus", "item", marker="•", top=112),
        block("Oppdrag", top=124),
    ]
    found, starts = with_headings(slides)
    assert texts(found) == [
        "Oppdrag held fram", "Lage rutine", "Opne klubb", "Oppdrag", "Byggje benk", "Male hus",
    ]  # fmt: skip
    assert starts == {0, 3}


def test_a_heading_at_the_end_stays_where_another_stands_above() -> None:
    slide = [block("Tiltak"), block("Lage rutine", top=12), block("Mål", top=24)]
    assert texts(with_headings(slide)[0]) == ["Tiltak", "Lage rutine", "Mål"]


def test_a_page_begins_anew() -> None:
    _, starts = with_headings([block("Lage rutine"), block("Opne klubb", page=2)])
    assert starts == {0, 1}
