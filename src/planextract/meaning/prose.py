"""Sentences: where they end, and which name the unit that will act."""

from __future__ import annotations

import re
from functools import cache

from planextract.lexicons import read_toml, words_of
from planextract.meaning.owners import looks_like_owner
from planextract.model.passage import Passage

SENTENCE = re.compile(
    r"(?:(?<=[a-zæøå)»”\"0-9][.!?])|(?<=[a-zæøå][.!?][»”\"]))\s+(?=[«\"“(]?[A-ZÆØÅ])"
)
UNIT_LIKE = 0.6
"""How much a subject must look like a unit, a role or a body to be one."""
LONGEST_ACTION = 45
"""Words; longer sentences of plans are nearly always description."""


def sentences(passage: Passage) -> list[Passage]:
    """The sentences of a passage; abbreviations before a capital are not told apart."""
    return passage.split(SENTENCE)


@cache
def _promise() -> re.Pattern[str]:
    """Who, modal, verb: "Kommunen skal lage …", "Arkivleiar skal kvart år leggje …"."""
    modals = "|".join(read_toml("sentences")["subjects"]["modals"])
    return re.compile(
        rf"^(?P<who>[A-ZÆØÅ][^.,:;?!]{{1,70}}?)\s+(?:{modals})\s+(?P<verb>[\wæøå]+)(?=\W|$)"
    )


@cache
def _presents() -> frozenset[str]:
    """Present tenses of the verbs that actions begin with: "utarbeider", "lagar", "etablerer"."""
    infinitives = words_of("verbs", "infinitives")
    forms = {f"{verb[:-1]}{end}" for verb in infinitives for end in ("er", "ar", "r")}
    forms |= {f"{verb}r" for verb in infinitives}
    return frozenset(forms - words_of("sentences", "subjects.stative"))


def promised_by(text: str) -> int | None:
    """Length of the subject of a sentence that says what somebody will do; None for others.

    The subject is the plan's owner ("Kommunen skal", "Vi vil") or a unit of it
    ("Planavdelinga utarbeider"). Precision first: duties by law, history, evaluation,
    wishes ("skal vere") and quotations are none.
    """
    if len(text.split()) > LONGEST_ACTION or text.endswith("?") or _is_background(text):
        return None
    found = _promise().match(text)
    if found:
        verb = found["verb"].lower()
        if verb in words_of("sentences", "not_actions.after_modal") or not _acts(found["who"]):
            return None
        return found.end("who")
    words = text.split()
    for count in range(1, min(6, len(words))):
        if words[count].lower() in _presents():
            who = " ".join(words[:count])
            return len(who) if _is_unit(who) else None
    return None


def _acts(who: str) -> bool:
    lower = who.lower()
    own = words_of("sentences", "subjects.words")
    owner = lower in own or re.search(r"\s(?:kommune|herad|fylkeskommune|bydel)$", lower)
    return bool(owner) or _is_unit(who)


def _is_unit(who: str) -> bool:
    others = words_of("sentences", "subjects.not_units")
    return not others.issuperset(who.lower().split()) and looks_like_owner(who) >= UNIT_LIKE


def unit_in(text: str) -> int | None:
    """Length of the unit that a sentence begins with, where it is who will do it."""
    length = promised_by(text)
    return length if length and _is_unit(text[:length]) else None


def _is_background(text: str) -> bool:
    lower = text.lower()
    return any(
        re.search(rf"(?<![\wæøå]){re.escape(word)}(?![\wæøå])", lower)
        for word in words_of("sentences", "not_actions.words")
    )
