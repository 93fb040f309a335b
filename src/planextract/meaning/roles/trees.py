"""Boosted trees by numpy alone: the probabilities of the roles of many units at once.

The trees are those of gradient boosting with one tree a role and round (Friedman 2001), fitted by
LightGBM; a leaf's value is added to the score of its role, and the softmax of the scores is the
probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees laid one behind the other; a node below zero is a leaf (``~node`` its place)."""

    features: Ints
    """Column of the marks that each node looks at."""
    thresholds: Floats
    left: Ints
    right: Ints
    values: Floats
    """Of the leaves."""
    roots: Ints
    """First node of each tree; below zero where the tree is one leaf."""
    classes: Ints
    """Role of each tree."""
    count: int
    """How many roles there are."""

    def scores(self, marks: Floats) -> Floats:
        """The scores of ``marks`` (units × marks), units × roles."""
        found = np.zeros((len(marks), self.count), np.float32)
        rows = np.arange(len(marks))
        for root, role in zip(self.roots, self.classes, strict=True):
            node = np.full(len(marks), root, np.int32)
            inner = rows[node >= 0]
            while len(inner):
                at = node[inner]
                goes = marks[inner, self.features[at]] <= self.thresholds[at]
                node[inner] = np.where(goes, self.left[at], self.right[at])
                inner = inner[node[inner] >= 0]
            found[:, role] += self.values[~node]
        return found

    def probabilities(self, marks: Floats) -> Floats:
        """The softmax of the scores."""
        scores = self.scores(marks)
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        odds = np.exp(scores)
        return (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32)

    def arrays(self, prefix: str) -> dict[str, NDArray[Any]]:
        """The trees as arrays for one file, their names begun with ``prefix``."""
        names = ("features", "thresholds", "left", "right", "values", "roots", "classes")
        found: dict[str, NDArray[Any]] = {f"{prefix}_{n}": getattr(self, n) for n in names}
        return {**found, f"{prefix}_count": np.array(self.count)}

    @staticmethod
    def load(arrays: Any, prefix: str) -> Trees:
        """Trees from the arrays that ``arrays`` made."""
        names = ("features", "thresholds", "left", "right", "values", "roots", "classes")
        return Trees(*(arrays[f"{prefix}_{n}"] for n in names), int(arrays[f"{prefix}_count"]))
