"""JSON Lines, a file a table, an object a row."""

from __future__ import annotations

import json
from pathlib import Path

from planextract.analysis.columns import TABLES
from planextract.analysis.export import Export
from planextract.analysis.files import replacing
from planextract.analysis.tables import records

FOLDER = True
ENDING = "jsonl"


def write(export: Export, path: Path) -> list[Path]:
    """Write the tables into the folder ``path``; JSON columns are arrays, not text."""
    paths = []
    for table in TABLES:
        arrays = [column.name for column in table.columns if column.kind == "json"]
        file = path / f"{table.name}.jsonl"
        with replacing(file) as draft, draft.open("w", encoding="utf-8", newline="\n") as lines:
            for row in records(export.tables[table.name]):
                row |= {name: json.loads(row[name]) for name in arrays if row[name] is not None}
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        paths.append(file)
    return paths
