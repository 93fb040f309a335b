"""Boosted trees by numpy alone: the probabilities of the roles of many units at once.

The trees are those of gradient boosting with one tree a role and round (Friedman 2001), fitted by
LightGBM; a leaf's value is added to the score of its role, and the softmax of the scores is the
probability.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.roles.leaves import Floats, Ints, Paths, paths_of

CHUNK = 256
"""Units that go through the trees together: more need memory, fewer time."""


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

    paths: Paths = field(init=False, repr=False, compare=False)
    """The way to each leaf."""
    votes: NDArray[np.float64] = field(init=False, repr=False, compare=False)
    """What each leaf of ``paths`` adds to the score of its role."""
    voted: NDArray[np.intp] = field(init=False, repr=False, compare=False)
    """The role of each leaf of ``paths``."""

    def __post_init__(self) -> None:
        nodes = (self.features, self.thresholds, self.left, self.right, self.roots)
        paths = paths_of(*nodes)
        object.__setattr__(self, "paths", paths)
        object.__setattr__(self, "votes", self.values[paths.order].astype(np.float64))
        object.__setattr__(self, "voted", self.classes[paths.trees].astype(np.intp))

    def scores(self, marks: Floats) -> Floats:
        """The scores of ``marks`` (units × marks), units × roles."""
        parts = [self._scores(marks[at : at + CHUNK]) for at in range(0, len(marks), CHUNK)]
        return np.vstack([np.zeros((0, self.count), np.float32), *parts])

    def _scores(self, marks: Floats) -> Floats:
        """Each unit reaches one leaf of each tree: few of all, so these are looked up."""
        units = len(marks)
        leaf, unit = np.divmod(np.flatnonzero(self.paths.reached(marks)), units)
        places = unit * self.count + self.voted[leaf]
        summed = np.bincount(places, self.votes[leaf], units * self.count)
        return summed.reshape(units, self.count).astype(np.float32)

    def probabilities(self, marks: Floats) -> Floats:
        """The softmax of the scores."""
        scores = self.scores(marks)
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        odds = np.exp(scores)
        return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float32)

    def arrays(self, prefix: str) -> dict[str, NDArray[Any]]:
        """The trees as arrays for one file, their names begun with ``prefix``."""
        names = ("features", "thresholds", "left", "right", "values", "roots", "classes")
        found: dict[str, NDArray[Any]] = {f"{prefix}_{n}": getattr(self, n) for n in names}
        return {**found, f"{prefix}_count": np.array(self.count)}

    @staticmethod
    def load(arrays: Any, prefix: str) -> Trees:
        """Trees from the arrays that ``arrays`` made."""
        names = ("features", "thresholds", "left", "right", "values", "roots", "classes")
        kept = {name: arrays[f"{prefix}_{name}"] for name in names}
        return Trees(**kept, count=int(arrays[f"{prefix}_count"]))
