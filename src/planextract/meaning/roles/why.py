"""Why a unit has its role: how much each mark spoke for it against the runner-up.

At each split that a unit passes, the expected value of the tree changes; the change is what the
mark of that split contributed (Saabas 2014). The expected value of a node is the mean of the
leaves below it. A mark's voice is its contribution to the score of the role less that to the
score of the runner-up, in both passes; what the second pass takes over from the first is not
counted again, since the marks of the first have already told it. What comes after the trees
(what the first pass said, words that name a role, the mean of look-alikes) has a voice of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.roles.decode import Reading, weigh
from planextract.meaning.roles.groups import GROUPINGS
from planextract.meaning.roles.leaves import Floats
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import OWN, Probabilities, like, second_pass_names
from planextract.meaning.roles.trees import Trees
from planextract.meaning.roles.weights import KINDS, Seen, Weights
from planextract.meaning.units.gather import Units

MOST_FOR, MOST_AGAINST = 5, 3
"""How many voices are told."""

LATER = ("passes.odds", "named.odds", "agreed.mean")
"""Voices of what comes after the trees."""
LEAST = 1e-9
"""Stands for a probability of nothing in a logarithm."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one mark said of a unit."""

    name: str
    """``group.figure``."""
    figure: float
    """The mark's own figure."""
    weight: float
    """Above zero for the role, below for the runner-up; in the logarithm of odds."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit has its role."""

    at: int
    """Its place among the units."""
    role: Role
    sure: float
    other: Role
    """The runner-up."""
    other_sure: float
    spoke_for: tuple[Voice, ...]
    """The strongest first."""
    spoke_against: tuple[Voice, ...]
    inside: bool
    """Whether it was set aside because the unit that it is a part of has a role."""
    candidate: bool


@dataclass(frozen=True, slots=True)
class _Weighed:
    """All that the reasons of one document need."""

    weights: Weights
    units: Units
    reading: Reading
    seen: Seen
    expected: dict[tuple[int, str], Values]
    names: tuple[str, ...]
    steps: tuple[Probabilities, ...]
    """After the second pass, with the first, after the odds of names, after look-alikes."""


def explain(
    weights: Weights, units: Units, reading: Reading, places: Iterable[int]
) -> list[Reason]:
    """The reasons of the units at ``places``; headers of tables have no role and none."""
    places = list(places)
    if not places:
        return []
    seen = weights.see(units)
    expected = {key: expected_values(trees) for key, trees in weights.trees.items()}
    names = (*weights.names, *second_pass_names(), *LATER)
    passes = weights.passes(seen)
    steps = (passes.second, *weigh(units, passes, seen.groups, weights.shares))
    weighed = _Weighed(weights, units, reading, seen, expected, names, steps)
    return [_reason(weighed, at) for at in places if seen.kinds[at] >= 0]


def _reason(weighed: _Weighed, at: int) -> Reason:
    reading, row = weighed.reading, weighed.reading.probabilities[at]
    whole, best = weighed.units.all[at].whole, ROLES[int(row.argmax())]
    inside = whole is not None and reading.roles[whole] is not Role.NONE and best is not Role.NONE
    role = best if inside else reading.roles[at]
    other = max((r for r in ROLES if r is not role), key=lambda r: row[ROLES.index(r)])
    pair = ROLES.index(role), ROLES.index(other)
    voices = _voices(weighed, at, *pair)
    return Reason(
        at, role, float(row[pair[0]]), other, float(row[pair[1]]),
        tuple(voice for voice in voices[:MOST_FOR] if voice.weight > 0),
        tuple(voice for voice in reversed(voices[-MOST_AGAINST:]) if voice.weight < 0),
        inside, at in reading.candidates,
    )  # fmt: skip


def _voices(weighed: _Weighed, at: int, role: int, other: int) -> list[Voice]:
    """All marks, those that spoke most for the role first."""
    seen, names = weighed.seen, weighed.names
    kind = KINDS[int(seen.kinds[at])]
    told = np.zeros(len(names))
    for nth, figures in ((1, seen.marks[at]), (2, seen.both[at])):
        trees, means = weighed.weights.trees[nth, kind], weighed.expected[nth, kind]
        for place, sign in ((role, 1), (other, -1)):
            told[: len(figures)] += sign * contributions(trees, means, figures, place)
    copies = _copies(seen, at)
    told[[n for n, name in enumerate(names) if name.split(".")[0] in copies]] = 0.0
    odds = [np.log((step[at, role] + LEAST) / (step[at, other] + LEAST)) for step in weighed.steps]
    told[-len(LATER) :] = np.diff(odds)
    figures = np.append(seen.both[at], np.exp(np.diff(odds)))
    order = np.argsort(-told, kind="stable")
    return [Voice(names[n], float(figures[n]), float(told[n])) for n in order]


def _copies(seen: Seen, at: int) -> set[str]:
    """Groups of marks that only repeat the first pass: itself, and means over the unit alone."""
    members = (seen.groups == seen.groups[at]).sum(axis=0)
    return {OWN, *(like(name) for name, n in zip(GROUPINGS, members, strict=True) if n == 1)}


def expected_values(trees: Trees) -> Values:
    """For each inner node the mean of the leaves below it; a child stands behind its parent."""
    sums, counts = np.zeros(len(trees.left)), np.zeros(len(trees.left))
    for node in range(len(trees.left) - 1, -1, -1):
        for child in (int(trees.left[node]), int(trees.right[node])):
            sums[node] += sums[child] if child >= 0 else trees.values[~child]
            counts[node] += counts[child] if child >= 0 else 1
    return sums / np.maximum(counts, 1)


def contributions(trees: Trees, expected: Values, figures: Floats, role: int) -> Values:
    """What each figure of one unit added to the score of a role."""
    found = np.zeros(len(figures))
    for root in trees.roots[trees.classes == role]:
        node = int(root)
        while node >= 0:
            feature = int(trees.features[node])
            goes_left = figures[feature] <= trees.thresholds[node]
            child = int((trees.left if goes_left else trees.right)[node])
            after = expected[child] if child >= 0 else trees.values[~child]
            found[feature] += after - expected[node]
            node = child
    return found
