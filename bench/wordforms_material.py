"""What the table of word forms is fitted on: the Norwegian Dependency Treebank, and made sentences.

Items of plans begin with infinitives and imperatives and are often without a finite verb; a
treebank of newspapers hardly has that. So clauses are cut out of it and begin a sentence, verbs
are exchanged for others of the verb list, and noun phrases stand alone.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory


class Token(NamedTuple):
    form: str
    lemma: str
    kind: str
    marks: frozenset[str]
    head: int
    role: str


Sentence = list[Token]
Tagged = list[tuple[str, str]]
KINDS = {
    "subst": "NOUN", "adj": "ADJ", "adv": "ADV", "pron": "PRON", "det": "DET", "prep": "ADP",
    "konj": "CCONJ", "sbu": "SCONJ", "inf-merke": "INFMARK", "clb": "PUNCT",
}  # fmt: skip
PASSIVE = {"pass", "st-form", "<st-form>"}
SHARE_MODAL, SHARE_AUXILIARY, SHARE_BEFORE_PARTICIPLE, LEAST_SEEN = 0.5, 0.3, 0.05, 20
MADE_SHARE = {"infinitive": 1.0, "swapped": 1.0, "imperative": 0.35, "phrase": 0.5}
"""How many made sentences of a kind stand beside each clause that allows it."""
NEVER_LISTED = 0.25
"""Share of exchanged verbs that are made up, so that the list of verbs is not all that counts."""


def sentences(path: Path) -> Iterator[Sentence]:
    found: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 8:
            if found:
                yield found
            found = []
            continue
        marks = frozenset(cells[5].split("|"))
        found.append(Token(cells[1], cells[2], cells[3], marks, int(cells[6]) - 1, cells[7]))
    if found:
        yield found


def helpers(treebank: list[Sentence]) -> dict[str, str]:
    """Lemma -> MODAL or AUX, by what its finite forms govern."""
    seen: Counter[str] = Counter()
    modal: Counter[str] = Counter()
    before_participle: Counter[str] = Counter()
    auxiliary: Counter[str] = Counter()
    for sentence in treebank:
        below = defaultdict(list)
        for token in sentence:
            below[token.head].append(token)
        for at, token in enumerate(sentence):
            if token.kind != "verb" or not token.marks & {"pres", "pret"}:
                continue
            seen[token.lemma] += 1
            governed = [one for one in below[at] if one.role == "INFV"]
            modal[token.lemma] += any("inf" in one.marks for one in governed)
            participle = any(one.marks & {"perf-part", "<perf-part>"} for one in governed)
            predicate = any(one.role == "SPRED" for one in below[at])
            before_participle[token.lemma] += participle
            auxiliary[token.lemma] += participle or predicate
    found = {}
    for lemma, count in seen.items():
        if count >= LEAST_SEEN and modal[lemma] > SHARE_MODAL * count:
            found[lemma] = "MODAL"
        elif (
            count >= LEAST_SEEN
            and before_participle[lemma] > SHARE_BEFORE_PARTICIPLE * count
            and auxiliary[lemma] > SHARE_AUXILIARY * count
        ):
            found[lemma] = "AUX"
    return found


def tag_of(token: Token, helping: Mapping[str, str]) -> str:
    if token.kind == "verb":
        return _verb_tag(token, helping.get(token.lemma, ""))
    if token.kind == "subst" and "prop" in token.marks:
        return "PROPN"
    if token.kind == "adj" and "<perf-part>" in token.marks:
        return "PART"
    if token.kind in ("det", "adj", "subst") and any(letter.isdigit() for letter in token.form):
        return "NUM"
    return KINDS.get(token.kind, "PUNCT" if token.kind.startswith("<") else "X")


def _verb_tag(token: Token, helping: str) -> str:
    marks = token.marks
    if "imp" in marks:
        return "IMP"
    if "perf-part" in marks or "<perf-part>" in marks:
        return "PART"
    if marks & PASSIVE:
        return "PASS"
    if helping == "MODAL":
        return "MODAL"
    if "inf" in marks:
        return "INF"
    if "pret" in marks:
        return "AUXPAST" if helping else "PAST"
    if "pres" in marks:
        return "AUX" if helping else "PRES"
    return "X"


def verb_stems(treebank: list[Sentence]) -> dict[str, str]:
    """Stems of verbs: lemmas of the treebank, and words of simplemma that have a verb's forms."""
    found: dict[str, str] = {}
    listed: set[str] = set()
    for language in ("nb", "nn"):
        listed |= {str(word) for word in _dictionary(language)}
    for word in listed:
        if not word.isalpha() or word != word.lower() or len(word) < 4 or word[-1] not in "ea":
            continue
        stem = word[:-1]
        bokmaal = stem + "ende" in listed and stem + "es" in listed
        nynorsk = stem + "ande" in listed or stem + "ast" in listed
        if bokmaal or (nynorsk and (stem + "ar" in listed or stem + "er" in listed)):
            found[stem] = "v"
    for token in (token for sentence in treebank for token in sentence):
        lemma = token.lemma.lower()
        if token.kind == "verb" and lemma.isalpha() and lemma[-1:] in ("e", "a") and len(lemma) > 3:
            found[lemma[:-1]] = "v"
    for stem in found:
        if stem + "en" in listed and stem + "ene" in listed:
            found[stem] += "n"
        degrees = {("ere", "este"), ("are", "aste")}
        if any(stem + more in listed and stem + most in listed for more, most in degrees):
            found[stem] += "a"
    return found


