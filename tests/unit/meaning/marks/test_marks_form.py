"""Marks of the form of the sentence."""

from __future__ import annotations

import pytest
from made_blocks import block
from made_units import figures, units_of

from planextract.meaning.marks import form

HAS = [
    ("infinitive", "Etablere eit lågterskeltilbod", "Etablering av eit lågterskeltilbod"),
    ("infinitive", "Etabler eit lågterskeltilbod", "Alle har eit lågterskeltilbod"),
    ("municipality", "Kommunen vil bygge bustader", "Vi vil bygge bustader i kommunen vår"),
    ("we", "Vi skal lage ein plan", "Rektor skal lage ein plan"),
    ("we", "Derfor skal me lage ein plan", "Derfor skal rektor lage ein plan"),
    ("all", "Innbyggjarane opplever tryggleik", "Rektor opplever tryggleik"),
    ("more", "Fleire i arbeid", "Folk i arbeid"),
    ("that", "Det er viktig at rektor er med", "Det er viktig å vere med"),
    ("which", "Dette er tilbod som passar", "Dette er eit tilbod"),
    ("be", "Rektor skal vere med", "Rektor skal lage mat"),
    ("begins_verbal_noun_of", "Etablering av møteplass", "Etablere møteplass"),
    ("modal_skal", "Vi skal lage ein plan", "Vi vil lage ein plan"),
    ("modal_vil", "Kommunen vil lage ein plan", "Kommunen skal lage ein plan"),
    ("main_past", "Planen vart vedteken", "Planen blir vedteken"),
    ("main_present", "Alle har ein trygg oppvekst", "Trygg oppvekst"),
    ("question", "Kva vil vi oppnå?", "Dette vil vi oppnå"),
]


def of(text: str) -> dict[str, float]:
    return figures(form, units_of(block(text)))


@pytest.mark.parametrize(("name", "hit", "miss"), HAS)
def test_sentences_of_the_form_and_others(name: str, hit: str, miss: str) -> None:
    assert of(hit)[name] > 0.9
    assert of(miss)[name] < 0.1


def test_the_label_is_no_part_of_the_sentence() -> None:
    assert of("Tiltak 3: Etablere møteplass") == pytest.approx(of("Etablere møteplass"))


def test_telling_words_count_at_the_start_alone() -> None:
    far = "Rektor skal lage ein plan for alle"
    assert of(far)["all"] == 0.0


def test_what_stands_far_behind_changes_nothing() -> None:
    long = "Etablere " + "ord " * 120
    assert of(long + "Vi skal?") == of(long + "Alle har?")
