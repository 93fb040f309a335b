"""What the words at a unit and around it speak for, whatever lists of words know of them.

For each place (the unit's own text, its label, the headings above it, …) one logistic regression
a role on the words, pairs of words, beginnings and endings of words that stand there, fitted on
plans with gold (``fit/words.py``). What it says of a unit are figures beside the marks, for the
trees to weigh. A text counts the same whatever its length: what its words say is summed and
divided by the root of their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.marks import wording
from planextract.meaning.roles.role import ROLES
from planextract.meaning.units.gather import Units

Floats = NDArray[np.float32]
WORD = re.compile(r"\w+|[?:!]")
DIGIT = re.compile(r"\d")
PLACES = {
    "own": slice(14), "label": slice(12), "head1": slice(12), "head2": slice(12),
    "lead": slice(-16, None), "header": slice(12), "left": slice(12),
}  # fmt: skip
"""Where words are heard, and which of the words there."""
BEGINNING, ENDING, LAST = 5, 4, 3
"""Letters of the beginning and the ending of a word, and of the ending of the first word."""
MOST_WORDS = 8
"""From so many words on a text is long."""
MOST = 6.0
"""The most that the words of one place say for or against a role."""
GROUP = "words"
"""Group of the figures among the names of marks."""


def word_names() -> tuple[str, ...]:
    """The names of the figures, ``words.place_role``."""
    return tuple(f"{GROUP}.{place}_{role.value}" for place in PLACES for role in ROLES)


def heard(units: Units) -> dict[str, list[str]]:
    """For each place the words that are heard there, one text a unit."""
    found = {"own": [unit.body.text for unit in units.all], "left": wording.lefts(units)}
    for place in PLACES.keys() - found.keys():
        slot = wording.SLOTS[place]
        found[place] = [slot(units, at) for at in range(len(units.all))]
    return {place: [_heard(text, part) for text in found[place]] for place, part in PLACES.items()}


def _heard(text: str, part: slice) -> str:
    return " ".join(DIGIT.sub("0", word) for word in WORD.findall(text.lower())[part])


@lru_cache(maxsize=32768)
def signs(text: str) -> tuple[str, ...]:
    """What speaks in a text as ``heard`` gives it: each sign once, in the order of the alphabet."""
    return tuple(sorted(set(_signs(text.split())))) if text else ()


def _signs(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield word
        if len(word) > BEGINNING:
            yield f"{word[:BEGINNING]}-"
        if len(word) > BEGINNING + 1:
            yield f"-{word[-ENDING:]}"
    for first, second in pairwise(words):
        yield f"{first} {second}"
    yield f"^{words[0]}"
    yield f"^-{words[0][-LAST:]}"
    yield f"^{' '.join(words[:2])}"
    yield f"{words[-1]}$"
    yield f"#{min(len(words), MOST_WORDS)}"


@dataclass(frozen=True)
class Voices:
    """What each sign says at one place."""

    signs: tuple[str, ...]
    weights: NDArray[np.int8]
    """Signs × roles, in steps of ``step``."""
    step: Floats
    """Of each role."""
    bias: Floats
    """What a text without a known sign says of each role."""

    @cached_property
    def _places(self) -> dict[str, int]:
        return {sign: at for at, sign in enumerate(self.signs)}

    def tell(self, texts: Sequence[str]) -> Floats:
        """What each text says, texts × roles; zeros where it has no words."""
        found = np.zeros((len(texts), len(ROLES)), np.float32)
        told: dict[str, Floats] = {}
        for at, text in enumerate(texts):
            if text:
                if text not in told:
                    told[text] = self._of(signs(text))
                found[at] = told[text]
        return found

    def _of(self, told: Sequence[str]) -> Floats:
        known = [self._places[sign] for sign in told if sign in self._places]
        summed = self.weights[known].sum(axis=0, dtype=np.float32) * self.step
        said: Floats = np.clip(self.bias + summed / np.float32(len(told) ** 0.5), -MOST, MOST)
        return said


@dataclass(frozen=True)
class Words:
    """The voices of all places; one without any says nothing."""

    voices: Mapping[str, Voices] = field(default_factory=dict)

    def tell(self, texts: Mapping[str, Sequence[str]]) -> Floats:
        """What the words of each unit say, units × (places × roles)."""
        count = len(next(iter(texts.values())))
        silent = np.zeros((count, len(ROLES)), np.float32)
        return np.hstack(
            [self.voices[p].tell(texts[p]) if p in self.voices else silent for p in PLACES]
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The voices as arrays for one file."""
        found: dict[str, NDArray[Any]] = {}
        for place, voices in self.voices.items():
            told = "\n".join(voices.signs).encode("utf-8")
            found[f"words_{place}_signs"] = np.frombuffer(told, np.uint8)
            found[f"words_{place}_weights"] = voices.weights
            found[f"words_{place}_step"] = voices.step
            found[f"words_{place}_bias"] = voices.bias
        return found

    @staticmethod
    def load(arrays: Any) -> Words:
        """Voices from the arrays that ``arrays`` made."""
        found = {}
        for place in PLACES:
            if f"words_{place}_signs" in arrays:
                told = arrays[f"words_{place}_signs"].tobytes().decode("utf-8").split("\n")
                rest = (arrays[f"words_{place}_{part}"] for part in ("weights", "step", "bias"))
                found[place] = Voices(tuple(told), *rest)
        return Words(found)
