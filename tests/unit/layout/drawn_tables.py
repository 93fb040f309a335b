"""Tables drawn in many ways with the same rows in them, read back as lists of texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_aligned_tables, find_ruled_tables
from planextract.model.layout import TableBlock
from planextract.model.page import Page
from planextract.model.source import Source
from planextract.reading.digital import read_pdf

Row = tuple[str, ...]
HEADER: Row = ("Tiltak", "Ansvarleg eining", "Frist for gjennomføring", "Kostnad")
ROWS: tuple[Row, ...] = (
    ("Etablere lågterskeltilbod for unge i sentrum", "Helse og omsorg", "2026", "200 000 kr"),
    ("Lage plan for trygge skulevegar saman med Statens vegvesen og foreldreutvala", "Teknisk",
     "Innan utgangen av 2027", ""),
    ("Tilsetje folkehelsekoordinator", "Kommunedirektøren", "1. mars 2026", "0,5 årsverk"),
    ("Styrkje samarbeidet med frivillige lag og organisasjonar om aktivitetar for eldre, særleg "
     "i vinterhalvåret", "Kultur", "Årleg", "Innanfor ramma"),
    ("Kartleggje levekår", "Folkehelsekoordinator", "", "50 000 kr"),
    ("Opne kulturskulen for vaksne", "Kulturskulen", "Hausten 2028", ""),
)  # fmt: skip
BEFORE = (
    "Kommunen har arbeidd med folkehelse i mange år, og planen skal vise kva som skal gjerast "
    "i perioden. Tabellen under viser tiltaka og kven som har ansvaret."
)
AFTER = (
    "Tiltaka skal følgjast opp kvart år i samband med budsjettet, og kommunestyret får ei eiga "
    "sak om status. Planen skal rullerast i 2029."
)


@dataclass
class Look:
    """How a table is drawn."""

    borders: str = "none"
    header: Row = HEADER
    rows: Sequence[Row] = ROWS
    widths: tuple[float, ...] = (190, 110, 110, 75)
    align: str = "llll"
    valign: str = "top"
    size: float = 9
    leading: float = 11
    padding: float = 3
    gutter: float = 8
    zebra: bool = False
    header_shaded: bool = False
    header_bold: bool = True
    section: str = ""
    x: float = 55
    prose: bool = True
    edges: list[float] = field(default_factory=list)


def wrapped(text: str, width: float, font: str, size: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line or not lines else lines


def paragraph(
    canvas: Canvas, text: str, x: float, y: float, width: float, size: float = 10
) -> float:
    canvas.setFont("Helvetica", size)
    for line in wrapped(text, width, "Helvetica", size):
        canvas.drawString(x, y, line)
        y -= 1.3 * size
    return y


def draw_table(canvas: Canvas, look: Look) -> list[Row]:
    """Draw a page with the table; returns what its cells say, row by row."""
    y = 780.0
    if look.prose:
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(look.x, y, "Folkehelse i kommunen")
        y = paragraph(canvas, BEFORE, look.x, y - 24, 480)
    y -= 8
    xs = [look.x]
    for width in look.widths[: len(look.header)]:
        xs.append(xs[-1] + width)
    rows = [("header", look.header), *(("row", row) for row in look.rows)]
    if look.section:
        rows.insert(3, ("section", (look.section,)))
    look.edges = [y]
    for number, (kind, row) in enumerate(rows):
        y = _draw_row(canvas, look, kind, row, xs, y, number)
        look.edges.append(y)
    _BORDERS[look.borders](canvas, xs, look.edges)
    if look.prose:
        paragraph(canvas, AFTER, look.x, y - 22, 480)
    blank = ("",) * (len(look.header) - 1)
    return [(row[0], *blank) if kind == "section" else row for kind, row in rows]


def _draw_row(
    canvas: Canvas, look: Look, kind: str, row: Row, xs: list[float], y: float, number: int
) -> float:
    bold = (kind == "header" and look.header_bold) or kind == "section"
    font = "Helvetica-Bold" if bold else "Helvetica"
    whole = xs[-1] - xs[0]
    room = [whole] if kind == "section" else [b - a for a, b in pairwise(xs)]
    cells = [
        wrapped(text, width - look.gutter, font, look.size)
        for text, width in zip(row, room, strict=True)
    ]
    most = max(map(len, cells))
    height = most * look.leading + 2 * look.padding
    shaded = look.header_shaded if kind == "header" else look.zebra and number % 2 == 1
    if shaded:
        canvas.setFillColor(HexColor("#aaccee" if kind == "header" else "#eef4fa"))
        canvas.rect(xs[0], y - height, whole, height, stroke=0, fill=1)
        canvas.setFillColor(black)
    canvas.setFont(font, look.size)
    for column, lines in enumerate(cells):
        space = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[look.valign]
        at = y - look.padding - space * (most - len(lines)) * look.leading - 0.85 * look.size
        for line in lines:
            width = stringWidth(line, font, look.size)
            x = xs[column] + look.gutter / 2
            if kind != "section" and look.align[column] == "r":
                x = xs[column + 1] - look.gutter / 2 - width
            if kind != "section" and look.align[column] == "c":
                x = (xs[column] + xs[column + 1] - width) / 2
            canvas.drawString(x, at, line)
            at -= look.leading
    return y - height


def _level(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], width: float = 0.5) -> None:
    canvas.setLineWidth(width)
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def _upright(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    canvas.setLineWidth(0.5)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])


def _full(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _level(canvas, xs, ys)
    _upright(canvas, xs, ys)


def _double(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _full(canvas, xs, ys)
    _full(canvas, [x + 1.8 for x in xs], [y - 1.8 for y in ys])


def _dashed(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys:
        x = xs[0]
        while x < xs[-1]:
            canvas.line(x, y, min(x + 3, xs[-1]), y)
            x += 6
    for x in xs:
        y = ys[0]
        while y > ys[-1]:
            canvas.line(x, y, x, max(y - 3, ys[-1]))
            y -= 6


def _thin_rectangles(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys:
        canvas.rect(xs[0], y - 0.5, xs[-1] - xs[0], 1, stroke=0, fill=1)
    for x in xs:
        canvas.rect(x - 0.5, ys[-1], 1, ys[0] - ys[-1], stroke=0, fill=1)


def _boxes(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    for top, bottom in pairwise(ys):
        for left, right in pairwise(xs):
            canvas.rect(left, bottom, right - left, top - bottom)


def _inner(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _level(canvas, xs, ys[1:-1])
    _upright(canvas, xs[1:-1], ys)


def _open_below(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _level(canvas, xs, ys[:-1])
    _upright(canvas, xs, ys)


def _columns_only(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _level(canvas, xs, [ys[0], ys[1], ys[-1]])
    _upright(canvas, xs, ys)


def _booktabs(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    _level(canvas, xs, [ys[0], ys[-1]], 1.2)
    _level(canvas, xs, [ys[1]])


_BORDERS: dict[str, Callable[[Canvas, Sequence[float], Sequence[float]], None]] = {
    "none": lambda canvas, xs, ys: None,
    "full": _full,
    "double": _double,
    "dashed": _dashed,
    "thin rectangles": _thin_rectangles,
    "boxes": _boxes,
    "inner": _inner,
    "open below": _open_below,
    "columns only": _columns_only,
    "rows": _level,
    "between rows": lambda canvas, xs, ys: _level(canvas, xs, ys[1:-1]),
    "above rows": lambda canvas, xs, ys: _level(canvas, xs, ys[:-1]),
    "booktabs": _booktabs,
    "below header": lambda canvas, xs, ys: _level(canvas, xs, [ys[1]], 1.5),
}


def page_drawn(draw: Callable[[Canvas], object], size: tuple[float, float] = A4) -> Page:
    """The page that a function draws, read back."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    data = buffer.getvalue()
    source = Source(Path("t.pdf"), "t.pdf", data, "application/pdf", "sha256:" + "0" * 64)
    return next(read_pdf(source))


def tables_of(page: Page) -> list[TableBlock]:
    ruled = find_ruled_tables(page)
    return [*ruled, *find_aligned_tables(page, [table.box for table in ruled])]


def cells_of(table: TableBlock) -> list[Row]:
    """The text of each place of the grid, merged cells once."""
    places = {(cell.row, cell.column): cell.passage.text for cell in table.cells}
    return [
        tuple(places.get((row, column), "") for column in range(table.columns))
        for row in range(table.rows)
    ]
