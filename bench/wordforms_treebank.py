"""The Norwegian Dependency Treebank, its tags as word forms, and the verbs known by lists."""

from __future__ import annotations

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
KINDS = {
    "subst": "NOUN", "adj": "ADJ", "adv": "ADV", "pron": "PRON", "det": "DET", "prep": "ADP",
    "konj": "CCONJ", "sbu": "SCONJ", "inf-merke": "INFMARK", "clb": "PUNCT",
}  # fmt: skip
PASSIVE = {"pass", "st-form", "<st-form>"}
SHARE_MODAL, SHARE_AUXILIARY, SHARE_BEFORE_PARTICIPLE, LEAST_SEEN = 0.5, 0.3, 0.05, 20


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
