"""Tables whose columns have run together: invented tables set, run together, told apart again."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from planextract.layout.compose import compose
from planextract.layout.joining import join_words
from planextract.meaning.run_together import part_columns
from planextract.model.layout import TableBlock, TextBlock
from planextract.model.plan import Diagnostic
from planextract.model.source import Source
from planextract.reading.plain import read_plain

Row = tuple[str, str, str]
"""What is done, who does it, by when."""

NN: list[Row] = [
    ("Byggje ny gangveg mellom skulen og idrettsplassen", "Teknisk sjef", "Haust 2027"),
    ("Tilby rettleiing til foreldre med små barn på helsestasjonen", "Leiande helsesjukepleiar",
     "Løpande"),
    ("Kartleggje kulturminne langs fjorden saman med sogelaget", "Kultursjefen", "2026-2027"),
    ("Revidere beredskapsplanen og øve på han", "Kommunedirektøren", "Kvart år"),
    ("Prøve ut digital heimeoppfølging for eldre som bur aleine", "Einingsleiar omsorg", "2026"),
    ("Rydde søppel i strandsona i lag med skuleelevar", "Teknisk sjef", "Årleg"),
]  # fmt: skip
NB: list[Row] = [
    ("Bygge ny gangvei mellom skolen og idrettsplassen", "Teknisk sjef", "Høst 2027"),
    ("Tilby veiledning til foreldre med små barn på helsestasjonen", "Ledende helsesykepleier",
     "Løpende"),
    ("Kartlegge kulturminner langs fjorden sammen med historielaget", "Kultursjefen", "2026-2027"),
    ("Revidere beredskapsplanen og øve på den", "Kommunedirektøren", "Hvert år"),
    ("Prøve ut digital hjemmeoppfølging for eldre som bor alene", "Enhetsleder omsorg", "2026"),
    ("Rydde søppel i strandsonen i lag med skoleelever", "Teknisk sjef", "Årlig"),
]  # fmt: skip
DAMAGE = str.maketrans({"å": "d", "ø": "o", "æ": "ae", "Å": "A", "Ø": "O"})
"""What OCR in the wrong language makes of the Norwegian letters."""
WIDTHS = {"T": 30, "O": 18, "F": 12}
HEADS = {"T": "Tiltak", "O": "Ansvar", "F": "Frist"}


def set_table(rows: Sequence[Row], order: str, parents: Sequence[str] = ()) -> list[str]:
    """A table's lines, its columns in an order, wrapped, only single spaces between them."""
    lines = [" ".join([*(["Mål"] if parents else []), *(HEADS[each] for each in order)])]
    for at, row in enumerate(rows):
        texts = dict(zip("TOF", row, strict=True))
        cells = [textwrap.wrap(texts[each], WIDTHS[each]) for each in order]
        if parents:
            cells.insert(0, textwrap.wrap(parents[at], 16))
        for line in range(max(map(len, cells))):
            lines.append(" ".join(cell[line] for cell in cells if line < len(cell)))
    return lines


def parted(text: str) -> tuple[list[TableBlock], list[TextBlock], list[Diagnostic]]:
    """The tables that a text is parted into, the text left, and what is said of them."""
    source = Source(Path("plan.txt"), "plan.txt", text.encode(), "text/plain", "sha256:0")
    layout, said = part_columns(compose(read_plain(source)), join_words)
    tables = [block for block in layout.blocks if isinstance(block, TableBlock)]
    return tables, [block for block in layout.blocks if isinstance(block, TextBlock)], said


def cells(table: TableBlock) -> list[list[str]]:
    """The texts of a table by rows; a merged cell's text stands in each."""
    grid = [[table.at(row, at) for at in range(table.columns)] for row in range(table.rows)]
    return [[cell.passage.text if cell else "" for cell in row] for row in grid]


@pytest.mark.parametrize("damaged", [False, True], ids=["sound", "damaged"])
@pytest.mark.parametrize("order", ["TOF", "TFO", "FTO", "OTF"])
@pytest.mark.parametrize("rows", [NN, NB], ids=["nn", "nb"])
def test_rows_are_told_apart(rows: list[Row], order: str, damaged: bool) -> None:
    text = "\n".join(["Handlingsplan", "", *set_table(rows, order)])
    [table], _, _ = parted(text.translate(DAMAGE) if damaged else text)
    expected = [[dict(zip("TOF", row, strict=True))[each] for each in order] for row in rows]
    if damaged:
        expected = [[cell.translate(DAMAGE) for cell in row] for row in expected]
    assert len(cells(table)) == len(rows) + 1
    right = sum(
        got == want
        for found, row in zip(cells(table)[1:], expected, strict=True)
        for got, want in zip(found, row, strict=True)
    )
    assert right >= 0.85 * 3 * len(rows)
    assert [row[order.index("F")] for row in cells(table)[1:]] == [
        row[order.index("F")] for row in expected
    ]


