"""Sentences: which are actions, which may be a goal, which are background."""

from __future__ import annotations

import re
from functools import cache

from planextract.lexicons import read_toml, words_of
from planextract.model.passage import Passage

SENTENCE = re.compile(r"(?<=[a-zæøå)»”\"0-9][.!?])\s+(?=[«\"“(]?[A-ZÆØÅ])")
LONGEST_ACTION, LONGEST_GOAL = 45, 60
"""Words; longer sentences of plans are nearly always description."""


def sentences(passage: Passage) -> list[Passage]:
    """The sentences of a passage; abbreviations before a capital are not told apart."""
    return passage.split(SENTENCE)


@cache
def _promise() -> re.Pattern[str]:
    """"Kommunen skal lage …", "Vi vil styrke …", "Herøy kommune skal …": who, modal, verb."""
    words = read_toml("sentences")
    subjects = "|".join(map(re.escape, words["subjects"]["words"]))
    modals = "|".join(words["subjects"]["modals"])
    return re.compile(
        rf"^(?:{subjects}|[A-ZÆØÅ][\wæøå-]+\s+(?:kommune|herad|fylkeskommune))\s+(?:{modals})\s+"
        r"(?:i planperioden\s+|i perioden\s+|difor\s+|derfor\s+|også\s+|òg\s+)?(?P<verb>[\wæøå]+)",
        re.I,
    )


def is_action_sentence(text: str) -> bool:
    """Whether a sentence promises something to do, by the plan's owner; precision first."""
    found = _promise().match(text)
    if not found or len(text.split()) > LONGEST_ACTION or text.endswith("?"):
        return False
    if found["verb"].lower() in words_of("sentences", "not_actions.after_modal"):
        return False
    lower = text.lower()
    return not any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower)
        for word in words_of("sentences", "not_actions.words")
    )


def goal_like(text: str) -> bool:
    """Whether a paragraph can be a goal: one sentence or two, and no lead-in to a table."""
    words = text.split()
    if not 2 <= len(words) <= LONGEST_GOAL or text.endswith(("?", ":")):
        return False
    lower = text.lower()
    leads = words_of("structure", "lead_in_words")
    return not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) for word in leads)


GOAL_VERB = re.compile(
    r"\b(?:er|skal|har|får|vert|blir|kan|opplever|lever|deltek|deltar|tek|tar|bruker|brukar"
    r"|kaster|kastar|tåler|toler|går)\b"
)
"""Verbs of a state wished for, as goals have them."""


def is_goal_sentence(text: str) -> bool:
    """Whether a line is a sentence that states a goal, and no title."""
    if not goal_like(text) or len(text.split()) < 4:
        return False
    return text.endswith(".") or bool(GOAL_VERB.search(text))


def is_infinitive(word: str) -> bool:
    """Whether a word looks like the infinitive that begins an action: "Etablere", "Laga"."""
    lower = word.lower().strip(".,:;")
    return lower in words_of("verbs", "infinitives") or (
        len(lower) >= 5 and lower.endswith(tuple(read_toml("verbs")["endings"]))
    )
