"""CSV, a file a table, with a Frictionless Data Package that says what they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from planextract.analysis.datapackage import describe
from planextract.analysis.export import Export
from planextract.analysis.files import replacing
from planextract.analysis.safety import guarded, unguarded

ENCODING = "utf-8-sig"
"""With a byte order mark: without it Excel reads æ, ø and å wrong."""
FOLDER = True
ENDING = "csv"


def write(export: Export, path: Path) -> list[Path]:
    """Write the tables and ``datapackage.json`` into the folder ``path``."""
    paths = [
        write_csv(frame, path / f"{name}.csv", export.delimiter)
        for name, frame in export.tables.items()
    ]
    package = describe(export.texts, export.delimiter)
    with replacing(path / "datapackage.json") as draft:
        draft.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return [*paths, path / "datapackage.json"]


def write_csv(frame: pd.DataFrame, path: Path, delimiter: str = ",") -> Path:
    """Write one frame; a text that a spreadsheet would calculate gets an apostrophe before it."""
    safe = frame.copy()
    for name in safe.columns:
        if pd.api.types.is_string_dtype(safe[name]):
            safe[name] = safe[name].map(guarded, na_action="ignore")
        elif pd.api.types.is_bool_dtype(safe[name]):
            safe[name] = safe[name].map({True: "true", False: "false"}, na_action="ignore")
    with replacing(path) as draft:
        safe.to_csv(draft, index=False, encoding=ENCODING, sep=delimiter, lineterminator="\r\n")
    return path


def read_csv(path: Path, delimiter: str = ",") -> pd.DataFrame:
    """One table as written, its values as text, for ``from_tables``."""
    frame = pd.read_csv(
        path,
        sep=delimiter,
        dtype="string",
        encoding=ENCODING,
        keep_default_na=False,
        na_values=[""],
    )
    return frame.map(unguarded, na_action="ignore")
