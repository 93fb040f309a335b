"""Rows that a page break cut: the rest of a record, and rows with more of the one above."""

from __future__ import annotations

import re

from planextract.lexicons import words_of
from planextract.meaning.outline import Outline
from planextract.meaning.tables.row import BLANK, Row, Series, main_role
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.passage import Passage, join

NUMBERS = re.compile(r"^[-\d\s.,%]+(?:kr|mill\.?|kroner)?$", re.I)
OPEN_END = re.compile(r"[,\-–/&(]$")


def is_sum(row: Row) -> bool:
    """Whether a row holds numbers only: a line of totals under the columns."""
    texts = [passage.text for passage in row.own.values() if passage]
    return len(texts) >= 2 and all(NUMBERS.match(text) for text in texts)


def continues_row(row: Row, series: Series) -> bool:
    """Whether the first row of a page is the rest of the row that the page break cut."""
    if series.last is None:
        return False
    main = row.text(main_role(series, row))
    before = series.last_values.get(main_role(series, row))
    if main is None:
        if is_sum(row):
            return False
        return any(row.own.values()) and not row.merged and _has_no_dates(row)
    if before is None or not _is_cut(before.text, main.text):
        return False
    return all(
        _is_cut(series.last_values[role].text, passage.text)
        for role, passage in row.own.items()
        if passage and role in series.last_values and role in ("owner", "deadline", "resources")
    )


def _has_no_dates(row: Row) -> bool:
    return "deadline" not in row.own or not row.own["deadline"]


def _is_cut(before: str, after: str) -> bool:
    """Whether a text goes on: it starts in lower case, or the one before is left open."""
    if after[:1].islower():
        return True
    last = before.split()[-1].lower() if before.split() else ""
    return bool(OPEN_END.search(before)) or last in words_of("structure", "open_words")


def append_row(row: Row, series: Series) -> None:
    """Add the rest of a cut row to the record that it belongs to."""
    record = series.last
    names = {"action": "text", "milestone": "label", "owner": "responsible"}
    for role, passage in row.own.items():
        if not passage or BLANK.match(passage.text):
            continue
        name = names.get(role, role)
        if isinstance(record, MilestoneFound) and name == "text":
            name = "label"
        if record is not None and hasattr(record, name) and name != "rest":
            setattr(record, name, join([getattr(record, name) or Passage(), passage]))
        elif isinstance(record, ActionFound):
            if role.startswith("strategy") and record.strategy:
                record.strategy = series.parents["strategy"] = join([record.strategy, passage])
            record.rest.append(passage)


def spare_row(row: Row, series: Series, outline: Outline) -> None:
    """A row without an action of its own: more fields of the one above, or plain text."""
    if is_sum(row):
        outline.structure(*row.own.values())
    elif isinstance(series.last, ActionFound) and any(
        row.own.get(role) for role in ("owner", "deadline", "resources", "description")
    ):
        append_row(row, series)
    else:
        taken = ("strategy", "goal", "sub", "area")
        outline.narrative(*[p for role, p in row.own.items() if role not in taken])
