"""Which kind of record a label, heading or lead-in names, read by the head of its phrase.

"Strategiar for å nå måla" names strategies and "Tiltak for målet" actions: in a Norwegian phrase
the head stands first, and what follows a preposition only says what it is for. "For å nå måla vil
vi:" names nothing; it says that means follow. The words themselves are those of the concepts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from planextract.lexicons import read_toml
from planextract.meaning.concepts import WORD, concept_names, concepts_of

KINDS = ("vision", "sub", "main", "strategy", "action", "schedule", "goal")
"""Concepts that are kinds of records, the more special first."""
SPECIAL_GOALS = ("vision", "sub", "main")
SPLIT = re.compile(r"\w+|[,/&]")
ADJECTIVE = re.compile(r"\bstrategisk\w*")
COLON = re.compile(r"[:–]\s+")


@cache
def _means() -> re.Pattern[str]:
    """A purpose: its words say what the things that follow are for, not what they are."""
    words = read_toml("naming")
    reach, reached, aim = ("|".join(words[name]) for name in ("reach", "reached", "aim"))
    return re.compile(
        rf"(?:\b(?:å|slik|korleis|hvordan)\s+)?\b(?:{reach})\b(?:\s+\w+){{0,3}}?\s+\w*(?:{aim})\w*"
        rf"|\w*(?:{aim})\w*\s+(?:\w+\s+){{0,3}}(?:{reached})\b"
    )


@cache
def _cuts() -> frozenset[str]:
    """Words after which a phrase says what it is for or who does it, no longer what it is."""
    return frozenset(read_toml("naming")["cuts"])


@lru_cache(maxsize=32768)
def kind_named(text: str) -> str | None:
    """The kind that a few words name; None where they name none, or several side by side.

    Where only the phrase speaks ("Slik vil vi ha det") what shall be is stronger than who will.
    """
    plain = _means().sub(" ", text.lower())
    whole = _told(plain)
    if len(whole) == 1 and whole[0] != "strategy":
        return whole[0]
    if "goal" in whole and not any(_told(word) for word in WORD.findall(plain)):
        return "goal"
    for part in COLON.split(plain, maxsplit=1):
        words = SPLIT.findall(part)
        end = next((at for at, word in enumerate(words) if at and word in _cuts()), len(words))
        for phrase in (words[:end], words[end:]):
            named = {kind for said in _side_by_side(phrase) if (kind := _kind_in(said))}
            if named:
                return named.pop() if len(named) == 1 else None
    return None


@lru_cache(maxsize=32768)
def says_means(text: str) -> bool:
    """Whether a text says that what follows is done for a goal: "For å nå måla vil vi:"."""
    return bool(_means().search(text.lower()))


def names_by_word(text: str) -> bool:
    """Whether a word of a text names a kind, and not only the phrase as a whole."""
    plain = _means().sub(" ", text.lower())
    return any(_told(word) for word in WORD.findall(plain))


def _side_by_side(words: Sequence[str]) -> list[str]:
    """The parts of "mål, strategiar og tiltak"."""
    return re.split(r"\s(?:og|eller|[,/&])\s", " ".join(words))


def _kind_in(phrase: str) -> str | None:
    """The kind that one phrase names: of "Delmål" the special one, of "Overordna strategi" and
    "Strategiske mål" that of the noun."""
    named = _told(phrase)
    if len(named) > 1 and named[-1] == "goal" and named[0] in SPECIAL_GOALS:
        named.pop()
    if len(named) > 1 and ADJECTIVE.search(phrase):
        named = [kind for kind in named if kind != "strategy"]
    if len(named) > 1 and "main" in named:
        named.remove("main")
    return named[0] if named else None


def _told(phrase: str) -> list[str]:
    told = dict(zip(concept_names(), concepts_of(phrase.strip()), strict=True))
    return [kind for kind in KINDS if told[kind]]
