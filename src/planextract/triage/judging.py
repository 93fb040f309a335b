"""What kind each page of a document is, and why, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planextract.lexicons import words_of
from planextract.lexicons.variants import Damage, damage_of
from planextract.model.page import Page, PageKind, Signals, Verdict
from planextract.triage.known import sampled, unknown_share
from planextract.triage.soup import has_mojibake, letter_likeness, odd_share

DAMAGED = 0.30
"""Damage from which a page is bad; ``bench/triage.py`` says how often that is right."""
FEWEST_DAMAGED = 2
"""Damaged words a visible text layer must have; one may be a name or a foreign word."""
HIDDEN = 0.5
"""Share of invisible characters that makes a layer of a scanned page."""
PICTURE = 0.5
"""Share of the page that a picture covers where the page may be a scan."""
WHOLE_PICTURE = 0.8
"""Share that a picture covers where the page is one, and visible words were put on it."""
FEW_WORDS = 25
"""Words of a stamp, a header, a page number on a scan; a page of text has more."""
TELLING = 3
"""Frequent words with æ, ø or å, sound or damaged, below which a page cannot be judged alone."""
UNMAPPED = 0.15
"""Share of characters without a Unicode value from which the text is no use."""
ODD = 0.30
"""Share of words that no language would write so; chosen by eye well above undamaged pages."""
MOST_ODD = 0.6
"""Share of such words that needs no other sign."""
LEAST_LIKENESS = 0.65
"""Likeness of the spread of letters to Norwegian below which it is no European language."""
UNKNOWN = 0.50
"""Share of unknown words that goes with it; English pages have more but are not odd."""
ENCODED_UNKNOWN = 0.02
"""Share of unknown words that two cases of misread bytes must go with."""
BARE_LETTERS = 250
"""Letters of a hidden layer from which the lack of æ, ø and å says something: Norwegian has
about 26 of them in 1,000 (``soup.NORWEGIAN``), so that six would be usual."""
BARE = 0.003
"""Share of æ, ø and å in the letters below which they were lost."""
NORWEGIAN = 0.02
"""Share of words that only nn or only nb has, from which a text is taken for Norwegian at all."""
NEIGHBOURS = 0.5
"""Share of the document's hidden layers that are bad for a short one to be taken as bad."""


@dataclass(frozen=True, slots=True)
class _Measured:
    page: Page
    signals: Signals
    counts: Damage
    odd: float
    mojibake: bool
    likeness: float


def judge(page: Page) -> Verdict:
    """The kind of one page by itself; the reading's own signals and reasons are kept."""
    return _judged(_measured(page))


def judge_document(pages: Sequence[Page]) -> list[Verdict]:
    """The kind of each page; a short hidden layer is judged with the others of its document."""
    measured = [_measured(page) for page in pages]
    verdicts = [_judged(one) for one in measured]
    layers = [m for m in measured if _hidden(m.signals)]
    total = sum((m.counts for m in layers), Damage(0, 0))
    long = [v for m, v in zip(measured, verdicts, strict=True) if _hidden(m.signals)]
    bad = sum(verdict.kind == "bad_layer" for verdict in long)
    if total.share < DAMAGED or total.damaged < FEWEST_DAMAGED or bad < NEIGHBOURS * _sure(layers):
        return verdicts
    reason = "its hidden text layer has too few telling words; the document's others are damaged"
    return [
        _with_reason(verdict, "bad_layer", reason) if _in_doubt(one, verdict) else verdict
        for one, verdict in zip(measured, verdicts, strict=True)
    ]


def _sure(layers: Sequence[_Measured]) -> int:
    """How many layers have enough telling words to be judged by themselves."""
    return sum(layer.counts.damaged + layer.counts.sound >= TELLING for layer in layers)


def _in_doubt(one: _Measured, verdict: Verdict) -> bool:
    return verdict.kind == "digital" and _hidden(one.signals) and one.counts.sound < TELLING


def _measured(page: Page) -> _Measured:
    words = [word.text for word in page.words]
    counts = damage_of(words)
    signals = replace(
        page.verdict.signals,
        words=len(words),
        unknown_share=round(unknown_share(words), 3),
        damage=round(counts.share, 3),
    )
    some = sampled(words)
    odd, mojibake, likeness = odd_share(some), has_mojibake(some), letter_likeness(some)
    return _Measured(page, signals, counts, odd, mojibake, likeness)


def _judged(one: _Measured) -> Verdict:
    kind, reason = _kind(one)
    return Verdict(kind, (*one.page.verdict.reasons, reason), one.signals)


def _kind(one: _Measured) -> tuple[PageKind, str]:
    signals = one.signals
    if not signals.words:
        return _without_words(one.page, signals)
    garbled = _garbled(one)
    if garbled:
        return "garbled", garbled
    if _damaged(one):
        where = "hidden text layer" if _hidden(signals) else "text"
        return "bad_layer", (
            f"{one.counts.damaged} frequent words of its {where} are damaged as OCR in another "
            f"language damages them, {one.counts.sound} are not"
        )
    if _hidden(signals) and _bare(one):
        return "bad_layer", "its hidden text layer has no æ, ø or å, or hardly any"
    if _hidden(signals):
        return "digital", "a picture with a hidden text layer that reads well"
    if signals.picture_share >= WHOLE_PICTURE and signals.words < FEW_WORDS:
        return "mixed", f"a picture covers the page, {signals.words} words stand beside it"
    return "digital", "its text layer reads well"


def _without_words(page: Page, signals: Signals) -> tuple[PageKind, str]:
    if signals.picture_share >= PICTURE:
        return "scan", f"no text, and a picture covers {signals.picture_share:.0%} of the page"
    if signals.picture_share > 0 or page.fills:
        return "scan", "no text, but something is drawn on it"
    return "blank", "nothing stands on it"


def _garbled(one: _Measured) -> str:
    """Why the text is no use, or nothing."""
    signals = one.signals
    if signals.unmapped_share >= UNMAPPED:
        return f"{signals.unmapped_share:.0%} of its characters have no Unicode value"
    if one.mojibake and signals.unknown_share >= ENCODED_UNKNOWN:
        return "its letters were stored by another table than they are read by"
    if one.odd >= MOST_ODD or (one.odd >= ODD and signals.unknown_share >= UNKNOWN):
        return f"{one.odd:.0%} of its words are no words of any language"
    if one.likeness < LEAST_LIKENESS and signals.unknown_share >= UNKNOWN:
        return "its letters are spread as in no language: its characters have other codes"
    return ""


def _damaged(one: _Measured) -> bool:
    least = 1 if _hidden(one.signals) else FEWEST_DAMAGED
    return one.counts.damaged >= least and one.signals.damage >= DAMAGED


def _bare(one: _Measured) -> bool:
    """Whether a Norwegian text has lost its own letters, whatever words stand on the page."""
    letters = [c for word in one.page.words for c in word.text.lower() if c.isalpha()]
    special = sum(letter in "æøå" for letter in letters)
    if len(letters) < BARE_LETTERS or special >= BARE * len(letters):
        return False
    telling = words_of("language", "nn.words") | words_of("language", "nb.words")
    told = sum(word.text.lower() in telling for word in one.page.words)
    return told >= max(2, NORWEGIAN * len(one.page.words))


def _hidden(signals: Signals) -> bool:
    return signals.invisible_share >= HIDDEN


def _with_reason(verdict: Verdict, kind: PageKind, reason: str) -> Verdict:
    return Verdict(kind, (*verdict.reasons[:-1], reason), verdict.signals)
