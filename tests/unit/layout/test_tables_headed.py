"""Tables told by their header: where their rows part, where they end, where they go on."""

from collections.abc import Sequence

import pytest

from planextract.layout.tables import find_all_tables, find_tables
from planextract.model.layout import TableBlock
from planextract.model.page import Box, Fill, Page, Rule, Word

LEFT = (60.0, 300.0, 430.0)
RIGHT = 540.0
HEADER = ("Kva", "Hjelpar", "Ferdig")
ROWS = (
    ("Male stova", "Guri", "Til jul"),
    ("Rydde loftet før huset vert", "Ola", "I vår"),
    ("Plante hekk", "Ola og Guri", "Når snøen går"),
    ("Byte to ruter", "Per", "Straks"),
)
WRAPPED = "lagt ut for sal"
PROSE = "Huset vart bygt av ein snikkar som rekna med at taket ville stå i hundre år eller meir."
Text = tuple[float, Sequence[tuple[float, str]], bool]


def page_of(texts: Sequence[Text], fills: Sequence[Fill] = (), rules: Sequence[Rule] = (),
            number: int = 1) -> Page:  # fmt: skip
    """A page of lines: top, texts with their left edges, bold."""
    words: list[Word] = []
    for top, pieces, bold in texts:
        for x, text in pieces:
            for part in text.split():
                box = Box(x, top, x + 4.6 * len(part), top + 10)
                words.append(Word(part, box, number, len(words), 10.0, bold))
                x = box.x1 + 2.8
    return Page(number, 595, 842, tuple(words), tuple(rules), tuple(fills))


def row(top: float, cells: Sequence[str], bold: bool = False) -> Text:
    return top, [(x, cell) for x, cell in zip(LEFT, cells, strict=True) if cell], bold


def table_lines(top: float) -> list[Text]:
    """The header, and rows 8 points apart; the second has a cell of two lines."""
    tops = [top, top + 18, top + 36, top + 66, top + 84]
    lines = [row(y, cells) for y, cells in zip(tops[1:], ROWS, strict=True)]
    lines.insert(2, (top + 48, [(LEFT[0], WRAPPED)], False))
    return [row(tops[0], HEADER, True), *lines]


def shaded(top: float) -> list[Fill]:
    """A header shaded cell by cell."""
    sides = (LEFT[0] - 4, LEFT[1] - 4, LEFT[2] - 4, RIGHT)
    boxes = [Box(sides[i], top - 4, sides[i + 1], top + 14) for i in range(3)]
    return [Fill(box, "#203864") for box in boxes]


def texts_of(table: TableBlock) -> list[tuple[str, ...]]:
    return [tuple(c.passage.text for c in table.row_cells(at)) for at in range(table.rows)]


WHOLE = [HEADER, ROWS[0], (f"{ROWS[1][0]} {WRAPPED}", *ROWS[1][1:]), *ROWS[2:]]


@pytest.mark.parametrize("look", ["shaded", "above a rule", "bold"])
def test_rows_part_by_white_and_the_table_ends_before_the_text_after_it(look: str) -> None:
    after: list[Text] = [
        (214, [(56.0, "Kva er eit hus?")], True),
        (230, [(56.0, PROSE)], False),
        (242, [(56.0, "Det står enno.")], False),
    ]
    fills = shaded(100) if look == "shaded" else []
    rules = [Rule(56, 114, RIGHT, 114)] if look == "above a rule" else []
    (table,) = find_tables(page_of([*table_lines(100), *after], fills, rules))
    assert texts_of(table) == WHOLE


def test_text_in_other_columns_below_a_table_is_not_its_rows() -> None:
    beside = [
        (220 + 12.0 * n, [(56.0, PROSE[:44]), (312.0, PROSE[40:80])], False) for n in range(6)
    ]
    (table,) = find_tables(page_of([*table_lines(100), *beside], shaded(100)))
    assert texts_of(table) == WHOLE


def test_a_table_with_a_header_of_its_own_does_not_go_on_with_the_one_above() -> None:
    lines = [*table_lines(100), *table_lines(210)]
    tables = find_tables(page_of(lines, [*shaded(100), *shaded(210)]))
    assert [texts_of(table) for table in tables] == [WHOLE, WHOLE]


def test_a_caption_below_is_no_row() -> None:
    caption: Text = (204, [(56.0, "Tabell 2: Arbeid")], False)
    (table,) = find_tables(page_of([*table_lines(100), caption], shaded(100)))
    assert texts_of(table) == WHOLE


def test_a_table_goes_on_at_the_top_of_the_next_page_without_its_header() -> None:
    first = page_of([(60, [(56.0, PROSE)], False), *table_lines(690)], shaded(690))
    rest = page_of([row(60, ("Feie pipa", "Per", "Kvar haust")),
                    (110, [(56.0, PROSE)], False)], number=2)  # fmt: skip
    above, below = find_all_tables([first, rest])
    assert [texts_of(table) for table in above] == [WHOLE]
    assert [texts_of(table) for table in below] == [[("Feie pipa", "Per", "Kvar haust")]]
    assert find_tables(rest) == []


def test_headings_side_by_side_above_columns_of_prose_are_no_header() -> None:
    heads: Text = (100, [(56.0, "Mold og"), (312.0, "Stein og")], True)
    lines = [(118 + 12.0 * n, [(56.0, PROSE[:44]), (312.0, PROSE[40:80])], False) for n in range(8)]
    assert find_tables(page_of([heads, *lines])) == []
