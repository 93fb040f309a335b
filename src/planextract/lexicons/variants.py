"""The variant gate: forms that OCR in the wrong language makes of frequent words.

``pa``, ``drleg``, ``omrdde`` are no words; that they stand where ``på``, ``årleg``,
``område`` are missing says that the text is damaged. The rate of å alone does not say it:
it flags a quarter of undamaged pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from planextract.lexicons import read_packed

SOUND_PRIOR = 0.3
"""Undamaged words taken for granted, so that a single damaged one is not all there is."""
DAMAGED_WEIGHT = 2.0
"""A damaged word is met about half as often as an undamaged one: many of its forms are words."""
_EDGES = re.compile(r"^[^\w@&]+|[^\w@&]+$")


@dataclass(frozen=True, slots=True)
class Damage:
    """Frequent words with æ, ø or å met in a text."""

    damaged: int
    sound: int

    @property
    def share(self) -> float:
        """0 undamaged, 1 every frequent word with æ, ø or å damaged."""
        if not self.damaged:
            return 0.0
        sound = self.sound + SOUND_PRIOR
        return 1 - sound / (sound + DAMAGED_WEIGHT * self.damaged)

    def __add__(self, other: Damage) -> Damage:
        return Damage(self.damaged + other.damaged, self.sound + other.sound)


@cache
def _table() -> dict[str, bool]:
    """Damaged forms (True) and the words they come from (False)."""
    table: dict[str, bool] = {}
    for line in read_packed("variants"):
        form, word = line.split("\t")
        table[word] = False
        table[form] = True
    return table


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return _EDGES.sub("", word).lower()


def damage_of(words: Iterable[str]) -> Damage:
    """What the gate finds in words as read; marks at their edges do not matter."""
    table = _table()
    damaged = sound = 0
    for word in words:
        found = table.get(_bare(word))
        if found is not None:
            damaged += found
            sound += not found
    return Damage(damaged, sound)
