"""Which language a text or document is in: Nynorsk or Bokmål, or another one that is not read.

Other languages are told by ``tongues``. The two forms of Norwegian are told by function words
and endings, chosen so that the damage of bad text layers (å read as a, d, é …) seldom turns
one language's word into the other's; see ``lexicons/language.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from planextract.lexicons import read_toml
from planextract.meaning.tongues import Weighed, weigh
from planextract.model.layout import Layout

LONG_ENOUGH = 6
"""Letters of a word for its ending to count: shorter ones are often whole words."""
ENDING_WEIGHT = 0.4
"""An ending against a whole word: about two in five endings are shared words or damage."""
LEAST_EVIDENCE = 2.0
"""Weight of words for a language to be told at all: a title of five words holds about that."""
EVEN = 0.6
"""Below this share of the evidence neither language is told."""
LEAST_WORDS = 12
"""Different words from which a language other than Norwegian is told."""
LEAST_PAGE = 25
"""The same for a page: a table's or picture's page may hold few words of any language."""
LEAST_LEAD = 6.0
"""Logarithm of the odds from which another language than Norwegian is told."""
LEAST_KNOWN = 0.3
"""Share of the words that a language's list must have; running text has 0.5 to 0.8."""
NORWEGIAN_PART = 0.2
"""Share of a document's words on Norwegian pages from which the document is Norwegian, the
others being a summary, a foreword or the same in another language."""
OTHER = "other"
LATIN = 0.5
"""Share of the letters below which a text is in another script."""
LEAST_LETTERS = 50
"""Letters from which the script is told."""
UNREAD = ("scan", "garbled")
"""Kinds of pages whose words, if any, are not what the page says."""


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """The language of a document, and the pages that are in another one."""

    code: str | None
    """``nn``, ``nb``, another language's code, ``other``; None where too little is said."""
    confidence: float
    is_read: bool
    """Whether it is Norwegian; False also where no language can be told, but not because its
    pages could not be read: that is said of the pages."""
    foreign_pages: Mapping[int, str] = field(default_factory=dict)
    """Of a Norwegian document: pages in another language, with its code."""

    @property
    def sentence(self) -> str:
        """Why the document is not read."""
        if self.code is None:
            return "The document has too little running text to tell its language; it is not read."
        if self.code == OTHER:
            return "The document is in no language that is known here; only Norwegian is read."
        return f"The document is in {language_name(self.code)}; only Norwegian is read."


def language_name(code: str) -> str:
    """A language's name in messages."""
    return str(read_toml("language")["names"].get(code, "another language"))


def read_language(layout: Layout) -> LanguageReading:
    """The language of a document and of its pages, running heads left out of the pages."""
    if _is_other_script(layout):
        return LanguageReading(OTHER, 1.0, False)
    texts = _page_texts(layout)
    pages = {number: (weigh(text), text) for number, text in texts.items()}
    told = {number: _foreign(found, LEAST_PAGE) for number, (found, _) in pages.items()}
    own = {number for number, code in told.items() if code is None}
    whole = weigh("\n".join(texts.values()))
    total = sum(found.words for found, _ in pages.values())
    norwegian = sum(pages[n][0].words for n in own if _is_norwegian(pages[n][0]))
    code = _foreign(whole, LEAST_WORDS)
    if total and (code is None or norwegian >= NORWEGIAN_PART * total):
        text = "\n".join(text for n, (_, text) in pages.items() if n in own)
        form, confidence = _norwegian_form(Counter(_words(text)))
        foreign = {n: c for n, c in told.items() if c is not None}
        read = norwegian > 0 or _is_norwegian(whole)
        return LanguageReading(form if read else None, confidence, read, foreign if read else {})
    unread = not total and any(page.verdict.kind in UNREAD for page in layout.pages)
    return LanguageReading(code, _sureness(whole) if code else 0.0, unread)


def tell_language(text: str) -> str | None:
    """``nn`` or ``nb`` by the majority of its words; another code where that is clear."""
    return judge_language(text)[0]


def judge_language(text: str) -> tuple[str | None, float]:
    """The language and how sure that is, 0 to 1."""
    found = weigh(text)
    code = _foreign(found, LEAST_WORDS)
    if code is not None:
        return code, _sureness(found)
    return _norwegian_form(Counter(_words(text)))


def _foreign(found: Weighed, least: int) -> str | None:
    """Another language than Norwegian, where the words clearly say so."""
    if found.words < least:
        return None
    if found.known < LEAST_KNOWN:
        return OTHER if found.words >= LEAST_PAGE else None
    return found.best if found.best != "nb" and found.lead >= LEAST_LEAD else None


def _is_norwegian(found: Weighed) -> bool:
    """Whether a text, be it short, is Norwegian rather than anything else."""
    return found.best == "nb" and found.lead > 0 and found.known >= LEAST_KNOWN


def _sureness(found: Weighed) -> float:
    return round(min(0.99, found.lead / (found.lead + LEAST_LEAD)), 4)


def _page_texts(layout: Layout) -> dict[int, str]:
    return {
        page.number: " ".join(w.text for w in page.words if w.key not in layout.furniture)
        for page in layout.pages
        if page.verdict.kind != "garbled"
    }


def _is_other_script(layout: Layout) -> bool:
    """Whether most letters are not Latin; pages with such letters may pass for garbled ones."""
    letters = Counter("".join(word.text for page in layout.pages for word in page.words))
    found = {letter: count for letter, count in letters.items() if letter.isalpha()}
    latin = sum(n for letter, n in found.items() if unicodedata.name(letter, "")[:5] == "LATIN")
    return sum(found.values()) >= LEAST_LETTERS and latin < LATIN * sum(found.values())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _norwegian_form(words: Counter[str]) -> tuple[str | None, float]:
    """Nynorsk or Bokmål and the share of the evidence that speaks for it."""
    nn, nb = _evidence(words, "nn"), _evidence(words, "nb")
    best, share = ("nn", nn) if nn >= nb else ("nb", nb)
    confidence = (share + 0.25) / (nn + nb + 0.5)
    if share < LEAST_EVIDENCE or confidence < EVEN:
        return None, round(1 - confidence if share < LEAST_EVIDENCE else confidence, 4)
    return best, round(confidence, 4)


def _evidence(words: Counter[str], code: Literal["nn", "nb"]) -> float:
    """The weight of the words that only this language has."""
    known, endings, shared = _rules(code)
    weight = 0.0
    for word, count in words.items():
        if word in known:
            weight += count
        elif len(word) >= LONG_ENOUGH and word.endswith(endings) and word not in shared:
            weight += ENDING_WEIGHT * count
    return weight


@cache
def _rules(code: Literal["nn", "nb"]) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    table: dict[str, Any] = read_toml("language")
    other = "nb" if code == "nn" else "nn"
    shared = {*table[code]["not_endings"], *table[other]["words"]}
    known = frozenset(table[code]["words"]) - frozenset(table[other]["words"])
    return known, tuple(table[code]["endings"]), frozenset(shared)
