"""Candidates of tokens, remembered from document to document."""

from __future__ import annotations

from functools import cache

from planextract.repair import settings as s
from planextract.repair.candidates import Candidate, Walk
from planextract.repair.channel import Channel
from planextract.repair.language import Language
from planextract.repair.vocabulary import Vocabulary, vocabulary


class Finder:
    """Finds the candidates of a token by the channel learned beforehand.

    It remembers what it found for the same string, from document to document: what a
    document shows of its own print changes the candidates' costs, not which there are.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._channel = Channel.prior()
        self._known: dict[tuple[str, bool], tuple[Candidate, ...]] = {}

    def candidates(self, token: str, cut: bool) -> tuple[Candidate, ...]:
        """The most likely first; the token as it stands is among them if a list knows it."""
        key = (token, cut)
        if key not in self._known:
            if len(self._known) > s.REMEMBERED_TOKENS:
                self._known.clear()
            self._known[key] = Walk(self.vocabulary, self._channel, token, cut).found()
        return self._known[key]


@cache
def finder(language: Language) -> Finder:
    """The shared finder of a language, without a user's words."""
    return Finder(vocabulary(language))