def _dictionary(language: str) -> list[str]:
    words = DefaultDictionaryFactory().get_dictionary(language)
    return [word.decode() if isinstance(word, bytes) else word for word in words]


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
    doubtful = sorted(stem for stem, kinds in stems.items() if "a" in kinds)
    for sentence, row in zip(treebank, tags, strict=True):
        pairs = [(token.form, tag) for token, tag in zip(sentence, row, strict=True)]
        for at, token in enumerate(sentence):
            if row[at] == "INF" or (row[at] == "PASS" and "inf" in token.marks):
                found += _clauses(pairs[at : _end(sentence, at)], regular, chance)
            elif row[at] == "NOUN" and chance.random() < MADE_SHARE["phrase"]:
                start = _start(sentence, at)
                phrase = pairs[start : _end(sentence, at)]
                if not any(tag in ("PRES", "PAST", "MODAL", "AUX", "AUXPAST") for _, tag in phrase):
                    found.append(_ended(phrase, chance))
                    found += _with_another_adjective(phrase, doubtful, chance)
    return found


def _clauses(clause: Tagged, regular: list[str], chance: random.Random) -> Iterator[Tagged]:
    form, tag = clause[0]
    if chance.random() < 0.05:
        yield _ended([("ikke" if chance.random() < 0.5 else "ikkje", "ADV"), *clause], chance)
    yield _ended(clause, chance)
    if tag != "INF":
        return
    nynorsk = chance.random() < 0.3 and form.endswith("e")
    if nynorsk:
        yield _ended([(form[:-1] + "a", tag), *clause[1:]], chance)
    other = _another(regular, chance)
    if chance.random() < MADE_SHARE["swapped"]:
        ending = "a" if chance.random() < 0.1 else "e"
        yield _ended([(other + ending, tag), *clause[1:]], chance)
    if chance.random() < MADE_SHARE["imperative"] and len(form) > 3 and form.endswith("e"):
        stem = other if chance.random() < 0.5 else form[:-1]
        stem = stem[:-1] if stem.endswith("mm") else stem
        yield _ended([(stem, "IMP"), *clause[1:]], chance)


def _with_another_adjective(
    phrase: Tagged, doubtful: list[str], chance: random.Random
) -> Iterator[Tagged]:
    """The phrase with an adjective before it that may as well be an infinitive: trygge, klare."""
    form, tag = phrase[0]
    if tag == "ADJ" and form.endswith("e") and len(phrase) > 1:
        yield _ended([(doubtful[chance.randrange(len(doubtful))] + "e", tag), *phrase[1:]], chance)


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
