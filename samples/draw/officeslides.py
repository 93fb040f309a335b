"""Slides as a flat OpenDocument presentation, made into a PDF by LibreOffice."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2 as pdfium

from .office import convert
from .officestyles import namespaces
from .records import Node, drawn
from .script import Step

WIDE, HIGH = 28.0, 15.75
"""A slide of 16:9, in cm."""


def write(target: Path, style: Node, steps: Iterable[Step]) -> int:
    """Write the PDF; gives its number of slides."""
    pages = []
    for number, (_, slide) in enumerate(steps, 1):
        pages.append(_page(slide, number, style))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.fodp"
        source.write_text(_document(style, "".join(pages)), "utf-8")
        convert(source, target.parent)
    return len(pdfium.PdfDocument(str(target)))


def _page(slide: Node, number: int, style: Node) -> str:
    if slide.get("kind") == "title":
        lines = "".join(_para("Line", line) for line in slide.get("lines", []))
        note = (
            _frame(1.5, HIGH - 1.5, 24, 1, _para("Note", slide["note"])) if "note" in slide else ""
        )
        shapes = [_frame(1.5, 5, 25, 6, _para("Title", slide["title"]) + lines) + note]
    else:
        shapes = [_content(slide["steps"], number)]
        title = _frame(1.5, 0.7, 25, 1.6, _para("Heading", slide["title"]))
        shapes.insert(len(shapes) if slide.get("late", style.get("late")) else 0, title)
    inner = "".join(shapes)
    return f'<draw:page draw:name="s{number}" draw:master-page-name="Plain">{inner}</draw:page>'


def _content(steps: list[Step], number: int) -> str:
    """Goals with badges, a table, or lines of text; a box at the side where ``beside`` says so."""
    out, text = [], []
    for name, step in steps:
        for mark in [step.get("mark"), *step.get("marks", ())]:
            drawn(mark, number)
        if name == "badges":
            out.append(_badges(step["texts"]))
        elif name == "table":
            out.append(_table(step, number))
        else:
            text.append(_line(name, step))
    if text:
        out.insert(0, _frame(1.5, 2.9, 25, 11.5, "".join(text)))
    return "".join(out)


def _line(name: str, step: Node) -> str:
    if name == "item" and step["marker"] == "•":
        return (
            '<text:list text:style-name="Bullets"><text:list-item>'
            f"{_para('Body', step['text'])}</text:list-item></text:list>"
        )
    marker = f"{step['marker']} " if name == "item" and step["marker"] else ""
    return _para("Bold" if step.get("look") == "bold" else "Body", marker + step["text"])


def _badges(texts: list[str]) -> str:
    wide, made = (25.0 - len(texts) + 1) / len(texts), []
    for number, text in enumerate(texts):
        x = 1.5 + number * (wide + 1)
        made.append(_frame(x, 6, wide, 6, _para("Body", text)))
        made.append(_frame(x, 4, 2.5, 1.8, _para("Badge", f"{number + 1:02d}")))
    return "".join(made)


def _table(block: Node, number: int) -> str:
    total = sum(block["widths"])
    columns = "".join(
        f'<table:table-column table:style-name="c{round(25 * w / total * 10)}"/>'
        for w in block["widths"]
    )
    rows = [_row(block["heads"], "Bold")]
    for row in block["rows"]:
        for mark in row.get("marks", ()):
            drawn(mark, number)
        rows.append(_row(row["cells"], "Cell"))
    table = f"<table:table>{columns}{''.join(rows)}</table:table>"
    return f'<draw:frame svg:x="1.5cm" svg:y="2.9cm" svg:width="25cm" svg:height="9cm">{table}</draw:frame>'


def _row(cells: list[str], look: str) -> str:
    made = (
        f'<table:table-cell table:style-name="cell">{_para(look, cell)}</table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:style-name="row">{"".join(made)}</table:table-row>'


def _para(look: str, text: str) -> str:
    return f'<text:p text:style-name="{look}P"><text:span text:style-name="{look}">{escape(text)}</text:span></text:p>'


def _frame(x: float, y: float, w: float, h: float, inner: str) -> str:
    return (
        f'<draw:frame draw:style-name="none" svg:x="{x:.2f}cm" svg:y="{y:.2f}cm" svg:width="{w:.2f}cm" '
        f'svg:height="{h:.2f}cm"><draw:text-box>{inner}</draw:text-box></draw:frame>'
    )


def _document(style: Node, pages: str) -> str:
    font, accent = style.get("font", "Liberation Sans"), style.get("accent", "#7b241c")
    looks = {
        "Title": (34, 'fo:font-weight="bold"', accent), "Heading": (26, 'fo:font-weight="bold"', accent),
        "Line": (18, "", "#333333"), "Note": (10, 'fo:font-style="italic"', "#7f0000"), "Body": (16, "", "#000000"),
        "Bold": (14, 'fo:font-weight="bold"', "#000000"), "Cell": (13, "", "#000000"), "Badge": (28, 'fo:font-weight="bold"', accent),
    }  # fmt: skip
    text = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties fo:font-family="{font}" '
        f'fo:font-size="{size}pt" fo:color="{color}" {extra}/></style:style>'
        f'<style:style style:name="{name}P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm"/></style:style>'
        for name, (size, extra, color) in looks.items()
    )  # fmt: skip
    columns = "".join(
        f'<style:style style:name="c{n}" style:family="table-column"><style:table-column-properties style:column-width="{n / 10}cm"/></style:style>'
        for n in range(20, 200)
        if f'"c{n}"' in pages
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {namespaces()} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.presentation"><office:automatic-styles>'
        f'<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{WIDE}cm" fo:page-height="{HIGH}cm" '
        'style:print-orientation="landscape" fo:margin="0cm"/></style:page-layout>'
        '<style:style style:name="none" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" '
        'draw:auto-grow-height="false" draw:textarea-vertical-align="top"/></style:style>'
        '<style:style style:name="cell" style:family="table-cell"><style:graphic-properties draw:fill="none"/>'
        '<style:paragraph-properties fo:border="none"/></style:style>'
        '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:row-height="0.75cm"/></style:style>'
        f"{text}{columns}"
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="●">'
        '<style:list-level-properties text:min-label-width="0.6cm"/><style:text-properties fo:font-size="45%"/>'
        "</text:list-level-style-bullet></text:list-style></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Plain" style:page-layout-name="L"/></office:master-styles>'
        f"<office:body><office:presentation>{pages}</office:presentation></office:body></office:document>"
    )
