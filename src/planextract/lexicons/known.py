"""Whether a word exists in nynorsk or bokmål, by the lists of forms."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from planextract.lexicons import read_packed

FORMS = ("nn_forms", "nn_counted", "nb_forms")
"""Lists of forms; the long frequency list of bokmål also holds what is no word."""
SHORTEST_PART = 4
"""Letters of each part of a compound; three-letter words are found in any string."""
LINKS = ("", "s", "e")
"""What may stand between the parts of a compound."""


@lru_cache(maxsize=8192)
def known_word(word: str) -> bool:
    """Whether a word in lower case is listed, or is a compound of two that are."""
    return _listed(word) or any(
        _listed(word[at:]) and any(_listed(word[:at].removesuffix(link)) for link in LINKS)
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    )


def _listed(word: str) -> bool:
    key = word + "\t"
    for name in FORMS:
        lines = _lines(name)
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].startswith(key):
            return True
    return False


@cache
def _lines(name: str) -> list[str]:
    """The sorted lines ``word<TAB>tag`` of a packed list, kept."""
    return read_packed(name)
