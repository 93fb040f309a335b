"""Rows as CSV text, safe for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from planextract.analysis.safety import guarded


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A header line and a line a row (RFC 4180); None is an empty value."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        values = (row.get(name) for name in columns)
        writer.writerow([guarded(v) if isinstance(v, str) else v for v in values])
    return text.getvalue()
