"""What an action says, as comparable parts: its things, its verbs, its people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planextract.comparison.forms import base, phrase_bridged, split, words
from planextract.lexicons import read_toml

WEAK_WEIGHT = 0.35
"""Weight of a word that stands in most plans (``tiltak``), against 1 for others; fitted on
the tune half of tests/data/pairs.tsv among 0.2, 0.35 and 0.5."""
LONGEST_PHRASE = 3
"""Words of the longest listed verb phrase (``legge til rette``)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The content of one text, ready to be matched."""

    things: tuple[str, ...]
    """Base forms of its words that are no verbs of the list, each once, in reading order."""
    verbs: frozenset[str]
    """Classes of what is done: ``build``, ``map``, …"""
    people: frozenset[str]
    """Groups of people that it names."""
    negated: bool
    spelt: dict[str, str]
    """Each thing as the text spells the word that it comes from."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word list of actions, by base form."""

    stop: frozenset[str]
    weak: frozenset[str]
    negations: frozenset[str]
    verbs: dict[tuple[str, ...], frozenset[str]]
    """Classes of a verb or verb phrase, which is given as the base forms of its words."""
    synonyms: dict[tuple[str, ...], tuple[str, ...]]
    """Parts of a word to those of the first word of its group."""
    people: dict[str, str]
    near: frozenset[frozenset[str]]
    opposed: frozenset[frozenset[str]]
    empty: frozenset[str]


@cache
def action_words() -> Words:
    """The list of ``lexicons/action_words.toml`` by base forms."""
    data = read_toml("action_words")
    verbs: dict[tuple[str, ...], frozenset[str]] = {}
    for name, listed in data["verbs"].items():
        for phrase in listed:
            key = tuple(base(word) for word in words(phrase))
            verbs[key] = verbs.get(key, frozenset()) | {name}
    synonyms = {
        _parts(word): _parts(group[0]) for group in data["synonyms"]["groups"] for word in group[1:]
    }
    people = {
        synonyms.get(_parts(word), _parts(word))[0]: group
        for group, listed in data["people"].items()
        for word in listed
    }
    return Words(
        stop=frozenset(base(word) for word in data["stop"]),
        weak=frozenset(part for word in data["weak"] for part in _parts(word)),
        negations=frozenset(base(word) for word in data["negations"]),
        verbs=verbs,
        synonyms=synonyms,
        people=people,
        near=frozenset(frozenset(pair) for pair in data["near"]["pairs"]),
        opposed=frozenset(frozenset(pair) for pair in data["near"]["opposed"]),
        empty=frozenset(data["near"]["empty"]),
    )


def read(text: str) -> Reading:
    """What a text says; the same content in the other written form reads the same."""
    known = action_words()
    read_words = words(phrase_bridged(text.lower()))
    bases = [base(word) for word in read_words]
    verbs: set[str] = set()
    spelt: dict[str, str] = {}
    for at, length in _phrases(bases):
        classes = known.verbs.get(tuple(bases[at : at + length]))
        if classes:
            verbs |= classes
        elif bases[at] not in known.stop and bases[at] not in known.negations:
            for thing in _things(bases[at], verbs):
                spelt.setdefault(thing, read_words[at])
    return Reading(
        things=tuple(spelt),
        verbs=frozenset(verbs),
        people=frozenset(known.people[thing] for thing in spelt if thing in known.people),
        negated=any(word in known.negations for word in bases),
        spelt=spelt,
    )


def weight(thing: str) -> float:
    """How much a base form tells about what an action is, 0 to 1; a number is a detail."""
    return WEAK_WEIGHT if thing in action_words().weak or thing.isdigit() else 1.0


def _phrases(bases: list[str]) -> Iterator[tuple[int, int]]:
    """Place and length of each word, and of each listed verb phrase as one."""
    verbs, at = action_words().verbs, 0
    while at < len(bases):
        lengths = range(LONGEST_PHRASE, 1, -1)
        length = next((n for n in lengths if tuple(bases[at : at + n]) in verbs), 1)
        yield at, length
        at += length


def _things(word: str, verbs: set[str]) -> Iterator[str]:
    """The parts of a word by the first of their synonyms; a verb in a compound goes to verbs."""
    known = action_words()
    parts = split(word)
    if len(parts) > 1 and (parts[-1],) in known.verbs:
        verbs |= known.verbs[parts[-1],]
        parts = parts[:-1]
    whole = known.synonyms.get(parts)
    for part in whole or parts:
        yield from known.synonyms.get((part,), (part,)) if not whole else (part,)


def _parts(word: str) -> tuple[str, ...]:
    return split(base(word))
