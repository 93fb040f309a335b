"""Marks of the outer form of a text."""

from __future__ import annotations

import pytest
from made_blocks import block
from made_units import figures, units_of

from planextract.meaning.marks import shape

HAS = [
    ("year", "Bygd i 1998", "Bygd i 12345"),
    ("money", "Kostar 200 000 kr", "Kostar lite"),
    ("money", "To mill i året", "To milde dagar"),
    ("percent", "25 prosent", "Prosenten"),
    ("percent", "25 %", "25"),
    ("law", "Folkehelselova gjeld", "Folk lovar mykje"),
    ("law", "Det følgjer av § 5", "Det følgjer av 5"),
    ("law", "forskrift om vann", "oppskrift på vann"),
    ("link", "Sjå www.a.no/b", "Sjå side 3"),
    ("link", "post@a.no", "post at a"),
    ("source", "Kilde: SSB", "Vi har ei kilde"),
    ("source", "Figur 3 viser", "Sjå figur 3"),
    ("quoted", "«Her er det fint»", "Her er det fint"),
    ("person", "Vi treng ein klubb (jente 14)", "Vi treng ein klubb (sentrum)"),
    ("person", "Meir fritid (Kari, 9)", "Meir fritid (2026)"),
    ("begins_upper", "Alle", "alle"),
    ("begins_lower", "alle", "Alle"),
    ("begins_digit", "12 stykke", "tolv stykke"),
    ("bracket", "Alle (nesten)", "Alle nesten"),
    ("dash", "Alle – nesten", "Alle-nesten"),
    ("colon_inside", "Slik: vi gjer det", "Vi skal:"),
    ("has_label", "Mål: Alle er med", "Alle er med"),
    ("has_number", "3. Alle er med", "Alle 3 er med"),
    ("number_letter", "T3: Alle er med", "3. Alle er med"),
    ("ends_0", "Alle er med.", "Alle er med"),
    ("ends_1", "Vi skal:", "Vi skal."),
    ("ends_2", "Vi skal,", "Vi skal"),
    ("ends_3", "Vi skal;", "Vi skal"),
    ("ends_4", "Kven er med?", "Alle er med"),
    ("ends_5", "Alle!", "Alle"),
    ("ends_6", "Alle (nesten)", "Alle (nesten"),
    ("ends_open", "Alle er med", "Alle er med."),
]


def of(text: str) -> dict[str, float]:
    return figures(shape, units_of(block(text)))


@pytest.mark.parametrize(("name", "hit", "miss"), HAS)
def test_texts_that_have_it_and_texts_that_have_not(name: str, hit: str, miss: str) -> None:
    assert of(hit)[name] == 1.0
    assert of(miss)[name] == 0.0


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("words", "Mål 1: Alle er med", 3.0),
        ("letters", "Mål 1: Alle", 4.0),
        ("commas", "Store, små, alle", 2.0),
        ("parts", "Alle. Vi vil? Ja", 2.0),
        ("digits", "ab12", 0.5),
        ("capitals", "ABcd", 0.5),
        ("colon_at", "Slik vil vi: ha det", 3.0),
        ("number_depth", "Mål 1.2.3: Alle", 3.0),
        ("number_depth", "Alle", 0.0),
        ("label_words", "Mål 1: Alle", 2.0),
    ],
)
def test_counts_and_shares(name: str, text: str, value: float) -> None:
    assert of(text)[name] == value


def test_enough_is_no_money() -> None:
    assert of("Det er nok til alle")["money"] == 0.0


def test_a_text_ends_in_one_way() -> None:
    for text in ("Alle.", "Alle:", "Alle", "Alle)", "Alle …"):
        assert sum(v for name, v in of(text).items() if name.startswith("ends_")) == 1.0
