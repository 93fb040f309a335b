"""Tags of words in their sentence: a network of one hidden layer over seven neighbouring words.

What each word adds to the hidden layer from each place is worked out once and kept, so that
tagging is a sum of rows. ``bench/fit_wordforms.py`` fits the table, and tells how well it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from planextract.lexicons import read_packed
from planextract.meaning.wordforms.words import EDGE, TAGS, Floats, Lexicon

REACH = 3
"""Words looked at on either side."""
PLACES = 2 * REACH + 1
FIRST_KEPT, MOST_KEPT = 1024, 30_000
"""Rows of words that are made room for at first, and how many before all are forgotten."""


class Tagger:
    """Probabilities of ``TAGS`` for each word of a sentence."""

    def __init__(self, lexicon: Lexicon, weights: dict[str, Floats]) -> None:
        """``weights``: ``inner`` (places, figures, hidden), ``bias``, ``outer``, ``outer_bias``."""
        self.lexicon = lexicon
        self._inner = weights["inner"]
        self._bias = weights["bias"]
        self._outer = weights["outer"]
        self._outer_bias = weights["outer_bias"]
        self._ids: dict[str, int] = {}
        self._rows = np.zeros((PLACES, FIRST_KEPT, len(self._bias)), dtype=np.float32)
        self._id(EDGE)

    def tag(self, sentence: Sequence[str]) -> Floats:
        """One row of probabilities for each token of one sentence."""
        return self.tag_all([sentence])[0]

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """As ``tag`` for many sentences at once, which is faster."""
        ids = [0] * REACH
        spans = []
        for sentence in sentences:
            spans.append((len(ids) - REACH, len(ids) - REACH + len(sentence)))
            ids += [self._id(token) for token in sentence]
            ids += [0] * REACH
        found = self._probabilities(np.array(ids))
        if len(self._ids) > MOST_KEPT:
            self._ids.clear()
            self._id(EDGE)
        return [found[start:end] for start, end in spans]

    def _probabilities(self, ids: NDArray[np.int64]) -> Floats:
        size = len(ids) - 2 * REACH
        hidden = np.tile(self._bias, (size, 1))
        for place in range(PLACES):
            hidden += self._rows[place][ids[place : place + size]]
        np.maximum(hidden, 0, out=hidden)
        scores = hidden @ self._outer + self._outer_bias
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        return np.asarray(scores / scores.sum(axis=1, keepdims=True), dtype=np.float32)

    def _id(self, word: str) -> int:
        known = self._ids.get(word)
        if known is None:
            known = self._ids[word] = len(self._ids)
            if known >= self._rows.shape[1]:
                self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)], axis=1)
            figures = edge_figures(self.lexicon) if word == EDGE else self.lexicon.figures(word)
            at = np.flatnonzero(figures)
            self._rows[:, known] = np.einsum("f,pfh->ph", figures[at], self._inner[:, at])
        return known


def edge_figures(lexicon: Lexicon) -> Floats:
    """The figures of what stands before and after a sentence: no probability of any tag."""
    found = np.zeros(lexicon.width, dtype=np.float32)
    found[len(TAGS) : len(TAGS) + 3] = 1  # no word is infinitive, present and passive at once
    return found


@cache
def load() -> Tagger:
    """The fitted tagger, read once."""
    folder = files("planextract.lexicons").joinpath("words")
    kept = np.load(BytesIO(folder.joinpath("wordforms.npz").read_bytes()))
    inner = kept["inner"].astype(np.float32) * kept["scale"]
    weights = {name: kept[name].astype(np.float32) for name in ("bias", "outer", "outer_bias")}
    return Tagger(unpacked(read_packed("wordforms")), weights | {"inner": inner})


def unpacked(lines: Iterable[str]) -> Lexicon:
    """The lexicon of lines ``kind<TAB>word<TAB>what``: ``w`` words, ``e`` endings, ``v``, ``f``."""
    words: dict[str, tuple[tuple[int, int], ...]] = {}
    endings: dict[str, tuple[tuple[int, int], ...]] = {}
    stems: dict[str, str] = {}
    frequent: dict[str, int] = {}
    seen: dict[str, tuple[tuple[int, int], ...]] = {}
    for line in lines:
        kind, word, what = line.split("\t")
        if kind == "v":
            stems[word] = what
        elif kind == "f":
            frequent[word] = len(frequent)
        else:
            counts = seen.get(what)
            if counts is None:
                counts = seen[what] = _counts(what)
            (words if kind == "w" else endings)[word] = counts
    return Lexicon(words, endings, stems, frequent)


def _counts(what: str) -> tuple[tuple[int, int], ...]:
    """``9:3 4:1`` -> ((9, 3), (4, 1))."""
    pairs = (pair.split(":") for pair in what.split(" "))
    return tuple((int(tag), int(count)) for tag, count in pairs)
