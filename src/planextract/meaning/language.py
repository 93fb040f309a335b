"""Which language a text is in: Nynorsk or Bokmål, by function words and endings.

The words are chosen so that the damage of bad text layers (å read as a, d, é …) seldom turns
one language's word into the other's; see ``lexicons/language.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any, Literal

from planextract.lexicons import read_toml

LONG_ENOUGH = 6
"""Letters of a word for its ending to count: shorter ones are often whole words."""
ENDING_WEIGHT = 0.4
"""An ending against a whole word: about two in five endings are shared words or damage."""
LEAST_EVIDENCE = 2.0
"""Weight of words for a language to be told at all: a title of five words holds about that."""
OTHER_SHARE = 0.2
"""Share of a text's words in another language's list of the commonest ones."""
EVEN = 0.6
"""Below this share of the evidence neither language is told."""


def tell_language(text: str) -> str | None:
    """``nn`` or ``nb`` by the majority of its words; another code where that is clear."""
    return judge_language(text)[0]


def judge_language(text: str) -> tuple[str | None, float]:
    """The language and the share of the evidence that speaks for it, 0 to 1."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    other = _other_language(words)
    if other:
        return other
    nn, nb = _evidence(words, "nn"), _evidence(words, "nb")
    best, share = ("nn", nn) if nn >= nb else ("nb", nb)
    confidence = (share + 0.25) / (nn + nb + 0.5)
    if share < LEAST_EVIDENCE or confidence < EVEN:
        return None, round(1 - confidence if share < LEAST_EVIDENCE else confidence, 4)
    return best, round(confidence, 4)


def _other_language(words: Counter[str]) -> tuple[str, float] | None:
    """A language that is neither form of Norwegian, where its commonest words abound."""
    total = words.total()
    for code, known in read_toml("language")["others"].items():
        share = sum(words[word] for word in known) / total if total else 0.0
        if total >= LONG_ENOUGH and share >= OTHER_SHARE:
            return code, min(1.0, 0.5 + share)
    return None


def _evidence(words: Counter[str], code: Literal["nn", "nb"]) -> float:
    """The weight of the words that only this language has."""
    known, endings, shared = _rules(code)
    weight = 0.0
    for word, count in words.items():
        if word in known:
            weight += count
        elif len(word) >= LONG_ENOUGH and word.endswith(endings) and word not in shared:
            weight += ENDING_WEIGHT * count
    return weight


@cache
def _rules(code: Literal["nn", "nb"]) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    table: dict[str, Any] = read_toml("language")
    other = "nb" if code == "nn" else "nn"
    shared = {*table[code]["not_endings"], *table[other]["words"]}
    known = frozenset(table[code]["words"]) - frozenset(table[other]["words"])
    return known, tuple(table[code]["endings"]), frozenset(shared)
