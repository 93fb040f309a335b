"""The rows of a table from what was decided of its lines; what is learnt from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.scoring import Model, key_of
from planextract.meaning.run_together.search import Choice
from planextract.meaning.run_together.times import times_of

WIDE = 0.95
"""Share of a column's lines that its width holds; a few were given to it wrongly."""
SHARES = {"text": 2.5, "owner": 1.8, "parent": 1.5, "code": 0.3}
MAIN_SHARES = (2.0, 3.0, 4.5)
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


def first_models(lines: Sequence[Line], kinds: Sequence[str]) -> list[Model]:
    """Column widths by the length of the lines alone, in a few shares of the main column.

    The text on either side of a deadline is shared between the columns of that side.
    """
    time = kinds.index("time") if "time" in kinds else len(kinds)
    sides = (range(time), range(time + 1, len(kinds)))
    lengths = [found for line in lines if (found := _beside_time(line, time < len(kinds)))]
    if not lengths:
        lengths = [(len(" ".join(line.tokens)),) * 2 for line in lines]
    longest = [sorted(found)[int(WIDE * (len(found) - 1))] for found in zip(*lengths, strict=True)]
    models: list[Model] = []
    for share in MAIN_SHARES:
        widths = [TIME_WIDTH] * len(kinds)
        for columns, length in zip(sides, longest, strict=True):
            shares = [share if kinds[c] == "main" else SHARES.get(kinds[c], 0.0) for c in columns]
            for column, part in zip(columns, shares, strict=True):
                widths[column] = max(LEAST_WIDTH, length * part / (sum(shares) or 1.0))
        model = Model(tuple(kinds), tuple(widths))
        if all(model.widths != other.widths for other in models):
            models.append(model)
    return models


def _beside_time(line: Line, timed: bool) -> tuple[int, int] | None:
    """The letters before and after the longest time of a line."""
    tokens = line.tokens
    if not timed:
        return len(" ".join(tokens)), 0
    times = times_of(tokens)
    if not times:
        return None
    start, end = max(times, key=lambda span: (span[1] - span[0], span[0]))
    return len(" ".join(tokens[:start])), len(" ".join(tokens[end:]))


def learnt(kinds: tuple[str, ...], rows: Sequence[Rows]) -> Model:
    """The model with the widths and owners of rows that were read."""
    lengths: list[list[int]] = [[] for _ in kinds]
    owners: Counter[str] = Counter()
    for table in rows:
        for cell in table.cells:
            lengths[cell.column] += [len(" ".join(line.tokens[a:b])) for line, (a, b) in cell.parts]
            if kinds[cell.column] == "owner":
                owners[key_of(cell.text)] += 1
    widths = [
        float(max(LEAST_WIDTH, sorted(seen)[int(WIDE * (len(seen) - 1))])) if seen else TIME_WIDTH
        for seen in lengths
    ]
    return Model(kinds, tuple(widths), owners)
