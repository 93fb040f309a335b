"""Whether the two halves of a cut word make one, and whether one word follows another."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planextract.lexicons import read_packed, read_toml, words_of

LISTS, PAIRS = ("nn_counted", "nb_frequent"), ("nn_bigrams", "nb_bigrams")
RAREST = 32
"""Cost, in quarters of a nat, from which a word is no likelier after another than elsewhere."""
WHOLE, UNSURE, NEVER = 2.0, 0.0, -4.0
"""Scores of a known word, of one that may be one, of a half that is never a part of a word."""
LONGEST_GRAMMAR = 4
"""Letters of a word of grammar; the longer ones of the lists can end a compound."""
MISREAD = (("a", "o"), ("d", "e"), ("é", "@"), ("4", "g"))
"""What å and ø are read as by OCR in another language."""
FOLDED = str.maketrans({"å": "a", "ø": "o", "æ": "e", "é": "a", "@": "o", "ö": "o", "ä": "e"})
"""Letters that OCR in another language mistakes, to the letters it takes them for."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def halves(above: str, below: str) -> float:
    """How well the last word of a line, cut by a hyphen, goes on with the first of the next."""
    before, after = above.split()[-1].rstrip("-").lower(), below.split()[0].lower()
    plain = after.rstrip('.,;:)"”')
    if plain in words_of("run_together", "suspending"):
        return WHOLE
    if plain in _never_part():
        return NEVER
    found = _WORD.findall(f"{before}{plain}")
    whole = found[-1] if found else ""
    return WHOLE if whole in _known() or whole.translate(FOLDED) in _known() else UNSURE


@lru_cache(maxsize=262144)
def follows(first: str, second: str) -> float:
    """How usual it is that one word follows another, 0 to 1."""
    before = first.lower().strip("“”\"'()").translate(FOLDED)
    after = second.lower().strip("“”\"'().,:;").translate(FOLDED)
    return _pairs().get(f"{before}\t{after}", 0.0)


@cache
def _pairs() -> dict[str, float]:
    """Pairs of words that the lists have, by how likely the second is after the first."""
    found: dict[str, float] = {}
    for name in PAIRS:
        for line in read_packed(name):
            first, second, cost = line.split("\t")
            if first.isalpha() and second.isalpha() and int(cost) < RAREST:
                key = f"{first}\t{second}".translate(FOLDED)
                found[key] = max(found.get(key, 0.0), 1.0 - int(cost) / RAREST)
    return found


@cache
def _never_part() -> frozenset[str]:
    """Words of grammar, which are no part of a longer word."""
    lists = read_toml("words/function_words")
    grammar = {word for key in ("nn", "nb") for word in lists[key] if len(word) <= LONGEST_GRAMMAR}
    return words_of("run_together", "open_ends") | grammar


@cache
def _known() -> frozenset[str]:
    """Known words, as they are and as they look where OCR has lost the Norwegian letters."""
    words: set[str] = set()
    for name in LISTS:
        words.update(line.partition("\t")[0] for line in read_packed(name))
    return frozenset(words.union(word.translate(FOLDED) for word in words))
