"""The small plans of ``tests/cases`` as pieces, and pieces drawn as a PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import (  # type: ignore[import-untyped]
    getRegisteredFontNames,
    registerFont,
    stringWidth,
)
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

MARGIN = 60.0
INDENT, HANG = 16.0, 16.0
SIZES = (2.3, 1.9, 1.6, 1.38, 1.2, 1.1, 1.05)
"""Sizes of the title and of headings from level 1 down, in sizes of the running text."""
MARKERS = ("•", "–")
"""Of items by depth, where a plan names none."""
FONTS = {
    "Helvetica": "Helvetica-Bold",
    "Times-Roman": "Times-Bold",
    "Courier": "Courier-Bold",
    "Vera": "VeraBd",
}
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (level 0 is the title), a text, an item, a table or the end of a page."""

    kind: str
    text: str = ""
    level: int = 0
    marker: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    font: str = "Helvetica"
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Plan:
    """A small plan: what stands in it, how it is set, and whether it is Bokmål."""

    pieces: tuple[Piece, ...]
    bokmaal: bool = False
    look: Look = Look()


def pieces_of(text: str) -> Iterator[Piece]:
    """Pieces of Markdown as the cases have it."""
    for table, lines in groupby(text.strip().split("\n"), lambda line: line.startswith("|")):
        if table:
            cells = (tuple(c.strip() for c in line.strip("|").split("|")) for line in lines)
            rows = tuple(row for row in cells if not set("".join(row)) <= set("-:") or not any(row))
            yield Piece("table", rows=rows)
        else:
            yield from (_piece(line) for line in lines if line.strip())


def _piece(line: str) -> Piece:
    if line.startswith("<!--"):
        return Piece("page")
    heading = re.match(r"(#+)\s+(.*)", line)
    if heading:
        depth = len(heading[1])
        return Piece("heading", heading[2], 0 if depth == 1 else depth)
    item = re.match(r"( *)([-x]) (.*)", line)
    if item:
        depth = len(item[1]) // 4
        return Piece("item", item[3], depth, "x" if item[2] == "x" else MARKERS[depth])
    return Piece("text", line.strip())


def drawn(plan: Plan) -> bytes:
    """The plan as a PDF."""
    return _Sheet(plan.look).draw(plan.pieces)


class _Sheet:
    """A canvas that is filled from the top."""

    def __init__(self, look: Look) -> None:
        for name in ("Vera", "VeraBd"):
            if name not in getRegisteredFontNames():
                registerFont(_with_symbols(TTFont(name, f"{name}.ttf")))
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)
        self.size, self.plain, self.bold = look.size, look.font, FONTS[look.font]
        self.y = A4[1] - MARGIN

    def draw(self, pieces: Sequence[Piece]) -> bytes:
        for before, piece in zip((None, *pieces), pieces, strict=False):
            if piece.kind == "item":
                self.item(piece, first=before is None or before.kind != "item")
            elif piece.kind == "heading":
                size = SIZES[min(piece.level, len(SIZES) - 1)] * self.size
                self.y -= 0.7 * size
                self.text(f"**{piece.text}**", MARGIN, size)
                self.y -= 0.3 * size
            elif piece.kind == "text":
                self.y -= 0.5 * self.size
                self.text(piece.text, MARGIN, self.size)
            elif piece.kind == "table":
                self.table(piece.rows)
            else:
                self.new_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def new_page(self) -> None:
        self.canvas.showPage()
        self.y = A4[1] - MARGIN

    def item(self, item: Piece, first: bool) -> None:
        """An item behind its marker; those without one stand a little apart."""
        self.y -= 0.5 * self.size if first else 0.0 if item.marker else 0.4 * self.size
        left = MARGIN + INDENT * (item.level + 1)
        if item.marker:
            font = self.plain if item.marker.encode("cp1252", "ignore") else "Vera"
            self.canvas.setFont(font, self.size)
            self.canvas.drawString(left, self.y - self.size, item.marker)
        wide = stringWidth(item.marker, self.plain, self.size) + 5 if item.marker else 0.0
        self.text(item.text, left + max(HANG * bool(item.marker), wide), self.size)

    def text(self, text: str, left: float, size: float) -> None:
        for line in self.lines(text, size, A4[0] - MARGIN - left):
            if self.y < MARGIN + size:
                self.new_page()
            self.put(line, left, self.y - size, size)
            self.y -= 1.3 * size

    def put(self, line: Sequence[tuple[str, bool]], left: float, y: float, size: float) -> None:
        for bold, words in groupby(line, lambda word: word[1]):
            font = self.bold if bold else self.plain
            said = " ".join(word for word, _ in words)
            self.canvas.setFont(font, size)
            self.canvas.drawString(left, y, said)
            left += stringWidth(said + " ", font, size)

    def lines(self, text: str, size: float, room: float) -> list[list[tuple[str, bool]]]:
        """The words of each line and whether they are bold; ``**`` stands around bold ones."""
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0.0
        for nth, part in enumerate(text.split("**")):
            for word in part.split():
                wide = stringWidth(word + " ", self.bold if nth % 2 else self.plain, size)
                if used + wide > room + 3 and lines[-1]:
                    lines.append([])
                    used = 0.0
                lines[-1].append((word, bool(nth % 2)))
                used += wide
        return lines

    def table(self, rows: Sequence[Row]) -> None:
        """A ruled table; a bold cell alone in its row spans it."""
        size, pad = 0.95 * self.size, 4.0
        count = max(map(len, rows))
        wants = [
            max(stringWidth(r[c], self.bold, size) for r in rows if not _spans(r)) + 2 * pad + 3
            for c in range(count)
        ]
        room = A4[0] - 2 * MARGIN
        if sum(wants) > room:
            wants = [max(min(want, room / count), want * room / sum(wants) * 0.8) for want in wants]
            wants = [want * room / sum(wants) for want in wants]
        edges = [MARGIN + sum(wants[:c]) for c in range(count + 1)]
        self.y -= 0.6 * size
        for nth, row in enumerate(rows):
            spans = [(0, count)] if _spans(row) else [(c, c + 1) for c in range(count)]
            texts = [f"**{row[c]}**" if nth == 0 and row[c] else row[c] for c, _ in spans]
            cells = [
                self.lines(text, size, edges[b] - edges[a] - 2 * pad)
                for text, (a, b) in zip(texts, spans, strict=True)
            ]
            high = 1.25 * size * max(map(len, cells)) + 2 * pad
            if self.y - high < MARGIN:
                self.new_page()
            for lines, (a, b) in zip(cells, spans, strict=True):
                self.canvas.rect(edges[a], self.y - high, edges[b] - edges[a], high)
                for at, line in enumerate(lines):
                    self.put(line, edges[a] + pad, self.y - pad - size * (0.9 + 1.25 * at), size)
            self.y -= high
        self.y -= 0.4 * size


def _with_symbols(font: TTFont) -> TTFont:
    """A font with all symbols that begin items, drawn as discs: only their codes are read."""
    for code in (*range(0x2190, 0x27C0), *range(0xF020, 0xF100)):
        font.face.charToGlyph.setdefault(code, font.face.charToGlyph[ord("•")])
        font.face.charWidths.setdefault(code, font.face.charWidths[ord("•")])
    return font


def _spans(row: Row) -> bool:
    return row[0].startswith("**") and not any(row[1:])
