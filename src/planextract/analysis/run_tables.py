"""The tables of one run beside its JSON: goals, actions, deadlines and candidates as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from planextract.analysis.export.csv_ import write_csv
from planextract.model.plan import Plan

NAMES = ("goals", "actions", "deadlines", "candidates")


def write_tables(plans: Iterable[Plan], folder: Path) -> list[Path]:
    """Write the tables, one row a record or candidate of any plan; gives their paths.

    Each row starts with the plan's file and municipality. Raises ConfigError where the
    folder cannot be written.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in NAMES}
    for plan in plans:
        owner = plan.plan.municipality
        for name, table in plan.to_frames().items():
            table.insert(0, "file", pd.Series(plan.document.file, table.index, "string"))
            table.insert(1, "municipality", pd.Series(owner and owner.name, table.index, "string"))
            parts[name].append(table)
    empty = pd.DataFrame(columns=["file", "municipality"])
    paths = []
    for name in NAMES:
        whole = pd.concat(parts[name], ignore_index=True) if parts[name] else empty
        paths.append(write_csv(whole, folder / f"{name}.csv"))
    return paths
