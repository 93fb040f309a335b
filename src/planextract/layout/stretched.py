"""Justified lines of few words: wide gaps, all alike, up to a margin that other lines reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from planextract.model.page import Word

ALIKE = 0.08
"""Share by which the gaps of one justified line may differ."""
FEWEST = 4
"""So many lines that end at one x make it a margin of justified text."""


def margins_of(baselines: Sequence[Sequence[Word]], shared: Sequence[set[int]]) -> Counter[int]:
    """How many pieces of lines end at each x, in whole points."""
    ends: Counter[int] = Counter()
    for words, gutters in zip(baselines, shared, strict=True):
        for start, stop in _pieces(words, gutters):
            if stop - start > 1:
                ends[round(words[stop - 1].box.x1)] += 1
    return ends


def stretched(words: Sequence[Word], gutters: set[int], margins: Counter[int]) -> set[int]:
    """The places (of the word after) of a line's gaps that are stretched word spaces."""
    found: set[int] = set()
    for start, stop in _pieces(words, gutters):
        end = round(words[stop - 1].box.x1)
        if sum(margins[end + near] for near in (-1, 0, 1)) < FEWEST:
            continue
        gaps = {at: words[at].box.x0 - words[at - 1].box.x1 for at in range(start + 1, stop)}
        if len(gaps) > 2 and not words[start].text[:1].isalnum():
            gaps.pop(start + 1)
        usual = median(gaps.values()) if len(gaps) > 1 else 0.0
        if usual and all(abs(gap - usual) <= ALIKE * usual for gap in gaps.values()):
            found.update(gaps)
    return found


def _pieces(words: Sequence[Word], gutters: set[int]) -> Iterator[tuple[int, int]]:
    """A line's stretches between gutters: first place, and the place after the last."""
    starts = [0, *sorted(gutters)]
    yield from zip(starts, [*starts[1:], len(words)], strict=True)
