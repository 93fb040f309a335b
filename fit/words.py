"""Fit what words speak for: logistic regressions for each place at which words are heard.

What the trees are fitted on must be said of each document by words of other plans: it comes from
voices without the document's fold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from fit.plans import balance
from fit.tables import Document
from planextract.meaning.roles.role import ROLES
from planextract.meaning.roles.words import MOST, PLACES, Voices, Words, signs

FEWEST = 5
"""Plans in which a sign must stand to be heard."""
ALPHA = {"own": 2e-6}
ELSEWHERE = 8e-6
"""Strength of the regularisation: texts of units are many, headings and labels few."""
ROUNDS = 8
COPIES = 4
"""A text that comes back in a plan with the same role counts as the root of so many at most."""
STEPS = 127
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Place:
    """What is heard at one place of many documents."""

    texts: tuple[str, ...]
    signs: tuple[str, ...]
    matrix: csr_matrix
    """Texts × signs."""
    at: tuple[NDArray[np.intp], ...]
    """For each document the text of each unit; -1 where there is none."""
    rows: NDArray[np.int64]
    """Fold, text and role of what is fitted on."""
    weight: NDArray[np.float64]


def fit_words(documents: Sequence[Document]) -> tuple[Words, list[Floats]]:
    """The voices on all documents, and of each what the voices without its fold say."""
    voices: dict[str, Voices] = {}
    told: list[list[Floats]] = [[] for _ in documents]
    for place in PLACES:
        heard, alpha = _heard(place, documents), ALPHA.get(place, ELSEWHERE)
        found = _fit(heard, alpha, None)
        if found is not None:
            voices[place] = found
        said = {
            fold: _say(heard, _fit(heard, alpha, fold))
            for fold in sorted({one.fold for one in documents})
        }
        for one, at, of in zip(documents, heard.at, told, strict=True):
            of.append(np.where((at >= 0)[:, None], said[one.fold][at], np.float32(0)))
    return Words(voices), [np.hstack(of) for of in told]


def _heard(place: str, documents: Sequence[Document]) -> _Place:
    numbers: dict[str, int] = {}
    places: list[NDArray[np.intp]] = []
    rows: Counter[tuple[str, int, int, int]] = Counter()
    for one in documents:
        at = [numbers.setdefault(t, len(numbers)) if t else -1 for t in one.words(place)]
        places.append(np.array(at, np.intp))
        for text, role, kind in zip(at, one.roles.tolist(), one.kinds.tolist(), strict=True):
            if text >= 0 and kind >= 0:
                rows[one.plan, one.fold, text, role] += 1
    texts = tuple(numbers)
    known, matrix = _matrix(texts, [(plan, text) for plan, _, text, _ in rows])
    told = np.array([key[1:] for key in rows], np.int64).reshape(-1, 3)
    return _Place(texts, known, matrix, tuple(places), told, _weigh(rows))


def _weigh(rows: Counter[tuple[str, int, int, int]]) -> NDArray[np.float64]:
    """Copies count for less, and so do the many texts of a long plan."""
    count = np.array([min(times, COPIES) ** 0.5 for times in rows.values()])
    sizes: dict[str, float] = defaultdict(float)
    for (plan, *_), times in zip(rows, count, strict=True):
        sizes[plan] += times
    share = balance(sizes)
    found: NDArray[np.float64] = count * [share[plan] for plan, *_ in rows]
    return found


def _matrix(
    texts: Sequence[str], rows: Iterable[tuple[str, int]]
) -> tuple[tuple[str, ...], csr_matrix]:
    """The signs that stand in enough plans, and which of them each text has."""
    plans: dict[str, set[str]] = defaultdict(set)
    for plan, text in rows:
        for sign in signs(texts[text]):
            plans[sign].add(plan)
    known = tuple(sorted(sign for sign, where in plans.items() if len(where) >= FEWEST))
    places = {sign: at for at, sign in enumerate(known)}
    ends: list[int] = [0]
    columns: list[int] = []
    values: list[float] = []
    for one in texts:
        told = signs(one)
        found = [places[sign] for sign in told if sign in places]
        columns += found
        values += [len(told) ** -0.5] * len(found)
        ends.append(len(columns))
    shape = (len(texts), len(known))
    return known, csr_matrix((np.array(values, np.float32), columns, ends), shape=shape)


def _fit(heard: _Place, alpha: float, without: int | None) -> Voices | None:
    """The voices of a place; None where there is nothing to tell apart."""
    kept = heard.rows[:, 0] != (-1 if without is None else without)
    roles = heard.rows[kept, 2]
    if not heard.signs or len(np.unique(roles)) < 2:
        return None
    model = SGDClassifier(
        loss="log_loss", alpha=alpha, average=True, max_iter=ROUNDS, tol=None, random_state=1
    )
    weight = heard.weight[kept]
    model.fit(heard.matrix[heard.rows[kept, 1]], roles, sample_weight=weight / weight.mean())
    weights = np.zeros((len(heard.signs), len(ROLES)))
    bias = np.full(len(ROLES), -MOST, np.float32)
    if len(model.classes_) == 2:
        weights[:, model.classes_] = np.outer(model.coef_[0], (-1, 1))
        bias[model.classes_] = model.intercept_[0] * np.array((-1, 1))
    else:
        weights[:, model.classes_] = model.coef_.T
        bias[model.classes_] = model.intercept_
    step = np.maximum(np.abs(weights).max(axis=0), 1e-6) / STEPS
    return Voices(
        heard.signs, np.rint(weights / step).astype(np.int8), step.astype(np.float32), bias
    )


def _say(heard: _Place, voices: Voices | None) -> Floats:
    """What each text of a place says; a last row for where there is none."""
    if voices is None:
        return np.zeros((len(heard.texts) + 1, len(ROLES)), np.float32)
    said = heard.matrix @ (voices.weights * voices.step) + voices.bias
    return np.vstack([np.clip(said, -MOST, MOST), np.zeros(len(ROLES))]).astype(np.float32)
