"""Which words of a line are a time, misread by OCR or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from planextract.lexicons import read_toml, words_of
from planextract.meaning.deadlines import read_deadline
from planextract.meaning.run_together.words import MISREAD

LONGEST_TIME = 6
"""Words of a deadline in one line."""


@lru_cache(maxsize=4096)
def times_of(tokens: tuple[str, ...]) -> list[tuple[int, int]]:
    """The runs of words that are times by themselves."""
    return [
        (start, end)
        for start in range(len(tokens))
        for end in range(start + 1, min(start + LONGEST_TIME, len(tokens)) + 1)
        if is_time(" ".join(tokens[start:end]))
    ]


@lru_cache(maxsize=65536)
def is_time(text: str) -> bool:
    """Whether a text is a time by itself, all its words such as times are made of."""
    if text.endswith("-") or not text[0].isalnum():
        return False
    words = text.split()
    if len(words) > 1 and not all(is_time_word(word) for word in words):
        return False
    return _reading(text) is not None and not _has_stranger(words)


@lru_cache(maxsize=65536)
def completes(above: str, whole: str) -> bool:
    """Whether a line makes a time of the line above it, or another time."""
    return is_time(whole) and (not is_time(above) or _reading(above) != _reading(whole))


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


@lru_cache(maxsize=65536)
def is_time_word(word: str) -> bool:
    """Whether a word is one that times are made of."""
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
