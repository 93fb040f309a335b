"""A workbook for people: a summary, then a sheet a table, with filters, links and marks."""

from __future__ import annotations

import io
import re
import zipfile
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planextract.analysis.export import Export
from planextract.analysis.export._columns import COLUMNS, width
from planextract.analysis.export._sheets import MARKED, SHEETS, Row
from planextract.analysis.export._summary import HAS, summary
from planextract.analysis.files import replacing
from planextract.analysis.safety import printable
from planextract.published import Published
from planextract.texts import Texts

FOLDER = False
ENDING = "xlsx"
SHARES = {"confidence", "score", *HAS}
ARCHIVE_DATE = (1980, 1, 1, 0, 0, 0)
"""The one date of all parts of the archive, so that like exports are like byte by byte."""

FACE = "Calibri"
LINE = 15.0
"""Height of a line in points at the workbook's 11-point type."""
TALLEST = 20
"""Most lines that a row shows; a longer text is whole in its cell."""
FILLED = 0.9
"""Share of a column's width that a wrapped line fills on average, words being whole."""
HEAD = Font(name=FACE, bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="1F3864")
DOUBT_FILL = PatternFill("solid", fgColor="FFE699")
LINK = Font(name=FACE, color="0563C1", underline="single")
BOLD = Font(name=FACE, bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
PLAIN = Alignment(vertical="top")


class Look(NamedTuple):
    """How a cell looks."""

    alignment: Alignment = PLAIN
    number_format: str = "General"
    doubtful: bool = False
    link: bool = False


@dataclass(frozen=True, slots=True)
class Pen:
    """What writing a row needs; each look is worked out once, which saves most of the time."""

    export: Export
    styles: dict[tuple[int, str, bool, bool], StyleArray] = field(default_factory=dict)

    def paint(self, cell: Cell, look: Look) -> None:
        """Give a cell its look."""
        key = (id(look.alignment), *look[1:])
        if key not in self.styles:
            cell.alignment, cell.number_format = look.alignment, look.number_format
            if look.doubtful:
                cell.fill = DOUBT_FILL
            if look.link:
                cell.font = LINK
            self.styles[key] = cell._style
        cell._style = copy(self.styles[key])


def write(export: Export, path: Path) -> list[Path]:
    """Write the workbook ``path``."""
    book, pen = Workbook(), Pen(export)
    _summary_sheet(book.active, pen)
    for name, rows_of in SHEETS.items():
        sheet = book.create_sheet(export.texts.t(f"export.tables.{name}"))
        rows = [(p, row) for p in export.plans for row in rows_of(p, export.texts)]
        _head(sheet, name, 1, export)
        for at, (published, row) in enumerate(rows, 2):
            _write_row(sheet, at, name, row, published, pen)
        _finish(sheet, name, 1, len(rows) + 1)
    with replacing(path) as draft:
        draft.write_bytes(_saved(book))
    return [path]


def _summary_sheet(sheet: Worksheet, pen: Pen) -> None:
    export, texts = pen.export, pen.export.texts
    sheet.title = texts.t("export.summary")
    sheet["A1"] = texts.t("export.summary_title")
    sheet["A1"].font = Font(name=FACE, bold=True, size=16)
    sheet["A2"] = texts.t("export.summary_help")
    rows = summary(export.plans, texts)
    _head(sheet, "summary", 4, export)
    plans: list[Published | None] = [*export.plans, None]
    for at, (published, row) in enumerate(zip(plans, rows, strict=True), 5):
        _write_row(sheet, at, "summary", row, published, pen)
    for cell in sheet[sheet.max_row]:
        cell.font = BOLD
    _finish(sheet, "summary", 4, 4 + len(export.plans))


def _head(sheet: Worksheet, name: str, at: int, export: Export) -> None:
    for column, title in enumerate(COLUMNS[name], 1):
        cell = sheet.cell(at, column, export.texts.t(f"export.columns.{title}"))
        cell.font, cell.fill, cell.alignment = HEAD, HEAD_FILL, WRAPPED
    sheet.row_dimensions[at].height = 2 * LINE


def _write_row(
    sheet: Worksheet, at: int, name: str, row: Row, published: Published | None, pen: Pen
) -> None:
    marked, lines = row.get(MARKED), 1
    for place, column in enumerate(COLUMNS[name], 1):
        value = row.get(column)
        if value is None:
            continue
        cell = sheet.cell(at, place)
        links = published is not None and column in ("page", "document_file")
        look = _fill(cell, value, column, pen.export.texts)
        pen.paint(
            cell,
            look._replace(doubtful=isinstance(marked, frozenset) and column in marked, link=links),
        )
        if published and links:
            page = cell.value if column == "page" else 1
            cell.hyperlink = published.link(page, pen.export.pdf_folder)
        if isinstance(value, str):
            lines = max(lines, _lines(value, width(name, column)))
    sheet.row_dimensions[at].height = LINE * min(lines, TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; a workbook has no heights of its own accord."""
    return sum(ceil(max(len(line), 1) / (FILLED * width)) for line in text.split("\n"))


def _fill(cell: Cell, value: object, column: str, texts: Texts) -> Look:
    """Put a value into its cell; gives how it looks."""
    if isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"  # a text that starts with = is text, not a formula
        return Look(WRAPPED)
    cell.value = value
    if isinstance(value, date):
        return Look(number_format=texts.t("format.excel_date"))
    if column in SHARES:
        return Look(number_format="0%")
    return Look(number_format="#,##0") if column == "amount" else Look()


def _finish(sheet: Worksheet, name: str, head: int, last: int) -> None:
    """Frozen header, filter, widths, and how it prints."""
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(COLUMNS[name]))}{last}"
    for at, column in enumerate(COLUMNS[name], 1):
        sheet.column_dimensions[get_column_letter(at)].width = width(name, column)
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{head}:{head}"


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes without the time of writing, which openpyxl puts in."""
    first, clean = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", data)
            new.writestr(zipfile.ZipInfo(name, ARCHIVE_DATE), data, zipfile.ZIP_DEFLATED)
    return clean.getvalue()
