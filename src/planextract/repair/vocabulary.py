"""The words of one language: which exist, how common they are, how they begin.

One sorted list of lines ``word<TAB>tag`` answers everything by bisection: 1 µs a
question, 65 bytes a word, loaded by unpacking and merging sorted files.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from planextract.lexicons import read_packed
from planextract.lexicons.hunspell import form_lines
from planextract.repair.language import Language, grammar_words, slips
from planextract.repair.settings import (
    FOREIGN_SHARE,
    PLAN_WORD,
    REMEMBERED,
    UNSEEN_FOREIGN,
    UNSEEN_FORM,
    USER_WORD,
)

_NAME = re.compile(r"[^\W\d_]+")
SCALE = 4.0
"""Steps of the stored frequencies in a nat (bench/build_repair_words.py)."""
RARE = -13.0
"""Log share below which words are not told apart when a search is bounded."""
FILES = {
    "nn": ("nn_forms", "nn_counted", "nb_frequent"),
    "nb": ("nb_forms", "nb_frequent", "nn_counted"),
}


class Standing(NamedTuple):
    """What the lists say of a word."""

    own: bool
    """The language itself has it; otherwise only its sister does."""
    log_share: float
    """Natural logarithm of its share of running text."""


@cache
def _word_lines(name: str) -> list[str]:
    """A word file's lines, kept: the vocabularies of both languages share the strings."""
    return read_packed(name)


@cache
def _shared_lines(language: Language) -> list[str]:
    merged = _plan_lines()
    if language == "nn":  # of Bokmål simplemma lists as many forms as Hunspell
        merged += form_lines(language)
    for name in FILES[language]:
        merged += _word_lines(name)
    merged.sort()
    return merged


def _plan_lines() -> list[str]:
    """Words of plans and the names of municipalities."""
    folder = files("planextract.lexicons")
    text = folder.joinpath("words/plan_both.txt").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    names = folder.joinpath("municipalities.tsv").read_text(encoding="utf-8").splitlines()[1:]
    words = {*" ".join(rows).split(), *_NAME.findall(" ".join(row.split("\t")[1] for row in names))}
    return [f"{word.lower()}\tp" for word in words if word.isalpha()]


class Vocabulary:
    """Words of ``language`` and, at a discount, of its sister; ``extra`` are a user's own."""

    def __init__(self, language: Language, extra: Iterable[str] = ()) -> None:
        self.language = language
        self._lines = _shared_lines(language)
        user = sorted({f"{word.lower()}\tu" for word in extra if word.isalpha()})
        if user:
            self._lines = sorted([*self._lines, *user])
        self._standing: dict[str, Standing | None] = {}
        self._begins: dict[str, tuple[int, int] | None] = {}
        self._mass: dict[str, float | None] = {}
        self._likely = _likely_beginnings(language)

    def standing(self, word: str) -> Standing | None:
        """What is known of a word in lower case; None where no list has it."""
        try:
            return self._standing[word]
        except KeyError:
            found = self._look_up(word)
            if len(self._standing) > REMEMBERED:
                self._standing.clear()
            self._standing[word] = found
            return found

    def _look_up(self, word: str) -> Standing | None:
        own, best = False, -math.inf
        at = bisect_left(self._lines, word + "\t")
        while at < len(self._lines) and self._lines[at].startswith(word + "\t"):
            is_own, share = self._reading(self._lines[at][len(word) + 1 :])
            own, best = own or is_own, max(best, share)
            at += 1
        slip = slips(self.language).get(word)
        if slip is not None:
            return Standing(word not in grammar_words(f"not_{self.language}"), best + slip)
        return Standing(own, best) if best > -math.inf else None

    def _reading(self, tag: str) -> tuple[bool, float]:
        """Whether a tag is the language's own, and the share it stands for."""
        kind = tag[0]
        if kind == "u":
            return True, USER_WORD
        if kind == "p":
            return True, PLAN_WORD
        if kind == "f":
            return True, UNSEEN_FORM
        share = -int(tag[1:]) / SCALE
        if (kind == "c") == (self.language == "nn"):
            return True, share
        foreign = FOREIGN_SHARE[self.language]
        return False, max(share + foreign, UNSEEN_FOREIGN)

    def begins(self, prefix: str) -> tuple[int, int] | None:
        """The range of lines with this beginning, None if there is none."""
        try:
            return self._begins[prefix]
        except KeyError:
            pass
        low, high = 0, len(self._lines)
        if len(prefix) > 1:
            parent = self.begins(prefix[:-1])
            if parent is None:
                self._begins[prefix] = None
                return None
            low, high = parent
        low = bisect_left(self._lines, prefix, low, high)
        found: tuple[int, int] | None = None
        if low < high and self._lines[low].startswith(prefix):
            found = low, bisect_left(self._lines, prefix + "\U0010ffff", low, high)
        if len(self._begins) > REMEMBERED:
            self._begins.clear()
        self._begins[prefix] = found
        return found

    def best_share(self, prefix: str) -> float:
        """No word with this beginning has a greater log share than this."""
        return self._likely.get(prefix, RARE)

    def log_mass(self, prefix: str) -> float | None:
        """Natural logarithm of the share of text that words with this beginning make up."""
        if prefix not in self._mass:
            span = self.begins(prefix)
            self._mass[prefix] = None if span is None else self._sum(*span)
        return self._mass[prefix]

    def _sum(self, low: int, high: int) -> float:
        step = max(1, (high - low) // 400)
        tags = (line.partition("\t")[2] for line in self._lines[low:high:step])
        return math.log(step * sum(math.exp(self._reading(tag)[1]) for tag in tags))


@cache
def _likely_beginnings(language: Language) -> dict[str, float]:
    """The best log share among the words of each beginning, where it is above ``RARE``."""
    kind = "c" if language == "nn" else "w"
    best: dict[str, float] = {}
    for line in _word_lines("nn_counted" if language == "nn" else "nb_frequent"):
        word, _, tag = line.partition("\t")
        share = -int(tag[1:]) / SCALE
        if share > RARE and tag[0] == kind:
            for end in range(1, len(word) + 1):
                if share > best.get(word[:end], RARE):
                    best[word[:end]] = share
    return best


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The shared vocabulary of a language, without a user's words."""
    return Vocabulary(language)
