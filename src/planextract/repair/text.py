"""Any text repaired, and the repair undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planextract.lexicons.variants import Damage, damage_of
from planextract.repair import settings as s
from planextract.repair.document import findings
from planextract.repair.finder import Finder
from planextract.repair.finder import finder as shared_finder
from planextract.repair.finding import Change
from planextract.repair.language import Language, language_of
from planextract.repair.vocabulary import Vocabulary

_PARAGRAPH_END = re.compile(r"\f|\n\s*\n")


@dataclass(frozen=True, slots=True)
class TextEdit:
    """``text[start:end]`` as read says ``before``; it became ``after``."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    score: float
    """Probability that the change is right, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """``text[start:end]`` as read looks damaged and was left."""

    start: int
    end: int
    word: str
    candidates: tuple[str, ...]
    """What it may have been, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text with all that was done to it; places are those of the text as read."""

    text: str
    edits: tuple[TextEdit, ...]
    suspects: tuple[Suspect, ...]
    language: Language
    damage: float
    """Share of the frequent words with æ, ø or å that were damaged, 0 to 1."""

    def undo(self) -> str:
        """The text as read: every edit replayed backwards, the last one first."""
        shifts, shift = [], 0
        for edit in self.edits:
            shifts.append(edit.start + shift)
            shift += len(edit.after) - (edit.end - edit.start)
        text = self.text
        for edit, at in zip(reversed(self.edits), reversed(shifts), strict=True):
            text = text[:at] + edit.before + text[at + len(edit.after) :]
        return text


def repair_text(
    text: str, *, lexicon: Sequence[str] = (), language: Language | None = None
) -> Repaired:
    """Mend what OCR in the wrong language did to a Norwegian text.

    Parts that the damage gate finds undamaged stay as they are, to the byte. ``lexicon``
    adds words; ``language`` is told by the text where it is None.
    """
    language = language or language_of(text)
    whole = damage_of(text.split())
    spans = (
        [span for span in blocks(text) if _damaged(text[slice(*span)], whole)]
        if whole.damaged
        else []
    )
    if not spans:
        return Repaired(text, (), (), language, whole.share)
    finder = Finder(Vocabulary(language, lexicon)) if lexicon else shared_finder(language)
    found = findings([text[start:end] for start, end in spans], finder)
    edits: list[TextEdit] = []
    suspects: list[Suspect] = []
    for (at, _), part in zip(spans, found, strict=True):
        for it in part:
            if isinstance(it, Change):
                edits.append(
                    TextEdit(at + it.start, at + it.end, it.before, it.after, it.rule, it.score)
                )
            else:
                suspects.append(Suspect(at + it.start, at + it.end, it.word, it.candidates))
    return Repaired(_apply(text, edits), tuple(edits), tuple(suspects), language, whole.share)


def _apply(text: str, edits: Sequence[TextEdit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join([*parts, text[at:]])


def blocks(text: str) -> list[tuple[int, int]]:
    """A text in pages, or where it has none in paragraphs of some ``BLOCK_WORDS`` words."""
    spans, start, words = [], 0, 0
    at = 0
    for found in _PARAGRAPH_END.finditer(text):
        words += len(text[at : found.end()].split())
        at = found.end()
        if "\f" in found.group() or words >= s.BLOCK_WORDS:
            spans.append((start, at))
            start, words = at, 0
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _damaged(block: str, whole: Damage) -> bool:
    """Whether a block is damaged; the whole text speaks where the block says little."""
    own = damage_of(block.split())
    met = own.damaged + own.sound
    share = (own.share * met + whole.share * s.NEIGHBOURS) / (met + s.NEIGHBOURS)
    return share >= s.DAMAGED_SHARE
