"""Which plan files there are, which are set aside, and in which fold each is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import md5
from pathlib import Path

import numpy as np

from fit.places import CORPUS

FOLDS = 8
EVERY = 6
"""Every sixth plan file of ``corpus/plans``, by name, is set aside."""
NEVER_FITTED = ("heldout",)
"""Folders of the corpus whose plan files are only judged."""
LIKE = {"bykle_samfunnsdel": "lom_samfunnsdel"}
"""Plan files that share a skeleton with another, and so its fold."""


def plan_files(source: str) -> list[Path]:
    """The plan files of a source by name: open, aside, or a folder of the corpus."""
    if source not in ("open", "aside"):
        return sorted((CORPUS / source).glob("*.yaml"))
    plans = sorted((CORPUS / "plans").glob("*.yaml"))
    return [p for nth, p in enumerate(plans, 1) if (nth % EVERY == 0) == (source == "aside")]


def plan_of(document: str) -> str:
    """The plan file's name in that of a document or varied form: NAME~SEED__LOOK."""
    return document.partition("__")[0].partition("~")[0]


def fold_of(document: str) -> int | None:
    """The fold of a plan file with all its forms and looks; None for what is never fitted."""
    plan = plan_of(document)
    if plan in _never_fitted():
        return None
    plan = LIKE.get(plan, plan)
    if plan in _open_folds():
        return _open_folds()[plan]
    return _hash(plan) % FOLDS


@cache
def _open_folds() -> dict[str, int]:
    """Open plan files are dealt out to the folds in turn, so that these are of one size."""
    names = {path.stem for path in plan_files("open")} - LIKE.keys()
    return {name: nth % FOLDS for nth, name in enumerate(sorted(names, key=_hash))}


@cache
def _never_fitted() -> frozenset[str]:
    sources = ("aside", *NEVER_FITTED)
    return frozenset(path.stem for source in sources for path in plan_files(source))


def balance(sizes: Mapping[str, float]) -> dict[str, float]:
    """What a row of each plan counts: those of long plans less, those of short ones more.

    ``sizes`` are the rows of each plan; one of the usual size counts 1.
    """
    usual = float(np.median(list(sizes.values()))) if sizes else 1.0
    return {plan: (usual / max(1, size)) ** 0.5 for plan, size in sizes.items()}


def _hash(name: str) -> int:
    return int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16)
