"""Parquet, a file a table, with typed columns."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from planextract.analysis.columns import TABLES, Kind
from planextract.analysis.export import Export
from planextract.analysis.files import replacing

FOLDER = True
ENDING = "parquet"
TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "json": pa.string(),
}


def write(export: Export, path: Path) -> list[Path]:
    """Write the tables into the folder ``path``; days are date32, JSON columns text."""
    paths = []
    for table in TABLES:
        frame = export.tables[table.name]
        arrays = {}
        for column in table.columns:
            array = pa.Array.from_pandas(frame[column.name])
            arrays[column.name] = array.cast(TYPES[column.kind])
        fields = [pa.field(c.name, TYPES[c.kind], nullable=not c.required) for c in table.columns]
        file = path / f"{table.name}.parquet"
        with replacing(file) as draft:
            pq.write_table(pa.table(arrays, schema=pa.schema(fields)), draft)
        paths.append(file)
    return paths
