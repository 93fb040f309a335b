"""LightGBM's trees as the trees that the package reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from planextract.meaning.roles.trees import Trees

NEVER = -20.0
"""Score of a role that no unit fitted on had."""


def export(trees: Sequence[dict[str, Any]], classes: Sequence[int], count: int) -> Trees:
    """The ``tree_info`` of a dumped model as trees; ``classes`` are the roles that it knows."""
    features: list[int] = []
    thresholds: list[float] = []
    left: list[int] = []
    right: list[int] = []
    values: list[float] = []

    def place(node: dict[str, Any]) -> int:
        """Lay a node and all below it; its place, or the leaf's below zero."""
        if "split_feature" not in node:
            values.append(node["leaf_value"])
            return ~(len(values) - 1)
        at = len(features)
        features.append(node["split_feature"])
        thresholds.append(node["threshold"])
        left.append(0)
        right.append(0)
        left[at], right[at] = place(node["left_child"]), place(node["right_child"])
        return at

    roots = [place(tree["tree_structure"]) for tree in trees]
    of = [classes[tree["tree_index"] % len(classes)] for tree in trees]
    for role in sorted(set(range(count)) - set(classes)):
        values.append(NEVER)
        roots.append(~(len(values) - 1))
        of.append(role)
    return Trees(
        np.array(features, np.int32), _not_above(thresholds), np.array(left, np.int32),
        np.array(right, np.int32), np.array(values, np.float32), np.array(roots, np.int32),
        np.array(of, np.int32), count,
    )  # fmt: skip


def mean_of(forests: Sequence[Trees]) -> Trees:
    """One forest whose scores are the mean of those of all."""
    nodes = np.cumsum([0, *(len(one.features) for one in forests)])
    leaves = np.cumsum([0, *(len(one.values) for one in forests)])

    def moved(name: str) -> np.ndarray[Any, np.dtype[np.int32]]:
        """Places of nodes or leaves, moved behind those of the forests before."""
        return np.concatenate(
            [
                np.where(places >= 0, places + node, places - leaf).astype(np.int32)
                for places, node, leaf in zip(
                    (getattr(one, name) for one in forests), nodes, leaves, strict=False
                )
            ]
        )

    return Trees(
        np.concatenate([one.features for one in forests]),
        np.concatenate([one.thresholds for one in forests]),
        moved("left"), moved("right"),
        np.concatenate([one.values / np.float32(len(forests)) for one in forests]),
        moved("roots"), np.concatenate([one.classes for one in forests]), forests[0].count,
    )  # fmt: skip


def _not_above(thresholds: Sequence[float]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Thresholds as float32, rounded down: a mark at most the threshold stays so."""
    exact = np.array(thresholds, np.float64)
    short = exact.astype(np.float32)
    return np.where(short > exact, np.nextafter(short, np.float32(-np.inf)), short)
