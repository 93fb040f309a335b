"""One table as the builder reads it, and what its rows hand on to the rows below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.role import Role
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit
from planextract.model.finding import ActionFound, GoalFound, MilestoneFound
from planextract.model.layout import TableBlock
from planextract.model.page import Word
from planextract.model.passage import Passage

Record = ActionFound | MilestoneFound


@dataclass(slots=True)
class Rows:
    """What the rows of a chain of tables hand on to the rows below."""

    strategy: Passage | None = None
    last: Record | None = None
    shown: dict[int, str] = field(default_factory=dict)
    """The wording last seen in each parent column: a repeated one opens nothing new."""
    fresh: bool = True
    """Whether no table of the chain has been read."""
    within: bool = False
    """Whether a heading above the table named the area: what parts its rows are groups of it."""
    outside: GoalFound | None = None
    """The strategy that the table stands under."""
    grouped: set[int] = field(default_factory=set)
    """Columns in which a merged cell was a group."""

    def repeats(self, column: int, wording: str) -> bool:
        """Whether a parent is that of the row above; where it is not, all right of it is new."""
        if self.shown.get(column) == wording:
            return True
        self.shown = {c: shown for c, shown in self.shown.items() if c < column}
        self.shown[column] = wording
        return False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; cells are named by the places of their units."""

    units: Units
    reading: Reading
    table: TableBlock
    cells: Mapping[tuple[int, int], int]
    """Place of the unit of each cell, by the cell's first row and column."""
    parts: Mapping[int, list[int]]
    """Places of the items of a cell's unit."""
    main: int
    """The column that most surely holds the records; -1 where none does."""
    _begin: list[list[int]] = field(init=False, repr=False)
    _rows: list[list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        begin: list[list[int]] = [[] for _ in range(self.table.rows)]
        for (row, _), at in sorted(self.cells.items()):
            begin[row].append(at)
        object.__setattr__(self, "_begin", begin)
        object.__setattr__(self, "_rows", [self._reaching(row) for row in range(len(begin))])

    def unit(self, at: int) -> Unit:
        return self.units.all[at]

    def role(self, at: int) -> Role:
        return self.reading.roles[at]

    def parent(self, at: int, rows: Rows) -> Role:
        """The role of a cell that may part the rows: an area within an area is a group."""
        role = self.reading.roles[at]
        return Role.GROUP if role is Role.AREA and rows.within else role

    def sure(self, at: int) -> float:
        return self.reading.sure[at]

    def header(self, at: int) -> str:
        """The text over a cell's column; empty where there is none, or the cell is the header."""
        unit = self.units.all[at]
        if unit.spot is None or unit.spot.header == unit.passage:
            return ""
        return unit.spot.header.text

    def column(self, at: int) -> int:
        spot = self.units.all[at].spot
        return spot.column if spot else 0

    def is_dated(self, at: int) -> bool:
        """Whether another cell of the row of a cell holds its time."""
        spot = self.units.all[at].spot
        row = self.row(spot.row) if spot else ()
        times = (other for other in row if other != at and self.role(other) is Role.DEADLINE)
        return any(says(self.units.all[other]) for other in times)

    def depth(self, at: int) -> int:
        """How many rows a cell spans."""
        spot = self.units.all[at].spot
        return spot.rows if spot else 1

    def own(self, row: int) -> Sequence[int]:
        """The cells that begin in a row, left to right."""
        return self._begin[row]

    def row(self, row: int) -> Sequence[int]:
        """The cells of a row, merged ones from above counted in, left to right; no headers."""
        return self._rows[row]

    def _reaching(self, row: int) -> list[int]:
        found = set(self._begin[row])
        for column in range(self.table.columns):
            cell = self.table.at(row, column)
            at = self.cells.get((cell.row, cell.column)) if cell is not None else None
            if at is not None and self.unit(at).kind != "header":
                found.add(at)
        return sorted(found, key=lambda at: (self.column(at), at))


def says(unit: Unit) -> bool:
    """Whether a unit says anything beside its label; a record without a word is none."""
    return bool(unit.body.wording)


def label_words(unit: Unit) -> list[Word]:
    """The words of a unit that are no part of its text proper."""
    own = {word.key for word in unit.body.words}
    return [word for word in unit.passage.words if word.key not in own]
