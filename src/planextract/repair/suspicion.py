"""Which words look damaged though nothing could be made of them, and what they may have been."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz, process

from planextract.repair import settings as s
from planextract.repair.casing import cased
from planextract.repair.decode import Reading
from planextract.repair.finding import Doubt
from planextract.repair.letters import log_spelling
from planextract.repair.tokens import Token


def doubt(token: Token, reading: Reading, own: Collection[str]) -> Doubt | None:
    """A doubt about a word that no list has, if it looks damaged or is nearly another.

    ``own`` are words that the document has for certain: where the channel offers nothing,
    those nearest by edits are named.
    """
    if token.kind != "word" or reading.options[0].candidate is not None or len(token.text) < 2:
        return None
    ranked = sorted(range(1, len(reading.options)), key=lambda at: -reading.scores[at])
    near = [at for at in ranked if reading.margin(at, 0) > s.DOUBT_MARGIN]
    if not near and not _looks_damaged(token.text):
        return None
    words = [cased(token, reading.options[at].words) for at in (near or ranked)[: s.MOST_OFFERED]]
    if not words:
        nearest = process.extract(
            token.text.lower(), own, scorer=fuzz.ratio, limit=s.MOST_OFFERED, score_cutoff=s.NEAR
        )
        words = [cased(token, (word,)) for word, _, _ in nearest]
    return Doubt(token.start, token.end, token.text, tuple(words))


def _looks_damaged(word: str) -> bool:
    """Whether a word has signs among its letters, or is spelled as no word is."""
    letters = sum(letter.isalpha() for letter in word)
    if letters < len(word):
        return letters > 1 and not word.isalnum()
    return letters > s.SHORT_WORD and log_spelling(word.lower()) / (letters + 1) < s.ODD_SPELLING
