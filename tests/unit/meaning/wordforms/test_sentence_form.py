"""How invented sentences of plans begin and which main verb they have."""

import csv
from pathlib import Path

import pytest

from planextract.meaning.wordforms import FIGURES, sentence_form, sentence_forms

with (Path(__file__).parent / "beginnings.tsv").open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t"))
BEGINNINGS = ("infinitive", "imperative", "passive", "verbal_noun")
MAIN = ("present", "past", "modal")


def told(sentence: str) -> str:
    found = sentence_form(sentence)
    begun = {name: found[f"begins_{name}"] for name in BEGINNINGS}
    best = max(begun, key=lambda name: begun[name])
    if begun[best] > 0.5:
        return best
    rest = {name: found[f"main_{name}"] for name in MAIN} | {"noun_phrase": found["noun_phrase"]}
    return max(rest, key=lambda name: rest[name])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"][:40])
def test_form_of_a_sentence(row: dict[str, str]) -> None:
    assert told(row["sentence"]) == row["form"]


def test_every_figure_is_a_share_and_is_described() -> None:
    for found in sentence_forms([row["sentence"] for row in ROWS] + ["", "1.2", "?"]):
        assert found.keys() == FIGURES.keys()
        assert all(-1e-4 <= value <= 1.0001 for value in found.values())


@pytest.mark.parametrize(
    ("figure", "with_it", "without"),
    [
        ("perfect", "Kommunen har etablert et nytt tilbud", "Kommunen har et nytt tilbud"),
        ("state_of_done", "Planen er vedtatt av kommunestyret", "Planen er god for kommunen"),
        ("passive", "Tiltaket blir gjennomført i 2026", "Tiltaket blir en stor jobb"),
        ("passive", "Tenestene skal vurderast kvart år", "Kommunen skal vurdere tenestene"),
        ("question", "Hvordan skal vi bo?", "Slik skal vi bo."),
        ("question_word", "Korleis skal vi bu", "Slik skal vi bu"),
        ("first_person", "Vi bygger vår by", "De bygger sin by"),
        ("negation", "Kommunen har ikkje plan", "Kommunen har plan"),
        ("modal_bor", "Kommunen bør lage en plan", "Kommunen må lage en plan"),
        ("modal_skal", "Når flere flytter hit, skal vi bygge", "Vi bygger når flere skal flytte"),
        ("begins_verbal_noun_of", "Bygging av skole", "Bygging i sentrum"),
        ("begins_participle", "Styrket samarbeid med frivillige", "Godt samarbeid med frivillige"),
        ("begins_mark", "Å bygge ny skole", "Bygge ny skole"),
        ("main_passive", "Planen revideres hvert år", "Planen skal revideres hvert år"),
    ],
)
def test_a_figure_tells_two_sentences_apart(figure: str, with_it: str, without: str) -> None:
    assert sentence_form(with_it)[figure] > 0.5
    assert sentence_form(without)[figure] < 0.5


def test_many_sentences_at_once_are_as_one_by_one() -> None:
    sentences = [row["sentence"] for row in ROWS[:10]]
    at_once = sentence_forms(sentences)
    for sentence, together in zip(sentences, at_once, strict=True):
        alone = sentence_form(sentence)
        assert alone == pytest.approx(together, abs=1e-4)


def test_numbers_and_bullets_before_the_first_word_do_not_count() -> None:
    plain = sentence_form("Bygge ny skole")
    for before in ("• ", "2.1 ", "a) ", "- "):
        assert sentence_form(before + "Bygge ny skole") == pytest.approx(plain, abs=1e-4)
