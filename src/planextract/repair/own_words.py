"""The words that a document itself has: what stands in it elsewhere is likelier in it."""

from __future__ import annotations

import math
from collections import defaultdict

from planextract.repair import settings as s


class OwnWords:
    """Expected counts of a document's words, each by the string it was read from.

    A string does not speak for itself: ``brod`` is taken for ``brød`` the sooner because
    ``br@d`` was, not because ``brod`` was.
    """

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._total = s.OWN_WORDS_WEIGHT

    def add(self, read: str, word: str, weight: float) -> None:
        """``read`` was taken for ``word`` with this probability."""
        self._counts[word][read] += weight
        self._total += weight

    def share(self, read: str, word: str, share: float) -> float:
        """The log share of a word where ``read`` stands, other strings' readings counted in."""
        found = self._counts.get(word)
        if found is None:
            return share
        others = sum(weight for string, weight in found.items() if string != read)
        return math.log(math.exp(share) + others / self._total) if others else share

    def words(self) -> list[str]:
        """All words counted, in alphabetical order."""
        return sorted(self._counts)
