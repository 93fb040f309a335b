"""All tables of a page, each place in one table only."""

from __future__ import annotations

from planextract.layout.tables.aligned import find_aligned_tables
from planextract.layout.tables.evidence import SURE
from planextract.layout.tables.ruled import find_ruled_tables
from planextract.model.layout import TableBlock
from planextract.model.page import Page


def find_tables(page: Page) -> list[TableBlock]:
    """The tables of a page from top to bottom, ruled ones before what alignment shows."""
    ruled = find_ruled_tables(page)
    aligned = find_aligned_tables(page, [table.box for table in ruled])
    tables = [*ruled, *(table for table in aligned if table.confidence >= SURE)]
    return sorted(tables, key=lambda table: (table.box.top, table.box.x0))
