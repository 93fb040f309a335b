"""How likely a word is after another: bigram counts with absolute discounting."""

from __future__ import annotations

import lzma
import math
from functools import cache
from importlib.resources import files

from planextract.repair.settings import DISCOUNT, NUMBER_SHARE, STRANGER
from planextract.repair.vocabulary import Language, Vocabulary

START, NUMBER = "<s>", "<n>"
MARKS = frozenset({",", ".", "-", ":", ";", "?", "!", "(", ")", '"', "/", START, NUMBER})


class Context:
    """Bigrams of ``language`` over the shares of its words."""

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._pairs, self._weights = _bigrams(language)

    def share(self, word: str) -> float:
        """Natural logarithm of a word's own share; of a mark or number, a constant."""
        if word in MARKS:
            return NUMBER_SHARE
        found = self._vocabulary.standing(word)
        return found.log_share if found else STRANGER

    def after(self, before: str, word: str, share: float) -> float:
        """Natural logarithm of P(word | before), for a word with this share by itself."""
        pair = self._pairs.get(f"{before}\t{word}")
        weight = self._weights.get(before, 0.0)
        if pair is None:
            return weight + share
        return math.log(math.exp(pair) + math.exp(weight + share))


@cache
def _bigrams(language: Language) -> tuple[dict[str, float], dict[str, float]]:
    """Discounted log P of each pair, and each word's log weight left for the unseen."""
    raw = files("planextract.lexicons").joinpath(f"words/{language}_bigrams.tsv.xz").read_bytes()
    rows = [line.rpartition("\t") for line in lzma.decompress(raw).decode().splitlines()]
    counts = {pair: int(count) for pair, _, count in rows}
    totals: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for pair, count in counts.items():
        first = pair[: pair.index("\t")]
        totals[first] = totals.get(first, 0) + count
        kinds[first] = kinds.get(first, 0) + 1
    pairs, weights = {}, {}
    for word, kind in kinds.items():
        full = totals[word] + kind  # pairs met once were left out: about as many as the kinds
        totals[word] = full
        weights[word] = math.log((DISCOUNT * kind + kind) / full)
    for pair, count in counts.items():
        pairs[pair] = math.log((count - DISCOUNT) / totals[pair[: pair.index("\t")]])
    return pairs, weights
