"""How wide a gap parts two words, where spaces are lost and where they are not."""

from __future__ import annotations

import numpy as np
import pytest

from planextract.reading.spaces import WORD_GAP, word_gap

WORD = [0.0, 0.02, -0.01, 0.0, 0.03]
"""Gaps between the letters of a word."""


def gaps(between: list[float], words: int = 60) -> np.ndarray:
    """Gaps of a page whose words are parted by those of ``between`` in turn."""
    return np.array([gap for nth in range(words) for gap in (*WORD, between[nth % len(between)])])


@pytest.mark.parametrize("space", [0.1, 0.13, 0.18, 0.22])
def test_lost_spaces_are_a_heap_of_their_own(space: float) -> None:
    assert 0.03 < word_gap(gaps([space, space + 0.01])) < space


@pytest.mark.parametrize(
    "page",
    [
        np.array(WORD * 100),  # no space is lost
        gaps([0.18], words=10),  # too few to tell
        gaps([0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24, 0.04]),  # no white between the heaps
        np.concatenate([WORD * 60, [0.15] * 60]),  # letters set apart
        np.array([]),
    ],
)
def test_else_the_usual_width_is_the_border(page: np.ndarray) -> None:
    assert word_gap(page) == WORD_GAP
