"""Which of some twenty languages a text is in, by the commonest words of each.

Every word is weighed by its frequency in each language (a naive Bayes of words, those outside
the lists alike rare in all), so that Danish and Bokmål part by "af", "blev", "mere" and their
like although they share most of their words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from planextract.lexicons import read_packed

NORWEGIAN = ("nb", "nn")
SCALE = 4.0
UNLISTED = 12.0
"""Cost of a word that a language's list has not: its last ones cost about ten."""
MOST_TOLD = 5.0
"""What one word may say against a language at most: names and quoted titles are few words."""
SPACED_OUT = 0.4
"""Share of single letters from which a page's words are taken apart and say nothing."""
REPEATED = 3
"""Times that a word counts: the running head of a form says no more than its first page."""

Costs = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the words of a text say of its language."""

    words: int
    """Words that were weighed; one that comes again and again counts a few times."""
    best: str
    """The likeliest language; ``nb`` stands for both forms of Norwegian."""
    lead: float
    """How much likelier that is, as a sum of logarithms: against the likeliest language if
    Norwegian is best, against Norwegian if another one is."""
    known: float
    """Share of the words that the list of the best language has."""


def weigh(text: str) -> Weighed:
    """Weigh the words of a text; lists of figures have none."""
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    counts = Counter({word: min(n, REPEATED) for word, n in counts.items() if _is_word(word)})
    singles = len(re.findall(r"\b[^\W\d_]\b", text))
    if singles > SPACED_OUT * len(text.split()):
        return Weighed(0, "nb", 0.0, 0.0)
    codes, known_words = _codes(), _listed()
    rows = [(_costs(word), n) for word, n in counts.items() if word in known_words]
    total = counts.total()
    if not rows:
        return Weighed(total, "nb", 0.0, 0.0)
    costs = np.array([row for row, _ in rows])
    times = np.array([n for _, n in rows], dtype=np.float64)
    told = np.minimum(costs, costs.min(axis=1, keepdims=True) + MOST_TOLD)
    sums = times @ told
    order = np.argsort(sums, kind="stable")
    best, norwegian = int(order[0]), codes.index("nb")
    rival = int(order[1]) if best == norwegian else norwegian
    known = float(times @ (costs[:, best] < UNLISTED)) / total
    return Weighed(total, codes[best], float(sums[rival] - sums[best]), known)


def _is_word(word: str) -> bool:
    """Single letters are columns, initials and marks; few of them are words."""
    return len(word) > 1 or word in "iåàyaeo"


@cache
def _codes() -> tuple[str, ...]:
    """The languages, the two forms of Norwegian as one."""
    codes = {cell.partition(":")[0] for cells in _listed().values() for cell in cells.split()}
    return tuple(sorted(codes - {"nn"}))


@cache
def _listed() -> Mapping[str, str]:
    """The words of the lists, each with its costs as they are packed."""
    return dict(line.split("\t") for line in read_packed("languages"))


@lru_cache(maxsize=8192)
def _costs(word: str) -> Costs:
    """What a listed word costs in each language; unpacked only for the words of a text."""
    cells = (cell.split(":") for cell in _listed()[word].split())
    found = {code: int(cost) / SCALE for code, cost in cells}
    return np.array([_cost(found, code) for code in _codes()])


def _cost(found: Mapping[str, float], code: str) -> float:
    forms = NORWEGIAN if code == "nb" else (code,)
    return min(found.get(form, UNLISTED) for form in forms)
