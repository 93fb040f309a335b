"""Tables on a flow: merged parents, rows cut by the page, section rows, shading, sideways heads."""

from __future__ import annotations

from dataclasses import dataclass, field

from .flow import Flow
from .records import Node, drawn
from .typeset import Run, wrap

MERGED = "^"


@dataclass
class Line:
    """One drawn row: the lines of its cells, top to bottom."""

    cells: list[list[list[Run]]]
    marks: list[Node] = field(default_factory=list)
    head: bool = False
    section: bool = False
    merged: set[int] = field(default_factory=set)
    fills: dict[int, str] = field(default_factory=dict)
    item_marks: list[tuple[int, Node]] = field(default_factory=list)
    """(line number, record) of the items inside the cell of actions."""
    lift: dict[int, float] = field(default_factory=dict)
    """Points by which a merged parent's lines stand higher, past the padding of its rows."""


class Table:
    """Draws one table block where the flow stands."""

    def __init__(
        self, flow: Flow, block: Node, x: float | None = None, room: float | None = None
    ) -> None:
        self.flow, self.block = flow, block
        self.x = flow.left if x is None else x
        room = room or flow.room
        total = sum(block["widths"])
        self.widths = [room * w / total for w in block["widths"]]
        self.size = float(block.get("size", flow.body * 0.9))
        self.leading = self.size * float(block.get("spacing", 1.22))
        self.pad = float(block.get("pad", 4))
        self.look = block.get("look", "grid")
        self.hyphenate = block.get("hyphenate", flow.style.get("hyphenate", False))
        self.count = 0

    # -- rows -------------------------------------------------------------------------
    def cell(self, text: str, column: int, font: str) -> list[list[Run]]:
        room = self.widths[column] - 2 * self.pad
        lines: list[list[Run]] = []
        for part in str(text).split("\n"):
            lines += wrap(self.flow.runs(part, font), self.size, room, self.hyphenate)
        return lines

    def line(self, row: Node) -> Line:
        """A content row as lines; its ``cells`` are strings, or lists of items."""
        made = Line([], row.get("marks", []))
        for column, value in enumerate(row["cells"]):
            font = self.flow.bold if column in self.block.get("bold", []) else self.flow.regular
            if value == MERGED:
                made.merged.add(column)
                value = ""
            if isinstance(value, str) and value.startswith("#"):
                made.fills[column] = value
                value = ""
            if isinstance(value, list):
                made.cells.append(self.items(value, column, row, made))
            else:
                made.cells.append(self.cell(value, column, font))
        return made

    def items(self, values: list[str], column: int, row: Node, made: Line) -> list[list[Run]]:
        lines: list[list[Run]] = []
        bullet = self.block.get("bullet", "•")
        for number, text in enumerate(values):
            if number < len(row.get("item_marks", [])):
                made.item_marks.append((len(lines), row["item_marks"][number]))
            lines += self.cell(f"{bullet} {text}", column, self.flow.regular)
        return lines

    def header(self) -> Line:
        cells = [self.cell(head, n, self.flow.bold) for n, head in enumerate(self.block["heads"])]
        return Line(cells, head=True)

    def height(self, lines: int) -> float:
        return lines * self.leading + 2 * self.pad

    # -- drawing ----------------------------------------------------------------------
    def draw(self) -> None:
        flow = self.flow
        if self.block.get("heads"):
            self.start()
        rows = self.block["rows"]
        lines = [None if "section" in row else self.line(row) for row in rows]
        self.spill(lines)
        for number, (row, line) in enumerate(zip(rows, lines, strict=True)):
            if line is None:
                self.section(row)
            else:
                self.row(line, row, number + 1 == len(rows))
        flow.y += flow.leading * 0.8
        flow.lowest = max(flow.lowest if hasattr(flow, "lowest") else 0, flow.y)

    def spill(self, lines: list[Line | None]) -> None:
        """Let a merged parent's text run down over its rows; its last row takes the rest."""
        for column in range(len(self.widths)):
            group: list[Line] = []
            for line in [*lines, None]:
                if line is not None and column in line.merged:
                    group.append(line)
                    continue
                self.share(group, column, 2 * self.pad)
                group = [line] if line is not None else []

    @staticmethod
    def share(group: list[Line], column: int, gap: float) -> None:
        rest = group[0].cells[column] if len(group) > 1 else []
        for number, line in enumerate(group if rest else []):
            own = max(
                len(c) for n, c in enumerate(line.cells) if n not in line.merged and n != column
            )
            take = own if number + 1 < len(group) else len(rest)
            line.cells[column], rest = rest[:take], rest[take:]
            line.lift[column] = number * gap

    def start(self) -> None:
        """The header row; sideways where the block says so."""
        if self.block.get("sideways"):
            self.sideways()
            return
        line = self.header()
        deep = self.height(max(len(c) for c in line.cells))
        if self.flow.y + deep + 3 * self.leading > self.flow.bottom:
            self.flow.advance()
        self.paint(line, 0, max(len(c) for c in line.cells), deep)

    def sideways(self) -> None:
        flow, deep = self.flow, float(self.block["sideways"])
        x = self.x
        for column, head in enumerate(self.block["heads"]):
            self.frame(x, flow.y, self.widths[column], deep, self.block.get("head_fill", "#dbe5f1"))
            if column in self.block.get("turned", []):
                flow.canvas.saveState()
                flow.canvas.translate(
                    x + self.widths[column] / 2 + 3, flow.size[1] - flow.y - deep + 5
                )
                flow.canvas.rotate(90)
                flow.canvas.setFillColorRGB(0, 0, 0)
                flow.canvas.setFont(flow.bold, self.size)
                flow.canvas.drawString(0, 0, head)
                flow.canvas.restoreState()
            else:
                flow.put(x + self.pad, flow.y + deep - 6, head, flow.bold, self.size)
            x += self.widths[column]
        flow.y += deep

    def section(self, row: Node) -> None:
        """A full-width row that names what follows."""
        flow = self.flow
        lines = wrap(
            flow.runs(row["section"], flow.bold), self.size, sum(self.widths) - 2 * self.pad
        )
        deep = self.height(len(lines))
        if flow.y + deep + 3 * self.leading > flow.bottom:
            self.turn()
        self.frame(
            self.x, flow.y, sum(self.widths), deep, self.block.get("section_fill", "#eeeeee")
        )
        for number, words in enumerate(lines):
            flow.put_line(
                self.x + self.pad,
                flow.y + self.pad + (number + 0.8) * self.leading,
                words,
                self.size,
            )
        if "mark" in row:
            drawn(row["mark"], flow.page)
        flow.y += deep

    def turn(self) -> None:
        """Go on in the next column or page, with the header again where it is repeated."""
        self.flow.advance()
        if self.block.get("repeat") and self.block.get("heads"):
            self.start()

    def row(self, line: Line, row: Node, last: bool) -> None:
        flow, total = self.flow, max(len(c) for c in line.cells)
        done = 0
        self.count += 1
        while done < total:
            free = int((flow.bottom - flow.y - 2 * self.pad) / self.leading)
            left = total - done
            cut = row.get("split", self.block.get("split", False))
            if free >= left:
                self.paint(line, done, total, self.height(left), closing=last)
                done = total
            elif cut and free >= 2 and left - free >= 1:
                self.paint(line, done, done + free, self.height(free), closing=True)
                done += free
                self.turn()
            else:
                self.turn()

    def paint(self, line: Line, start: int, end: int, deep: float, closing: bool = False) -> None:
        """Lines ``start`` to ``end`` of a row, ``deep`` points high, with its borders."""
        flow, x = self.flow, self.x
        for column, cell in enumerate(line.cells):
            w = self.widths[column]
            self.border(line, column, x, w, deep, closing)
            lift = 0.0 if flow.y <= flow.top else line.lift.get(column, 0.0)
            for number, words in enumerate(cell[start:end]):
                y = flow.y + self.pad + (number + 0.8) * self.leading - lift
                flow.put_line(x + self.pad, y, words, self.size)
            x += w
        if start == 0:
            for mark in line.marks:
                drawn(mark, flow.page)
        for number, mark in line.item_marks:
            if start <= number < end:
                drawn(mark, flow.page)
        flow.y += deep

    def border(
        self, line: Line, column: int, x: float, w: float, deep: float, closing: bool
    ) -> None:
        flow = self.flow
        if line.head:
            self.frame(x, flow.y, w, deep, self.block.get("head_fill", "#dbe5f1"))
            return
        if column in line.fills:
            flow.fill(x, flow.y + 2, w, deep - 4, line.fills[column])
        elif self.look == "zebra" and self.count % 2 == 0:
            flow.fill(x, flow.y, w, deep, self.block.get("zebra", "#f0f4ea"))
        if self.look == "grid":
            flow.rule(x, flow.y, x, flow.y + deep)
            flow.rule(x + w, flow.y, x + w, flow.y + deep)
        if self.look in ("grid", "rows"):
            if column not in line.merged:
                flow.rule(x, flow.y, x + w, flow.y)
            if closing:
                flow.rule(x, flow.y + deep, x + w, flow.y + deep)

    def frame(self, x: float, y: float, w: float, deep: float, fill: str) -> None:
        if self.look == "none":
            return
        if fill != "#ffffff":
            self.flow.fill(x, y, w, deep, fill)
        if self.look == "grid":
            for a, b in (
                ((x, y), (x + w, y)),
                ((x, y + deep), (x + w, y + deep)),
                ((x, y), (x, y + deep)),
                ((x + w, y), (x + w, y + deep)),
            ):
                self.flow.rule(*a, *b)
        elif self.look == "rows":
            self.flow.rule(x, y + deep, x + w, y + deep, 1.0)
