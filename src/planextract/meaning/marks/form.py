"""The form of the sentence: how it begins, its finite verb, and a few words that tell aims."""

from __future__ import annotations

import re

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.marks._once import once
from planextract.meaning.units.gather import Units
from planextract.meaning.wordforms import FIGURES, sentence_forms

BEGINS_AS_ACTION = ("begins_infinitive", "begins_imperative")
WORD = re.compile(r"[\wæøåÆØÅ-]+")
_TELLING = {
    "we": "vi me",
    "all": "alle kvar hver innbyggjarar innbyggere innbyggjarane innbyggerne",
    "more": "fleire flere meir mer færre betre bedre auka økt auke redusert",
    "that": "at",
    "which": "som",
    "be": "vere være ha få bli verte oppleve kunne",
}
WORDS = {name: frozenset(words.split()) for name, words in _TELLING.items()}
NAMES = ("infinitive", "municipality", *WORDS, *FIGURES)
FIRST = 5
"""Words at the start of a text in which the telling words are looked for."""
LONGEST = 400
"""Letters of a text of which the form is taken."""


@once
def compute(units: Units) -> Table:
    """One row a unit, of its text without label."""
    texts = [unit.body.text[:LONGEST] for unit in units.all]
    distinct = list(dict.fromkeys(texts))
    rows = dict(zip(distinct, _rows(distinct), strict=True))
    return np.array([rows[text] for text in texts], np.float32)


def _rows(texts: list[str]) -> list[tuple[float, ...]]:
    found = []
    for text, figures in zip(texts, sentence_forms(texts), strict=True):
        words = [word.lower() for word in WORD.findall(text)[: 2 * FIRST]]
        found.append(
            (
                max(figures[name] for name in BEGINS_AS_ACTION),
                float(any(word.startswith("kommun") for word in words[:FIRST])),
                *(float(not known.isdisjoint(words[:FIRST])) for known in WORDS.values()),
                *(figures[name] for name in FIGURES),
            )
        )
    return found
