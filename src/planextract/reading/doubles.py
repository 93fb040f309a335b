"""Text drawn twice to look bold, or with a shadow: read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from planextract.model.page import Box, Word

DOUBLED = 1.0
"""Points by which a text may be shifted against itself to be one text made bold."""
SHADOW = 0.2
"""Shift, in font sizes, of a shadow behind a word."""


def doubled_objects(boxes: Iterable[tuple[int, Box]]) -> set[int]:
    """Of text objects (address and box), those that are drawn again in the same place."""
    boxes = list(boxes)
    if not _share_size_and_place([box for _, box in boxes]):
        return set()
    by_size: dict[tuple[float, float], list[tuple[float, float, int]]] = {}
    for address, box in boxes:
        key = (round(box.width, 1), round(box.height, 1))
        by_size.setdefault(key, []).append((box.x0 + box.top, box.x0, address))
    doubled: set[int] = set()
    for group in by_size.values():
        group.sort()
        for at, (along, x, address) in enumerate(group):
            for other_along, other_x, other in group[at + 1 :]:
                if other_along - along > 2 * DOUBLED:
                    break
                if (
                    abs(other_x - x) <= DOUBLED
                    and abs(other_along - along - other_x + x) <= DOUBLED
                ):
                    doubled |= {address, other}
    return doubled


def _share_size_and_place(boxes: Sequence[Box]) -> bool:
    """Whether any two boxes may be one text drawn twice: cheap, and nearly always no."""
    if len(boxes) < 2:
        return False
    x0, top, x1, bottom = _sides(boxes).T
    width, height, along = (x1 - x0).round(1), (bottom - top).round(1), x0 + top
    order = np.lexsort((along, height, width))
    same = (np.diff(width[order]) == 0) & (np.diff(height[order]) == 0)
    return bool((same & (np.diff(along[order]) <= 2 * DOUBLED)).any())


def once(words: Sequence[Word]) -> list[Word]:
    """Each word once; one drawn twice in one colour is bold, one with a shadow is not."""
    if not _share_places(words):
        return list(words)
    seen: dict[str, list[int]] = {}
    kept: list[Word] = []
    for word in words:
        places = seen.setdefault(word.text, [])
        twin = next((at for at in places if _shift(kept[at], word) <= _reach(word)), None)
        if twin is None:
            places.append(len(kept))
            kept.append(word)
        elif kept[twin].color != word.color:
            kept[twin] = word
        elif _shift(kept[twin], word) <= DOUBLED:
            kept[twin] = replace(kept[twin], bold=True)
    return kept


def _share_places(words: Sequence[Word]) -> bool:
    """Whether any two words begin within a shadow's breadth: cheap, and nearly always no."""
    if len(words) < 2:
        return False
    corners = _sides([word.box for word in words])[:, :2]
    side = 2 * max(DOUBLED, SHADOW * max([word.size for word in words]))
    for across in (0.0, 0.5):
        for down in (0.0, 0.5):
            squares = np.floor(corners / side + (across, down)) @ (1.0, 1e5)
            if len(np.unique(squares)) < len(words):
                return True
    return False


def _sides(boxes: Sequence[Box]) -> NDArray[np.float64]:
    """Boxes as rows of numbers; four times as fast as by ``np.array``."""
    return np.fromiter(chain.from_iterable(boxes), float, 4 * len(boxes)).reshape(-1, 4)


def _reach(word: Word) -> float:
    return max(DOUBLED, SHADOW * word.size)


def _shift(one: Word, other: Word) -> float:
    return max(abs(one.box.x0 - other.box.x0), abs(one.box.top - other.box.top))
