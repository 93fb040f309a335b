"""Which leaf of each tree many units fall into, by bits: 64 units to a word.

The idea is that of QuickScorer (Lucchese and others 2015) turned round: each distinct split of the
whole forest is asked once of all units, which gives a row of bits; a leaf is reached by the units
in the conjunction of the rows on its path.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Bits = NDArray[np.uint64]
WORD = 64


@dataclass(frozen=True, slots=True)
class Paths:
    """The leaves of a forest with the splits on the way to each."""

    features: Ints
    """Of the distinct splits."""
    thresholds: Floats
    steps: tuple[Ints, ...]
    """For each level the row of bits that the leaves of at least that depth ask for: a split's
    own, or that of its opposite, which stands as many rows further down as there are splits.
    Leaves stand from the deepest to the root that is one."""
    order: Ints
    """Place among the forest's leaves of each leaf as it stands here."""
    trees: Ints
    """The tree of each leaf."""

    def reached(self, marks: Floats) -> NDArray[np.bool_]:
        """Which units (columns) reach which leaves (rows, in the order of ``order``)."""
        splits = self._splits(marks)
        found = np.full((len(self.order), splits.shape[1]), np.iinfo(np.uint64).max, np.uint64)
        for rows in self.steps:
            found[: len(rows)] &= splits[rows]
        bits = np.unpackbits(found.view(np.uint8), axis=1, count=len(marks), bitorder="little")
        return bits.view(np.bool_)

    def _splits(self, marks: Floats) -> Bits:
        """The answers of all units to each split, then the opposite of each."""
        width = -(-len(marks) // WORD) * WORD
        goes = np.zeros((len(self.features), width), np.bool_)
        columns = np.ascontiguousarray(marks.T)
        np.less_equal(columns[self.features], self.thresholds[:, None], out=goes[:, : len(marks)])
        yes = np.packbits(goes, axis=1, bitorder="little").view(np.uint64)
        return np.concatenate([yes, ~yes])


def paths_of(features: Ints, thresholds: Floats, left: Ints, right: Ints, roots: Ints) -> Paths:
    """The paths of trees laid one behind the other; a node below zero is a leaf (``~node``)."""
    splits, own = _distinct(features, thresholds)
    node = roots.astype(np.int32)
    tree = np.arange(len(node), dtype=np.int32)
    way = np.zeros((len(node), 0), np.int32)
    done: list[tuple[Ints, Ints, Ints]] = []
    while len(node):
        ends = node < 0
        done.append((~node[ends], tree[ends], way[ends]))
        node, tree, way = node[~ends], tree[~ends], way[~ends]
        step = own[node]
        way = np.vstack([np.column_stack([way, step]), np.column_stack([way, step + len(splits)])])
        node, tree = np.concatenate([left[node], right[node]]), np.tile(tree, 2)
    done.reverse()
    deepest = len(done) - 1
    steps = tuple(
        np.concatenate([ways[:, level] for _, _, ways in done[: deepest - level]]).astype(np.int32)
        for level in range(deepest)
    )
    order = np.concatenate([leaves for leaves, _, _ in done]).astype(np.int32)
    trees = np.concatenate([of for _, of, _ in done]).astype(np.int32)
    return Paths(features[splits], thresholds[splits], steps, order, trees)


def _distinct(features: Ints, thresholds: Floats) -> tuple[Ints, Ints]:
    """One node for each distinct split, and for each node the place of its split among these."""
    pairs = np.rec.fromarrays([features, thresholds])
    _, first, own = np.unique(pairs, return_index=True, return_inverse=True)
    return first.astype(np.int32), own.astype(np.int32)
