"""Drawing steps on a reportlab flow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .flow import Flow
from .records import Node, drawn
from .script import Step
from .tables import Table
from .typeset import lost_symbol, width, wrap


class Painter:
    """One method a drawing step."""

    def __init__(self, path: Path, style: Node) -> None:
        self.flow = Flow(path, style)
        self.style = style

    def draw(self, steps: Iterable[Step]) -> int:
        for name, step in steps:
            getattr(self, name)(step)
        return self.flow.save()

    def cover(self, cover: Node) -> None:
        flow = self.flow
        flow.y = flow.size[1] * float(cover.get("at", 0.25))
        if color := cover.get("band"):
            flow.fill(0, 0, flow.size[0], flow.size[1] * 0.18, color)
        flow.block(
            flow.runs(cover["title"], flow.bold), size=26, color=flow.accent, hyphenate=False
        )
        for line in cover.get("lines", []):
            flow.block(flow.runs(line), size=14, before=4)
        flow.put(flow.margin, flow.size[1] - flow.margin, cover["note"], flow.italic, 10, "#7f0000")
        if not cover.get("stay"):
            flow.new_page(cover.get("then_landscape"))

    def heading(self, step: Node) -> None:
        self.flow.heading(step.get("prefix", "") + step["text"], step["level"], step.get("mark"))

    def para(self, step: Node) -> None:
        flow = self.flow
        look = step["look"]
        if look == "box":
            self.box(step)
            return
        font = {"bold": flow.bold, "italic": flow.italic}.get(look, flow.regular)
        words = flow.runs(step.get("prefix", ""), flow.bold) + flow.runs(step["text"], font)
        mark: Node = {"page": None}
        flow.block(words, mark, before=flow.leading * (0.5 if look == "bold" else 0.0))
        self.mark(step, mark["page"])

    @staticmethod
    def mark(step: Node, page: int) -> None:
        for record in [step.get("mark"), *step.get("marks", ())]:
            drawn(record, page)

    def box(self, step: Node) -> None:
        flow = self.flow
        words = flow.runs(step.get("prefix", ""), flow.bold) + flow.runs(step["text"], flow.bold)
        lines = wrap(words, flow.body, flow.room - 20)
        deep = len(lines) * flow.leading + 14
        if flow.y + deep + 3 * flow.leading > flow.bottom:
            flow.advance()
        flow.y += 8
        flow.fill(flow.left, flow.y, flow.room, deep, self.style.get("box", "#e2efd9"), flow.accent)
        for number, line in enumerate(lines):
            flow.put_line(
                flow.left + 10, flow.y + 7 + (number + 0.78) * flow.leading, line, flow.body
            )
        self.mark(step, flow.page)
        flow.y += deep + 8

    def item(self, step: Node) -> None:
        flow = self.flow
        font = flow.bold if step["bold"] else flow.regular
        glyph, glyph_font = step["marker"], font
        if glyph == "pua":
            glyph, glyph_font = "\uf0b7", lost_symbol()
        hang = max(12.0, width(glyph + " ", glyph_font, flow.body))
        if not glyph:
            hang, indent = 0.0, float(step["indent"]) - 16
        else:
            indent = float(step["indent"])
        marker = (glyph_font, glyph) if glyph else None
        flow.block(
            flow.runs(step["text"], font), step["mark"], indent=indent, marker=marker, hang=hang,
            after=flow.leading * float(self.style.get("item_gap", 0.15)),
        )  # fmt: skip

    def card(self, step: Node) -> None:
        """A label block: a title, then lines; ``{…}`` before a colon is set bold."""
        flow, framed = self.flow, step["look"] == "card"
        rows = [wrap(flow.runs(step["title"], flow.bold), flow.body, flow.room - 16)]
        for line in step["lines"]:
            label, _, rest = line.partition("::")
            words = flow.runs(f"{label}:", flow.bold) + flow.runs(rest) if rest else flow.runs(line)
            rows.append(wrap(words, flow.body, flow.room - 16))
        flat = [line for row in rows for line in row]
        deep = len(flat) * flow.leading + 12
        if framed or step["keep"]:
            if flow.y + deep > flow.bottom:
                flow.advance()
            if framed:
                flow.fill(
                    flow.left, flow.y, flow.room, deep, self.style.get("box", "#f3f3f3"), "#888888"
                )
        flow.y += 6
        for number, line in enumerate(flat):
            if flow.y + flow.leading > flow.bottom:
                flow.advance()
            flow.y += flow.leading
            if number == 0:
                drawn(step["mark"], flow.page)
            flow.put_line(
                flow.left + (8 if framed else 0), flow.y - flow.leading * 0.25, line, flow.body
            )
        flow.y += 6 + flow.leading * 0.6

    def table(self, step: Node) -> None:
        Table(self.flow, step).draw()

    def pair(self, step: Node) -> None:
        """Tables side by side from the same height."""
        flow, gap = self.flow, 24.0
        room = (flow.room - gap) / 2
        top, lowest = flow.y, flow.y
        for number, block in enumerate(step["tables"]):
            flow.y = top
            Table(flow, block, flow.left + number * (room + gap), room).draw()
            lowest = max(lowest, flow.y)
        flow.y = lowest

    def columns(self, step: Node) -> None:
        self.flow.set_columns(step["count"])

    def page(self, step: Node) -> None:
        if self.flow.columns > 1:
            self.flow.columns = 1
        self.flow.new_page(step["landscape"])

    def advance(self, _: Node) -> None:
        self.flow.advance()

    def space(self, step: Node) -> None:
        self.flow.y += step["points"]

    def toc(self, step: Node) -> None:
        flow = self.flow
        for text, page in step["lines"]:
            flow.y += flow.leading * 1.15
            flow.put(flow.left, flow.y, text, flow.regular, flow.body)
            number = str(page)
            end = flow.left + flow.room - width(number, flow.regular, flow.body)
            flow.put(end, flow.y, number, flow.regular, flow.body)
            start = flow.left + width(text + " ", flow.regular, flow.body)
            dot = width(".", flow.regular, flow.body)
            flow.put(start, flow.y, "." * int((end - start - 3) / dot), flow.regular, flow.body)
