"""How damaged a page's letters are, by the variant gate."""

from __future__ import annotations

from collections.abc import Iterable

from planextract.lexicons.variants import damage_of


def damage(words: Iterable[str]) -> float:
    """0 undamaged, 1 every frequent word with æ, ø or å damaged; words as read."""
    return damage_of(words).share
