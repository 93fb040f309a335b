"""Text that knows which words on which page it was read from.

A passage is cut, joined and repaired without losing its way back: each piece of its
text leads to the word as read, and each change is an edit that can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from planextract.model.page import Box, Word
from planextract.model.records import record


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to read text: ``words`` as read say ``before``, now ``after``."""

    before: str
    after: str
    rule: str
    score: float
    """Probability that the change is right, 0 to 1."""
    words: tuple[Word, ...]


@record(frozen=True, slots=True)
class Piece:
    """``text[start:end]`` of a passage was read as ``word``."""

    start: int
    end: int
    word: Word


@record(frozen=True, slots=True)
class Passage:
    """A run of text with its words and the edits made to it, in reading order."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()
    edits: tuple[Edit, ...] = ()
    _kept: tuple[Word, ...] | None = field(default=None, init=False, repr=False, compare=False)
    """Its words, once they were asked for."""

    @staticmethod
    def of(words: Iterable[Word]) -> Passage:
        """The words joined by single spaces, unedited."""
        texts, pieces = [], []
        start = 0
        for word in words:
            text = word.text
            end = start + len(text)
            texts.append(text)
            pieces.append(Piece(start, end, word))
            start = end + 1
        return Passage(" ".join(texts), tuple(pieces))

    @property
    def wording(self) -> str:
        """The text without what may differ between two places where it stands."""
        return " ".join("".join(c if c.isalnum() else " " for c in self.text.lower()).split())

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words it was read from, each once, in reading order."""
        kept = self._kept
        if kept is None:
            words = [piece.word for piece in self.pieces]
            kept = tuple({(word.page, word.index): word for word in words}.values())
            object.__setattr__(self, "_kept", kept)
        return kept

    @property
    def quote(self) -> str:
        """The words as read, joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(word.page for word in self.words))

    def box(self, page: int | None = None) -> Box:
        """The smallest box around its words on ``page`` (by default its first)."""
        page = page if page is not None else self.pages[0]
        return Box.around(word.box for word in self.words if word.page == page)

    def __getitem__(self, span: slice) -> Passage:
        """The passage of a part of the text, with the words and edits that touch it."""
        start, end, _ = span.indices(len(self.text))
        pieces = tuple(
            Piece(max(p.start, start) - start, min(p.end, end) - start, p.word)
            for p in self.pieces
            if p.start < end and p.end > start
        )
        keys = {piece.word.key for piece in pieces}
        edits = tuple(e for e in self.edits if any(w.key in keys for w in e.words))
        return Passage(self.text[start:end], pieces, edits)

    def strip(self, chars: str | None = None) -> Passage:
        """Without white space (or ``chars``) at either end."""
        left = len(self.text) - len(self.text.lstrip(chars))
        return self[left : left + len(self.text.strip(chars))]

    def split(self, pattern: str | re.Pattern[str]) -> list[Passage]:
        """The parts between matches of a pattern, stripped, empty ones left out."""
        parts, at = [], 0
        for found in re.finditer(pattern, self.text):
            parts.append(self[at : found.start()].strip())
            at = found.end()
        parts.append(self[at:].strip())
        return [part for part in parts if part]

    def edited(self, start: int, end: int, after: str, rule: str, score: float) -> Passage:
        """With ``text[start:end]`` replaced; the change is recorded as an edit."""
        touched = tuple(p for p in self.pieces if p.start < end and p.end > start)
        words = tuple({p.word.key: p.word for p in touched}.values())
        edit = Edit(self.text[start:end], after, rule, score, words)
        shift = len(after) - (end - start)
        return replace(
            self,
            text=self.text[:start] + after + self.text[end:],
            pieces=tuple(self._moved(start, end, len(after), shift)),
            edits=(*self.edits, edit),
        )

    def _moved(self, start: int, end: int, length: int, shift: int) -> Iterator[Piece]:
        """Pieces after an edit; one that it touches has at least a letter of what comes of it."""
        for piece in self.pieces:
            if piece.end <= start:
                yield piece
            elif piece.start >= end:
                yield Piece(piece.start + shift, piece.end + shift, piece.word)
            else:
                last = start + max(length - 1, 0)
                new_end = piece.end + shift if piece.end >= end else start + length
                yield Piece(min(piece.start, last), new_end, piece.word)


def join(passages: Iterable[Passage], separator: str = " ") -> Passage:
    """Passages one after the other; the separator belongs to no word."""
    text = ""
    pieces: list[Piece] = []
    edits: list[Edit] = []
    for passage in passages:
        if not passage:
            continue
        if text:
            text += separator
        pieces += [Piece(p.start + len(text), p.end + len(text), p.word) for p in passage.pieces]
        edits += [edit for edit in passage.edits if edit not in edits]
        text += passage.text
    return Passage(text, tuple(pieces), tuple(edits))
