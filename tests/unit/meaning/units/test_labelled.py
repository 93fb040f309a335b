"""Labels and numbers before a text: what is parted from it and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_blocks import passage

from planextract.meaning.units.labelled import parts, split_label


def split(text: str, *, line: bool = True) -> tuple[str, str | None]:
    found = split_label(text, line=line)
    return text[found.start : found.end], found.number


@pytest.mark.parametrize("line", [True, False])
@pytest.mark.parametrize(
    ("text", "body", "number"),
    [
        ("Mål: Alle er trygge", "Alle er trygge", None),
        ("Mål 1.2: Alle barn er trygge", "Alle barn er trygge", "1.2"),
        ("Tiltak 3 – Lage rutine", "Lage rutine", "3"),
        ("Tiltak 1.2. Lage plan", "Lage plan", "1.2"),
        ("Tiltak nr. 7: Lage plan", "Lage plan", "7"),
        ("Tiltak A3: Lage rutine", "Lage rutine", "A3"),
        ("Delmål A: Bu heime", "Bu heime", "A"),
        ("Mål 2 Trygge barn", "Trygge barn", "2"),
        ("MÅL 3 GRØN OMSTILLING", "GRØN OMSTILLING", "3"),
        ("T1 Lage rutine", "Lage rutine", "T1"),
        ("T1: Lage rutine", "Lage rutine", "T1"),
        ("A-2 Lage rutine", "Lage rutine", "A-2"),
        ("Strategi - Bruke naturen", "Bruke naturen", None),
        ("Ansvarleg eining: Helse", "Helse", None),
        ("Klatreveggmål: Høgt opp", "Høgt opp", None),
        ("Tiltak: 1.1 Lage plan", "Lage plan", "1.1"),
        ("1.1 Tiltak: Lage plan", "Lage plan", "1.1"),
        ("1) Mål: Bu heime", "Bu heime", "1"),
        ("Fase 2: Bygge bru", "Bygge bru", "2"),
        ("3. Trygge veger", "Trygge veger", "3"),
        ("4.2 Trygge veger", "Trygge veger", "4.2"),
        ("a) lage rutine", "lage rutine", "a"),
        ("IV. Trygge veger", "Trygge veger", "IV"),
        ("Mål:", "", None),
    ],
)
def test_what_names_a_text_stands_before_it(
    text: str, body: str, number: str | None, line: bool
) -> None:
    assert split(text, line=line) == (body, number)


@pytest.mark.parametrize("line", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "Folkehelse: Helse blir skapt i alle sektorar",
        "Kommunen skal: lage plan",
        "Målet er at alle skal ha det bra",
        "Nye tiltak – lage plan",
        "2026 er eit godt år",
        "50 000 kr",
        "0,5 årsverk",
        "IV Trygge veger",
        "Bydel lengst i aust 3: Lage",
        "Mål",
        "Tenester (2026)",
        "",
    ],
)
def test_other_beginnings_are_part_of_the_text(text: str, line: bool) -> None:
    assert split(text, line=line) == (text, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("B. Trygge veger", "B"),
        ("a. Lage plan", "a"),
        ("I: Busetjing", "I"),
        ("Kapittel 4 Kultur", "4"),
    ],
)
def test_letters_and_parts_are_numbers_where_a_line_begins(text: str, number: str) -> None:
    assert split(text, line=True)[1] == number


def test_an_initial_in_a_sentence_is_no_number() -> None:
    assert split("B. Hansen har ordet", line=False) == ("B. Hansen har ordet", None)


def test_a_topic_before_a_colon_keeps_its_word() -> None:
    text = "Samarbeid: Helse blir skapt i alle sektorar"
    assert split(text) == (text, None)


def test_a_date_that_begins_a_text_is_no_number() -> None:
    text = "5. mars 2026 er fristen"
    assert split(text) == (text, None)


def test_a_number_without_a_dot_only_where_a_line_begins() -> None:
    assert split("3 Trygge veger", line=True) == ("Trygge veger", "3")
    assert split("3 Trygge veger", line=False) == ("3 Trygge veger", None)


@pytest.mark.parametrize("text", ["Korleis kome dit? (Strategi)", "Korleis kome dit? (Strategi):"])
def test_a_label_in_brackets_may_stand_behind_a_line(text: str) -> None:
    assert split(text, line=True) == ("Korleis kome dit?", None)
    assert split(text, line=False) == (text, None)


def test_brackets_behind_that_name_no_record_stay() -> None:
    text = "Korleis kome dit? (Tromsø)"
    assert split(text, line=True) == (text, None)


def test_a_passage_is_parted_with_its_words() -> None:
    whole = passage("Tiltak 3: Lage rutine")
    label, body, number = parts(whole, line=True)
    assert (label.text, body.text, number) == ("Tiltak 3:", "Lage rutine", "3")
    assert [*label.words, *body.words] == list(whole.words)


@given(st.text(alphabet="Mål 1.2:–-()TiaIVX«å«", max_size=40), st.booleans())
def test_the_text_proper_is_a_stretch_of_the_text(text: str, line: bool) -> None:
    found = split_label(text, line=line)
    assert 0 <= found.start <= found.end <= len(text)
    assert found.number is None or found.number in text
