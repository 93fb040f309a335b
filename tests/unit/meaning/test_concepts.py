"""Concepts: what every one of them hears, and what it must not hear."""

from __future__ import annotations

from typing import Any

import pytest

from planextract.lexicons import read_toml
from planextract.meaning.concepts import concept_names, concepts_of, names_kind, speaks_of

CONCEPTS: dict[str, Any] = read_toml("concepts")


@pytest.mark.parametrize("concept", list(CONCEPTS))
def test_a_concept_hears_its_examples_and_no_others(concept: str) -> None:
    entry = CONCEPTS[concept]
    assert entry["examples"] and entry["not"]
    assert [text for text in entry["examples"] if not speaks_of(text, concept)] == []
    assert [text for text in entry["not"] if speaks_of(text, concept)] == []


@pytest.mark.parametrize("concept", list(CONCEPTS))
def test_capitals_change_nothing(concept: str) -> None:
    for text in CONCEPTS[concept]["examples"]:
        assert speaks_of(text.upper(), concept) == speaks_of(text.lower(), concept)


def test_names_and_figures_go_together_in_the_order_of_the_file() -> None:
    assert concept_names() == tuple(CONCEPTS)
    assert len(concepts_of("Mål")) == len(CONCEPTS)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Bustadmål", "goal"),
        ("Snøryddingstiltak", "action"),
        ("Klatreveggstrategiar", "strategy"),
        ("Båthamnbudsjett", "budget"),
        ("Fjellskogvisjon", "vision"),
        ("Tursti-ansvarleg", "owner"),
        ("Søknadsfristen", "deadline"),
        ("Skogbrukshandlingar", "action"),
        ("Kulturgrepet", "strategy"),
    ],
)
def test_compounds_that_no_list_has_speak_by_their_end(text: str, concept: str) -> None:
    assert speaks_of(text, concept) == 1.0


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Divisjon", "vision"),
        ("Revisjonen", "vision"),
        ("Overgrep", "strategy"),
        ("Naturinngrep", "strategy"),
        ("Saksbehandling", "action"),
        ("Avhandling", "action"),
        ("Målgruppa", "goal"),
        ("Fristad", "deadline"),
    ],
)
def test_words_that_only_look_like_compounds_do_not(text: str, concept: str) -> None:
    assert speaks_of(text, concept) == 0.0


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Mål for bustad", 1.0),
        ("Våre viktigaste mål", 1.0),
        ("Nye mål for bustad", 0.6),
        ("Trygg oppvekst", 0.0),
        ("", 0.0),
        ("– … !", 0.0),
    ],
)
def test_the_first_and_the_last_word_count_most(text: str, score: float) -> None:
    assert speaks_of(text, "goal") == score


def test_a_run_of_words_counts_in_full_but_not_in_a_whole_paragraph() -> None:
    lead = "Dette vil vi oppnå"
    assert speaks_of(lead, "goal") == 1.0
    assert speaks_of(f"{lead} {'saman ' * 30}", "goal") == 0.0


def test_a_text_can_speak_of_several_concepts() -> None:
    assert speaks_of("Tiltak og ansvar", "action") == speaks_of("Tiltak og ansvar", "owner") == 1.0


@pytest.mark.parametrize(
    "text",
    ["Mål", "Ansvarleg eining", "Nytt tiltak", "Klatreveggstrategiar", "Samarbeidspartnarar"],
)
def test_words_that_name_a_record_or_a_field(text: str) -> None:
    assert names_kind(text)


@pytest.mark.parametrize(
    "text", ["", "12", "Kulturskulen", "Bakgrunn", "Eit mål som ligg langt fram"]
)
def test_words_that_name_neither(text: str) -> None:
    assert not names_kind(text)
