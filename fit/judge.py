"""Read the judged documents, each with weights that were not fitted on its plan file."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fit.documents import documents
from fit.layouts import layout_of
from fit.places import JUDGED, WEIGHTS
from fit.plans import FOLDS, fold_of
from planextract.errors import PlanExtractError
from planextract.meaning.roles.weights import Weights, from_arrays
from planextract.pipeline import uncollected, weigh


def weights_file(tag: str, fold: int | None) -> Path:
    """The weights without a fold; those on all plans, where there is no fold."""
    return WEIGHTS / tag / ("all.npz" if fold is None else f"without_{fold}.npz")


def judge(names: list[str], tag: str, jobs: int) -> None:
    """Write what is read in the documents of each set."""
    with ProcessPoolExecutor(jobs) as pool:
        for name in names:
            out = JUDGED / tag / name
            out.mkdir(parents=True, exist_ok=True)
            pdfs = sorted(documents(name), key=_order)
            faults = [f for f in pool.map(_judge, pdfs, repeat(tag), repeat(out)) if f]
            print(name, f"{len(pdfs)} documents, {len(faults)} not read", *faults, sep="\n  ")


def _order(pdf: Path) -> tuple[int, str]:
    """By fold, so that weights are loaded seldom."""
    fold = fold_of(pdf.stem)
    return (FOLDS if fold is None else fold, pdf.stem)


def _judge(pdf: Path, tag: str, out: Path) -> str | None:
    weights = load(weights_file(tag, fold_of(pdf.stem)))
    try:
        with uncollected():
            plan = weigh(layout_of(pdf), weights).plan()
    except PlanExtractError as error:
        return f"{pdf.name}: {error}"
    (out / f"{pdf.stem}.json").write_text(plan.model_dump_json(), "utf-8")
    return None


@lru_cache(maxsize=1)
def load(path: Path) -> Weights:
    """The weights of a file; the last ones are kept."""
    with np.load(path) as arrays:
        return from_arrays(dict(arrays))


def add(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Put more arrays into a file of weights, where it is there."""
    if not path.exists():
        return
    with np.load(path) as kept:
        whole = dict(kept) | dict(arrays)
    np.savez_compressed(path, **whole)
