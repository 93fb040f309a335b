"""The lexicon of deadlines as compiled patterns, loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from planextract.lexicons import read_toml

LETTER = "a-zß-öø-ÿčđŋšŧž"


def lexicon() -> dict[str, Any]:
    """``lexicons/deadlines.toml`` as it stands."""
    return read_toml("deadlines")


def pattern_of(word: str) -> str:
    """A regular expression for one word of the lexicon (its notation stands there)."""
    dotted = word.endswith(".") and len(word) > 1
    body = re.escape(word[:-1] if dotted else word)
    body = body.replace(r"\*", f"[{LETTER}]*").replace(r"\ ", r"\s+")
    left = rf"(?<![{LETTER}\d])" if word[0].isalnum() or word[0] == "*" else ""
    right = rf"(?![{LETTER}])" if word.rstrip(".")[-1:].isalpha() or word[-1] == "*" else ""
    return f"{left}{body}{right}" + (r"(?:\.(?!\d)|(?![\w.]))" if dotted else "")


@cache
def any_of(*words: str) -> str:
    """One group that matches any of the words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(pattern_of(word) for word in ordered) + ")"


def pattern_list(lists: Iterable[list[str]]) -> str:
    """One group that matches any word of any of the lists."""
    return any_of(*(word for words in lists for word in words))


@cache
def sign(name: str) -> str:
    """The group of ``[signs.name]``."""
    return any_of(*lexicon()["signs"][name]["words"])


@cache
def finder(name: str) -> re.Pattern[str]:
    """``sign`` compiled."""
    return re.compile(sign(name))


def has(name: str, text: str) -> bool:
    """Whether the sign stands in the normal text."""
    return finder(name).search(text) is not None


@cache
def group_of(table: str) -> str:
    """The group of all words of a table of lists (months, seasons, units, …)."""
    return pattern_list(lexicon()[table].values())


@cache
def _keys(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(any_of(*words))) for key, words in lexicon()[table].items())


@lru_cache(maxsize=4096)
def key_of(table: str, word: str) -> str | None:
    """The key under which a found word stands."""
    found = (key for key, pattern in _keys(table) if pattern.fullmatch(word.strip()))
    return next(found, None)


def number_of(word: str) -> int | None:
    """The value of "3", "3.", "tre", "tredje" or "III."."""
    digits = word.strip().rstrip(".").strip()
    if digits.isdecimal():
        return int(digits)
    key = key_of("ordinals", word) or key_of("numbers", word)
    return int(key) if key else None


@lru_cache(maxsize=1)
def count() -> str:
    """The group of a cardinal: digits or a word."""
    return rf"(?:(?<![\d.,])\d{{1,3}}(?![\d])|{group_of('numbers')})"


@lru_cache(maxsize=1)
def ordinal() -> str:
    """The group of an ordinal: "3.", "3" or a word."""
    return rf"(?:(?<![\d.,])\d{{1,2}}\s?\.?(?!\d)|{group_of('ordinals')})"
