"""The Frictionless Data Package of the CSV export: what each column holds, and the keys."""

from __future__ import annotations

from typing import Any

from planextract.analysis.columns import TABLES, Column, Kind, Table
from planextract.texts import Texts

TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "json": "array",
}


def describe(texts: Texts, delimiter: str = ",") -> dict[str, Any]:
    """The descriptor of all tables, titles and descriptions in the language of ``texts``."""
    return {
        "profile": "tabular-data-package",
        "name": "plans",
        "title": texts.t("export.package_title"),
        "description": texts.t("export.package_description"),
        "resources": [_resource(table, texts, delimiter) for table in TABLES],
    }


def _resource(table: Table, texts: Texts, delimiter: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table, texts) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    links = [
        {
            "fields": [column.name],
            "reference": {
                "resource": "" if column.refers == table.name else column.refers,
                "fields": ["key"],
            },
        }
        for column in table.columns
        if column.refers
    ]
    if links:
        schema["foreignKeys"] = links
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": texts.t(f"export.tables.{table.name}"),
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter, "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field(column: Column, table: Table, texts: Texts) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.kind],
        "title": texts.t(f"export.columns.{column.name}"),
    }
    constraints: dict[str, Any] = {}
    # a text of the contract may be empty, for which CSV has no form of its own
    if column.required and not (column.kind == "text" and column.path):
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if constraints:
        field["constraints"] = constraints
    return field
