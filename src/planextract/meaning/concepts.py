"""What a heading, label, lead-in or column header speaks of; the words are data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planextract.lexicons import read_toml

WORD = re.compile(r"[\w]+", re.UNICODE)
PHRASE_WORDS = 30
"""Words of a text in which runs of words are looked for; longer ones are paragraphs."""
INSIDE = 0.6
"""How much a word inside a text counts against the first or last of it."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    found = []
    for name, entry in read_toml("concepts").items():
        words = re.compile("|".join(f"(?:{word})" for word in entry["words"]))
        phrases = entry.get("phrases")
        found.append((name, words, re.compile("|".join(phrases)) if phrases else None))
    return tuple(found)


@cache
def concept_names() -> tuple[str, ...]:
    """The concepts, in the order of their file."""
    return tuple(name for name, _, _ in _patterns())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(name for name, entry in read_toml("concepts").items() if entry.get("kind"))


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[int, ...]:
    """Places of the concepts that a word speaks of."""
    return tuple(at for at, (_, words, _) in enumerate(_patterns()) if words.fullmatch(word))


@lru_cache(maxsize=65536)
def concepts_of(text: str) -> tuple[float, ...]:
    """How much a text speaks of each concept, 0 to 1: its first and last word count most."""
    lower = text.lower()
    words = WORD.findall(lower)
    scores = [0.0] * len(_patterns())
    for at, word in enumerate(words):
        weight = 1.0 if at == 0 or at == len(words) - 1 else INSIDE
        for concept in _of_word(word):
            scores[concept] = max(scores[concept], weight)
    if len(words) > PHRASE_WORDS:
        return tuple(scores)
    for at, (_, _, phrases) in enumerate(_patterns()):
        if phrases is not None and phrases.search(lower):
            scores[at] = 1.0
    return tuple(scores)


def speaks_of(text: str, concept: str) -> float:
    """How much a text speaks of one concept, 0 to 1."""
    return concepts_of(text)[concept_names().index(concept)]


@lru_cache(maxsize=16384)
def names_kind(text: str) -> bool:
    """Whether a few words name a kind of record or field, as labels do."""
    kinds = _kinds()
    words = WORD.findall(text.lower())
    if not words:
        return False
    ends = {words[0], words[-1]}
    return any(concept_names()[at] in kinds for word in ends for at in _of_word(word))


FIELDS = {
    "owner": "responsible", "partner": "partners", "deadline": "deadline", "resource": "resources",
    "status": "status", "priority": "priority", "indicator": "indicator",
}  # fmt: skip
"""Concepts that are fields of an action, and the attribute that holds each."""


@lru_cache(maxsize=16384)
def names_field(text: str) -> str | None:
    """The attribute of an action that a label or header names; None where it names none."""
    scores = dict(zip(concept_names(), concepts_of(text), strict=True))
    best = max(FIELDS, key=lambda name: scores[name])
    return FIELDS[best] if scores[best] >= 1.0 else None
