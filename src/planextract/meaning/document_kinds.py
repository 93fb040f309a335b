"""The kinds of documents that are no plans, and the words that name them or a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from planextract.lexicons import read_toml


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document that is no plan."""

    name: str
    reason: str
    title: tuple[str, ...]
    headings: tuple[str, ...]
    marks: tuple[str, ...]
    before_plan: bool


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of documents that are no plans."""
    return tuple(
        Kind(
            row["name"],
            row["reason"],
            tuple(row["title"]),
            tuple(row["headings"]),
            tuple(row.get("marks", ())),
            bool(row.get("before_plan")),
        )
        for row in read_toml("document_types")["kinds"]
    )


def kind_word_in(text: str, kind: Kind) -> re.Match[str] | None:
    """The first word of a text that names a kind."""
    return _kind_words(text).get(kind.name)


@lru_cache(maxsize=1024)
def _kind_words(text: str) -> dict[str, re.Match[str]]:
    """The first word for each kind that a text names; titles are asked for again and again."""
    found = ((kind.name, _any_of(kind.title).search(text)) for kind in kinds())
    return {name: match for name, match in found if match}


def kind_marks_in(text: str, kind: Kind) -> set[str]:
    """The marks of a kind that a first page has."""
    return {found.lower() for found in _any_of(kind.marks).findall(text)} if kind.marks else set()


def kind_headings_in(text: str, kind: Kind) -> set[str]:
    """The words of a heading that documents of a kind have."""
    return {found.lower() for found in _any_of(kind.headings).findall(text)}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words by itself, or with ``*`` also as the end of a compound."""
    whole = "|".join(re.escape(word) for word in words if not word.startswith("*"))
    ends = "|".join(re.escape(word[1:]) for word in words if word.startswith("*"))
    parts = [rf"[\w-]*(?:{ends})"] if ends else []
    parts += [f"(?:{whole})"] if whole else []
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def plan_word_in(text: str) -> re.Match[str] | None:
    """A word that names a plan: a whole word or the end of a compound."""
    return _plan_word().search(text)


@cache
def _plan_word() -> re.Pattern[str]:
    words = [word for row in read_toml("plan_types")["types"] for word in row["words"]]
    stems = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b[\w-]*(?:{stems})\b", re.IGNORECASE)
