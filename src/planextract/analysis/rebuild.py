"""From the related tables back to plans, whatever kind of file the tables came from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd
from pydantic import ValidationError

from planextract.analysis.columns import (
    ACTIONS,
    CANDIDATES,
    DEADLINES,
    DIAGNOSTICS,
    FOCUS_AREAS,
    GOALS,
    MILESTONES,
    OWNERS,
    PAGES,
    PLANS,
    REPAIRS,
    TABLES,
    Column,
    Table,
)
from planextract.analysis.tables import Row, check_names, records
from planextract.errors import InputError
from planextract.model.plan import Plan

TELLING = {
    "municipality": ("name",),
    "owner": ("kind",),
    "resources": ("raw",),
    "period": ("start", "end"),
}
"""Objects that are null as a whole where these values of theirs are."""
BOX = ("0", "1", "2", "3")


def from_tables(tables: Mapping[str, pd.DataFrame]) -> list[Plan]:
    """The plans that the tables hold, in their order.

    Values may be typed or, as from a CSV file, text; a missing value may be None, NaN, NA or
    an empty text; tables written before schema 1.1 may lack what it added. Raises InputError
    where another table, a column or a needed value is missing.
    """
    if missing := check_names(tables):
        raise InputError(f"The tables lack {', '.join(missing)}.")
    rows = {table.name: _typed(table, tables.get(table.name)) for table in TABLES}
    by_plan = {name: _grouped(of, "plan_key") for name, of in rows.items() if name != PLANS.name}
    try:
        return [
            _plan(row, {name: groups[row["key"]] for name, groups in by_plan.items()})
            for row in sorted(rows[PLANS.name], key=lambda row: row["position"])
        ]
    except ValidationError as error:
        raise InputError(f"The tables do not make a plan: {error}.") from error


def _typed(table: Table, frame: pd.DataFrame | None) -> list[Row]:
    return [
        {
            column.name: _value(column, row.get(column.name, column.lacking))
            for column in table.columns
        }
        for row in (records(frame) if frame is not None else [])
    ]


def _value(column: Column, value: Any) -> Any:
    """A cell as its column's type; an empty text is missing unless the column needs a text."""
    if value is None or (value == "" and not (column.required and column.kind == "text")):
        return "" if column.required and column.kind == "text" else None
    match column.kind:
        case "integer":
            return int(float(value))
        case "number":
            return float(value)
        case "boolean":
            return value.lower() in ("true", "1") if isinstance(value, str) else bool(value)
        case "json":
            return json.loads(value) if isinstance(value, str) else value
        case _:
            return str(value)


def _grouped(rows: list[Row], key: str) -> dict[str | None, list[Row]]:
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.get("position") or 0):
        groups[row[key]].append(row)
    return groups


def _plan(row: Row, rows: Mapping[str, list[Row]]) -> Plan:
    data = _nested(PLANS, row)
    data["document"]["page_kinds"] = [_nested(PAGES, page) for page in rows["pages"]]
    data["focus_areas"] = [_record(FOCUS_AREAS, area) for area in rows["focus_areas"]]
    data["goals"] = [_record(GOALS, goal) for goal in rows["goals"]]
    for table, of in ((ACTIONS, "action_key"), (MILESTONES, "milestone_key")):
        owners = _grouped(rows["owners"], of)
        deadlines = {deadline[of]: deadline for deadline in rows["deadlines"]}
        data[table.name] = [
            _record(table, item)
            | {
                "responsible": [_nested(OWNERS, owner) for owner in owners[item["key"]]],
                "deadline": _nested(DEADLINES, deadlines[item["key"]])
                if item["key"] in deadlines
                else None,
            }
            for item in rows[table.name]
        ]
    links = _grouped(rows["goal_links"], "action_key")
    for action, item in zip(data["actions"], rows["actions"], strict=True):
        action["goal_ids"] = [_id(link, "goal_key") for link in links[item["key"]]]
    data["candidates"] = [_nested(CANDIDATES, candidate) for candidate in rows["candidates"]]
    data["repairs"] = [_nested(REPAIRS, repair) for repair in rows["repairs"]]
    data["diagnostics"] = [_nested(DIAGNOSTICS, found) for found in rows["diagnostics"]]
    return Plan.model_validate(data)


def _record(table: Table, row: Row) -> Row:
    item = _nested(table, row)
    for column, field in (("focus_area_key", "focus_area_id"), ("parent_key", "parent_id")):
        if column in row:
            item[field] = _id(row, column)
    return item


def _id(row: Row, column: str) -> str | None:
    key = row[column]
    return str(key).removeprefix(f"{row['plan_key']}.") if key is not None else None


def _nested(table: Table, row: Row) -> Row:
    """The object that a row was made of, from the paths of its columns."""
    item: Row = {}
    for column in table.columns:
        if column.path:
            *way, last = column.path.split(".")
            place = item
            for step in way:
                place = place.setdefault(step, {})
            place[last] = row[column.name]
    return _folded(item)


def _folded(item: Row) -> Row:
    """Objects that are missing as a whole made null, boxes made lists."""
    folded: Row = {}
    for name, value in item.items():
        folded[name] = value
        if isinstance(value, dict):
            if tuple(value) == BOX:
                folded[name] = list(value.values())
            elif name in TELLING and all(value[key] is None for key in TELLING[name]):
                folded[name] = None
            else:
                folded[name] = _folded(value)
    return folded
