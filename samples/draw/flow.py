"""A page that fills from the top: headings, paragraphs, lists, boxes, columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from .records import Node, drawn
from .typeset import Run, faces, width, wrap


class Flow:
    """A cursor on a canvas; y grows downwards from the top of the page, in points."""

    def __init__(self, path: Path, style: Node) -> None:
        self.style = style
        self.size: tuple[float, float] = tuple(style.get("page", A4))  # type: ignore[assignment]
        if style.get("landscape"):
            self.size = (self.size[1], self.size[0])
        self.canvas = Canvas(str(path), pagesize=self.size, invariant=1)
        self.canvas.setTitle(style.get("pdf_title", ""))
        self.regular, self.bold, self.italic = faces(style.get("font", "helvetica"))
        self.body = float(style.get("size", 10.5))
        self.leading = self.body * float(style.get("spacing", 1.3))
        self.margin = float(style.get("margin", 62))
        self.accent = style.get("accent", "#1f3864")
        self.page = 1
        self.columns = 1
        self.column = 0
        self.top = self.y = self.margin
        self.furnished = 0

    # -- where things go --------------------------------------------------------------
    @property
    def bottom(self) -> float:
        return self.size[1] - self.margin * 0.95

    @property
    def gutter(self) -> float:
        return 22.0

    @property
    def room(self) -> float:
        """Width of the column."""
        inner = self.size[0] - 2 * self.margin
        return (inner - self.gutter * (self.columns - 1)) / self.columns

    @property
    def left(self) -> float:
        return self.margin + self.column * (self.room + self.gutter)

    def set_columns(self, count: int) -> None:
        """Go over to ``count`` columns below what stands on the page."""
        if self.columns > 1 and count == 1:
            self.y = max(self.y, getattr(self, "lowest", self.y))
        self.columns, self.column, self.top = count, 0, self.y
        self.lowest = self.y

    def advance(self) -> None:
        """Next column, or next page."""
        self.lowest = max(getattr(self, "lowest", 0), self.y)
        if self.column + 1 < self.columns:
            self.column += 1
            self.y = self.top
            return
        self.new_page()

    def new_page(self, landscape: bool | None = None) -> None:
        self.furniture()
        self.canvas.showPage()
        self.page += 1
        if landscape is not None:
            short, long = sorted(self.size)
            self.size = (long, short) if landscape else (short, long)
            self.canvas.setPageSize(self.size)
        self.column, self.top, self.y = 0, self.margin, self.margin
        self.lowest = self.y

    def furniture(self) -> None:
        """Running header, footer and page number of the page at hand."""
        if self.furnished == self.page:
            return
        self.furnished = self.page
        if self.page == 1 and not self.style.get("number_cover"):
            return
        small = 8.0
        if header := self.style.get("header"):
            self.put(self.margin, self.margin - 26, header, self.regular, small, "#555555")
        foot = self.style.get("footer", "{page}").format(page=self.page)
        at = (self.size[0] - width(foot, self.regular, small)) / 2
        self.put(at, self.size[1] - self.margin * 0.5, foot, self.regular, small, "#555555")

    def save(self) -> int:
        """Write the file; gives the number of pages."""
        self.furniture()
        self.canvas.save()
        return self.page

    # -- marks ------------------------------------------------------------------------
    def put(
        self, x: float, y: float, text: str, font: str, size: float, color: str = "#000000"
    ) -> None:
        """Text whose baseline is ``y`` from the top."""
        self.canvas.setFillColor(HexColor(color))
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - y, text)

    def put_line(
        self, x: float, y: float, line: list[Run], size: float, color: str = "#000000"
    ) -> None:
        """A line of words, drawn in as few strings as its fonts allow."""
        at = 0
        while at < len(line):
            end = at
            while end < len(line) and line[end][1] == line[at][1]:
                end += 1
            text = " ".join(word for word, _ in line[at:end])
            self.put(x, y, text, line[at][1], size, color)
            x += width(text + " ", line[at][1], size)
            at = end

    def fill(
        self, x: float, y: float, w: float, h: float, color: str, stroke: str | None = None
    ) -> None:
        """A shaded rectangle whose top left is (x, y)."""
        self.canvas.setFillColor(HexColor(color))
        if stroke:
            self.canvas.setStrokeColor(HexColor(stroke))
            self.canvas.setLineWidth(0.7)
        self.canvas.rect(x, self.size[1] - y - h, w, h, stroke=int(bool(stroke)), fill=1)

    def rule(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        weight: float = 0.6,
        color: str = "#000000",
    ) -> None:
        self.canvas.setStrokeColor(HexColor(color))
        self.canvas.setLineWidth(weight)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    # -- blocks -----------------------------------------------------------------------
    def runs(self, text: str, font: str | None = None) -> list[Run]:
        return [(word, font or self.regular) for word in text.split()]

    def block(self, words: list[Run], mark: Node | None = None, **look: Any) -> None:
        """A paragraph; ``look``: size, color, indent, before, after, hyphenate, marker."""
        size = look.get("size", self.body)
        leading = size * self.leading / self.body
        indent = look.get("indent", 0.0)
        lines = wrap(
            words,
            size,
            self.room - indent,
            look.get("hyphenate", self.style.get("hyphenate", False)),
        )
        self.y += look.get("before", 0.0)
        keep = min(len(lines), 2) * leading + look.get("keep", 0.0)
        if self.y + keep > self.bottom:
            self.advance()
        for number, line in enumerate(lines):
            if self.y + leading > self.bottom:
                self.advance()
            self.y += leading
            base = self.y - leading * 0.25
            if number == 0:
                drawn(mark, self.page)
            if number == 0 and (marker := look.get("marker")):
                font, glyph = marker
                self.put(
                    self.left + indent - look.get("hang", 12),
                    base,
                    glyph,
                    font,
                    size,
                    look.get("color", "#000000"),
                )
            self.put_line(self.left + indent, base, line, size, look.get("color", "#000000"))
        self.y += look.get("after", self.leading * 0.35)
        self.lowest = max(getattr(self, "lowest", 0), self.y)

    def heading(self, text: str, level: int, mark: Node | None = None) -> None:
        sizes = self.style.get("headings", [18, 14, 11.5])
        self.block(
            self.runs(text, self.bold), mark, size=sizes[level - 1], color=self.accent,
            before=self.leading * (0.9 if self.y > self.top else 0.0), keep=3 * self.leading, hyphenate=False,
        )  # fmt: skip
