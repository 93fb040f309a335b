"""Sentences: promises told from wishes, duties, history and background."""

from __future__ import annotations

from pathlib import Path

import pytest

from planextract.lexicons import words_of
from planextract.meaning.prose import promised_by, sentences, unit_in
from planextract.model.page import Box, Word
from planextract.model.passage import Passage

DATA = Path(__file__).parents[2] / "data" / "sentences.tsv"
CASES = [
    tuple(line.split("\t"))
    for line in DATA.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("text", [text for kind, text in CASES if kind == "action"])
def test_what_somebody_will_do_is_an_action(text: str) -> None:
    assert promised_by(text) is not None


@pytest.mark.parametrize("text", [text for kind, text in CASES if kind == "none"])
def test_background_law_wishes_and_history_are_no_actions(text: str) -> None:
    assert promised_by(text) is None


@pytest.mark.parametrize("word", sorted(words_of("sentences", "not_actions.words")))
def test_every_word_of_background_keeps_a_sentence_from_being_an_action(word: str) -> None:
    assert promised_by(f"Kommunen skal {word} lage ein rutine for varsling.") is None


@pytest.mark.parametrize("verb", sorted(words_of("sentences", "not_actions.after_modal")))
def test_every_verb_of_a_state_is_a_wish(verb: str) -> None:
    assert promised_by(f"Kommunen skal {verb} ein god stad å bu.") is None


@pytest.mark.parametrize("who", sorted(words_of("sentences", "subjects.words")))
@pytest.mark.parametrize("modal", sorted(words_of("sentences", "subjects.modals")))
def test_the_plans_owner_promises(who: str, modal: str) -> None:
    assert promised_by(f"{who.capitalize()} {modal} etablere ein møteplass.") == len(who)


@pytest.mark.parametrize("who", sorted(words_of("sentences", "subjects.not_units")))
def test_those_whom_the_plan_is_for_promise_nothing(who: str) -> None:
    assert promised_by(f"{who.capitalize()} skal lage mat.") is None


@pytest.mark.parametrize("who", ["Alle barn", "Barn og unge", "Alle innbyggjarar", "Den enkelte"])
def test_nor_do_they_in_several_words(who: str) -> None:
    assert promised_by(f"{who} skal lage mat.") is None


@pytest.mark.parametrize("who", ["Avdeling for barn og unge", "Seksjon for eldre", "Alle einingar"])
def test_units_that_work_for_them_do(who: str) -> None:
    assert promised_by(f"{who} skal lage mat.") == len(who)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Planavdelinga utarbeider ei venteliste.", "Planavdelinga"),
        ("Barnevernet skal etablere ei vaktordning.", "Barnevernet"),
        ("Kommunelegane utarbeider rutine for smitte.", "Kommunelegane"),
        ("Vi vil opne ein klubb.", None),
        ("Etablere ei vaktordning", None),
    ],
)
def test_the_unit_that_a_sentence_begins_with(text: str, unit: str | None) -> None:
    length = unit_in(text)
    assert (text[:length] if length else None) == unit


def passage(text: str) -> Passage:
    box = Box(0, 0, 1, 1)
    return Passage.of(Word(token, box, 1, at) for at, token in enumerate(text.split()))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Det er fint. Vi vil meir.", ["Det er fint.", "Vi vil meir."]),
        ("Er det fint? Ja!", ["Er det fint?", "Ja!"]),
        ("Planen gjeld til 2029. Kommunen skal rullere.",
         ["Planen gjeld til 2029.", "Kommunen skal rullere."]),
        ("Han sa «nok.» Ho gjekk.", ["Han sa «nok.»", "Ho gjekk."]),
        ("Frist 1. mars 2026 gjeld.", ["Frist 1. mars 2026 gjeld."]),
        ("Gjer m.a. tilbod, jf. lova.", ["Gjer m.a. tilbod, jf. lova."]),
    ],
)  # fmt: skip
def test_sentences_of_a_passage(text: str, parts: list[str]) -> None:
    found = sentences(passage(text))
    assert [part.text for part in found] == parts
    assert [w for part in found for w in part.words] == list(passage(text).words)
