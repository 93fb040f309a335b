"""Lines of a table that are titles of sections: bold and alone, or over several columns."""

from __future__ import annotations

from dataclasses import replace

from planextract.layout.tables.rows import Placed, titles_in
from planextract.layout.tables.strips import Gutter, columns_of
from planextract.model.page import Box, Word


def word(text: str, bold: bool) -> Word:
    return Word(text, Box(0, 0, 40, 10), 1, 1, bold=bold)


def line(*cells: str, span: int = 1) -> Placed:
    """A line by columns; ``*`` before a text makes it bold, an empty text leaves a column out."""
    return [
        (column, span, [word(text.lstrip("*"), text.startswith("*"))])
        for column, text in enumerate(cells)
        if text
    ]


def test_a_bold_line_alone_between_plain_rows_is_a_title() -> None:
    rows = [line("*Barn"), line("Lese", "Rektor"), line("*Vaksne"), line("Skrive", "Bibliotek")]
    assert titles_in(rows) == [True, False, True, False]


def test_the_second_line_of_a_bold_cell_is_no_title() -> None:
    rows = [line("*Lage plan for", "Rektor"), line("*alle skular"), line("*Byggje", "Teknisk")]
    assert titles_in(rows) == [False, False, False]


def test_a_header_of_two_lines_is_no_title() -> None:
    assert titles_in([line("*Tiltak", "*Ansvarleg"), line("*og mål", "*eining")]) == [False, False]


def test_a_plain_line_alone_is_the_rest_of_its_cell() -> None:
    assert titles_in([line("Lese for", "Rektor"), line("barna")]) == [False, False]


def test_a_line_over_several_columns_is_a_title() -> None:
    assert titles_in([line("Barn og unge", span=3), line("Lese", "Rektor")]) == [True, False]


def spaced(texts: list[str], space: float) -> list[Word]:
    """Words one after the other, so far apart."""
    words: list[Word] = []
    x = 0.0
    for text in texts:
        words.append(Word(text, Box(x, 0, x + 20, 10), 1, len(words), size=10.0))
        x += 20 + space
    return words


def test_a_line_of_evenly_spaced_words_runs_over_a_border_that_a_space_falls_on() -> None:
    words = spaced(["Alle", "barn", "har", "nokon", "å", "gå", "med"], 3.0)
    border = Gutter(67.5, 67.5)
    assert [(column, span) for column, span, _ in columns_of(words, [border])] == [(0, 2)]


def test_a_wider_space_at_a_border_parts_columns() -> None:
    words = spaced(["Alle", "barn", "har", "nokon"], 3.0)
    after = spaced(["Rektor", "og", "FAU"], 3.0)
    moved = [replace(w, box=Box(w.box.x0 + 94, 0, w.box.x1 + 94, 10)) for w in after]
    found = columns_of([*words, *moved], [Gutter(90.0, 93.0)])
    assert [(column, len(run)) for column, _, run in found] == [(0, 4), (1, 3)]
