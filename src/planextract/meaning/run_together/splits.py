"""The ways in which one line can be parted into the columns of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planextract.lexicons import read_toml, words_of
from planextract.meaning.deadlines import read_deadline
from planextract.meaning.resources import looks_like_resources
from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.words import MISREAD, follows

LONGEST_TIME = 6
"""Words of a deadline in one line."""
LONGEST_CODE = 8
"""Letters of a row's number."""
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


@lru_cache(maxsize=4096)
def times_of(tokens: tuple[str, ...]) -> list[tuple[int, int]]:
    """The runs of words that are times by themselves."""
    return [
        (start, end)
        for start in range(len(tokens))
        for end in range(start + 1, min(start + LONGEST_TIME, len(tokens)) + 1)
        if is_time(" ".join(tokens[start:end]))
    ]


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
        return timely
    if kind == "code":
        return len(words) == 1 and CODE.fullmatch(words[0]) is not None
    return True


@lru_cache(maxsize=65536)
def is_time(text: str) -> bool:
    """Whether a text is a time by itself, all its words such as times are made of."""
    if text.endswith("-") or not text[0].isalnum():
        return False
    words = text.split()
    if len(words) > 1 and not all(_is_time_word(word) for word in words):
        return False
    return _reading(text) is not None and not _has_stranger(words)


def _reading(text: str) -> tuple[str, str | None, str | None] | None:
    """What a time says, its misread words as they may have been; None for what is none."""
    sound = " ".join(_time_words().get(word.lower(), word) for word in text.split())
    for form in dict.fromkeys((sound, text)):
        deadline = read_deadline(form)
        if deadline is not None and deadline.kind not in ("unknown", "conditional"):
            return deadline.kind, deadline.edtf, deadline.rrule
    return None


def _has_stranger(words: Sequence[str]) -> bool:
    """Whether the first word adds nothing to a time, and begins no phrase ("I løpet av 2026")."""
    if len(words) < 2 or _reading(" ".join(words)) != _reading(" ".join(words[1:])):
        return False
    first, second = words[:2]
    if second.lower() in words_of("run_together", "suspending"):
        return _reading(first) is None
    phrase = second[0].islower() or len(first) == 1
    return not (first[0].isupper() and phrase)


def _is_time_word(word: str) -> bool:
    plain = word.lower().strip(".,;:–—-()")
    return (
        not plain
        or any(c.isdigit() for c in plain)
        or plain in _time_words()
        or any(plain.startswith(start) for start in _time_starts())
        or is_time(plain)
    )


@cache
def _time_words() -> dict[str, str]:
    """The words of ``lexicons/deadlines.toml``, by the forms that OCR makes of them."""
    found: dict[str, str] = {}
    for entry in _strings(read_toml("deadlines")):
        for word in (word.strip(".,") for word in entry.split() if not word.endswith("*")):
            for a, o in MISREAD:
                found.setdefault(word.replace("å", a).replace("ø", o), word)
    found.update({word: word for word in found.values()})
    found.pop("", None)
    return found


@cache
def _time_starts() -> frozenset[str]:
    words = [word for entry in _strings(read_toml("deadlines")) for word in entry.split()]
    return frozenset(word.rstrip("*") for word in words if word.endswith("*") and len(word) > 4)


def _strings(entry: object) -> Iterator[str]:
    """All words of a lexicon's tables, without the examples that prove them."""
    if isinstance(entry, str):
        yield entry.lower()
    elif isinstance(entry, list):
        for each in entry:
            yield from _strings(each)
    elif isinstance(entry, dict):
        for key, each in entry.items():
            if "example" not in key:
                yield from _strings(each)


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
