"""Level rules drawn cell by cell: where their pieces meet, columns do."""

from __future__ import annotations

from itertools import pairwise

from drawn_tables import cells_of, page_drawn
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_tables

EDGES = (50, 74, 330, 400, 440, 480, 560)
ROWS = [
    ("Nr", "Tiltak", "Ansvar", "2026", "2027", "Kostnad (1000 kr)"),
    ("T1", "Kjøpe utsleppsfrie bilar", "Eigedom", "12", "24", "800"),
    ("T2", "Byggje ladepunkt ved kommunale bygg", "Eigedom", "5", "9", "2 400"),
    ("T3", "Stille krav om utsleppsfri transport", "Innkjøp", "30", "60", "0"),
]


def draw_rows(canvas: Canvas) -> None:
    y = 760.0
    for cells in ROWS:
        canvas.setFont("Helvetica-Bold" if cells is ROWS[0] else "Helvetica", 9)
        for at, ((left, right), text) in enumerate(zip(pairwise(EDGES), cells, strict=True)):
            if at > 2:
                canvas.drawRightString(right - 2, y, text)
            else:
                canvas.drawString(left + 2, y, text)
            canvas.line(left, y - 5, right, y - 5)
        y -= 19


def test_a_header_wider_than_its_numbers_stays_in_the_table() -> None:
    [table] = find_tables(page_drawn(draw_rows))
    assert cells_of(table) == ROWS
