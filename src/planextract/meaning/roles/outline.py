"""What the first pass makes of the sections: what stands under a heading, beside it and above.

A heading is an area because of what stands under it and because its siblings are areas; a goal is
a sub-goal because of the goal above it. These columns say so to the second pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.roles.role import AIMS, RECORDS, ROLES, Role
from planextract.meaning.units.gather import Units

Floats = NDArray[np.float32]
Outline = NDArray[np.int32]
"""For each unit (row) its rank as a heading, 0 where it is none, and the places of the nearest
heading above it, of what leads in to its list, and of the item it hangs under; -1 for none."""
COUNTED = tuple(ROLES.index(role) for role in RECORDS)
_AIMS = [ROLES.index(role) for role in AIMS]
_HELD = [ROLES.index(role) for role in RECORDS if role is not Role.AREA]
LIKELY = 0.4
"""Probability from which a unit above or below counts as an aim, or as a record."""
WHOLE = ("head", "head_of_head", "lead", "parent", "siblings", "same_rank", "aim_above",
         "aim_below", "record_above", "record_below")  # fmt: skip
"""Columns for each role."""
SUMS = ("under", "directly_under")
"""Columns for each kind of record."""
FIGURES = ("depth", "siblings", "siblings_with_records", "to_aim_above", "to_aim_below",
           "aim_in_section")  # fmt: skip


def outline_of(units: Units) -> Outline:
    """Rank, heading, lead-in and parent of each unit."""
    heads = [above[0] if above else -1 for above in units.headlines.above]
    rows = (units.headlines.ranks, heads, units.leads, units.parents)
    return np.array(rows, np.int32).T.reshape(-1, 4)


def outline_names() -> tuple[str, ...]:
    """The names of the columns of ``outline_features``, ``group.role``."""
    whole = [f"{name}.{role.value}" for name in WHOLE for role in ROLES]
    sums = [f"{name}.{ROLES[role].value}" for name in SUMS for role in COUNTED]
    return (*whole, *sums, *(f"outline.{name}" for name in FIGURES))


def outline_features(first: Floats, outline: Outline) -> Floats:
    """The columns of the second pass that follow the document's headings; one row a unit."""
    ranks, heads = outline[:, 0], outline[:, 1]
    at_head = _rows(first, heads)
    over = np.where(heads >= 0, heads[np.maximum(heads, 0)], -1)
    under, directly = _under(first, ranks)
    holds = 1 - np.exp(-first_sums(under))
    beside = _alike(np.stack([ranks, heads], axis=1), ranks)
    level = _alike(ranks[:, None], ranks)
    aims = first[:, _AIMS].sum(axis=1) >= LIKELY
    records = first[:, _HELD].sum(axis=1) >= LIKELY
    last_aim, next_aim = _last(aims), _next(aims)
    figures = (
        _depth(heads),
        _sums(np.ones(len(first)), beside),
        _sums(holds, beside),
        _distance(last_aim),
        _distance(next_aim),
        (np.where(last_aim >= 0, heads[np.maximum(last_aim, 0)], -2) == heads).astype(np.float64),
    )
    columns: list[NDArray[Any]] = [
        at_head, _rows(first, over), _rows(first, outline[:, 2]), _rows(first, outline[:, 3]),
        _means(first, holds, beside), _means(first, holds, level),
        _rows(first, last_aim), _rows(first, next_aim),
        _rows(first, _last(records)), _rows(first, _next(records)),
        np.log1p(under), np.log1p(directly), np.stack(figures, axis=1),
    ]  # fmt: skip
    return np.hstack(columns).astype(np.float32)


def first_sums(under: Floats) -> NDArray[np.float64]:
    """How many records but areas stand under each unit."""
    places = [at for at, role in enumerate(COUNTED) if ROLES[role] is not Role.AREA]
    found: NDArray[np.float64] = under[:, places].sum(axis=1)
    return found


def _rows(first: Floats, places: NDArray[np.int32]) -> Floats:
    """The rows at the places; zeros where there is none."""
    found: Floats = np.where((places >= 0)[:, None], first[np.maximum(places, 0)], np.float32(0))
    return found


def _under(first: Floats, ranks: NDArray[np.int32]) -> tuple[Floats, Floats]:
    """For each heading the records to the next of its rank, and those to the next of any."""
    sums = np.vstack([np.zeros(len(COUNTED)), np.cumsum(first[:, COUNTED], axis=0)])
    under, directly = (np.zeros((len(first), len(COUNTED)), np.float32) for _ in range(2))
    for at, end, first_end in _ends(ranks):
        under[at] = sums[end] - sums[at + 1]
        directly[at] = sums[first_end] - sums[at + 1]
    return under, directly


def _ends(ranks: NDArray[np.int32]) -> Iterator[tuple[int, int, int]]:
    """Each heading with where its section ends, and where the next heading stands."""
    stack: list[int] = []
    after = len(ranks)
    for at in range(len(ranks) - 1, -1, -1):
        if not ranks[at]:
            continue
        while stack and ranks[stack[-1]] > ranks[at]:
            stack.pop()
        yield at, stack[-1] if stack else len(ranks), after
        stack.append(at)
        after = at


def _alike(keys: NDArray[np.int32], ranks: NDArray[np.int32]) -> NDArray[np.int32]:
    """A number for each group of headings with the same key; -1 for what is no heading."""
    _, numbers = np.unique(keys, axis=0, return_inverse=True)
    return np.where(ranks > 0, numbers.reshape(-1), -1).astype(np.int32)


def _sums(values: NDArray[np.float64], group: NDArray[np.int32]) -> NDArray[np.float64]:
    sums = np.bincount(group + 1, values, int(group.max(initial=0)) + 2).astype(np.float64)
    sums[0] = 0.0
    found: NDArray[np.float64] = sums[group + 1]
    return found


def _means(
    first: Floats, weight: NDArray[np.float64], group: NDArray[np.int32]
) -> NDArray[np.float64]:
    """The weighted mean of the first pass over each group; zeros where none weighs anything."""
    total = _sums(weight, group)[:, None]
    means = [_sums(weight * first[:, role], group) for role in range(first.shape[1])]
    return np.stack(means, axis=1) / np.maximum(total, 1e-6)


def _last(chosen: NDArray[np.bool_]) -> NDArray[np.int32]:
    """For each unit the place of the last chosen one before it, or -1."""
    places = np.where(chosen, np.arange(len(chosen)), -1)
    found = np.maximum.accumulate(np.concatenate([[-1], places]))[:-1]
    return found.astype(np.int32)


def _next(chosen: NDArray[np.bool_]) -> NDArray[np.int32]:
    """For each unit the place of the next chosen one after it, or -1."""
    back = _last(chosen[::-1])[::-1]
    return np.where(back >= 0, len(chosen) - 1 - back, -1).astype(np.int32)


def _distance(places: NDArray[np.int32]) -> NDArray[np.float64]:
    """How far off the unit at a place is, as a logarithm; -1 where there is none."""
    away = np.log1p(np.abs(np.arange(len(places)) - places).astype(np.float64))
    return np.where(places >= 0, away, -1.0)


def _depth(heads: NDArray[np.int32]) -> NDArray[np.float64]:
    """How many headings stand above each unit."""
    depth = np.zeros(len(heads))
    for at, head in enumerate(heads):
        depth[at] = depth[head] + 1 if head >= 0 else 0
    return depth
