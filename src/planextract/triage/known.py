"""Whether words are Norwegian at all: a quick look in frequency lists, nn first, nb if need be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from planextract.lexicons import read_packed

SAMPLE = 150
"""Words of a page that are looked up: the share is then right within 0.08, in 0.1 ms."""
ENOUGH = 0.3
"""Share unknown in nn above which nb is asked as well; it takes 0.2 s to load, once."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_EDGES = re.compile(r"^\W+|\W+$")


def unknown_share(words: Sequence[str]) -> float:
    """Share of the words (of two letters or more, numbers left out) in neither list.

    Compounds and names are often unknown: 0.1 to 0.3 is usual for undamaged text.
    """
    sample = sampled([word for word in map(_bare, words) if word])
    if not sample:
        return 0.0
    unknown = [word for word in sample if word not in _listed("nn_counted")]
    if len(unknown) > ENOUGH * len(sample):
        unknown = [word for word in unknown if word not in _listed("nb_frequent")]
    return len(unknown) / len(sample)


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """A word in lower case without the marks at its edges; nothing where it is no word."""
    bare = _EDGES.sub("", word).lower()
    return bare if _WORD.fullmatch(bare) else ""


def sampled(words: Sequence[str]) -> Sequence[str]:
    """About ``SAMPLE`` words from the whole page, evenly."""
    step = max(1, len(words) // SAMPLE)
    return words[::step]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(line.partition("\t")[0] for line in read_packed(name))
