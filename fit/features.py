"""Documents to a table of units: marks, roles, and what groups them."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from fit.documents import documents, gold_of
from fit.labels import index, label_units
from fit.layouts import layout_of
from fit.places import DATA
from fit.tables import Rows, write
from planextract.errors import PlanExtractError
from planextract.meaning.marks import compute_marks, mark_names
from planextract.meaning.roles.called import calls_of
from planextract.meaning.roles.groups import groups_of
from planextract.meaning.roles.outline import outline_of
from planextract.meaning.roles.weights import kinds_of
from planextract.meaning.roles.words import heard
from planextract.meaning.units.gather import gather


def features(names: list[str], jobs: int) -> None:
    """Write the feature file of each set."""
    with ProcessPoolExecutor(jobs) as pool:
        for name in names:
            found = [rows for rows in pool.map(_rows, documents(name), chunksize=8) if rows]
            if not found:
                raise SystemExit(f"{name}: no documents; run `python -m fit render` first.")
            path = DATA / f"{name}.xz"
            write(path, found, mark_names())
            units = sum(len(rows.roles) for rows in found)
            print(f"{name}: {len(found)} documents, {units} units, {path.stat().st_size} bytes")


def _rows(pdf: Path) -> Rows | None:
    """The units of one document; None where it cannot be read, or nothing stands in it."""
    try:
        laid = layout_of(pdf)
    except PlanExtractError as error:
        print(f"{pdf.name}: {error}")
        return None
    units = gather(laid.layout)
    if not units.all:
        return None
    roles = np.array([index(role) for role in label_units(units, gold_of(pdf))], np.int8)
    return Rows(
        pdf.stem, compute_marks(units), roles, groups_of(units), outline_of(units), kinds_of(units),
        calls_of(units), heard(units),
    )  # fmt: skip
