"""How likely a string of letters is as a Norwegian word that no list has: letter trigrams."""

from __future__ import annotations

from functools import cache

import numpy as np

from planextract.repair.settings import LETTER_SMOOTHING, ODD_SIGN
from planextract.repair.vocabulary import lines_of

ALPHABET = "\tabcdefghijklmnopqrstuvwxyzæøåé"
SIZE = len(ALPHABET)
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)}


@cache
def _table() -> list[float]:
    """Natural logarithm of P(letter | two before) at ``(a * SIZE + b) * SIZE + c``."""
    words = [line.partition("\t")[0] for line in lines_of("nn_counted")]
    words += [line.partition("\t")[0] for line in lines_of("nb_frequent")[::7]]
    text = "\t\t" + "\t\t".join(words) + "\t"
    codes = np.array([_PLACE.get(letter, SIZE - 1) for letter in text])
    triples = (codes[:-2] * SIZE + codes[1:-1]) * SIZE + codes[2:]
    counts = np.bincount(triples, minlength=SIZE**3).reshape(SIZE, SIZE, SIZE).astype(float)
    pairs = counts.sum(axis=0) + 0.05
    pairs /= pairs.sum(axis=1, keepdims=True)
    smooth = counts + LETTER_SMOOTHING * pairs[None, :, :]
    smooth /= smooth.sum(axis=2, keepdims=True)
    table: list[float] = np.log(smooth).ravel().tolist()
    return table


def log_spelling(word: str) -> float:
    """Natural logarithm of the word's spelling; a sign that is no letter costs ``ODD_SIGN``."""
    table, first, second, total = _table(), 0, 0, 0.0
    for letter in word:
        place = _PLACE.get(letter)
        if place is None:
            total += ODD_SIGN
            place = SIZE - 1
        total += table[(first * SIZE + second) * SIZE + place]
        first, second = second, place
    return total + table[(first * SIZE + second) * SIZE]
