"""A cell in its table: place, spans, and what its column and its table are like."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from planextract.meaning.marks import Table, form, values
from planextract.meaning.units.gather import Units

COLUMN = ("words", "spread", "infinitive", "time", "owner", "resources", "code", "mark", "figure",
          "distinct", "filled", "spans", "full_stop")  # fmt: skip
NAMES = (
    "row", "column", "column_share", "width", "row_span", "column_span", "has_header", "table_rows",
    "items", "from_left", "widest", "longest", "row_filled", *(f"column_{name}" for name in COLUMN),
    "table_figures", "table_infinitives", "table_times", "table_owners", "like_above",
)  # fmt: skip
KEPT = ("time", "owner", "resources", "code", "mark", "figure")


def compute(units: Units) -> Table:
    """One row a unit; zeros outside tables."""
    found = np.zeros((len(units.all), len(NAMES)), np.float32)
    of_value, of_form = values.compute(units), form.compute(units)
    tables: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.spot is not None:
            tables[units.chains[unit.spot.table].signature].append(at)
    for members in tables.values():
        _fill(units, members, of_value, of_form, found)
    return found


def _fill(units: Units, members: list[int], of_value: Table, of_form: Table, found: Table) -> None:
    cells = [at for at in members if units.all[at].kind == "cell"]
    inner = Counter(units.all[at].whole for at in members)
    columns: dict[int, list[int]] = defaultdict(list)
    rows: dict[tuple[int, int], int] = defaultdict(int)
    for at in cells:
        spot = units.all[at].spot
        assert spot is not None
        columns[spot.column].append(at)
        rows[spot.table, spot.row] += 1
    infinitive = form.NAMES.index("infinitive")
    kept = [values.NAMES.index(name) for name in KEPT]
    told = {c: _column(units, places, of_value[:, kept], of_form[:, infinitive], len(rows))
            for c, places in columns.items()}  # fmt: skip
    whole = _table(of_value, of_form[:, infinitive], cells)
    longest = max(told, key=lambda c: told[c][0], default=-1)
    order = sorted(told)
    above: dict[tuple[int, int], str] = {}
    for at in members:
        unit = units.all[at]
        spot = unit.spot
        assert spot is not None
        column = told.get(spot.column, (0.0,) * len(COLUMN))
        items = inner[at] if unit.kind == "cell" else 0
        found[at] = (
            spot.row, spot.column, spot.column / max(1, spot.width - 1), spot.width, spot.rows,
            spot.columns, float(bool(spot.header)), len(rows), items,
            order.index(spot.column) if spot.column in told else -1,
            float(spot.column == longest), column[0], rows.get((spot.table, spot.row), 0),
            *column, *whole, float(above.get((spot.chain, spot.column)) == unit.text),
        )  # fmt: skip
        above[spot.chain, spot.column] = unit.text


def _column(
    units: Units, places: list[int], of_value: Table, infinitives: Table, rows: int
) -> tuple[float, ...]:
    texts = [units.all[at].text for at in places]
    words = np.array([len(text.split()) for text in texts], np.float32)
    spans = [spot.rows for at in places if (spot := units.all[at].spot)]
    return (
        float(words.mean()),
        float(words.std()),
        float(infinitives[places].mean()),
        *(float(share) for share in of_value[places].mean(axis=0)),
        len(set(texts)) / len(texts),
        min(1.0, len(texts) / max(1, rows)),
        sum(span > 1 for span in spans) / max(1, len(spans)),
        sum(text.endswith(".") for text in texts) / len(texts),
    )


def _table(of_value: Table, infinitives: Table, cells: list[int]) -> tuple[float, ...]:
    if not cells:
        return (0.0,) * 4
    at = [values.NAMES.index(name) for name in ("figure", "time", "owner")]
    figure, time, owner = of_value[cells][:, at].mean(axis=0)
    return float(figure), float(infinitives[cells].mean()), float(time), float(owner)
