"""What a word shows by itself: how often it had which tag, its ending, and its verb."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TAGS: tuple[str, ...] = (
    "INF",  # infinitive, also of har/er/blir
    "IMP",  # imperative
    "PRES",  # present of other verbs
    "PAST",  # past of other verbs
    "PART",  # past participle, as verb and as adjective
    "PASS",  # passive in -s or -st, present or infinitive
    "MODAL",  # skal, vil, kan ... present and past
    "AUX",  # har, er, blir: present
    "AUXPAST",  # hadde, var, ble: past
    "NOUN",
    "PROPN",
    "ADJ",
    "ADV",
    "PRON",
    "DET",
    "ADP",
    "CCONJ",
    "SCONJ",
    "INFMARK",  # å
    "NUM",
    "PUNCT",
    "X",  # foreign words, symbols, interjections
)
"""The tags, in the order of the columns."""
EDGE = "<edge>"
"""Stands before and after a sentence."""
LONGEST_ENDING = 5
ENDING_WEIGHT = 3.0
"""How many words a shorter ending is worth beside the counts of a longer one."""
WORD_WEIGHT = 1.5
"""How many sightings the endings are worth beside the counts of the word."""
LEAST_LIKELY = 0.004
"""Tags of a word below this are taken for impossible."""
SHORTEST_STEM = 3
VERB_ENDINGS = (
    ("e", "a"),  # infinitive; nn also -a
    ("er", "ar", "r"),
    ("es", "ast", "est"),
    ("et", "te", "de", "dde", "a", "t", "d", "ete", "ede"),
    ("",),  # imperative
    ("ende", "ande"),
    ("ing", "inga", "ingen", "inger", "ingar", "else", "elsen", "elser"),
)
"""Endings that tell a form when what stands before them is the stem of a verb."""
SHAPES = ("capital", "all capitals", "figure", "no letter", "hyphen behind", "hyphen within", "dot")

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’.][^\W_]+)*[-]?|[§%]|\S")

Floats = NDArray[np.float32]


def tokens(text: str) -> list[str]:
    """Words, numbers and marks of a text, in order."""
    return _TOKEN.findall(text)


@dataclass(frozen=True)
class Lexicon:
    """Counted words and endings, stems of verbs, and the words that are known one by one."""

    word_tags: Mapping[str, tuple[tuple[int, int], ...]]
    ending_tags: Mapping[str, tuple[tuple[int, int], ...]]
    stems: Mapping[str, str]
    """Stem -> "v" and what its infinitive may be besides: "n" a noun, "a" an adjective."""
    frequent: Mapping[str, int]

    @property
    def width(self) -> int:
        """The number of figures of a word."""
        return len(TAGS) + 2 * len(VERB_ENDINGS) + 2 + len(SHAPES) + 2 + len(self.frequent)

    def distribution(self, word: str) -> Floats:
        """Probabilities of the tags of a word in lower case, from its counts and its endings."""
        found = np.full(len(TAGS), 1 / len(TAGS), dtype=np.float32)
        for length in range(min(LONGEST_ENDING, len(word)) + 1):
            found = _refined(found, self.ending_tags.get(word[len(word) - length :]), ENDING_WEIGHT)
        return _refined(found, self.word_tags.get(word), WORD_WEIGHT)

    def figures(self, word: str) -> Floats:
        """All that is known of a word as it is written."""
        lower = word.lower()
        found = np.zeros(self.width, dtype=np.float32)
        size = len(TAGS)
        likely = self.distribution(lower)
        found[:size] = np.sqrt(np.where(likely < LEAST_LIKELY, 0, likely))
        for at, forms in enumerate(VERB_ENDINGS):
            part = self.verb_form(lower, forms)
            if part:
                found[size + at] = 1
            elif self.verb_form(lower, forms, compound=True):
                found[size + len(VERB_ENDINGS) + at] = 1
        size += 2 * len(VERB_ENDINGS)
        if lower[-1:] in ("e", "a"):
            besides = self.stems.get(lower[:-1], "")
            found[size] = "n" in besides
            found[size + 1] = "a" in besides
        size += 2
        found[size : size + len(SHAPES)] = _shape(word)
        size += len(SHAPES)
        seen = sum(count for _, count in self.word_tags.get(lower, ()))
        found[size] = seen == 0
        found[size + 1] = min(4.0, np.log1p(seen)) / 4
        at_frequent = self.frequent.get(lower)
        if at_frequent is not None:
            found[size + 2 + at_frequent] = 1
        return found

    def verb_form(self, word: str, forms: tuple[str, ...], compound: bool = False) -> str:
        """The stem of a verb before one of the endings; ``compound`` allows a word before it."""
        for form in forms:
            if not word.endswith(form):
                continue
            stem = word[: len(word) - len(form)]
            if len(stem) >= SHORTEST_STEM and stem in self.stems:
                return stem
            if compound:
                for start in range(SHORTEST_STEM, len(stem) - SHORTEST_STEM):
                    if stem[start:] in self.stems:
                        return stem
        return ""


def _refined(before: Floats, counts: tuple[tuple[int, int], ...] | None, weight: float) -> Floats:
    if not counts:
        return before
    found = before * np.float32(weight)
    for tag, count in counts:
        found[tag] += count
    return np.asarray(found / found.sum(), dtype=np.float32)


def _shape(word: str) -> tuple[bool, ...]:
    return (
        word[:1].isupper(),
        len(word) > 1 and word.isupper(),
        any(letter.isdigit() for letter in word),
        not any(letter.isalnum() for letter in word),
        len(word) > 1 and word.endswith("-"),
        "-" in word[1:-1],
        "." in word,
    )
