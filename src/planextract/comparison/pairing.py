"""Which item of the old edition is which of the new, whatever became of its id and page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from planextract.comparison.items import Item
from planextract.comparison.reading import read
from planextract.comparison.similarity import compare

SAME_MEANING = 0.5
"""Score of a match from which two different texts count as one item reworded, not as one
dropped and one added: the even odds of the fitted model."""
SAME_LETTERS = 0.9
"""Likeness by letters (rapidfuzz ratio) from which they do so whatever they say: one letter
in ten differs, a corrected figure or misreading."""
WORTH_READING = 0.35
"""Likeness by letters below which what two texts say is not looked at, to save time."""
MOST_READ = 10
"""New texts, nearest by letters, that each old one is read against."""
CONTEXT = 0.05
"""What the same focus area, number or id adds when several items would fit; less than any
difference in wording that matters."""

Pairs = dict[int, int]
"""Place of the old item to place of the new."""


def pair(old: Sequence[Item], new: Sequence[Item], same_area: Callable[[str, str], bool]) -> Pairs:
    """Old items and their new ones, all of one kind; each item in at most one pair."""
    pairs: Pairs = {}
    keys: list[Callable[[Item], Hashable]] = [
        lambda item: (item.wording, item.area, item.parents, item.owners_raw),
        lambda item: (item.wording, item.owners_raw),
        lambda item: item.wording,
        lambda item: item.wording.casefold(),
    ]
    for key in keys:
        _pair_equal(old, new, pairs, key)
    left_old = [at for at in range(len(old)) if at not in pairs]
    taken = set(pairs.values())
    left_new = [at for at in range(len(new)) if at not in taken]
    if left_old and left_new:
        likeness = _likeness([old[at] for at in left_old], [new[at] for at in left_new])
        bonus = _context([old[at] for at in left_old], [new[at] for at in left_new], same_area)
        allowed = likeness > 0
        for i, j in zip(*linear_sum_assignment(-(likeness + bonus) * allowed), strict=True):
            if allowed[i, j]:
                pairs[left_old[i]] = left_new[j]
    return dict(sorted(pairs.items()))


def _pair_equal(
    old: Sequence[Item], new: Sequence[Item], pairs: Pairs, key: Callable[[Item], Hashable]
) -> None:
    """Items with equal keys in their order, as far as both sides have them."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(new):
        if at not in taken:
            waiting[key(item)].append(at)
    for at, item in enumerate(old):
        if at not in pairs and waiting.get(key(item)):
            pairs[at] = waiting[key(item)].pop(0)


def _likeness(old: Sequence[Item], new: Sequence[Item]) -> np.ndarray:
    """Likeness of every old with every new text; 0 where they are not the same item."""
    texts_old, texts_new = [item.wording for item in old], [item.wording for item in new]
    by_letters = np.asarray(process.cdist(texts_old, texts_new, scorer=fuzz.ratio)) / 100.0
    readings_old, readings_new = [read(t) for t in texts_old], [read(t) for t in texts_new]
    likeness = np.where(by_letters >= SAME_LETTERS, by_letters, 0.0)
    for i, row in enumerate(by_letters):
        for j in np.argsort(-row, kind="stable")[:MOST_READ]:
            if row[j] >= WORTH_READING:
                score = compare(readings_old[i], readings_new[j]).score
                if score >= SAME_MEANING:
                    likeness[i, j] = max(likeness[i, j], score, row[j])
    return likeness


def _context(
    old: Sequence[Item], new: Sequence[Item], same_area: Callable[[str, str], bool]
) -> np.ndarray:
    bonus = np.zeros((len(old), len(new)))
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            bonus[i, j] = CONTEXT * (
                bool(before.area and after.area and same_area(before.area, after.area))
                + bool(before.number and before.number == after.number)
                + (before.id == after.id)
            )
    return bonus
