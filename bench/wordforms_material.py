"""What the table of word forms is fitted on beside the treebank: sentences made from it.

Items of plans begin with infinitives and imperatives and are often without a finite verb; a
treebank of newspapers hardly has that. So clauses are cut out of it and begin a sentence, verbs
are exchanged for others of the verb list, and noun phrases stand alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from wordforms_treebank import Sentence

Tagged = list[tuple[str, str]]
MADE_SHARE = {"infinitive": 1.0, "swapped": 1.0, "imperative": 0.35, "phrase": 0.5,
              "doubtful adjective": 0.5, "doubtful infinitive": 0.15}  # fmt: skip
"""How many made sentences of a kind stand beside each clause that allows it."""
NEVER_LISTED = 0.25
"""Share of exchanged verbs that are made up, so that the list of verbs is not all that counts."""


def made(
    treebank: list[Sentence],
    tags: list[list[str]],
    regular: list[str],
    stems: Mapping[str, str],
    seed: int,
) -> list[Tagged]:
    """Sentences that begin as items of plans do; ``regular`` are stems of verbs to exchange."""
    chance = random.Random(seed)
    found: list[Tagged] = []
    infinitives = _doubtful(treebank, tags, stems, "INF")
    adjectives = _doubtful(treebank, tags, stems, "ADJ")
    for sentence, row in zip(treebank, tags, strict=True):
        pairs = [(token.form, tag) for token, tag in zip(sentence, row, strict=True)]
        for at, token in enumerate(sentence):
            if row[at] == "INF" or (row[at] == "PASS" and "inf" in token.marks):
                found += _clauses(pairs[at : _end(sentence, at)], regular, infinitives, chance)
            elif row[at] == "NOUN" and chance.random() < MADE_SHARE["phrase"]:
                start = _start(sentence, at)
                phrase = pairs[start : _end(sentence, at)]
                if not any(tag in ("PRES", "PAST", "MODAL", "AUX", "AUXPAST") for _, tag in phrase):
                    found.append(_ended(phrase, chance))
                    found += _with_another_adjective(phrase, adjectives, chance)
    return found


def _clauses(
    clause: Tagged, regular: list[str], infinitives: list[str], chance: random.Random
) -> Iterator[Tagged]:
    form, tag = clause[0]
    if chance.random() < 0.05:
        yield _ended([("ikke" if chance.random() < 0.5 else "ikkje", "ADV"), *clause], chance)
    yield _ended(clause, chance)
    if tag != "INF":
        return
    nynorsk = chance.random() < 0.3 and form.endswith("e")
    if nynorsk:
        yield _ended([(form[:-1] + "a", tag), *clause[1:]], chance)
    if chance.random() < MADE_SHARE["doubtful infinitive"]:
        yield _ended([(chance.choice(infinitives), tag), *clause[1:]], chance)
    other = _another(regular, chance)
    if chance.random() < MADE_SHARE["swapped"]:
        ending = "a" if chance.random() < 0.1 else "e"
        yield _ended([(other + ending, tag), *clause[1:]], chance)
    if chance.random() < MADE_SHARE["imperative"] and len(form) > 3 and form.endswith("e"):
        stem = other if chance.random() < 0.5 else form[:-1]
        stem = stem[:-1] if stem.endswith("mm") else stem
        yield _ended([(stem, "IMP"), *clause[1:]], chance)


def _with_another_adjective(
    phrase: Tagged, adjectives: list[str], chance: random.Random
) -> Iterator[Tagged]:
    """The phrase with an adjective before it that may as well be an infinitive: trygge, klare."""
    form, tag = phrase[0]
    fits = tag == "ADJ" and form.endswith("e") and len(phrase) > 1
    if fits and chance.random() < MADE_SHARE["doubtful adjective"]:
        yield _ended([(chance.choice(adjectives), tag), *phrase[1:]], chance)


def _doubtful(
    treebank: list[Sentence], tags: list[list[str]], stems: Mapping[str, str], tag: str
) -> list[str]:
    """The words with this tag that may be adjective or infinitive, as often as they are met."""
    return [
        token.form.lower()
        for sentence, row in zip(treebank, tags, strict=True)
        for token, one in zip(sentence, row, strict=True)
        if one == tag and token.form[-1:] == "e" and "a" in stems.get(token.form[:-1].lower(), "")
    ]


def _another(regular: list[str], chance: random.Random) -> str:
    """The stem of a listed verb, or now and then of one that no list can hold."""
    first, second = (regular[chance.randrange(len(regular))] for _ in range(2))
    if chance.random() >= NEVER_LISTED:
        return first
    return first[: len(first) // 2] + second[len(second) // 2 :]


def _ended(clause: Tagged, chance: random.Random) -> Tagged:
    """With a capital, and with or without a full stop."""
    first, tag = clause[0]
    if clause[-1][1] == "PUNCT":
        clause = clause[:-1]
    found = [(first[:1].upper() + first[1:], tag), *clause[1:]]
    return [*found, (".", "PUNCT")] if chance.random() < 0.5 else found


def _under(sentence: Sentence, at: int, top: int) -> bool:
    steps = 0
    while at != top and at >= 0 and steps < len(sentence):
        at = sentence[at].head
        steps += 1
    return at == top


def _end(sentence: Sentence, at: int) -> int:
    """Behind the last word of an unbroken run that hangs on ``at``."""
    end = at + 1
    while end < len(sentence) and _under(sentence, end, at):
        end += 1
    return end


def _start(sentence: Sentence, at: int) -> int:
    while at > 0 and _under(sentence, at - 1, at) and sentence[at - 1].kind not in ("clb", "konj"):
        at -= 1
    return at
