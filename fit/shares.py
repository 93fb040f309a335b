"""Fit how far a plan's own names move what it is read as, on plans that were left out.

Of the units that are read as records of another kind than the plan calls them, it is counted how
often the gold has the kind that is named, and how often the one that was read. A plan counts at
most ``MOST`` times for a place, a name and a reading. Before anything is counted, ``BEFORE`` units
stand for what one may believe of a name at such a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from fit.judge import add, load, weights_file
from fit.places import DATA
from fit.plans import FOLDS
from fit.tables import Document, read
from planextract.meaning.marks import mark_names
from planextract.meaning.naming import KINDS
from planextract.meaning.roles.called import PLACES, ROLE_OF, Shares, no_shares
from planextract.meaning.roles.decode import Passes, blend
from planextract.meaning.roles.role import RECORDS, ROLES, Role
from planextract.meaning.roles.weights import Weights
from planextract.meaning.roles.words import PLACES as WORDS_AT

MOST, BEFORE = 6.0, 8.0
BELIEVED = {"label": 0.9, "header": 0.9, "lead": 0.6, "open": 0.2}
"""How often a name is right before anything is counted, among kinds that are named alike."""
HALF = 0.5
"""Probability of being a record from which a unit is counted."""
_RECORDS = [ROLES.index(role) for role in RECORDS]
ALIKE = (Role.MAIN, Role.GOAL, Role.SUB, Role.STRATEGY, Role.ACTION)
Counts = dict[tuple[int, int, int], NDArray[np.float64]]
"""By place, name and reading: units of the kind that is named, and of the one that was read."""


def shares(names: Iterable[str], tag: str, jobs: int) -> None:
    """Add the shares to the weights of a tag, without each fold in turn and on all."""
    documents = [one for name in names for one in read(DATA / f"{name}.xz", mark_names())]
    documents.sort(key=lambda one: one.fold)
    with ProcessPoolExecutor(jobs) as pool:
        counted = list(pool.map(_count, documents, repeat(tag), chunksize=16))
    for fold in [*range(FOLDS), None]:
        plans: dict[str, list[Counts]] = defaultdict(list)
        for one, counts in zip(documents, counted, strict=True):
            if one.fold != fold:
                plans[one.plan].append(counts)
        add(weights_file(tag, fold), {"shares": fit_shares(list(plans.values()))})


def _count(document: Document, tag: str) -> Counts:
    """The misread units of a document by weights without its plan."""
    probabilities = blend(_passes(load(weights_file(tag, document.fold)), document))
    found: Counts = defaultdict(lambda: np.zeros(2))
    for at in np.flatnonzero(document.calls[:, 0] >= 0):
        place, name = map(int, document.calls[at])
        reading = misread_as(probabilities[at], name)
        if reading is not None:
            told = int(document.roles[at])
            named = ROLES.index(ROLE_OF[KINDS[name]])
            found[place, name, reading] += (told == named, told == reading)
    return dict(found)


def misread_as(row: NDArray[np.float32], name: int) -> int | None:
    """The reading of a record that is another than its name; None where there is none."""
    if row[_RECORDS].sum() < HALF:
        return None
    best = max(_RECORDS, key=lambda role: row[role])
    return None if ROLES[best] is ROLE_OF[KINDS[name]] else best


def _passes(weights: Weights, document: Document) -> Passes:
    texts = {place: document.words(place) for place in WORDS_AT}
    groups, outline, kinds = document.groups, document.outline, document.kinds
    return weights.passes(weights.look(document.marks, texts, groups, outline, kinds))


def fit_shares(plans: Sequence[Sequence[Counts]]) -> Shares:
    """The share of each reading that goes over to what is named."""
    total: Counts = defaultdict(lambda: np.zeros(2))
    for counted in plans:
        of_plan: Counts = defaultdict(lambda: np.zeros(2))
        for counts in counted:
            for key, pair in counts.items():
                of_plan[key] += pair
        for key, pair in of_plan.items():
            total[key] += pair * min(1.0, MOST / max(1.0, pair.sum()))
    found = no_shares()
    for place, name, reading in np.ndindex(found.shape):
        named, as_read = total[place, name, reading]
        if ROLES[reading] is ROLE_OF[KINDS[name]] or ROLES[reading] not in RECORDS:
            continue
        believed = BELIEVED[PLACES[place]] if ROLES[reading] in ALIKE else 0.0
        found[place, name, reading] = (named + BEFORE * believed) / (named + as_read + BEFORE)
    return found
