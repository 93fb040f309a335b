"""Text that is no language: letters by a broken mapping, bytes read by the wrong table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

MOJIBAKE = re.compile(r"Ã[\x80-\xbf¥¦¸˜†…]|Ã[^\w\s]|â€|Â[§«»°]|\ufffd")
"""UTF-8 read as Latin-1 or Windows-1252 (``pÃ¥`` for ``på``), and what could not be read."""
VOWELS = frozenset("aeiouyæøåäöéèêüAEIOUYÆØÅÄÖÉÈÊÜ")
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


def has_mojibake(words: Sequence[str]) -> bool:
    """Whether at least two words show bytes read by the wrong table."""
    return sum(1 for word in words if MOJIBAKE.search(word)) >= 2


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
