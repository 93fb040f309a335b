"""Drawing steps as a flat OpenDocument text, made into a PDF by LibreOffice."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2 as pdfium

from .officestyles import document
from .records import Ledger, Node, drawn
from .script import Step
from .tables import MERGED
from .typeset import hyphenated


def write(target: Path, style: Node, steps: list[Step]) -> int:
    """Write the PDF; gives its number of pages."""
    body = Writer(style)
    for name, step in steps:
        getattr(body, name)(step)
    body.columns({"count": 1})
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.fodt"
        source.write_text(document(style, "".join(body.parts), body.tables), "utf-8")
        convert(source, target.parent)
    return len(pdfium.PdfDocument(str(target)))


def convert(source: Path, folder: Path) -> None:
    """Run LibreOffice on one file, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{home}", "--convert-to", "pdf",
             "--outdir", str(folder), str(source)],
            check=True, capture_output=True, env={**os.environ, "HOME": home},
        )  # fmt: skip


def number_pages(target: Path, ledger: Ledger) -> None:
    """Find each record, in order, on the pages that LibreOffice made; a lost one is an error."""
    pages = [
        _letters(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(str(target))
    ]
    at, offset = 0, 0
    for record in ledger.order:
        wanted = _letters(record.get("text") or record["label"])[:24]
        found = _find(pages, wanted, at, offset) or _find(pages, wanted, 0, 0)
        if not found:
            raise ValueError(f"{target.name}: not found in the PDF: {wanted}")
        drawn(record, found[0] + 1)
        if found >= (at, offset):
            at, offset = found


def _find(pages: list[str], wanted: str, at: int, offset: int) -> tuple[int, int] | None:
    for number in range(at, len(pages)):
        place = pages[number].find(wanted, offset if number == at else 0)
        if place >= 0:
            return number, place
    return None


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())


