"""The likeliest rows and cells of a table's lines, by a search that keeps the best readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.scoring import Model, begins, goes_on, stops, whole_owner
from planextract.meaning.run_together.splits import Split, splits_of
from planextract.meaning.run_together.times import completes, is_time

BEAM, BEHIND = 10, 8.0
"""Readings kept from line to line: so many, not so much worse than the best."""
BEST_STEP = 6.0
"""No line adds more to a reading than this."""
NEW_ROW, NO_PARENT = -1.0, -6.0
"""Costs of a row, and of a first one without a parent."""
MISSING = {"time": -2.0, "owner": -1.0, "code": -2.0}
"""Costs of a row without a deadline, an owner, a number."""
LATE, LATE_AFTER_GAP = -3.0, -0.7
"""A column goes on after lines that had nothing of it; after a blank line that is common."""
PARENT_LATE = 2.0
"""How much worse it is for a parent's cell, which is narrow and goes on without a break."""
LATE_START = -4.0
"""A cell begins below the first line of its row."""
NEW_PARENT = -0.5
NARROW = {"parent": -0.6, "owner": -0.5, "text": -0.5}
"""Cells that are shorter than their rows: most lines have none of them."""
TIME_ENDS, NO_TIME_READ = 0.5, -8.0
"""A time that goes on in the next line makes a time with it, or does not."""
BLANK_ENDS = 0.3
"""Share of the cost of a bad end that is left where a blank line follows: the rest is below."""


class Column(NamedTuple):
    """The cell of a column that is being read: its text, its last line, whether it may go on."""

    text: str = ""
    last: str = ""
    open: bool = True


EMPTY = Column("", "", True)
NONE = Column("", "", False)


class Choice(NamedTuple):
    """What was decided of a line."""

    split: Split
    row: bool
    """Whether it begins a row."""
    parents: bool
    """Whether the parents' text in it begins new cells."""


class State(NamedTuple):
    """One reading of the lines so far."""

    score: float
    columns: tuple[Column, ...]
    begun: bool
    choice: Choice | None = None
    before: State | None = None

    def choices(self) -> list[Choice]:
        """What was decided, line by line."""
        found: list[Choice] = []
        state = self
        while state.before is not None and state.choice is not None:
            found.append(state.choice)
            state = state.before
        return found[::-1]


def read_lines(lines: Sequence[Line], model: Model) -> tuple[float, list[Choice]]:
    """The best reading of a table's lines, and its score."""
    beam = [State(0.0, (EMPTY,) * len(model.kinds), begun=False)]
    for line in lines:
        splits = splits_of(line, model.kinds, model.widths)
        best: dict[tuple[tuple[Column, ...], bool], State] = {}
        top = float("-inf")
        for state in beam:
            ends = _Ends.of(state.columns, model)
            for split in splits:
                if state.score + split.score + BEST_STEP < top - BEHIND:
                    break
                for found in _followers(state, ends, split, line.gap, model):
                    key = (found.columns, found.begun)
                    if key not in best or best[key].score < found.score:
                        best[key] = found
                        top = max(top, found.score)
        kept = sorted(best.values(), key=lambda state: -state.score)[:BEAM]
        beam = [state for state in kept if state.score >= top - BEHIND]
    ended = [(state.score + _Ends.of(state.columns, model).all, state) for state in beam]
    score, last = max(ended, key=lambda pair: pair[0])
    return score, last.choices()


class _Ends(NamedTuple):
    """How well the open cells of a reading end here: those of the row, and with the parents."""

    row: float
    all: float

    @staticmethod
    def of(columns: Sequence[Column], model: Model) -> _Ends:
        row = parents = 0.0
        for column, kind in zip(columns, model.kinds, strict=True):
            if not column.last:
                continue
            score = stops(column.last) if column.open else 0.0
            if kind == "parent":
                parents += score
            elif kind == "time":
                row += 0.0 if is_time(column.text) else NO_TIME_READ
            else:
                row += score + (whole_owner(column.text, model) if kind == "owner" else 0.0)
        return _Ends(row, row + parents)


def _followers(state: State, ends: _Ends, split: Split, gap: bool, model: Model) -> Iterator[State]:
    """The readings that a line can follow a reading with."""
    lone = split.parents and not split.others
    if state.begun or (lone and state.before is not None):
        yield _going_on(state, split, gap, model)
    if lone:
        yield _lone_parent(state, ends, split, model)
    if split.texts[model.main]:
        yield _new_row(state, ends, split, False, gap, model)
        if split.parents:
            yield _new_row(state, ends, split, True, gap, model)


def _going_on(state: State, split: Split, gap: bool, model: Model) -> State:
    """The line belongs to the row that is open."""
    score, columns = state.score + split.score, []
    for at, text in enumerate(split.texts):
        gained, column = _next(state.columns[at], text, gap, model.kinds[at], model.widths[at])
        score += gained
        columns.append(column)
    return State(score, tuple(columns), state.begun, Choice(split, False, False), state)


@lru_cache(maxsize=262144)
def _next(column: Column, text: str, gap: bool, kind: str, width: float) -> tuple[float, Column]:
    """What a line does to the cell of one column, and what that is worth."""
    if not text:
        if not column.open or not column.last:
            return 0.0, Column(column.text, column.last, False)
        lost = stops(column.last) * (BLANK_ENDS if gap else 1.0)
        return lost, Column(column.text, column.last, False)
    if not column.last:
        return begins(text, kind) + LATE_START, Column(text, text)
    whole = f"{column.text} {text}"
    score = goes_on(column.last, text, width) + NARROW.get(kind, 0.0)
    if kind == "time":
        score = (
            TIME_ENDS if completes(column.text, whole) and not text[0].isupper() else NO_TIME_READ
        )
    if not column.open:
        late = LATE_AFTER_GAP if gap else LATE
        score += late * (PARENT_LATE if kind == "parent" else 1.0)
    return score, Column(whole, text)


def _new_row(
    state: State, ends: _Ends, split: Split, fresh: bool, gap: bool, model: Model
) -> State:
    """The line begins a row; ``fresh`` where its parents are new too."""
    score = state.score + split.score + NEW_ROW + (ends.all if fresh else ends.row)
    columns = []
    for at, text in enumerate(split.texts):
        kind, column = model.kinds[at], state.columns[at]
        if kind == "parent" and not fresh:
            gained, column = _next(column, text, gap, kind, model.widths[at])
            if not column.text and not state.begun:
                gained += NO_PARENT
        elif text:
            gained, column = begins(text, kind), Column(text, text)
        else:
            gained, column = MISSING.get(kind, 0.0), EMPTY
        score += gained
        columns.append(column)
    if fresh:
        score += NEW_PARENT
    return State(score, tuple(columns), True, Choice(split, True, fresh), state)


def _lone_parent(state: State, ends: _Ends, split: Split, model: Model) -> State:
    """The line begins a parent's cell whose rows stand below it."""
    score = state.score + split.score + NEW_PARENT + ends.all
    columns = []
    for text, kind in zip(split.texts, model.kinds, strict=True):
        score += begins(text, kind) if text else 0.0
        columns.append(Column(text, text) if kind == "parent" else NONE)
    return State(score, tuple(columns), False, Choice(split, False, True), state)
