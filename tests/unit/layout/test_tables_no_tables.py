"""What looks like a table and is none: prose, lists, contents, cards, labels, charts."""

import pytest
from drawn_tables import page_drawn, paragraph, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_tables

ONE = (
    "Kommunen har arbeidd med folkehelse i mange år, og planen skal vise kva som skal gjerast i "
    "perioden. Dette gjeld både barn, unge og eldre. Frivillige lag er viktige medspelarar, og "
    "kommunen vil leggje til rette for samarbeid på tvers av sektorar. "
)
TWO = (
    "Tal frå Ungdata viser at dei fleste trivst på skulen. Samstundes er det nokre som fell "
    "utanfor, og det gjeld å kome tidleg inn. Psykisk helse er eit satsingsområde, og det same "
    "gjeld fysisk aktivitet i kvardagen. "
)


def justified(canvas: Canvas, text: str, x: float, y: float, width: float) -> None:
    canvas.setFont("Helvetica", 10)
    for line in wrapped(text, width, "Helvetica", 10):
        words = line.split()
        free = width - sum(stringWidth(word, "Helvetica", 10) for word in words)
        gap = min(free / max(1, len(words) - 1), 8)
        at = x
        for word in words:
            canvas.drawString(at, y, word)
            at += stringWidth(word, "Helvetica", 10) + gap
        y -= 13


def one_column(canvas: Canvas) -> None:
    justified(canvas, (ONE + TWO) * 3, 50, 780, 480)


def two_columns(canvas: Canvas) -> None:
    paragraph(canvas, ONE * 4, 50, 780, 235)
    paragraph(canvas, TWO * 4, 310, 780, 235)


def two_justified_columns(canvas: Canvas) -> None:
    justified(canvas, ONE * 4, 50, 780, 240)
    justified(canvas, TWO * 4, 302, 780, 240)


def three_columns(canvas: Canvas) -> None:
    for x, text in ((50, ONE), (215, TWO), (380, ONE)):
        paragraph(canvas, text * 3, x, 780, 150)


def contents(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    titles = ("Innleiing", "Bakgrunn og føringar", "Status", "Mål og strategiar", "Tiltak")
    for row, title in enumerate(titles):
        canvas.drawString(60, 760 - 18 * row, str(row + 1))
        canvas.drawString(80, 760 - 18 * row, title)
        canvas.drawRightString(520, 760 - 18 * row, str(3 + 2 * row))


def contents_with_dots(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    for row, title in enumerate(("Innleiing", "Bakgrunn", "Status", "Mål", "Tiltak")):
        canvas.drawString(60, 760 - 18 * row, title + " " + "." * 60)
        canvas.drawRightString(520, 760 - 18 * row, str(3 + row))


def numbered_list(canvas: Canvas) -> None:
    y = 760.0
    for number, text in enumerate((ONE[:150], TWO[:200], ONE[50:190], TWO[90:220]), start=1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y, f"{number}.")
        y = paragraph(canvas, text, 85, y, 420) - 4


def bullets_in_two_columns(canvas: Canvas) -> None:
    items = ("Byggje ny barneskule", "Lage trygge skulevegar", "Styrkje helsetenesta", "Opne hall")
    for x in (60, 320):
        for row, item in enumerate(items):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, 760 - 14 * row, "•")
            canvas.drawString(x + 12, 760 - 14 * row, item)


def cards(canvas: Canvas) -> None:
    for number, x in enumerate((50, 220, 390), start=1):
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawString(x, 760, f"0{number}")
        paragraph(canvas, (ONE, TWO, ONE[40:])[number - 1][:160], x, 730, 140)


def labels(canvas: Canvas) -> None:
    rows = (("Tiltak:", "Lage plan"), ("Ansvar:", "Teknisk"), ("Frist:", "2026")) * 3
    for row, (label, value) in enumerate(rows):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 760 - 14 * row, label)
        canvas.drawString(140, 760 - 14 * row, value)


def letter_head(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 10)
    rows = (("Dykkar ref.", "Vår ref."), ("2024/33", "24/5512-3"), ("Kari Nordmann", "12.05.2025"))
    for row, (left, right) in enumerate(rows):
        canvas.drawString(60, 780 - 13 * row, left)
        canvas.drawString(330, 780 - 13 * row, right)
    paragraph(canvas, ONE, 60, 690, 470)


def text_beside(canvas: Canvas) -> None:
    paragraph(canvas, ONE + TWO, 50, 780, 340)
    paragraph(canvas, TWO, 420, 780, 120, 9)


def bar_chart(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.line(80, 500, 80, 650)
    for step in range(6):
        canvas.line(80, 500 + step * 30, 500, 500 + step * 30)
        canvas.drawRightString(74, 497 + step * 30, str(step * 20))
    for bar in range(5):
        canvas.rect(110 + bar * 75, 500, 40, 20 + bar * 22, fill=1)
        canvas.drawString(115 + bar * 75, 488, str(2019 + bar))


def lined_page(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 9)
    for y in (800, 400, 60):
        canvas.line(50, y, 545, y)
    canvas.drawString(50, 805, "Kommunedelplan")
    canvas.drawRightString(545, 805, "Side 3")
    paragraph(canvas, ONE + TWO, 50, 770, 490)


@pytest.mark.parametrize(
    "draw",
    [
        one_column, two_columns, two_justified_columns, three_columns, contents,
        contents_with_dots, numbered_list, bullets_in_two_columns, cards, labels, letter_head,
        text_beside, bar_chart, lined_page,
    ],
    ids=lambda draw: draw.__name__,
)  # fmt: skip
def test_no_table_is_found(draw: object) -> None:
    assert callable(draw)
    assert find_tables(page_drawn(draw)) == []
