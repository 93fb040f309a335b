"""Which words may be the parts of a compound, and what share of text such a part has."""

from __future__ import annotations

from planextract.repair import settings as s
from planextract.repair.language import grammar_words
from planextract.repair.vocabulary import Vocabulary


def first_part(part: str, as_read: bool, vocabulary: Vocabulary) -> float | None:
    """Log share of a compound's first part, its linking s or e counted in; None if it is none.

    Parts of two letters are taken only ``as_read``: mended ones would fit everywhere.
    """
    if as_read and part in grammar_words("prefixes"):
        return s.SHORT_PART
    if part in grammar_words("never_part"):
        return None
    best = _share(part, as_read, vocabulary)
    if len(part) > 2 and part[-1] in "se":
        stem = part[:-1]
        short = part[-1] == "s" and stem in grammar_words("short_parts")
        found = s.SHORT_PART if short else _share(stem, as_read, vocabulary)
        if found is not None and stem not in grammar_words("never_part"):
            best = max(best if best is not None else -99.0, found + s.LINK)
    return best


def last_part(part: str, before: str, as_read: bool, vocabulary: Vocabulary) -> float | None:
    """Log share of a compound's last part, or of an ending after a stem; None if it is neither."""
    if part in grammar_words("endings"):
        stem = vocabulary.standing(before) if len(before) >= s.LEAST_STEM else None
        return s.ENDING if stem and stem.own else None
    if part in grammar_words("short_parts"):
        return s.SHORT_PART if before.endswith("s") else None
    return None if part in grammar_words("never_part") else _share(part, as_read, vocabulary)


def _share(part: str, as_read: bool, vocabulary: Vocabulary) -> float | None:
    """A part's log share; words of the sister language may be parts only ``as_read``."""
    found = vocabulary.standing(part) if len(part) > 2 else None
    if found is None or (len(part) == 3 and found.log_share < s.PART_SHORT):
        return None
    if found.own:
        return found.log_share if found.log_share > s.PART_LONG else None
    return found.log_share + s.FOREIGN_PART if as_read and len(part) > 3 else None


def share_as_read(word: str, vocabulary: Vocabulary) -> float | None:
    """Log share of a word or of a compound of two parts, exactly as read; None if neither."""
    found = vocabulary.standing(word)
    best = found.log_share if found and found.own else None
    for at in range(2, len(word) - 1):
        first = first_part(word[:at], True, vocabulary)
        last = last_part(word[at:], word[:at], True, vocabulary) if first is not None else None
        if first is not None and last is not None:
            share = s.COMPOUND + s.PART_POWER * (first + last)
            best = share if best is None else max(best, share)
    return best
