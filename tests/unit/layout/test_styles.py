"""The size of body text and the ranks of headings."""

from __future__ import annotations

from pages import Sheet

from planextract.layout.styles import body_size, ranks, style_of


def test_the_body_is_what_most_letters_are_set_in() -> None:
    sheet = Sheet()
    large = sheet.lines(["Tiltak", "Mål", "Ansvar"], size=18)
    small = sheet.lines(["Ein lang tekst om bakgrunnen for planen"], size=11)
    assert body_size([*large, *small]) == 11
    assert body_size([]) == 10


def test_sizes_that_differ_by_chance_are_one() -> None:
    """Sizes of a scan vary from line to line."""
    sheet = Sheet()
    lines = [
        sheet.line("Ei linje med tekst", top=20.0 * at, size=size)
        for at, size in enumerate([10.9, 11.1, 11.2, 10.8])
    ]
    assert body_size([*lines, sheet.line("Ei anna linje med tekst", size=14)]) == 11


def test_larger_stands_over_bolder_over_capitals() -> None:
    styles = [style_of(10, True, "Trygg"), style_of(16, False, "Trygg"),
              style_of(10, True, "TRYGG OPPVEKST"), style_of(10, False, "TRYGG OPPVEKST"),
              style_of(16.1, False, "Helse")]  # fmt: skip
    assert [ranks(styles)[style] for style in styles] == [3, 1, 2, 4, 1]


def test_a_short_abbreviation_is_not_set_in_capitals() -> None:
    assert style_of(10, False, "NAV") == (10, False, False)
    assert style_of(10, False, "MÅL 2025") == (10, False, False)
    assert style_of(10, False, "TILTAK 12") == (10, False, True)
