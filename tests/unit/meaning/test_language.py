"""Nynorsk or Bokmål, also on text whose letters are damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.lexicons import read_toml
from planextract.meaning.language import judge_language, tell_language

NN = (
    "Kommunen skal vere ein god stad å bu for alle innbyggjarane. Tenestene skal gjevast nær "
    "der folk bur, og dei som treng hjelp skal vite kven dei kan vende seg til. Tiltaka i "
    "planen er valde saman med ungdomsrådet og eldrerådet. Leiarane i kvar eining har ansvaret "
    "for at arbeidet vert fylgt opp, og måla skal vurderast på nytt kvart år når kommunestyret "
    "handsamar årsmeldinga. Det er ikkje lagt til grunn at planen krev meir pengar enn det som "
    "alt ligg i økonomiplanen."
)
NB = (
    "Kommunen skal være et godt sted å bo for alle innbyggerne. Tjenestene skal gis nær der "
    "folk bor, og de som trenger hjelp skal vite hvem de kan henvende seg til. Tiltakene i "
    "planen er valgt sammen med ungdomsrådet og eldrerådet. Lederne i hver enhet har ansvaret "
    "for at arbeidet blir fulgt opp, og målene skal vurderes på nytt hvert år når kommunestyret"
    " behandler årsmeldingen. Det er ikke lagt til grunn at planen krever mer penger enn det "
    "som allerede ligger i økonomiplanen."
)
EN = (
    "The municipality has adopted a plan for the health services and it will be revised in four"
    " years. This summary is written for readers who do not know the language of the plan."
)
SE = (
    "Suohkan lea mearridan plána ja dat guoská buot bálvalusaide mat leat suohkanis. Bargu "
    "galgá álggahuvvot jagi 2026 ja dat lea dehálaš ahte buohkat ožžot vejolašvuođa searvat."
)
DAMAGE = {"å": "d", "ø": "e", "æ": "ae"}


def damaged(text: str) -> str:
    return "".join(DAMAGE.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("text", "code"),
    [(NN, "nn"), (NB, "nb"), (damaged(NN), "nn"), (damaged(NB), "nb"), (EN, "en"), (SE, "se")],
)
def test_a_paragraph(text: str, code: str) -> None:
    assert tell_language(text) == code


@pytest.mark.parametrize(("text", "code"), [(NN, "nn"), (NB, "nb")])
def test_any_sixty_words(text: str, code: str) -> None:
    words = text.split()
    assert {tell_language(" ".join(words[at : at + 60])) for at in range(len(words) - 60)} == {code}


def test_the_majority_of_a_mixed_text() -> None:
    assert tell_language(f"{NN} {NN} {NB}") == "nn"
    assert tell_language(f"{NB} {NB} {NN}") == "nb"


@pytest.mark.parametrize("text", ["", "2025", "Plan 2025-2029", "Kommuneplan", "1 2 3"])
def test_too_little_to_tell(text: str) -> None:
    assert tell_language(text) is None


def test_a_mixed_text_is_told_with_less_confidence() -> None:
    assert judge_language(f"{NN} {NB}")[1] < judge_language(NN)[1]


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    code, confidence = judge_language(text)
    assert 0.0 <= confidence <= 1.0
    assert code in (None, "other", *read_toml("language")["names"])
