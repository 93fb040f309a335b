"""The second pass: what the first said of a unit's look-alikes and neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.means import group_means
from planextract.meaning.roles.groups import GROUPINGS
from planextract.meaning.roles.outline import Outline, outline_features, outline_names
from planextract.meaning.roles.role import ROLES

Probabilities = NDArray[np.float32]
"""One row a unit, one column a role."""
BESIDE = (-3, -2, -1, 1, 2, 3)
OWN = "first"
"""Group of the columns that hold the first pass itself."""


def like(grouping: str) -> str:
    """Group of the columns that hold the means over a grouping."""
    return f"alike_{grouping}"


def second_pass_names() -> tuple[str, ...]:
    """The names of the columns of ``second_pass_features``, ``group.role``."""
    beside = [f"{'above' if step < 0 else 'below'}{abs(step)}" for step in BESIDE]
    groups = (OWN, *(like(name) for name in GROUPINGS), *beside, "whole")
    alike = [f"{group}.{role.value}" for group in groups for role in ROLES]
    return (*alike, *outline_names())


def second_pass_features(
    first: Probabilities, groups: NDArray[np.int32], outline: Outline
) -> NDArray[np.float32]:
    """The first pass, its mean over each group of look-alikes, its neighbours, the document,
    and what it makes of the sections."""
    if not len(first):
        return np.zeros((0, len(second_pass_names())), np.float32)
    columns = [first]
    columns += [group_means(first, groups[:, g]) for g in range(groups.shape[1])]
    for step in BESIDE:
        moved = np.zeros_like(first)
        if abs(step) < len(first):
            if step < 0:
                moved[-step:] = first[:step]
            else:
                moved[:-step] = first[step:]
        columns.append(moved)
    columns.append(np.tile(first.mean(axis=0), (len(first), 1)))
    columns.append(outline_features(first, outline))
    return np.hstack(columns).astype(np.float32)
