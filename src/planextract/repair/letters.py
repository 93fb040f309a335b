"""How likely a string of letters is as a Norwegian word that no list has: letter 4-grams."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files

from planextract.repair.settings import ODD_SIGN

ALPHABET = "\tabcdefghijklmnopqrstuvwxyzæøåé"
"""Order of the letters in the packed table; the last stands for every other sign."""
STEPS = 16.0
"""Steps of the packed table in a nat (bench/build_repair_letters.py)."""
_SIZE = len(ALPHABET)
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)}


@cache
def _table() -> bytes:
    """``-ln P(letter | three before)`` in steps, the four letters the digits of the index."""
    return lzma.decompress(files("planextract.lexicons").joinpath("words/letters.xz").read_bytes())


def log_spelling(word: str) -> float:
    """Natural logarithm of the word's spelling; a sign that is no letter costs ``ODD_SIGN``."""
    table, before, steps, odd = _table(), 0, 0, 0
    for letter in word:
        place = _PLACE.get(letter)
        if place is None:
            odd += 1
            place = _SIZE - 1
        at = before * _SIZE + place
        steps += table[at]
        before = at % _SIZE**3
    return ODD_SIGN * odd - (steps + table[before * _SIZE]) / STEPS
