"""Which words may be the parts of a compound, and what share of text such a part has."""

from __future__ import annotations

from planextract.repair import settings as s
from planextract.repair.language import grammar_words
from planextract.repair.vocabulary import Vocabulary


def first_part(part: str, as_read: bool, vocabulary: Vocabulary) -> float | None:
    """Log share of a compound's first part, its linking s or e counted in; None if it is none.

    Parts of two letters are taken only ``as_read``: mended ones would fit everywhere.
    """
    if part in grammar_words("never_part"):
        return None
    if as_read and part in grammar_words("prefixes"):
        return s.SHORT_PART
    best = _share(part, vocabulary)
    if len(part) > 2 and part[-1] in "se":
        stem = part[:-1]
        short = part[-1] == "s" and stem in grammar_words("short_parts")
        found = s.SHORT_PART if short else _share(stem, vocabulary)
        if found is not None and stem not in grammar_words("never_part"):
            best = max(best if best is not None else -99.0, found + s.LINK)
    return best


def last_part(part: str, before: str, vocabulary: Vocabulary) -> float | None:
    """Log share of a compound's last part, or of an ending after a stem; None if it is neither."""
    if part in grammar_words("endings"):
        stem = vocabulary.standing(before) if len(before) >= s.LEAST_STEM else None
        return s.ENDING if stem and stem.own else None
    if part in grammar_words("short_parts"):
        return s.SHORT_PART if before.endswith("s") else None
    return None if part in grammar_words("never_part") else _share(part, vocabulary)


def _share(part: str, vocabulary: Vocabulary) -> float | None:
    if len(part) < 3:
        return None
    found = vocabulary.standing(part)
    if found is None or not found.own:
        return None
    least = s.PART_SHORT if len(part) == 3 else s.PART_LONG
    return found.log_share if found.log_share > least else None
