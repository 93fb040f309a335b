"""What the forms of its words say of a sentence: how it begins, and its finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.lexicons import words_of
from planextract.meaning.wordforms.tagger import load
from planextract.meaning.wordforms.words import TAGS, VERB_ENDINGS, Lexicon, tokens

MODALS = ("skal", "vil", "bor", "ma", "kan")
FIGURES: dict[str, str] = {
    "begins_infinitive": "an infinitive begins it, also after å, ikke or an adverb",
    "begins_mark": "å begins it",
    "begins_imperative": "an imperative begins it, also after an adverb",
    "begins_passive": "a passive in -s or -st begins it (Etableres i 2026)",
    "begins_participle": "a past participle begins it (Styrket samarbeid, Vedtatt plan)",
    "begins_verbal_noun": "a noun made of a verb begins it, also after one adjective",
    "begins_verbal_noun_of": "as begins_verbal_noun, and av follows (Etablering av)",
    "begins_noun": "another noun or a name begins it",
    "begins_adjective": "an adjective begins it",
    "begins_pronoun": "a pronoun or determiner begins it",
    "begins_preposition": "a preposition, adverb or number begins it",
    "begins_subordinate": "a conjunction begins it (Når, Dersom, At, Og)",
    "begins_finite": "a finite verb, modal or auxiliary begins it",
    "main_present": "its first main finite verb is a present: it tells what is",
    "main_past": "its first main finite verb is a past",
    "main_passive": "its first main finite verb is a present passive in -s or -st",
    "main_modal": "its first main finite verb is a modal",
    "main_none": "it has no main finite verb",
    "main_place": "the share of its words before that verb; 1 where there is none",
    **{f"modal_{name}": f"{name} in any form is its first main finite verb" for name in MODALS},
    "noun_phrase": "it has no main finite verb and begins as no infinitive, imperative or passive",
    "infinitives": "its share of infinitives",
    "passive": "it has a passive, in -s or of blir or vert with a participle",
    "perfect": "it has har or hadde with a participle (har etablert)",
    "state_of_done": "it has er or var with a participle (er gjennomført)",
    "question": "it ends in a question mark",
    "question_word": "a question word begins it",
    "first_person": "vi, oss or vår is in it",
    "negation": "ikke, ingen or the like is in it",
}
"""The figures of ``sentence_form``, each from 0 to 1, and what they say."""
AHEAD = 4
"""Words within which a participle belongs to its auxiliary."""
LEADING = 3
"""Words within which a clause may come to its infinitive."""
Rows = list[list[float]]
_AT = {tag: at for at, tag in enumerate(TAGS)}
_BEGINNINGS = {
    "begins_mark": ("INFMARK",),
    "begins_passive": ("PASS",),
    "begins_participle": ("PART",),
    "begins_adjective": ("ADJ",),
    "begins_pronoun": ("PRON", "DET"),
    "begins_preposition": ("ADP", "ADV", "NUM"),
    "begins_subordinate": ("SCONJ", "CCONJ"),
    "begins_finite": ("PRES", "PAST", "MODAL", "AUX", "AUXPAST"),
}


def sentence_form(text: str) -> dict[str, float]:
    """The ``FIGURES`` of one sentence; numbers and bullets before its first word do not count."""
    return sentence_forms([text])[0]


def sentence_forms(texts: Sequence[str]) -> list[dict[str, float]]:
    """As ``sentence_form`` for many sentences at once, which is faster."""
    split = [_from_first_word(tokens(text)) for text in texts]
    tagger = load()
    found = tagger.tag_all(split)
    return [
        _figures(tuple(word.lower() for word in words), rows.tolist(), tagger.lexicon)
        for words, rows in zip(split, found, strict=True)
    ]


def _from_first_word(found: list[str]) -> list[str]:
    """Without what numbers an item: ``2.1``, ``a)``, a bullet; a letter alone is no word there."""
    start = 0
    while start < len(found) and not found[start][:1].isalpha():
        start += 1
    if len(found) > start + 2 and len(found[start]) == 1 and found[start + 1] == ")":
        return _from_first_word(found[start + 2 :])
    return found[start:]


def _figures(words: tuple[str, ...], rows: Rows, lexicon: Lexicon) -> dict[str, float]:
    found = dict.fromkeys(FIGURES, 0.0)
    if not words:
        return found | {"main_none": 1.0, "main_place": 1.0}
    for name, tags in _BEGINNINGS.items():
        found[name] = sum(rows[0][_AT[tag]] for tag in tags)
    found["begins_infinitive"] = _clause_with(words, rows, "INF")
    found["begins_imperative"] = _clause_with(words, rows, "IMP")
    found |= _nouns(words, rows, lexicon)
    found |= _main_verb(words, rows)
    begun = sum(found[f"begins_{form}"] for form in ("infinitive", "imperative", "passive"))
    found["noun_phrase"] = found["main_none"] * max(0.0, 1 - begun)
    found["infinitives"] = sum(row[_AT["INF"]] for row in rows) / len(words)
    for name, auxiliary in (("perfect", "have"), ("state_of_done", "be"), ("passive", "become")):
        found[name] = _with_participle(words, rows, auxiliary)
    found["passive"] = max(found["passive"], max(row[_AT["PASS"]] for row in rows))
    found["question"] = float("?" in words[-2:])
    found["question_word"] = float(words[0] in _named("asked.question"))
    for name in ("first_person", "negation"):
        found[name] = float(not _named(f"asked.{name}").isdisjoint(words))
    return found


def _clause_with(words: tuple[str, ...], rows: Rows, tag: str) -> float:
    """The probability of a first verb of this form with only adverbs or å before it."""
    total, reached = 0.0, 1.0
    for at in range(min(LEADING, len(words))):
        total += reached * rows[at][_AT[tag]]
        passed = rows[at][_AT["ADV"]] + rows[at][_AT["INFMARK"]]
        if words[at].endswith("t"):  # an adjective in the neuter is an adverb there
            passed += rows[at][_AT["ADJ"]]
        reached *= passed
    return total


def _nouns(words: tuple[str, ...], rows: Rows, lexicon: Lexicon) -> dict[str, float]:
    noun = rows[0][_AT["NOUN"]]
    verbal, verbal_of = 0.0, 0.0
    reached = 1.0
    for at in range(min(2, len(words))):
        if lexicon.verb_form(words[at], VERB_ENDINGS[-1], compound=True):
            here = reached * rows[at][_AT["NOUN"]]
            verbal += here
            if at + 1 < len(words) and words[at + 1] in _named("asked.of"):
                verbal_of += here
        reached *= rows[at][_AT["ADJ"]] + rows[at][_AT["PART"]]
    at_once = noun if lexicon.verb_form(words[0], VERB_ENDINGS[-1], compound=True) else 0.0
    return {
        "begins_verbal_noun": verbal,
        "begins_verbal_noun_of": verbal_of,
        "begins_noun": noun - at_once + rows[0][_AT["PROPN"]],
    }


def _main_verb(words: tuple[str, ...], rows: Rows) -> dict[str, float]:
    """The first finite verb outside clauses; each conjunction of a clause takes one verb away."""
    names = ("main_present", "main_past", "main_passive", "main_modal")
    found = dict.fromkeys([*names, *(f"modal_{name}" for name in MODALS)], 0.0)
    none, place, pending, governed = 1.0, 0.0, 0.0, 0.0
    for at, word in enumerate(words):
        row = rows[at]
        # a passive after a modal or å, or at the beginning, is an infinitive
        passive = row[_AT["PASS"]] * (1 - governed) * (at > 0)
        present = row[_AT["PRES"]] + row[_AT["AUX"]]
        past = row[_AT["PAST"]] + row[_AT["AUXPAST"]]
        finite = (present, past, passive, row[_AT["MODAL"]])
        share = none * max(0.0, 1 - pending)
        for name, value in zip(names, finite, strict=True):
            found[name] += share * value
        for name in MODALS:
            if word in _named(f"modals.{name}"):
                found[f"modal_{name}"] += share * finite[-1]
        taken = min(1.0, sum(finite))
        place += share * taken * at / len(words)
        none *= 1 - taken * max(0.0, 1 - pending)
        pending = max(0.0, pending + row[_AT["SCONJ"]] - taken)
        governed = max(row[_AT["MODAL"]] + row[_AT["INFMARK"]], governed * 0.8)
    return found | {"main_none": none, "main_place": place + none}


def _with_participle(words: tuple[str, ...], rows: Rows, auxiliary: str) -> float:
    forms = _named(f"auxiliaries.{auxiliary}")
    found = 0.0
    for at, word in enumerate(words):
        if word in forms:
            after = [row[_AT["PART"]] for row in rows[at + 1 : at + 1 + AHEAD]]
            found = max([found, *after])
    return found


def _named(key: str) -> frozenset[str]:
    return words_of("wordforms", key)
