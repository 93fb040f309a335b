"""Tables by alignment that headings in larger type part, and those that larger type does not."""

from __future__ import annotations

import pytest
from drawn_tables import cells_of, page_drawn
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_tables

XS = (50, 260, 400)
HEADER = ("Tiltak", "Hovudansvar", "Frist")
BODY = [("Lage rutine for overgang i alle barnehagar", "Styrarane", "2026"),
        ("Tilsetje familierettleiar", "Helsestasjonen", "2027"),
        ("Delta i prosjektet for læringsmiljø", "Rektor", "2028")]  # fmt: skip


def row(canvas: Canvas, y: float, cells: tuple[str, ...], size: float, bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    for x, text in zip(XS, cells, strict=False):
        canvas.drawString(x, y, text)


def table(canvas: Canvas, y: float, header: float = 10, body: float = 10) -> float:
    row(canvas, y, HEADER, header, bold=True)
    for cells in BODY:
        y -= 18
        row(canvas, y, cells, body)
    return y


@pytest.mark.parametrize("size", [14, 18, 24])
@pytest.mark.parametrize(
    "heading", [("Skulemiljø",), ("Trygt skulemiljø for alle barn",), ("Oppfølging av", "planen")]
)
def test_a_larger_heading_parts_two_tables(heading: tuple[str, ...], size: float) -> None:
    def draw(canvas: Canvas) -> None:
        y = table(canvas, 780) - 2 * size
        for text in heading:
            row(canvas, y, (text,), size, bold=True)
            y -= 1.2 * size
        y = table(canvas, y - 6) - 2 * size
        row(canvas, y, ("4 Oppfølging av planen",), size, bold=True)

    found = find_tables(page_drawn(draw))
    assert [cells_of(one) for one in found] == [[HEADER, *BODY]] * 2


@pytest.mark.parametrize(("header", "body"), [(8, 10), (8, 12), (14, 10)])
def test_a_header_of_another_size_belongs_to_its_table(header: float, body: float) -> None:
    (found,) = find_tables(page_drawn(lambda canvas: table(canvas, 780, header, body)))
    assert cells_of(found) == [HEADER, *BODY]


def test_parts_that_show_no_table_alone_stay_together() -> None:
    def draw(canvas: Canvas) -> None:
        y = 780.0
        for heading in ("", "Trygt skulemiljø for alle"):
            row(canvas, y, (heading,), 13, bold=True)
            for cells in BODY:
                y -= 18
                row(canvas, y, cells, 10)
            y -= 24

    (found,) = find_tables(page_drawn(draw))
    assert cells_of(found) == [*BODY, ("Trygt skulemiljø for alle", "", ""), *BODY]
