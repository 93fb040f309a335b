"""A workbook for people: a summary, then a sheet a table, with filters, links and marks."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planextract.analysis.export import Export
from planextract.analysis.export._columns import COLUMNS, width
from planextract.analysis.export._sheets import SHEETS, Row
from planextract.analysis.export._summary import HAS, summary
from planextract.analysis.files import replacing
from planextract.analysis.safety import printable
from planextract.published import Published

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
MARKED = {"action", "goal", "label", "text", "confidence", "check"}
"""Columns that take the fill of a doubtful row; the column ``check`` says why in words."""


def write(export: Export, path: Path) -> list[Path]:
    """Write the workbook ``path``."""
    book = Workbook()
    _summary_sheet(book.active, export)
    for name, rows_of in SHEETS.items():
        sheet = book.create_sheet(export.texts.t(f"export.tables.{name}"))
        rows = [(p, row) for p in export.plans for row in rows_of(p, export.texts)]
        _head(sheet, name, 1, export)
        for at, (published, row) in enumerate(rows, 2):
            _write_row(sheet, at, name, row, published, export)
        _finish(sheet, name, 1, len(rows) + 1)
    with replacing(path) as draft:
        draft.write_bytes(_saved(book))
    return [path]


def _summary_sheet(sheet: Worksheet, export: Export) -> None:
    texts = export.texts
    sheet.title = texts.t("export.summary")
    sheet["A1"] = texts.t("export.summary_title")
    sheet["A1"].font = Font(name=FACE, bold=True, size=16)
    sheet["A2"] = texts.t("export.summary_help")
    rows = summary(export.plans, texts)
    _head(sheet, "summary", 4, export)
    plans: list[Published | None] = [*export.plans, None]
    for at, (published, row) in enumerate(zip(plans, rows, strict=True), 5):
        _write_row(sheet, at, "summary", row, published, export)
    for cell in sheet[sheet.max_row]:
        cell.font = BOLD
    _finish(sheet, "summary", 4, 4 + len(export.plans))


def _head(sheet: Worksheet, name: str, at: int, export: Export) -> None:
    for column, title in enumerate(COLUMNS[name], 1):
        cell = sheet.cell(at, column, export.texts.t(f"export.columns.{title}"))
        cell.font, cell.fill, cell.alignment = HEAD, HEAD_FILL, WRAPPED
    sheet.row_dimensions[at].height = 2 * LINE


def _write_row(
    sheet: Worksheet,
    at: int,
    sheet_name: str,
    row: Row,
    published: Published | None,
    export: Export,
) -> None:
    doubtful = bool(row.get("check"))
    lines = 1
    for column, name in enumerate(COLUMNS[sheet_name], 1):
        cell = sheet.cell(at, column)
        lines = max(lines, _lines(row.get(name), width(sheet_name, name)))
        _fill(cell, row.get(name), name, export)
        if doubtful and name in MARKED:
            cell.fill = DOUBT_FILL
        if published and cell.value is not None and name in ("page", "document_file"):
            page = cell.value if name == "page" else 1
            cell.hyperlink = published.link(page, export.pdf_folder)
            cell.font = LINK
    sheet.row_dimensions[at].height = LINE * min(lines, TALLEST)


def _lines(value: object, width: int) -> int:
    """How many lines a text takes in a column; a workbook has no heights of its own accord."""
    if not isinstance(value, str):
        return 1
    return sum(ceil(max(len(line), 1) / (FILLED * width)) for line in value.split("\n"))


def _fill(cell: Cell, value: Any, name: str, export: Export) -> None:
    cell.alignment = PLAIN
    if isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"  # a text that starts with = is text, not a formula
        cell.alignment = WRAPPED
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = export.texts.t("format.excel_date")
    elif value is not None:
        cell.value = value
        if name in SHARES:
            cell.number_format = "0%"
        elif name == "amount":
            cell.number_format = "#,##0"


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
