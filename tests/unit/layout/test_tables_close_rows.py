"""Rows of one line each, sections among them, and borders that were not drawn."""

from collections.abc import Sequence

from planextract.layout.tables import find_tables
from planextract.model.page import Box, Page, Rule, Word

SIZE = 10.0
LEFT = (60.0, 330.0, 460.0)
"""Left edges of the columns."""
RIGHT = 540.0
ROWS = (
    ("Hjemmebesøk til alle som fyller 75 år", "Ergoterapeut", "2026"),
    ("Trygghetsalarm uten egenandel", "Hjemmetjenesten", "2027"),
    ("Kurs i fallforebygging på Støren og Budal", "Fysioterapeut", "Årlig"),
    ("Transport til aktivitetssenteret", "Frivilligsentralen", "2026"),
    ("Digitalkafé på biblioteket", "Biblioteket", "Løpende"),
    ("Turgrupper med turleder", "Frisklivssentralen", "2028"),
)


def written(lines: Sequence[tuple[float, Sequence[str], bool]], rules: Sequence[Rule] = ()) -> Page:
    """A page of lines: top, texts by column, bold."""
    words: list[Word] = []
    for top, texts, bold in lines:
        for x, text in zip(LEFT, texts, strict=False):
            for part in text.split():
                box = Box(x, top, x + 5.0 * len(part), top + SIZE)
                words.append(Word(part, box, 1, len(words), SIZE, bold))
                x = box.x1 + 3.0
    return Page(1, 595, 842, tuple(words), tuple(rules))


def rows_of(page: Page) -> list[list[str]]:
    (table,) = find_tables(page)
    return [[c.passage.text for c in table.row_cells(row)] for row in range(table.rows)]


def test_rows_at_the_pitch_of_text_are_rows_though_only_groups_are_set_apart() -> None:
    first = [(100 + 12.0 * n, row, False) for n, row in enumerate(ROWS[:3])]
    second = [(176 + 12.0 * n, row, False) for n, row in enumerate(ROWS[3:])]
    section = (
        156.0,
        ("Mål 2: Eldre har et aktivt liv i hele kommunen og møter andre hver uke",),
        True,
    )
    read = rows_of(written([*first, section, *second]))
    assert [row for row in read if len(row) == 3] == [list(row) for row in ROWS]
    assert [row for row in read if len(row) == 1] == [[" ".join(section[1])]]


def test_lines_of_one_cell_stay_together() -> None:
    lines = []
    for n, (what, who, when) in enumerate(ROWS):
        top = 100 + 40.0 * n
        lines += [(top, (what, who, when), False), (top + 12, ("og i nabokommunen",), False)]
    read = rows_of(written(lines))
    assert [row[0] for row in read] == [f"{what} og i nabokommunen" for what, _, _ in ROWS]


def ruled_between(missing: int) -> tuple[list[tuple[float, Sequence[str], bool]], list[Rule]]:
    """A header and rows with a line below each, but for one."""
    texts = [("Tiltak", "Ansvar", "Frist"), *ROWS]
    lines = [(100 + 20.0 * n, row, n == 0) for n, row in enumerate(texts)]
    rules = [
        Rule(LEFT[0], 115 + 20.0 * n, RIGHT, 115 + 20.0 * n)
        for n in range(len(texts))
        if n != missing
    ]
    return lines, rules


def test_a_border_that_was_not_drawn_is_told_by_the_height_of_the_rows() -> None:
    lines, rules = ruled_between(missing=3)
    assert rows_of(written(lines, rules))[1:] == [list(row) for row in ROWS]


def test_a_bold_text_alone_in_its_row_spans_the_table() -> None:
    lines, rules = ruled_between(missing=-1)
    lines[3] = (lines[3][0], ("Mål 2: Eldre er aktive",), True)
    assert rows_of(written(lines, rules))[3] == ["Mål 2: Eldre er aktive"]


def test_plain_text_alone_in_its_row_is_a_cell() -> None:
    lines, rules = ruled_between(missing=-1)
    lines[3] = (lines[3][0], ("Kurs for pårørende",), False)
    assert rows_of(written(lines, rules))[3] == ["Kurs for pårørende", "", ""]
