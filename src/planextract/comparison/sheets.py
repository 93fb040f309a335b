"""A comparison as a workbook: filters, frozen headings, real dates, links to the pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planextract.comparison.compare import NO_THEME, Comparison, matrix, owners, un_goals
from planextract.comparison.records import Record
from planextract.comparison.report import DOUBTFUL, page_link
from planextract.comparison.themes import goal_name, theme_name
from planextract.texts import Texts, status_reasons_said, whose

WIDEST, NARROWEST = 60, 8
"""Widths of a column, in letters."""
LONGEST_CELL = 32_767
"""Letters that a cell of Excel holds."""
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 forbids, and so every XLSX."""
HEAD = PatternFill("solid", fgColor="DDE7F2")
DOUBT = PatternFill("solid", fgColor="FFE8B3")


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere."""

    text: str | int
    target: str


Value = str | int | float | dt.date | Link | None


def write_workbook(comparison: Comparison, texts: Texts, path: Path, pdfs: str = "") -> None:
    """Write the workbook: plans, themes, groups, what one has, owners, all, candidates."""
    book = Workbook()
    book.remove(book.active)
    _Sheets(book, comparison, texts, pdfs).write()
    book.save(path)


class _Sheets:
    def __init__(self, book: Workbook, comparison: Comparison, texts: Texts, pdfs: str) -> None:
        self._book, self._c, self._texts, self._pdfs = book, comparison, texts, pdfs

    def write(self) -> None:
        """All sheets, in the order in which they are read."""
        self._summary()
        self._themes()
        self._groups()
        alone = self._c.alone()
        self._records("only_one", alone)
        self._owners()
        self._records("list", self._c.records)
        self._candidates()

    def _t(self, key: str) -> str:
        return self._texts.t(f"compare.{key}")

    def _theme(self, theme: str) -> str:
        return theme_name(theme, self._texts.lang) if theme != NO_THEME else self._t("no_theme")

    def _summary(self) -> None:
        heads = (
            "place", "plan", "plan_owner", "period", "status", "reasons", "strategies", "actions",
            "goals", "owner", "deadline", "resources", "candidates",
        )  # fmt: skip
        rows: list[Sequence[Value]] = []
        for number, published in enumerate(self._c.plans):
            plan = published.plan
            period = plan.plan.period
            own = [record for record in self._c.actions if record.plan == number]
            strategies = sum(goal.level == "strategy" for goal in plan.goals)
            rows.append(
                (
                    self._c.places[self._c.place_of[number]].name,
                    Link(published.name, page_link(published, 1, self._pdfs)),
                    whose(plan.plan.owner, self._texts),
                    f"{period.start or ''}–{period.end or ''}" if period else None,
                    self._texts.t(f"values.status.{plan.status}"),
                    status_reasons_said(plan, self._texts),
                    strategies,
                    len(plan.actions),
                    len(plan.goals) - strategies,
                    sum(bool(record.owners) for record in own),
                    sum(record.deadline is not None for record in own),
                    sum(bool(record.resources) for record in own),
                    len(plan.candidates),
                )
            )
        self._sheet("plans", [self._t(head) for head in heads], rows)

    def _themes(self) -> None:
        heads = [self._t("theme"), *(place.name for place in self._c.places)]
        rows: list[Sequence[Value]] = [
            (self._theme(theme), *counts) for theme, counts in matrix(self._c).items()
        ]
        rows += [
            (f"{self._t('un_goals')} {number}: {goal_name(number, self._texts.lang)}", *counts)
            for number, counts in un_goals(self._c).items()
        ]
        self._sheet("themes", heads, rows)

    def _groups(self) -> None:
        heads = ["group", "words", "score", *_RECORD_HEADS]
        rows = [
            (number, ", ".join(found.words), round(found.weakest, 2), *self._row(record))
            for number, found in enumerate(self._c.groups, 1)
            for record in (self._c.records[member] for member in found.members)
        ]
        self._sheet("alike", [self._t(head) for head in heads], rows)

    def _owners(self) -> None:
        rows = [(owner.name, owner.actions, owner.places) for owner in owners(self._c)]
        heads = ("owner", "number_of_actions", "number_of_places")
        self._sheet("owners", [self._t(head) for head in heads], rows)

    def _candidates(self) -> None:
        """What a person should look at; it is in none of the other sheets' rows."""
        heads = ("place", "plan", "kind", "text", "why", "page_column", "confidence")
        rows: list[Sequence[Value]] = [
            (
                self._c.places[self._c.place_of[at]].name,
                self._c.plans[at].name,
                self._texts.t(f"values.candidate_kind.{candidate.kind}"),
                candidate.text,
                candidate.why,
                Link(
                    candidate.source.page,
                    page_link(self._c.plans[at], candidate.source.page, self._pdfs),
                ),
                candidate.confidence,
            )
            for at, candidate in self._c.candidates
        ]
        self._sheet("candidates", [self._t(head) for head in heads], rows)

    def _records(self, title: str, records: Iterable[Record]) -> None:
        rows = [self._row(record) for record in records]
        self._sheet(title, [self._t(head) for head in _RECORD_HEADS], rows)

    def _row(self, record: Record) -> Sequence[Value]:
        deadline = record.deadline
        published = self._c.plans[record.plan]
        return (
            self._c.places[self._c.place(record)].name,
            published.name,
            self._t(record.kind),
            record.text,
            record.area or None,
            "; ".join(self._theme(theme) for theme in record.themes) or None,
            ", ".join(record.theme_words) or None,
            "; ".join(record.owners) or None,
            deadline.raw if deadline else None,
            dt.date.fromisoformat(deadline.end) if deadline and deadline.end else None,
            record.resources or None,
            Link(record.page, page_link(published, record.page, self._pdfs)),
            record.confidence,
        )

    def _sheet(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """A sheet with a frozen heading, a filter, and columns as wide as what they hold."""
        sheet = self._book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", self._t(title))[:31])
        widths = [len(head) for head in heads]
        sheet.append(list(heads))
        for number, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                self._put(sheet, number, column, value)
                shown = value.text if isinstance(value, Link) else value
                widths[column - 1] = max(widths[column - 1], len(str(shown or "")))
        for column, width in enumerate(widths, 1):
            cell = sheet.cell(1, column)
            cell.font, cell.fill = Font(bold=True), HEAD
            letter = get_column_letter(column)
            sheet.column_dimensions[letter].width = min(WIDEST, max(NARROWEST, width + 2))
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = sheet.dimensions

    def _put(self, sheet: Worksheet, row: int, column: int, value: Value) -> None:
        if value is None:
            return
        cell = sheet.cell(row, column)
        shown = value.text if isinstance(value, Link) else value
        if isinstance(shown, str):
            cell.value = UNPRINTABLE.sub("", shown)[:LONGEST_CELL]
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.alignment = Alignment(wrap_text=len(shown) > WIDEST, vertical="top")
        else:
            cell.value = shown
        if isinstance(value, Link):
            cell.hyperlink, cell.style = value.target, "Hyperlink"
        if isinstance(value, dt.date):
            cell.number_format = self._texts.t("format.excel_date")
        if isinstance(value, float) and value < DOUBTFUL:
            cell.fill = DOUBT


_RECORD_HEADS = (
    "place", "plan", "kind", "text", "area", "themes", "theme_words", "owner", "deadline", "end",
    "resources", "page_column", "confidence",
)  # fmt: skip
