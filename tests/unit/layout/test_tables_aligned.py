import pytest
from drawn_tables import HEADER, ROWS, Look, cells_of, draw_table, page_drawn, tables_of
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_tables
from planextract.layout.tables.evidence import SURE
from planextract.model.layout import TableBlock


def only_table(look: Look) -> tuple[TableBlock, list[tuple[str, ...]]]:
    expected: list[tuple[str, ...]] = []
    (table,) = tables_of(page_drawn(lambda canvas: expected.extend(draw_table(canvas, look))))
    return table, expected


LOOKS = {
    **{
        f"{borders}, padding {padding}, gutter {gutter}": Look(
            borders, padding=padding, gutter=gutter
        )
        for borders in ("none", "rows", "between rows", "above rows", "booktabs", "below header")
        for padding, gutter in ((3, 8), (0.5, 5), (8, 12))
    },
    "rows, text in the middle": Look("rows", valign="middle"),
    "rows, text at the bottom": Look("rows", valign="bottom"),
    "text in the middle": Look(valign="middle"),
    "centred": Look(align="lccc"),
    "numbers to the right": Look(align="lllr"),
    "rows, centred": Look("rows", align="lccc"),
    "zebra": Look(zebra=True),
    "zebra, shaded header": Look(zebra=True, header_shaded=True),
    "zebra, tight": Look(zebra=True, header_shaded=True, padding=1, gutter=5),
    "shaded header only": Look(header_shaded=True),
    "plain header": Look(header_bold=False),
    "section": Look(section="Barn og unge"),
    "rows, section": Look("rows", section="Barn og unge"),
    "rows, long section": Look("rows", section="Samla tiltak for alle barn og unge i kommunen"),
    "zebra, long section": Look(
        zebra=True,
        header_shaded=True,
        section="Samla tiltak for alle barn og unge i kommunen i heile perioden",
    ),
    "three columns": Look(header=HEADER[:3], rows=[row[:3] for row in ROWS]),
    "two columns": Look(
        header=(HEADER[0], HEADER[2]), rows=[(row[0], row[2]) for row in ROWS], widths=(300, 120)
    ),
    "two columns, rows": Look(
        "rows", (HEADER[0], HEADER[2]), [(row[0], row[2]) for row in ROWS], (300, 120)
    ),
    "alone on its page": Look(prose=False),
    "unnamed column": Look(header=("Aktivitet", "", "Frist", "")),
    "large type": Look(size=14, leading=17, widths=(180, 130, 120, 75), prose=False),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_every_cell_is_read_without_closed_cells(look: Look) -> None:
    table, expected = only_table(look)
    assert cells_of(table) == expected
    assert not table.ruled and table.confidence >= SURE


def test_a_section_row_is_one_cell() -> None:
    table, _ = only_table(
        Look("rows", section="Samla tiltak for alle barn og unge i kommunen i heile perioden")
    )
    assert table.cells[0].column_span == 1
    assert [(cell.column, cell.column_span) for cell in table.row_cells(3)] == [(0, 4)]


def test_zebra_rows_know_their_shading() -> None:
    table, _ = only_table(Look(zebra=True, header_shaded=True))
    fills = [{cell.fill for cell in table.row_cells(row)} for row in range(3)]
    assert fills == [{"#aaccee"}, {"#eef4fa"}, {None}]


def test_a_parent_whose_rules_skip_it_spans_its_rows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x0, y in (
            (50, 760),
            (50, 740),
            (200, 720),
            (200, 700),
            (50, 680),
            (200, 660),
            (50, 640),
        ):
            canvas.line(x0, y, 500, y)
        for y, row in zip(
            (745, 725, 705, 685, 665, 645),
            (("Område", "Tiltak", "Frist"), ("Rydding", "Rydde strender", "2026"),
             ("", "Leie lekter", "2027"), ("", "Telje funn", "2028"),
             ("Opplysning", "Henge opp plakatar", "2026"), ("", "Besøkje skular", "2027")),
            strict=True,
        ):  # fmt: skip
            for x, text in zip((52, 202, 400), row, strict=True):
                canvas.drawString(x, y, text)

    (table,) = tables_of(page_drawn(draw))
    spans = [(c.passage.text, c.row, c.row_span) for c in table.cells if c.column == 0]
    assert spans == [("Område", 0, 1), ("Rydding", 1, 3), ("Opplysning", 4, 2)]


def test_two_tables_side_by_side_stay_apart() -> None:
    rows = [(row[0][:22].strip(), row[2]) for row in ROWS]
    look = Look("rows", ("Tiltak", "Frist"), rows, (140, 90), prose=False)

    def draw(canvas: Canvas) -> None:
        for x in (40, 310):
            look.x = x
            draw_table(canvas, look)

    tables = tables_of(page_drawn(draw))
    assert [cells_of(table) for table in tables] == [[("Tiltak", "Frist"), *rows]] * 2


def test_a_heading_between_two_banded_tables_parts_them() -> None:
    def draw(canvas: Canvas) -> None:
        for top in (760, 600):
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(50, top + 20, "Innsatsområde med eit namn")
            canvas.setFont("Helvetica", 10)
            for row in range(4):
                y = top - 20 * row
                canvas.line(50, y, 500, y)
                if row < 3:
                    canvas.drawString(52, y - 14, ("Tiltak", "Lage plan", "Opne hall")[row])
                    canvas.drawString(300, y - 14, ("Frist", "2026", "2027")[row])

    tables = tables_of(page_drawn(draw))
    assert [cells_of(table) for table in tables] == [
        [("Tiltak", "Frist"), ("Lage plan", "2026"), ("Opne hall", "2027")]
    ] * 2


def test_sideways_headers_are_read_in_their_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#d5dbdb"))
        canvas.rect(50, 480, 700, 70, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica-Bold", 9)
        for x, text in ((62, "Tiltak nr."), (660, "Prioritet")):
            canvas.saveState()
            canvas.translate(x, 485)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        canvas.drawString(90, 485, "Tiltak")
        canvas.drawString(450, 485, "Frist")
        canvas.setFont("Helvetica", 9)
        for row in range(4):
            y = 462 - 20 * row
            canvas.line(50, y - 5, 750, y - 5)
            for x, text in ((55, str(row + 1)), (90, f"Rydde strand {row}"), (450, f"202{row}"),
                            (655, "1")):  # fmt: skip
                canvas.drawString(x, y, text)

    (table,) = tables_of(page_drawn(draw, landscape(A4)))
    assert cells_of(table)[0] == ("Tiltak nr.", "Tiltak", "Frist", "Prioritet")
    assert cells_of(table)[2] == ("2", "Rydde strand 1", "2021", "1")


def test_no_word_stands_in_two_tables() -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, Look("full", rows=ROWS[:3]))
        canvas.setFont("Helvetica", 10)
        for row in range(5):
            for x, text in ((60, ("Dato", "3. mars", "4. mai", "5. juni", "6. juli")[row]),
                            (250, ("Aktivitet", "Møte", "Verkstad", "Kafé", "Tur")[row]),
                            (420, ("Ansvar", "Rektor", "Kultur", "NAV", "Lag")[row])):  # fmt: skip
                canvas.drawString(x, 400 - 16 * row, text)

    tables = find_tables(page_drawn(draw))
    keys = [word.key for table in tables for cell in table.cells for word in cell.passage.words]
    assert len(tables) == 2 and len(keys) == len(set(keys))
