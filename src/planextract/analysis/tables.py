"""Plans as related tables, and back: nothing that the contract holds is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from planextract.analysis.columns import (
    ACTIONS,
    CANDIDATES,
    DEADLINES,
    DIAGNOSTICS,
    FOCUS_AREAS,
    GOAL_LINKS,
    GOALS,
    MILESTONES,
    OWNERS,
    PAGES,
    PLANS,
    REPAIRS,
    TABLES,
    Column,
    Kind,
    Table,
)
from planextract.published import Published

Row = dict[str, Any]
Tables = dict[str, pd.DataFrame]
"""One frame a table of ``columns.TABLES``, by its name."""

DTYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "string",
    "json": "string",
}


def to_tables(plans: Iterable[Published]) -> Tables:
    """The plans as frames, one row a record; a missing value is ``pd.NA``.

    The plans must be sound (``soundness.broken_links``) and each document there once.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for position, published in enumerate(plans, 1):
        for name, row in _plan_rows(published, position):
            rows[name].append(row)
    return {table.name: frame(table.columns, rows[table.name]) for table in TABLES}


def frame(columns: Sequence[Column], rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as a frame with the columns' types."""
    series = {
        c.name: pd.Series([row.get(c.name) for row in rows], dtype=DTYPES[c.kind]) for c in columns
    }
    return pd.DataFrame(series)


def records(table: pd.DataFrame) -> list[Row]:
    """The rows of a frame, missing values as None."""
    plain = table.astype(object).where(table.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _plan_rows(published: Published, position: int) -> Iterator[tuple[str, Row]]:
    data = published.plan.model_dump(mode="json")
    plan = published.key
    own = {"key": plan, "position": position, "json_file": published.path.name}
    yield PLANS.name, _row(PLANS, data, own)
    lists: list[tuple[Table, list[Row]]] = [
        (FOCUS_AREAS, data["focus_areas"]),
        (GOALS, data["goals"]),
        (ACTIONS, data["actions"]),
        (MILESTONES, data["milestones"]),
        (CANDIDATES, data["candidates"]),
        (REPAIRS, data["repairs"]),
        (DIAGNOSTICS, data["diagnostics"]),
        (PAGES, data["document"]["page_kinds"]),
    ]
    for table, items in lists:
        for at, item in enumerate(items, 1):
            name = item.get("id", f"{table.name}-{at}")
            keys = {
                "key": _key(plan, name),
                "plan_key": plan,
                "position": at,
                "focus_area_key": _key(plan, item.get("focus_area_id")),
                "parent_key": _key(plan, item.get("parent_id")),
            }
            yield table.name, _row(table, item, keys)
            if table in (ACTIONS, MILESTONES):
                yield from _details(table, item, plan)


def _details(table: Table, item: Row, plan: str) -> Iterator[tuple[str, Row]]:
    """What hangs on an action or a milestone: owners, deadline, links to goals."""
    key = _key(plan, item["id"])
    of = {
        "plan_key": plan,
        "action_key" if table is ACTIONS else "milestone_key": key,
        "page": item["source"]["page"],
    }
    for at, owner in enumerate(item["responsible"], 1):
        yield OWNERS.name, _row(OWNERS, owner, {**of, "key": f"{key}.{at}", "position": at})
    if item["deadline"]:
        yield DEADLINES.name, _row(DEADLINES, item["deadline"], {**of, "key": key})
    for at, goal in enumerate(item.get("goal_ids", []), 1):
        yield GOAL_LINKS.name, {**of, "goal_key": _key(plan, goal), "position": at}


def _row(table: Table, item: Row, made: Row) -> Row:
    row = {}
    for column in table.columns:
        value = _at(item, column.path) if column.path else made.get(column.name)
        if column.kind == "json" and value is not None:
            value = json.dumps(value, ensure_ascii=False)
        row[column.name] = value
    return row


def _key(plan: str, name: str | None) -> str | None:
    return f"{plan}.{name}" if name is not None else None


def _at(item: Any, path: str) -> Any:
    for step in path.split("."):
        if item is None:
            return None
        item = item[int(step)] if isinstance(item, list) else item[step]
    return item


def check_names(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Names of tables and columns that ``from_tables`` needs and does not find."""
    missing = [t.name for t in TABLES if t.name not in tables and not t.added]
    for table in TABLES:
        if table.name in tables:
            there = set(tables[table.name].columns)
            needed = [c.name for c in table.columns if c.lacking is None]
            missing += [f"{table.name}.{name}" for name in needed if name not in there]
    return missing
