"""The ways in which one line can be parted into the columns of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planextract.meaning.resources import looks_like_resources
from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.times import is_time_word, times_of
from planextract.meaning.run_together.words import follows

LONGEST_PART = 3
"""Words of a line of a deadline that is read with the next line alone: "Innan utgangen"."""
KEPT, HOPELESS = 24, 7.0
"""Splits of a line that are tried in earnest: so many, not so much worse than the best."""
CODE = re.compile(r"[A-ZÆØÅ]{0,3}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?[.)]?|[A-ZÆØÅ]")
SLACK = 1.5
"""Letters by which a line may pass its column's width, since letters differ in width."""
PARTED = -1.0
"""A border between two words that usually stand together."""
TOO_WIDE, ON_RULE, OVER_RULE, TIME_LEFT, NO_MONEY = 0.4, 2.0, -4.0, -2.5, -3.0
"""Scores: a letter too many, a border on a ruling line, a rule inside, a time inside, no sum."""


@dataclass(frozen=True)
class Split:
    """A line in its columns; ``texts`` is empty where a column has nothing."""

    spans: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]
    score: float
    parents: bool
    """Whether a parent's column has some of it."""
    others: bool
    """Whether any other column has."""


def splits_of(line: Line, kinds: Sequence[str], widths: Sequence[float]) -> list[Split]:
    """The likeliest ways to part a line, by widths, ruling lines and times alone."""
    tokens = line.tokens
    times = times_of(tokens)
    found = []
    for spans in _spans(tokens, tuple(kinds), 0, frozenset(times)):
        texts = tuple(" ".join(tokens[start:end]) for start, end in spans)
        score = _fit(texts, kinds, widths) + _on_rules(line, spans)
        score += TIME_LEFT * _times_left(tokens, times, spans, kinds)
        score += PARTED * _parted(tokens, spans)
        filled = [kind == "parent" for text, kind in zip(texts, kinds, strict=True) if text]
        found.append(Split(spans, texts, score, any(filled), not all(filled)))
    found.sort(key=lambda split: -split.score)
    return [split for split in found[:KEPT] if split.score >= found[0].score - HOPELESS]


def _spans(
    tokens: Sequence[str], kinds: tuple[str, ...], start: int, times: frozenset[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """All ways to give the words from ``start`` on to columns, in order."""
    if not kinds:
        if start == len(tokens):
            yield ()
        return
    for end in range(start, len(tokens) + 1):
        if end > start and not _may_stand(tokens[start:end], kinds[0], (start, end) in times):
            continue
        for rest in _spans(tokens, kinds[1:], end, times):
            yield ((start, end), *rest)


def _may_stand(words: Sequence[str], kind: str, timely: bool) -> bool:
    """Whether words can stand in a column of a kind."""
    if kind == "time":
        return timely or (len(words) <= LONGEST_PART and all(map(is_time_word, words)))
    if kind == "code":
        return len(words) == 1 and CODE.fullmatch(words[0]) is not None
    return True


def _fit(texts: Sequence[str], kinds: Sequence[str], widths: Sequence[float]) -> float:
    score = 0.0
    for text, kind, width in zip(texts, kinds, widths, strict=True):
        score -= TOO_WIDE * max(0.0, len(text) - width - SLACK)
        if kind == "resources" and text and not is_money(text):
            score += NO_MONEY
    return score


@lru_cache(maxsize=65536)
def is_money(text: str) -> bool:
    """Whether a text, or the start of it, is a sum or a share of work."""
    plain = text.rstrip("-")
    return (
        looks_like_resources(plain) >= 0.5 or re.match(r"\d+([.,]\d+)? [^\W\d]", plain) is not None
    )


def _on_rules(line: Line, spans: Sequence[tuple[int, int]]) -> float:
    score = 0.0
    for bar in line.bars:
        on = any(start == bar and end > start for start, end in spans)
        score += ON_RULE if on else OVER_RULE
    return score


def _parted(tokens: Sequence[str], spans: Sequence[tuple[int, int]]) -> float:
    """How usual the pairs of words are that stand in different columns."""
    borders = {start for start, end in spans if end > start} - {0}
    return sum(follows(tokens[at - 1], tokens[at]) for at in borders)


def _times_left(
    tokens: Sequence[str],
    times: Sequence[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    kinds: Sequence[str],
) -> int:
    """Capitalised or numbered times that another column took."""
    taken = {
        at
        for (start, end), kind in zip(spans, kinds, strict=True)
        if kind == "time"
        for at in range(start, end)
    }
    left = {
        start
        for start, end in times
        if start not in taken
        and not tokens[start][0].islower()
        and (end == start + 1 or start + 1 in taken)
    }
    return len(left) if "time" in kinds else 0
