"""Drawing steps as plain text (columns by white space, form feeds) or Markdown (page comments)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from pathlib import Path

from .paint import Painter
from .records import Node, drawn
from .script import Step
from .tables import MERGED

WIDTH = 104
"""Characters a line of plain text."""


def write(target: Path, style: Node, steps: Iterable[Step]) -> int:
    """Write the text file; gives its number of pages."""
    body = Markdown() if target.suffix == ".md" else Plain()
    for name, step in steps:
        getattr(body, name)(step)
    target.write_text(body.text().rstrip() + "\n", "utf-8")
    return body.page_number


class Plain:
    """Text as a converter leaves it: white space between columns, a form feed a page."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.page_number = 1

    def text(self) -> str:
        return "\n".join(self.lines)

    def write(self, text: str, before: int = 0, indent: str = "", hang: str = "") -> None:
        self.lines += [""] * before
        self.lines += textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=hang)

    def mark(self, step: Node) -> None:
        Painter.mark(step, self.page_number)

    def cover(self, cover: Node) -> None:
        self.lines += ["", cover["title"].upper(), *cover.get("lines", []), "", cover["note"]]
        self.page({"landscape": None})

    def page(self, _: Node) -> None:
        self.lines += ["", f"{'Side ' + str(self.page_number):>{WIDTH // 2}}", "\f"]
        self.page_number += 1

    def heading(self, step: Node) -> None:
        self.write(step.get("prefix", "") + step["text"], before=2 if step["level"] == 1 else 1)
        self.lines.append("")
        self.mark(step)

    def para(self, step: Node) -> None:
        self.write(f"{step.get('prefix', '')}{step['text']}")
        self.lines.append("")
        self.mark(step)

    def item(self, step: Node) -> None:
        self.write(step["text"], indent=f"  {step['marker']} ", hang="    ")
        self.mark(step)

    def card(self, step: Node) -> None:
        self.write(step["title"], before=1)
        for line in step["lines"]:
            self.write(line.replace("::", ": "))
        drawn(step["mark"], self.page_number)

    def table(self, block: Node) -> None:
        total = sum(block["widths"])
        widths = [max(6, int(WIDTH * w / total) - 2) for w in block["widths"]]
        if block.get("heads"):
            self.row(block["heads"], widths)
        for row in block["rows"]:
            if "section" in row:
                self.write(row["section"], before=1)
                drawn(row["mark"], self.page_number)
                continue
            for mark in row.get("marks", []):
                drawn(mark, self.page_number)
            self.row(["" if c == MERGED else c for c in row["cells"]], widths)
        self.lines.append("")

    def row(self, cells: list[str], widths: list[int]) -> None:
        wrapped = [textwrap.wrap(c, w) or [""] for c, w in zip(cells, widths, strict=True)]
        for number in range(max(map(len, wrapped))):
            parts = (
                (cell[number] if number < len(cell) else "").ljust(width)
                for cell, width in zip(wrapped, widths, strict=True)
            )
            self.lines.append("  ".join(parts).rstrip())

    def columns(self, _: Node) -> None:
        return

    def space(self, _: Node) -> None:
        self.lines.append("")


class Markdown(Plain):
    """Markdown with its page numbers in comments."""

    def __init__(self) -> None:
        super().__init__()
        self.lines.append("<!-- side 1 -->")

    def write(self, text: str, before: int = 0, indent: str = "", hang: str = "") -> None:
        self.lines += [*[""] * before, f"{indent}{text}"]

    def cover(self, cover: Node) -> None:
        self.lines += ["", f"# {cover['title']}", ""]
        self.lines += [part for line in cover.get("lines", []) for part in (line, "")]
        self.lines.append(f"*{cover['note']}*")
        self.page({"landscape": None})

    def page(self, _: Node) -> None:
        self.page_number += 1
        self.lines += ["", f"<!-- side {self.page_number} -->"]

    def heading(self, step: Node) -> None:
        self.lines += [
            "",
            f"{'#' * (step['level'] + 1)} {step.get('prefix', '')}{step['text']}",
            "",
        ]
        self.mark(step)

    def para(self, step: Node) -> None:
        text = f"**{step['text']}**" if step["look"] == "bold" else step["text"]
        prefix = f"**{step['prefix'].strip()}** " if step.get("prefix") else ""
        self.lines += [f"{prefix}{text}", ""]
        self.mark(step)

    def item(self, step: Node) -> None:
        marker = "-" if step["marker"] == "•" else step["marker"]
        self.lines.append(f"{marker} {step['text']}")
        self.mark(step)

    def row(self, cells: list[str], widths: list[int]) -> None:
        self.lines.append("| " + " | ".join(cells) + " |")

    def table(self, block: Node) -> None:
        heads = list(block["heads"])
        super().table({**block, "heads": []}) if not heads else self._headed(block, heads)

    def _headed(self, block: Node, heads: list[str]) -> None:
        self.row(heads, [])
        self.lines.append("|" + "---|" * len(heads))
        super().table({**block, "heads": []})
