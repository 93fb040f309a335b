"""The rows of a table from what was decided of its lines; what is learnt from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.scoring import Model, key_of
from planextract.meaning.run_together.search import Choice

WIDE = 0.95
"""Share of a column's lines that its width holds; a few were given to it wrongly."""
FIRST_SHARE = {"main": 3.0, "text": 2.5, "owner": 1.8, "parent": 1.4, "resources": 1.0, "code": 0.3}
"""How the letters of a line are shared between columns before anything is known of them."""
TIME_WIDTH = 12.0
LEAST_WIDTH = 8.0
"""Letters that a column has at least: the longest word of a short cell."""


@dataclass
class CellLines:
    """The lines of one cell, each with the span of its words that belong to the cell."""

    row: int
    column: int
    parts: list[tuple[Line, tuple[int, int]]] = field(default_factory=list)
    row_span: int = 1

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.tokens[a:b]) for line, (a, b) in self.parts)


@dataclass
class Rows:
    """A table's cells and how many rows they stand in."""

    count: int
    cells: list[CellLines]


def build_rows(lines: Sequence[Line], choices: Sequence[Choice], kinds: Sequence[str]) -> Rows:
    """The cells of the rows; a parent's cell spans the rows to the next one of its column."""
    found: list[CellLines] = []
    at: dict[int, CellLines] = {}
    row = -1
    for line, choice in zip(lines, choices, strict=True):
        row += choice.row
        for column, (span, text) in enumerate(
            zip(choice.split.spans, choice.split.texts, strict=True)
        ):
            parent = kinds[column] == "parent"
            fresh = choice.parents if parent else choice.row
            if not text:
                if fresh and not parent:
                    at.pop(column, None)
                continue
            if fresh or column not in at:
                at[column] = CellLines(row if choice.row else row + parent, column)
                found.append(at[column])
            at[column].parts.append((line, span))
    return Rows(row + 1, _spanned(found, kinds, row + 1))


def _spanned(cells: list[CellLines], kinds: Sequence[str], rows: int) -> list[CellLines]:
    below: dict[int, int] = {}
    for cell in reversed(cells):
        if kinds[cell.column] == "parent":
            cell.row_span = max(1, below.get(cell.column, rows) - cell.row)
            below[cell.column] = cell.row
    return [cell for cell in cells if cell.row < rows]


def first_model(lines: Sequence[Line], kinds: Sequence[str]) -> Model:
    """Column widths by the length of the lines alone."""
    lengths = sorted(len(" ".join(line.tokens)) for line in lines)
    longest = float(lengths[int(0.9 * (len(lengths) - 1))])
    if "time" in kinds:
        longest = max(longest - TIME_WIDTH, LEAST_WIDTH)
    whole = sum(FIRST_SHARE[kind] for kind in kinds if kind in FIRST_SHARE and kind != "resources")
    widths = [
        TIME_WIDTH if kind == "time" else max(LEAST_WIDTH, longest * FIRST_SHARE[kind] / whole)
        for kind in kinds
    ]
    return Model(tuple(kinds), tuple(widths))


def learnt(model: Model, rows: Sequence[Rows]) -> Model:
    """The model with the widths and owners of rows that were read by it."""
    lengths: list[list[int]] = [[] for _ in model.kinds]
    owners: Counter[str] = Counter()
    for table in rows:
        for cell in table.cells:
            lengths[cell.column] += [len(" ".join(line.tokens[a:b])) for line, (a, b) in cell.parts]
            if model.kinds[cell.column] == "owner":
                owners[key_of(cell.text)] += 1
    widths = [
        float(max(LEAST_WIDTH, sorted(seen)[int(WIDE * (len(seen) - 1))])) if seen else old
        for seen, old in zip(lengths, model.widths, strict=True)
    ]
    return Model(model.kinds, tuple(widths), owners)
