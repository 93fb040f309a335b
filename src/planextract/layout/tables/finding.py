"""All tables of a page, each place in one table only."""

from __future__ import annotations

from collections.abc import Iterable

from planextract.layout.tables.aligned import find_aligned_tables
from planextract.layout.tables.continued import Before, last_table
from planextract.layout.tables.evidence import SURE
from planextract.layout.tables.ruled import find_ruled_tables
from planextract.model.layout import TableBlock
from planextract.model.page import Page


def find_all_tables(pages: Iterable[Page]) -> list[list[TableBlock]]:
    """The tables of each page, those counted in that go on from the page before."""
    found: list[list[TableBlock]] = []
    before: Before | None = None
    for page in pages:
        found.append(find_tables(page, before))
        before = last_table(page, found[-1])
    return found


def find_tables(page: Page, before: Before | None = None) -> list[TableBlock]:
    """The tables of a page from top to bottom, ruled ones before what alignment shows."""
    ruled = find_ruled_tables(page)
    aligned = find_aligned_tables(page, [table.box for table in ruled], before)
    tables = [*ruled, *(table for table in aligned if table.confidence >= SURE)]
    return sorted(tables, key=lambda table: (table.box.top, table.box.x0))