class Writer:
    """One method a drawing step; gathers the body as XML."""

    def __init__(self, style: Node) -> None:
        self.style = style
        self.parts: list[str] = []
        self.tables: list[Node] = []
        self.pending = ""
        """Paragraph style that carries a page break, for the next paragraph."""
        self.section = False

    def put(self, name: str, inner: str) -> None:
        name, self.pending = self.pending + name if self.pending else name, ""
        self.parts.append(f'<text:p text:style-name="{name}">{inner}</text:p>')

    @staticmethod
    def bold(text: str) -> str:
        return f'<text:span text:style-name="Strong">{escape(text)}</text:span>' if text else ""

    def cover(self, cover: Node) -> None:
        self.put("CoverTitle", escape(cover["title"]))
        for line in cover.get("lines", []):
            self.put("CoverLine", escape(line))
        self.put("Note", escape(cover["note"]))
        self.pending = "Break"

    def heading(self, step: Node) -> None:
        self.put(f"H{step['level']}", escape(step.get("prefix", "") + step["text"]))

    def para(self, step: Node) -> None:
        name = {"bold": "BoldBody", "box": "Box", "italic": "ItalicBody"}.get(step["look"], "Body")
        self.put(name, self.bold(step.get("prefix", "")) + escape(step["text"]))

    def item(self, step: Node) -> None:
        text = self.bold(step["text"]) if step["bold"] else escape(step["text"])
        if step["marker"] == "•":
            self.parts.append(
                '<text:list text:style-name="Bullets"><text:list-item>'
                f'<text:p text:style-name="Item">{text}</text:p></text:list-item></text:list>'
            )
            return
        marker = {"pua": "\uf0b7"}.get(step["marker"], step["marker"])
        deep = "Sub" if float(step["indent"]) > 20 else ""
        self.put(
            f"{deep}Marked" if marker else "Plain",
            f"{escape(marker)}<text:tab/>{text}" if marker else text,
        )

    def card(self, step: Node) -> None:
        self.put("CardTitle", escape(step["title"]))
        for line in step["lines"]:
            label, _, rest = line.partition("::")
            self.put(
                "CardLine",
                self.bold(f"{label}:") + " " + escape(rest.strip()) if rest else escape(line),
            )

    def columns(self, step: Node) -> None:
        if self.section:
            self.parts.append("</text:section>")
        self.section = step["count"] > 1
        if self.section:
            name = f"cols{len(self.parts)}"
            self.parts.append(
                f'<text:section text:style-name="Cols{step["count"]}" text:name="{name}">'
            )

    def page(self, step: Node) -> None:
        self.columns({"count": 1})
        self.pending = {True: "Landscape", False: "Portrait", None: "Break"}[step["landscape"]]

    def space(self, step: Node) -> None:
        self.put("Body", "")

    def toc(self, step: Node) -> None:
        for text, page in step["lines"]:
            self.put("Toc", f"{escape(text)}<text:tab/>{page}")

    # -- tables -------------------------------------------------------------------------
    def table(self, block: Node) -> None:
        if self.pending:
            self.put("Tiny", "")
        number = len(self.tables)
        self.tables.append(block)
        name = f"Table{number}"
        out = [f'<table:table table:name="{name}" table:style-name="{name}">']
        out += [
            f'<table:table-column table:style-name="{name}.C{n}"/>'
            for n in range(len(block["widths"]))
        ]
        if block.get("heads"):
            row = "".join(self.cell(name, "Head", "CellHead", head) for head in block["heads"])
            row = f"<table:table-row>{row}</table:table-row>"
            repeat = block.get("repeat")
            out.append(
                f"<table:table-header-rows>{row}</table:table-header-rows>" if repeat else row
            )
        for at in range(len(block["rows"])):
            out.append(self.row(block, name, at))
        self.parts.append("".join(out) + "</table:table>")
        self.put("Body", "")

    def row(self, block: Node, name: str, at: int) -> str:
        row, count = block["rows"][at], len(block["widths"])
        split = row.get("split", block.get("split", False))
        begin = f'<table:table-row table:style-name="{name}.{"Split" if split else "Keep"}">'
        if "section" in row:
            wide = f' table:number-columns-spanned="{count}"'
            covered = "<table:covered-table-cell/>" * (count - 1)
            return (
                begin
                + self.cell(name, "Section", "CellHead", row["section"], wide)
                + covered
                + "</table:table-row>"
            )
        return (
            begin
            + "".join(self.body_cell(block, name, at, n) for n in range(count))
            + "</table:table-row>"
        )

    def body_cell(self, block: Node, name: str, at: int, column: int) -> str:
        value = block["rows"][at]["cells"][column]
        if value == MERGED:
            return "<table:covered-table-cell/>"
        span = 1
        for later in block["rows"][at + 1 :]:
            if "section" in later or later["cells"][column] != MERGED:
                break
            span += 1
        over = f' table:number-rows-spanned="{span}"' if span > 1 else ""
        shade = "Zebra" if block.get("look") == "zebra" and at % 2 else "Cell"
        if isinstance(value, str) and value.startswith("#"):
            return self.cell(name, f"F{value[1:]}", "CellText", "", over)
        font = "CellHead" if column in block.get("bold", []) else "CellText"
        return self.cell(name, shade, font, value, over, self.style.get("hyphenate", False))

    @staticmethod
    def cell(
        name: str, look: str, font: str, value: str | list[str], over: str = "", soft: bool = False
    ) -> str:
        if isinstance(value, list):
            inner = "".join(
                f'<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="{font}">'
                f"{escape(part)}</text:p></text:list-item></text:list>" for part in value
            )  # fmt: skip
        else:
            words = (
                " ".join(hyphenated(w) for w in part.split()) if soft else part
                for part in str(value).split("\n")
            )
            inner = "".join(
                f'<text:p text:style-name="{font}">{escape(part)}</text:p>' for part in words
            )
        return f'<table:table-cell table:style-name="{name}.{look}"{over} office:value-type="string">{inner}</table:table-cell>'
