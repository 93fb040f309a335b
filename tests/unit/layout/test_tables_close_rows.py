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


def test_rows_beside_one_parent_cell_are_rows() -> None:
    rows = (
        ("Barnehage", "Alle barn opplever", "Auke tettleiken", "Styrar", "2027"),
        ("", "leik kvar dag", "", "", ""),
        ("", "", "Byggje uterom", "Eigedom", "2028"),
        ("Skule", "Elevane lærer meir", "Opne biblioteket", "Rektor", "2026"),
        ("", "og trivst", "", "", ""),
        ("", "", "Kjøpe lesebrett", "IKT", "2029"),
    )
    header = ("Tema", "Mål", "Tiltak", "Ansvar", "Frist")
    tops = (88, 100, 109, 119, 138, 147, 157)
    words: list[Word] = []
    for top, texts in zip(tops, (header, *rows), strict=True):
        for x, text in zip((40.0, 130.0, 260.0, 390.0, 480.0), texts, strict=True):
            for part in text.split():
                box = Box(x, top, x + 4.0 * len(part), top + 8.0)
                words.append(Word(part, box, 1, len(words), 8.0, texts is header))
                x = box.x1 + 2.5
    read = rows_of(Page(1, 595, 842, tuple(words)))
    assert [row[2:] for row in read[1:]] == [
        ["Auke tettleiken", "Styrar", "2027"], ["Byggje uterom", "Eigedom", "2028"],
        ["Opne biblioteket", "Rektor", "2026"], ["Kjøpe lesebrett", "IKT", "2029"],
    ]  # fmt: skip
    assert [row[1] for row in read[1:]] == [
        "Alle barn opplever leik kvar dag", "", "Elevane lærer meir og trivst", "",
    ]  # fmt: skip


def test_labels_with_their_values_are_no_table() -> None:
    lines = [
        (100 + 14.0 * n, (f"Ansvarlig: {who}", f"Tidsramme: {when}", "Kostnad: 2 mill. kr"), False)
        for n, (_, who, when) in enumerate(ROWS)
    ]
    assert find_tables(written(lines)) == []
