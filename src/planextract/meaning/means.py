"""Means over groups of units."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def group_means(values: Floats, group: NDArray[np.integer[Any]]) -> Floats:
    """For each row of ``values`` the mean of the rows with its number in ``group``, itself too."""
    size = int(group.max()) + 1
    columns = np.ascontiguousarray(values.T)
    sums = np.column_stack([np.bincount(group, column, size) for column in columns])
    counts = np.bincount(group, minlength=size)[:, None]
    return np.asarray((sums / np.maximum(counts, 1))[group], np.float32)
