"""Fit the weights: two passes, apart for running text and for the cells of tables.

The second pass is fitted on what the first says of plans that it was not fitted on: the folds are
parted in two, and each half is read by a first pass of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from fit.export import export
from fit.tables import Document
from planextract.meaning.marks import mark_names
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import Probabilities, second_pass_features
from planextract.meaning.roles.trees import Trees
from planextract.meaning.roles.weights import KINDS, Weights

PARAMETERS = {
    "objective": "multiclass", "learning_rate": 0.12, "extra_trees": True,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 3.0,
    "max_bin": 31, "seed": 1, "deterministic": True, "force_col_wise": True, "verbose": -1,
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
PARTS = 2
_NONE = ROLES.index(Role.NONE)
Floats = NDArray[np.float32]
Pass = dict[str, Trees]
Beside = dict[str, Floats] | None
"""By document, what stands beside the marks in the second pass."""


def fit(documents: Sequence[Document], threads: int) -> Weights:
    """The weights of both passes."""
    folds = sorted({document.fold for document in documents})
    seen: dict[str, Floats] = {}
    for part in (folds[at::PARTS] for at in range(PARTS)):
        first = _fit_pass(1, [d for d in documents if d.fold not in part], None, threads)
        for document in documents:
            if document.fold in part:
                said = _apply(first, document)
                seen[_key(document)] = second_pass_features(said, document.groups, document.outline)
    passes = {
        1: _fit_pass(1, documents, None, threads),
        2: _fit_pass(2, documents, seen, threads),
    }
    trees = {(nth, kind): of[kind] for nth, of in passes.items() for kind in KINDS}
    return Weights(trees, mark_names())


def save(weights: Weights, path: Path) -> None:
    """Write weights as the file that the package reads."""
    arrays: dict[str, NDArray[Any]] = {"names": np.array(weights.names)}
    for (nth, kind), trees in weights.trees.items():
        arrays.update(trees.arrays(f"{kind}{nth}"))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _fit_pass(nth: int, documents: Sequence[Document], beside: Beside, threads: int) -> Pass:
    return {kind: _fit_kind(nth, kind, documents, beside, threads) for kind in KINDS}


def _fit_kind(
    nth: int, kind: str, documents: Sequence[Document], beside: Beside, threads: int
) -> Trees:
    chosen = _choose(documents, KINDS.index(kind))
    marks = np.vstack([_seen(d, beside)[rows] for d, rows in zip(documents, chosen, strict=True)])
    roles = np.concatenate([d.roles[rows] for d, rows in zip(documents, chosen, strict=True)])
    classes, numbers = np.unique(roles, return_inverse=True)
    weight = _weigh(documents, chosen) * np.where(roles == _NONE, 1 / KEPT, 1.0)
    model = lightgbm.train(
        {**PARAMETERS, **OF_KIND[kind], "num_class": len(classes), "num_threads": threads},
        lightgbm.Dataset(marks, numbers, weight=weight),
        ROUNDS[nth, kind],
    )
    return export(model.dump_model()["tree_info"], classes.tolist(), len(ROLES))


def _seen(document: Document, beside: Beside) -> Floats:
    marks = document.marks
    return marks if beside is None else np.hstack([marks, beside[_key(document)]])


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
    usual = float(np.median(list(sizes.values())))
    found = []
    for document, rows in zip(documents, chosen, strict=True):
        times = 1.0 if "__" in document.name else OWN
        found.append(np.full(len(rows), times * (usual / max(1, sizes[document.plan])) ** 0.5))
    return np.concatenate(found)


def _apply(trees: Pass, document: Document) -> Probabilities:
    first = {(1, kind): of for kind, of in trees.items()}
    return Weights(first, mark_names()).one_pass(1, document.marks, document.kinds)


def _key(document: Document) -> str:
    """Sets may hold documents of one name: the place in memory tells them apart."""
    return f"{document.name}@{id(document)}"