@pytest.mark.parametrize("rows", [NN, NB], ids=["nn", "nb"])
def test_a_parent_spans_its_rows(rows: list[Row]) -> None:
    parents = ["Trygge og levande bygder", "", "", "Helse for alle", "", ""]
    [table], _, _ = parted("\n".join(set_table(rows, "TFO", parents)))
    found = [row[0] for row in cells(table)[1:]]
    assert found == [found[0]] * 3 + [parents[3]] * 3
    assert parents[0].startswith(found[0]) and len(found[0]) >= len(parents[0]) / 2
    assert [row[2] for row in cells(table)[1:]] == [due for _, _, due in rows]


def test_every_word_stays_and_the_doubt_is_said() -> None:
    lines = set_table(NN, "TOF")
    tables, texts, said = parted("\n".join(["Om planen.", "", *lines, "", "Foto: Kari Nes"]))
    read = [w.text for t in tables for c in t.cells for w in (*c.passage.words, *c.marker_words)]
    assert sorted(read) == sorted(" ".join(lines).split())
    assert [text.passage.text for text in texts] == ["Om planen.", "Foto: Kari Nes"]
    assert [table.confidence <= 0.5 for table in tables] == [True]
    assert [(one.code, one.page) for one in said] == [("columns_run_together", 1)]


def test_a_table_goes_on_over_labels_pages_and_rules_read_as_letters() -> None:
    first, second = set_table(NN[:3], "TFO"), set_table(NN[3:], "TFO")
    ruled = [line.replace(" 2026 ", " |2026 | ") for line in second]
    tables, texts, _ = parted("\n".join([*first, "\f" + "Innsatsområde: Helse", "", *ruled]))
    assert [table.rows for table in tables] == [4, 4]
    assert cells(tables[1])[2] == ["Prøve ut digital heimeoppfølging for eldre som bur aleine",
                                   "2026", "Einingsleiar omsorg"]  # fmt: skip
    assert [text.passage.text for text in texts] == ["Innsatsområde: Helse"]


def test_titles_and_prose_below_a_table_are_none_of_it() -> None:
    title, prose = "Samferdsle", "Planen vert rullert kvart år, og kommunestyret får melding."
    text = [*set_table(NN, "TFO"), "", title, "", *set_table(NB, "TFO"), "", "Oppfølging", ""]
    tables, texts, _ = parted("\n".join([*text, f"{prose} {prose}"]))
    assert [[row[0] for row in cells(table)[1:]] for table in tables] == [
        [what for what, _, _ in rows] for rows in (NN, NB)
    ]
    assert [text.passage.text for text in texts] == [title, "Oppfølging", f"{prose} {prose}"]


def test_a_name_cut_over_lines_is_one_header() -> None:
    text = "Tiltak Res- Tidsfrist Ansvarleg\nsurs-\nbehov\n" + "\n".join(set_table(NN, "TFO")[1:])
    [table], _, _ = parted(text)
    assert cells(table)[0][2:] == ["Tidsfrist", "Ansvarleg"]
    assert [row[1] for row in cells(table)[1:]] == [""] * len(NN)
    assert [row[2] for row in cells(table)[1:]] == [due for _, _, due in NN]


@pytest.mark.parametrize(
    "text",
    [
        "Tiltak, ansvar og frist står i handlingsdelen.\nDei skal følgjast opp kvart år.",
        "Innhald\nMål 3\nTiltak 4\nAnsvar 5\nFrist 6\nØkonomi 7",
        "Tiltak Ansvar Frist",
        "Mål Tiltak Ansvar\n\nKapitla seier kva kommunen vil, og korleis det skal skje.\n"
        "Administrasjonen har skrive dei.",
        "Desse har ansvar:\n- Rektor melder avvik innan 1. mai\n- Leiaren svarar for drifta",
        "Tiltak                      Frist          Ansvar\n"
        "Byggje ny gangveg           2026           Teknisk sjef\n"
        "Revidere planen             2027           Plansjefen",
        "Framdriftsplan\nAktivitet Frist\nOppstart 12. mars 2026\nHøyring 1. juni 2026",
    ],
    ids=["prose", "contents", "alone", "names only", "list", "white columns", "two columns"],
)
def test_other_text_is_left_alone(text: str) -> None:
    source = Source(Path("plan.txt"), "plan.txt", text.encode(), "text/plain", "sha256:0")
    layout = compose(read_plain(source))
    assert part_columns(layout, join_words) == (layout, [])
