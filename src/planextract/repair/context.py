"""How likely a word is after another: bigrams with absolute discounting."""

from __future__ import annotations

import math
from functools import cache

from planextract.lexicons import read_packed
from planextract.repair.language import Language, slips
from planextract.repair.settings import MARK_SHARE, NUMBER_SHARE, STRANGER
from planextract.repair.vocabulary import SCALE, Vocabulary

START, NUMBER = "<s>", "<n>"


class Context:
    """The bigrams of a vocabulary's language over the shares of its words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._pairs, self._weights = bigrams(vocabulary.language)

    def share(self, word: str) -> float:
        """Natural logarithm of a word's own share of text; of a mark or number, a constant."""
        if word == NUMBER:
            return NUMBER_SHARE
        if not word[:1].isalpha():
            return MARK_SHARE
        found = self._vocabulary.standing(word)
        return found.log_share if found else STRANGER

    def after(self, before: str, word: str, share: float) -> float:
        """Natural logarithm of P(word | before), for a word with this share by itself."""
        weight = self._weights.get(before, 0.0)
        pair = self._pairs.get(f"{before}\t{word}")
        if pair is None:
            return weight + share
        return math.log(math.exp(pair) + math.exp(weight + share))


@cache
def bigrams(language: Language) -> tuple[dict[str, float], dict[str, float]]:
    """Discounted log P of each pair, and each word's log weight left for pairs never met."""
    pairs, weights = {}, {}
    less = slips(language)
    for line in read_packed(f"{language}_bigrams"):
        words, _, steps = line.rpartition("\t")
        if words[-1] == "\t":
            weights[words[:-1]] = -int(steps) / SCALE
        else:
            second = words.partition("\t")[2]
            pairs[words] = -int(steps) / SCALE + less.get(second, 0.0)
    return pairs, weights
