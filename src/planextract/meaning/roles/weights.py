"""The fitted weights: two passes, apart for running text and for the cells of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.marks import compute_marks, mark_names
from planextract.meaning.roles.called import Shares, no_shares
from planextract.meaning.roles.confidence import Confidence, record_places
from planextract.meaning.roles.decode import Passes, Reading, decode
from planextract.meaning.roles.groups import groups_of
from planextract.meaning.roles.outline import Outline, outline_of
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities, second_pass_features
from planextract.meaning.roles.trees import Trees
from planextract.meaning.roles.words import Words, heard, word_names
from planextract.meaning.units.gather import Units

KINDS = ("text", "cell")
"""The two kinds of units that have weights of their own."""
OF_CELLS = ("cell", "cell_item", "banner")


class Seen(NamedTuple):
    """What the weights look at, one row a unit."""

    marks: NDArray[np.float32]
    """For the first pass: the marks, and what the words say."""
    first: Probabilities
    """What the first pass said."""
    both: NDArray[np.float32]
    """For the second: the marks, then what the first said."""
    groups: NDArray[np.int32]
    kinds: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Weights:
    """Trees by pass and kind of unit; see ``fit/`` for how they are fitted."""

    trees: Mapping[tuple[int, str], Trees]
    names: tuple[str, ...]
    """The figures that they were fitted on, in order."""
    words: Words = field(default_factory=Words)
    """What the words at a unit speak for."""
    shares: Shares = field(default_factory=no_shares)
    """How far the plan's own names move what is read; see ``called``."""
    confidence: Confidence | None = None
    """What the readings of these weights are worth; None while that is being fitted."""

    def read(self, units: Units) -> Reading:
        """The role of each unit of a document, and how sure that is."""
        reading, passes = self.read_plainly(units)
        if self.confidence is None or not units.all:
            return reading
        right, doubt = self.confidence.judge(units, reading, passes)
        sure = list(reading.sure)
        for at, chance in zip(record_places(reading), right, strict=True):
            sure[at] = chance
        return replace(reading, sure=tuple(sure), doubt=doubt)

    def read_plainly(self, units: Units) -> tuple[Reading, Passes]:
        """The role of each unit and what led to it, before confidence is judged."""
        seen = self.see(units)
        passes = self.passes(seen)
        return decode(units, passes, seen.groups, self.shares), passes

    def see(self, units: Units) -> Seen:
        """The figures of a document's units, with what the first pass makes of them."""
        groups, outline = groups_of(units), outline_of(units)
        return self.look(compute_marks(units), heard(units), groups, outline, kinds_of(units))

    def look(
        self, marks: NDArray[np.float32], texts: Mapping[str, Sequence[str]],
        groups: NDArray[np.int32], outline: Outline, kinds: NDArray[np.int8],
    ) -> Seen:  # fmt: skip
        """The same of what was taken from the units before; ``texts`` are those of ``heard``."""
        figures = np.hstack([marks, self.words.tell(texts)])
        first = self.one_pass(1, figures, kinds)
        both = np.hstack([figures, second_pass_features(first, groups, outline)])
        return Seen(figures, first, both, groups, kinds)

    def passes(self, seen: Seen) -> Passes:
        """What both passes say of what is seen."""
        return Passes(seen.first, self.one_pass(2, seen.both, seen.kinds))

    def one_pass(
        self, nth: int, marks: NDArray[np.float32], kinds: NDArray[np.int8]
    ) -> Probabilities:
        """The probabilities of one pass; headers of tables have no role."""
        found = np.zeros((len(marks), len(ROLES)), np.float32)
        found[:, ROLES.index(Role.NONE)] = 1.0
        for code, kind in enumerate(KINDS):
            rows = np.flatnonzero(kinds == code)
            if len(rows):
                found[rows] = self.trees[nth, kind].probabilities(marks[rows])
        return found


def figure_names() -> tuple[str, ...]:
    """The names of what the first pass looks at: the marks, then what the words say."""
    return (*mark_names(), *word_names())


def kinds_of(units: Units) -> NDArray[np.int8]:
    """For each unit 0 for running text, 1 for cells, -1 for the headers of tables."""
    return np.array(
        [-1 if u.kind == "header" else int(u.kind in OF_CELLS) for u in units.all], np.int8
    )


def from_arrays(arrays: Any) -> Weights:
    """Weights from the arrays of a file; raises ValueError where its marks are not today's."""
    names = tuple(str(name) for name in arrays["names"])
    if names != figure_names():
        raise ValueError(
            "The weights were fitted on other marks: fit them anew (see fit/README.md)."
        )
    trees = {(n, kind): Trees.load(arrays, f"{kind}{n}") for n in (1, 2) for kind in KINDS}
    words = Words.load(arrays)
    shares = arrays["shares"] if "shares" in arrays else no_shares()
    if "right_roots" not in arrays:
        return Weights(trees, names, words, shares)
    confidence = Confidence(Trees.load(arrays, "right"), Trees.load(arrays, "bad"))
    return Weights(trees, names, words, shares, confidence)


@cache
def load() -> Weights:
    """The weights that the package ships."""
    path = files("planextract.lexicons") / "roles.npz"
    with path.open("rb") as file, np.load(file) as arrays:
        return from_arrays(dict(arrays))
