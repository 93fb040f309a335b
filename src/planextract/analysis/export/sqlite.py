"""One SQLite database with keys and indexes, as Datasette and other tools like it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from planextract.analysis.columns import TABLES, Kind, Table
from planextract.analysis.export import Export
from planextract.analysis.files import replacing
from planextract.analysis.tables import records

FOLDER = False
ENDING = "sqlite"
TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
    "json": "TEXT",
}


def write(export: Export, path: Path) -> list[Path]:
    """Write all tables into the database ``path``, a new one each time."""
    with replacing(path) as draft, closing(sqlite3.connect(draft)) as base, base:
        base.execute("PRAGMA foreign_keys = ON")
        for table in TABLES:
            base.execute(_create(table))
            names = [column.name for column in table.columns]
            places = ", ".join("?" for _ in names)
            base.executemany(
                f'INSERT INTO "{table.name}" VALUES ({places})',
                ([row[name] for name in names] for row in records(export.tables[table.name])),
            )
            for column in table.columns:
                if column.refers:
                    base.execute(
                        f'CREATE INDEX "{table.name}_{column.name}" '
                        f'ON "{table.name}" ("{column.name}")'
                    )
    return [path]


def _create(table: Table) -> str:
    lines = []
    for column in table.columns:
        line = f'"{column.name}" {TYPES[column.kind]}'
        if column.required:
            line += " NOT NULL"
        if column.kind == "boolean":
            line += f' CHECK ("{column.name}" IN (0, 1))'
        if column.refers:
            # a goal may stand before its parent, so links are checked at the end
            line += f' REFERENCES "{column.refers}" ("key") DEFERRABLE INITIALLY DEFERRED'
        lines.append(line)
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)}, PRIMARY KEY ({key}))'
