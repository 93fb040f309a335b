"""Fit the weights: two passes, apart for running text and for the cells of tables.

The second pass is fitted on what the first says of plans that it was not fitted on: the folds are
parted in two, and each half is read by a first pass of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from fit.export import export, mean_of
from fit.plans import balance
from fit.tables import Document
from fit.words import fit_words
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities, second_pass_features
from planextract.meaning.roles.trees import Trees
from planextract.meaning.roles.weights import KINDS, Weights, figure_names

PARAMETERS = {
    "objective": "multiclass", "learning_rate": 0.12, "extra_trees": True,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 3.0,
    "max_bin": 31, "deterministic": True, "force_col_wise": True, "verbose": -1,
}  # fmt: skip
"""Splits are drawn at random (``extra_trees``): fitted ones fit plans that are known."""
OF_KIND = {
    "text": {"num_leaves": 31, "min_data_in_leaf": 100, "feature_fraction": 0.25},
    "cell": {"num_leaves": 15, "min_data_in_leaf": 200, "feature_fraction": 0.5},
}
ROUNDS = {(1, "text"): 96, (1, "cell"): 82, (2, "text"): 84, (2, "cell"): 75}
KEPT = 0.35
"""Share of the units without a role that are fitted on; each counts for all of its kind."""
OWN = 3.0
"""What a sample or small case counts: it comes in one look, a plan file in eight or so."""
SEED = 1
SEEDS = {1: (1,), 2: (1, 2)}
"""Of the forests of each pass; what they say is averaged, as one tips over where others do not."""
PARTS = 2
_NONE = ROLES.index(Role.NONE)
Floats = NDArray[np.float32]
Pass = dict[str, Trees]
Beside = dict[int, Floats] | None
"""By document, what stands beside the figures in the second pass."""


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """A document with what the words of other plans say of it."""

    document: Document
    said: Floats

    @property
    def figures(self) -> Floats:
        """What the first pass looks at."""
        return np.hstack([self.document.marks, self.said])


def fit(documents: Sequence[Document], threads: int) -> Weights:
    """The weights of both passes."""
    words, said = fit_words(documents)
    told = [_Told(*pair) for pair in zip(documents, said, strict=True)]
    folds = sorted({document.fold for document in documents})
    seen: dict[int, Floats] = {}
    for part in (folds[at::PARTS] for at in range(PARTS)):
        first = _fit_pass(1, [one for one in told if one.document.fold not in part], None, threads)
        for one in told:
            if one.document.fold in part:
                groups, outline = one.document.groups, one.document.outline
                seen[id(one)] = second_pass_features(_apply(first, one), groups, outline)
    passes = {1: _fit_pass(1, told, None, threads), 2: _fit_pass(2, told, seen, threads)}
    trees = {(nth, kind): of[kind] for nth, of in passes.items() for kind in KINDS}
    return Weights(trees, figure_names(), words)


def save(weights: Weights, path: Path) -> None:
    """Write weights as the file that the package reads."""
    arrays: dict[str, NDArray[Any]] = {"names": np.array(weights.names)}
    for (nth, kind), trees in weights.trees.items():
        arrays.update(trees.arrays(f"{kind}{nth}"))
    arrays.update(weights.words.arrays())
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _fit_pass(nth: int, told: Sequence[_Told], beside: Beside, threads: int) -> Pass:
    return {kind: _fit_kind(nth, kind, told, beside, threads) for kind in KINDS}


def _fit_kind(nth: int, kind: str, told: Sequence[_Told], beside: Beside, threads: int) -> Trees:
    documents = [one.document for one in told]
    chosen = _choose(documents, KINDS.index(kind))
    figures = np.vstack([_seen(d, beside)[rows] for d, rows in zip(told, chosen, strict=True)])
    roles = np.concatenate([d.roles[rows] for d, rows in zip(documents, chosen, strict=True)])
    classes, numbers = np.unique(roles, return_inverse=True)
    weight = _weigh(documents, chosen) * np.where(roles == _NONE, 1 / KEPT, 1.0)
    data = lightgbm.Dataset(figures, numbers, weight=weight)
    parameters = {**PARAMETERS, **OF_KIND[kind], "num_class": len(classes)}
    models = [
        lightgbm.train(
            {**parameters, "seed": seed, "num_threads": threads}, data, ROUNDS[nth, kind]
        )
        for seed in SEEDS[nth]
    ]
    return mean_of(
        [export(m.dump_model()["tree_info"], classes.tolist(), len(ROLES)) for m in models]
    )


def _seen(told: _Told, beside: Beside) -> Floats:
    return told.figures if beside is None else np.hstack([told.figures, beside[id(told)]])


def _choose(documents: Iterable[Document], code: int) -> list[NDArray[np.intp]]:
    """The units to fit on: all that are something, part of the rest."""
    rng = np.random.default_rng(SEED)
    found = []
    for document in documents:
        dropped = (document.roles == _NONE) & (rng.random(len(document.roles)) > KEPT)
        found.append(np.flatnonzero((document.kinds == code) & ~dropped))
    return found


def _weigh(
    documents: Sequence[Document], chosen: Sequence[NDArray[np.intp]]
) -> NDArray[np.float64]:
    """Units of long plans count for less, those of short ones for more."""
    sizes: Counter[str] = Counter()
    for document, rows in zip(documents, chosen, strict=True):
        sizes[document.plan] += len(rows)
    share = balance(sizes)
    found = []
    for document, rows in zip(documents, chosen, strict=True):
        times = 1.0 if "__" in document.name else OWN
        found.append(np.full(len(rows), times * share[document.plan]))
    return np.concatenate(found)


def _apply(trees: Pass, told: _Told) -> Probabilities:
    first = {(1, kind): of for kind, of in trees.items()}
    return Weights(first, figure_names()).one_pass(1, told.figures, told.document.kinds)
