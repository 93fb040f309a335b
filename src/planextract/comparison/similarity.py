"""How alike two texts are, and why: shared words, words of one only, verbs, people.

The measures of a pair go into a logistic regression whose weights stand in
``lexicons/matching.toml``; they were fitted on the tune half of tests/data/pairs.tsv
(``bench/comparison.py fit``). A pair scores the same whatever plans it is compared among.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import JaroWinkler

from planextract.comparison.reading import Reading, action_words, weight
from planextract.lexicons import read_toml

SAME_SPELLING = 0.92
"""Jaro-Winkler above which two base forms are one word spelt in two ways."""
SHORTEST_SKELETON = 4
"""Consonants that two words must share in order to be cognates (``utslepp``, ``utslipp``)."""
SPELLING_CREDIT = 0.9
SKELETON_CREDIT = 0.8
PART_CREDIT = 0.6
"""How far a match by spelling, by consonants alone, and with a part of a word counts as one."""

DENIED = 0.5
"""What is left of the score where one text denies (``ikkje``) and the other does not: a rule,
since denials are too rare in plans to fit a weight on."""

VOWELS = re.compile(r"[aeiouyæøåj]|(.)(?=\1)")


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on a pair; shares 0 to 1, masses in words' weights."""

    covered_less: float
    """Share of the content that the other has too, of the text where it is smaller."""
    covered_more: float
    left_both: float
    """Content without a match, of the text that has less of it: what neither explains."""
    left_more: float
    shared: float
    """Logarithm of 1 + the matched content."""
    spelling: float
    """Jaro-Winkler of the sorted base forms."""
    same_verb: float
    verb_clash: float
    verb_opposed: float
    people_clash: float


@dataclass(frozen=True, slots=True)
class Match:
    """The score of a pair, 0 to 1, with the words that both texts have."""

    score: float
    shared: tuple[str, ...]


def compare(a: Reading, b: Reading) -> Match:
    """How probable it is that two texts name the same thing; symmetric."""
    matched_a, matched_b = _matches(a, b), _matches(b, a)
    shared = tuple(thing for thing in a.things if thing in matched_a)
    score = probability(measures(a, b, matched_a, matched_b))
    return Match(score * (DENIED if a.negated != b.negated else 1.0), shared)


def probability(measured: Measures) -> float:
    """The logistic of the weighted measures."""
    constant, weights = _weights()
    at = constant + sum(w * float(getattr(measured, name)) for name, w in weights.items())
    return 1.0 / (1.0 + math.exp(-at))


def measured(a: Reading, b: Reading) -> Measures:
    """The measures of a pair."""
    return measures(a, b, _matches(a, b), _matches(b, a))


def measures(
    a: Reading, b: Reading, matched_a: dict[str, float], matched_b: dict[str, float]
) -> Measures:
    """The measures of a pair whose matched words are known, with the credit of each."""
    total_a, total_b = _mass(a), _mass(b)
    got_a = sum(weight(thing) * credit for thing, credit in matched_a.items())
    got_b = sum(weight(thing) * credit for thing, credit in matched_b.items())
    covered = sorted((_share(got_a, total_a), _share(got_b, total_b)))
    left = sorted((total_a - got_a, total_b - got_b))
    return Measures(
        covered_less=covered[0],
        covered_more=covered[1],
        left_both=left[0],
        left_more=math.log1p(left[1]),
        shared=math.log1p(min(got_a, got_b)),
        spelling=JaroWinkler.similarity(" ".join(sorted(a.things)), " ".join(sorted(b.things))),
        same_verb=float(bool(a.verbs & b.verbs)),
        verb_clash=float(_verbs_clash(a.verbs, b.verbs)),
        verb_opposed=float(_opposed(a.verbs, b.verbs)),
        people_clash=float(bool(a.people and b.people and not a.people & b.people)),
    )


def _matches(a: Reading, b: Reading) -> dict[str, float]:
    """The things of ``a`` that ``b`` has too, with their credit."""
    found = {}
    for thing in a.things:
        credit = (
            1.0 if thing in b.things else max((_alike(thing, t) for t in b.things), default=0.0)
        )
        if credit:
            found[thing] = credit
    return found


@cache
def _alike(a: str, b: str) -> float:
    """The credit of two different base forms: spelt alike, or with the same consonants."""
    if min(len(a), len(b)) < SHORTEST_SKELETON:
        return 0.0
    if a[0] != b[0]:
        return PART_CREDIT if a.endswith(b) or b.endswith(a) else 0.0
    if JaroWinkler.similarity(a, b) >= SAME_SPELLING:
        return SPELLING_CREDIT
    if len(a) != len(b) and (a.startswith(b) or b.startswith(a)):
        return PART_CREDIT
    skeleton = VOWELS.sub("", a)
    alike = len(skeleton) >= SHORTEST_SKELETON and skeleton == VOWELS.sub("", b)
    return SKELETON_CREDIT if alike else 0.0


def _verbs_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    known = action_words()
    a, b = a - known.empty, b - known.empty
    if not a or not b or a & b:
        return False
    return not any(frozenset((x, y)) in known.near for x in a for y in b)


def _opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    opposed = action_words().opposed
    return not a & b and any(frozenset((x, y)) in opposed for x in a for y in b)


def _mass(reading: Reading) -> float:
    return sum(weight(thing) for thing in reading.things)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@cache
def _weights() -> tuple[float, dict[str, float]]:
    data = read_toml("matching")
    return float(data["constant"]), {name: float(w) for name, w in data["weights"].items()}
