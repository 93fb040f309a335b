"""Passages of a plan repaired: every change an edit of its passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.lexicons.variants import damage_of
from planextract.model.page import Word
from planextract.model.passage import Passage
from planextract.repair import settings as s
from planextract.repair.document import findings
from planextract.repair.finder import Finder
from planextract.repair.finder import finder as shared_finder
from planextract.repair.finding import Change, Doubt
from planextract.repair.language import Language, language_of
from planextract.repair.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SuspectWord:
    """Words of a page that look damaged and were left."""

    word: str
    candidates: tuple[str, ...]
    """What it may have been, the likeliest first."""
    words: tuple[Word, ...]


def mend(
    passages: Sequence[Passage],
    damage: float | None = None,
    *,
    language: Language | None = None,
    lexicon: Sequence[str] = (),
) -> tuple[list[Passage], list[SuspectWord]]:
    """The passages of damaged pages, mended, and the words that look damaged still.

    ``damage`` is the gate's figure for their pages, 0 to 1; None measures it on the
    passages themselves. Below the threshold all come back as they are. Hyphens at line
    ends are expected to be undone. The order and number of passages stay.
    """
    texts = [passage.text for passage in passages]
    if damage is None:
        damage = damage_of(word for text in texts for word in text.split()).share
    if damage < s.DAMAGED_SHARE:
        return list(passages), []
    language = language or language_of("\n".join(texts))
    finder = Finder(Vocabulary(language, lexicon)) if lexicon else shared_finder(language)
    mended: list[Passage] = []
    suspects: list[SuspectWord] = []
    for passage, found in zip(passages, findings(texts, finder), strict=True):
        suspects += [
            SuspectWord(it.word, it.candidates, passage[it.start : it.end].words)
            for it in found
            if isinstance(it, Doubt)
        ]
        for it in reversed(found):
            if isinstance(it, Change):
                passage = passage.edited(it.start, it.end, it.after, it.rule, it.score)
        mended.append(passage)
    return mended, suspects
