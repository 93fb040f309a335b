"""Header words to the roles of columns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.lexicons import read_toml
from planextract.meaning.tables.headers import header_role

COLUMNS: dict[str, Any] = read_toml("columns")
ENTRIES = [(role, word) for role, entry in COLUMNS.items() for word in entry["words"]]
MEANT_TWICE = {"hending", "hendelse"}
"""What may happen (and is then an action column) and what a schedule lists."""


def role(text: str) -> str | None:
    found = header_role(text)
    return found.role if found else None


@pytest.mark.parametrize(("wanted", "word"), ENTRIES)
def test_every_word_is_the_header_of_its_role(wanted: str, word: str) -> None:
    if word in MEANT_TWICE and wanted == "milestone":
        wanted = "action"
    for form in (word, word.capitalize(), word.upper(), f"{word}:"):
        assert role(form) == wanted


def test_no_word_has_two_roles_unless_it_is_meant() -> None:
    roles: dict[str, set[str]] = {}
    for wanted, word in ENTRIES:
        roles.setdefault(word, set()).add(wanted)
    assert {word for word, found in roles.items() if len(found) > 1} == MEANT_TWICE


def test_words_are_in_lower_case_and_each_stands_once_in_its_role() -> None:
    assert [word for _, word in ENTRIES if word != word.lower().strip()] == []
    assert len(ENTRIES) == len(set(ENTRIES))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("TILTAK 2025", "action"),
        ("Tiltak 2025-2028", "action"),
        ("Tiltak (kva skal gjerast)", "action"),
        ("Ansvarleg for tiltaket", "owner"),
        ("Ansvar / samarbeid", "owner"),
        ("Frist for gjennom- føring", "deadline"),
        ("Tidsfrist (år)", "deadline"),
        ("Kostnads- overslag", "resources"),
        ("Tiltak nr.", "number"),
        ("Mål nr", "reference"),
        ("Status pr. 31.12.2024", "status"),
        ("Kostnad i 1000 kr", "resources"),
        ("HVEM", "owner"),
        ("NÅR", "deadline"),
        ("2026", "year"),
        ("Budsjett 2026", "year"),
        ("2025-2028", "year"),
        ("2026/27", "year"),
        ("1. halvår 2026", "year"),
        ("Haust 2025", "year"),
        ("Ansvarleq", "owner"),
        ("Satsingsomrade", "area"),
        ("Konkrete tiltak og oppfølging", "action"),
    ],
)
def test_headers_as_plans_have_them(text: str, wanted: str) -> None:
    assert role(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "–",
        "Etablere ein møteplass for unge i sentrum av bygda",
        "Rektor",
        "Kommunen skal gjere det godt",
        "250 000",
        "Herøy",
        "Trygg oppvekst",
        "Barnehage",
    ],
)
def test_contents_are_no_headers(text: str) -> None:
    assert role(text) is None


@pytest.mark.parametrize(("surer", "than"), [("Tiltak", "Tiltak for alle"), ("Frist", "Frisd")])
def test_a_whole_word_is_surer_than_a_part_or_a_likeness(surer: str, than: str) -> None:
    first, second = header_role(surer), header_role(than)
    assert first is not None
    assert second is None or first.score > second.score


@given(st.text(max_size=40))
def test_any_text_has_a_role_of_the_lexicon_or_none(text: str) -> None:
    found = header_role(text)
    assert found is None or found.role in {*COLUMNS, "year"}
    assert found is None or 0 < found.score <= 1
