"""Text that is no language: letters by a broken mapping, bytes read by the wrong table."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

MOJIBAKE = re.compile(r"Ã[\x80-\xbf¥¦¸˜†…]|Ã[^\w\s]|â€|Â[§«»°]|\ufffd")
"""UTF-8 read as Latin-1 or Windows-1252 (``pÃ¥`` for ``på``), and what could not be read."""
VOWELS = frozenset("aeiouyæøåäöéèêüAEIOUYÆØÅÄÖÉÈÊÜ")
FEWEST_LETTERS = 100
"""Letters from which their spread says something."""
NORWEGIAN = {
    "e": 155, "n": 78, "r": 90, "t": 75, "s": 65, "a": 60, "i": 58, "l": 53, "d": 45, "o": 52,
    "g": 40, "k": 40, "m": 35, "v": 28, "f": 20, "p": 18, "u": 17, "h": 16, "b": 15, "å": 15,
    "y": 8, "j": 9, "ø": 9, "æ": 2, "c": 2,
}  # fmt: skip
"""Letters in 1,000 letters of running text, nn and nb, rounded."""
_LETTERS = re.compile(r"[^\W\d_]+")
LONGEST_WITHOUT_VOWEL = 4
"""Letters; abbreviations without a vowel (``kr``, ``NTNU``, ``mtp``) are no longer."""


def odd_share(words: Sequence[str]) -> float:
    """Share of the words that no language would write so."""
    judged = [word for word in words if any(character.isalpha() for character in word)]
    hidden = [word for word in words if not word.isascii() and _unassigned(word)]
    total = len(judged) + sum(1 for word in hidden if word not in judged)
    if not total:
        return 0.0
    return (sum(map(_odd, judged)) + sum(1 for word in hidden if word not in judged)) / total


def letter_likeness(words: Sequence[str]) -> float:
    """How alike the letters are spread to Norwegian (cosine, 0 to 1); 1 for too few letters.

    Norwegian comes close to 1, English a little below, letters by shifted codes far below.
    """
    found = Counter("".join(words).lower())
    total = sum(count for letter, count in found.items() if letter.isalpha())
    if total < FEWEST_LETTERS:
        return 1.0
    common = sum(found[letter] * often for letter, often in NORWEGIAN.items())
    length = math.hypot(*(count for letter, count in found.items() if letter.isalpha()))
    return common / (length * math.hypot(*NORWEGIAN.values()))


def has_mojibake(words: Sequence[str]) -> bool:
    """Whether at least two words show bytes read by the wrong table."""
    return sum(1 for word in words if MOJIBAKE.search(word)) >= 2


@lru_cache(maxsize=32768)
def _odd(word: str) -> bool:
    if _unassigned(word) or MOJIBAKE.search(word):
        return True
    parts = _LETTERS.findall(word)
    longest = max(parts, key=len)
    if len(longest) > LONGEST_WITHOUT_VOWEL and not VOWELS & set(longest):
        return True
    return _mixed_case(longest) or _mixed_marks(word)


def _unassigned(word: str) -> bool:
    """Private use, unassigned and control characters: a font's own codes."""
    return any(unicodedata.category(character) in ("Co", "Cn", "Cc") for character in word)


def _mixed_case(letters: str) -> bool:
    """Capitals in the middle of small letters, more than a name like ``BrukarPlan`` has."""
    turns = sum(1 for a, b in pairwise(letters) if a.islower() and b.isupper())
    return turns >= 2 and len(letters) >= 5


def _mixed_marks(word: str) -> bool:
    """Letters on both sides of marks that stand in no word."""
    return bool(re.search(r"[^\W\d_][\\^~`<>{}|=*\[\]$#\"]+[^\W\d_]", word))
