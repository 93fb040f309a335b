"""Fit what a reading is worth: on documents that were read by weights without their plan file.

A record is right where the gold has one of its role there; a reading is bad where the F1 of what
the plan does, aims at or plans as steps is below 0.75 (kinds of which there are eight or more).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from fit.documents import documents, gold_of
from fit.export import export
from fit.judge import add, load, weights_file
from fit.labels import label_units
from fit.layouts import layout_of
from fit.plans import FOLDS, fold_of, plan_of
from planextract.errors import PlanExtractError
from planextract.meaning.doubtful import DOUBTFUL
from planextract.meaning.roles.confidence import (
    Confidence,
    document_figures,
    record_figures,
    record_places,
)
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.doubt import KINDS
from planextract.meaning.roles.role import Role
from planextract.meaning.units.gather import gather

Floats = NDArray[np.float32]
PARAMETERS = {
    "objective": "multiclass", "num_class": 2, "learning_rate": 0.08, "lambda_l2": 5.0,
    "feature_fraction": 0.5, "max_bin": 63, "seed": 1, "deterministic": True,
    "force_col_wise": True, "verbose": -1,
}  # fmt: skip
OF_RECORDS = {"num_leaves": 8, "min_data_in_leaf": 60}
OF_DOCUMENTS = {
    "num_leaves": 8, "min_data_in_leaf": 20, "extra_trees": True, "bagging_fraction": 0.6,
    "bagging_freq": 1,
}  # fmt: skip
ROUNDS = {"records": 60, "documents": 200}
ENOUGH, GOOD = 8, 0.75
"""Records of a kind from which it is counted, and the F1 below which it was read badly."""
MOST = 200
"""Records of a document that are fitted on."""


@dataclass(frozen=True, slots=True)
class Read:
    """One document as it was read without its plan file."""

    plan: str
    fold: int
    records: Floats
    right: NDArray[np.int8]
    whole: Floats
    bad: bool
    worst: float


def confidence(names: Sequence[str], tag: str, jobs: int) -> None:
    """Add what readings are worth to the weights of a tag, fold by fold, and print the figures."""
    pdfs = sorted(
        (p for name in names for p in documents(name)), key=lambda p: fold_of(p.stem) or 0
    )
    with ProcessPoolExecutor(jobs) as pool:
        found = [one for one in pool.map(_read, pdfs, repeat(tag), chunksize=16) if one]
    judged = []
    for fold in [*range(FOLDS), None]:
        fitted = _fit([one for one in found if one.fold != fold])
        add(
            weights_file(tag, fold),
            fitted.of_record.arrays("right") | fitted.of_document.arrays("bad"),
        )
        if fold is not None:
            judged += [(one, *_apply(fitted, one)) for one in found if one.fold == fold]
    _print(judged)


def _read(pdf: Path, tag: str) -> Read | None:
    gold, fold = gold_of(pdf), fold_of(pdf.stem)
    if fold is None or not gold.get("is_plan", True):
        return None
    try:
        units = gather(layout_of(pdf).layout)
    except PlanExtractError:
        return None
    reading, passes = load(weights_file(tag, fold)).read_plainly(units)
    told = label_units(units, gold)
    right = np.array([told[at] is reading.roles[at] for at in record_places(reading)], np.int8)
    worst = min(_scores(gold, told, reading), default=1.0)
    whole = np.array(document_figures(units, reading, passes), np.float32)
    records = record_figures(units, reading, passes)
    return Read(plan_of(pdf.stem), fold, records, right, whole, worst < GOOD, worst)


def _scores(gold: dict[str, Any], told: Sequence[Role], reading: Reading) -> Iterable[float]:
    """The F1 of each kind that there is enough of."""
    goals = Counter("does" if g["kind"] == "strategy" else "aims" for g in gold["goals"])
    there = {
        "does": goals["does"] + len(gold["actions"]),
        "aims": goals["aims"],
        "milestones": len(gold.get("milestones", ())),
    }
    for kind, roles in KINDS.items():
        found = [at for at, role in enumerate(reading.roles) if role in roles]
        right = sum(told[at] in roles for at in found)
        if there[kind] >= ENOUGH:
            yield 2 * right / (there[kind] + len(found))


def _fit(read: Sequence[Read]) -> Confidence:
    plans = Counter(one.plan for one in read)
    rng = np.random.default_rng(1)
    rows, right, weight = [], [], []
    for one in read:
        kept = rng.permutation(len(one.right))[:MOST]
        rows.append(one.records[kept])
        right.append(one.right[kept])
        weight.append(np.full(len(kept), (1 / max(1, len(one.right)) ** 0.5) / plans[one.plan]))
    of_record = _trees(
        np.vstack(rows),
        np.concatenate(right),
        np.concatenate(weight),
        ROUNDS["records"],
        OF_RECORDS,
    )
    of_document = _trees(
        np.vstack([one.whole for one in read]),
        np.array([one.bad for one in read], np.int8),
        np.array([1 / plans[one.plan] for one in read]),
        ROUNDS["documents"],
        OF_DOCUMENTS,
    )
    return Confidence(of_record, of_document)


def _trees(
    rows: Floats, told: NDArray[np.int8], weight: NDArray[np.float64], rounds: int, more: Any
) -> Any:
    weight = weight / weight.mean()
    data = lightgbm.Dataset(rows, told, weight=weight)
    model = lightgbm.train({**PARAMETERS, **more, "num_threads": 2}, data, rounds)
    return export(model.dump_model()["tree_info"], [0, 1], 2)


def _apply(fitted: Confidence, one: Read) -> tuple[NDArray[np.float32], float]:
    right = fitted.of_record.probabilities(one.records)[:, 1]
    return right, float(fitted.of_document.probabilities(one.whole[None, :])[0, 1])


def _print(judged: Sequence[tuple[Read, NDArray[np.float32], float]]) -> None:
    """Calibration of the records in ten bins, and what each threshold of doubt would say."""
    chance = np.concatenate([right for _, right, _ in judged])
    told = np.concatenate([one.right for one, _, _ in judged])
    error = 0.0
    for part in np.array_split(np.argsort(chance), 10):
        error += abs(chance[part].mean() - told[part].mean()) / 10
        print(f"said {chance[part].mean():.3f} right {told[part].mean():.3f}")
    high = chance >= 0.95
    share = told[high].sum() / max(1, told.sum())
    print(f"calibration error {error:.3f}")
    print(f"at 0.95 and above {told[high].mean():.3f} right, {share:.2f} of the right")
    for threshold in (0.1, 0.15, DOUBTFUL, 0.25, 0.3, 0.4, 0.5):
        silent = sum(one.bad and doubt < threshold for one, _, doubt in judged)
        good = [doubt for one, _, doubt in judged if one.worst >= 0.95]
        doubted = sum(doubt >= threshold for doubt in good)
        shares = silent / len(judged), doubted / max(1, len(good))
        print(f"doubt {threshold}: silent {shares[0]:.3f}, doubted {shares[1]:.3f}")
    print(f"{len(judged)} documents, {sum(one.bad for one, _, _ in judged)} bad")
