"""Marks of what a short text is like: a time, an owner, a sum, a code, a tick."""

from __future__ import annotations

import pytest
from made_blocks import block, table
from made_units import figures, units_of

from planextract.meaning.marks import values

HAS = [
    ("time", "2026", "Helse"),
    ("time", "innan 2027", "innan rammene"),
    ("time", "1. mars 2026", "Mariann"),
    ("time", "Kvart år", "Kvar og ein"),
    ("time", "2025–2028", "25 elevar"),
    ("vague_time", "Hausten 2026", "Høgt oppe i fjellet"),
    ("owner", "Kommunedirektøren", "Lage rutine for varsling"),
    ("owner", "Helse og omsorg", "2026"),
    ("resources", "200 000 kr", "Helse"),
    ("resources", "0,5 årsverk", "Rektor"),
    ("code", "T1", "Tiltak"),
    ("code", "3.2.1", "3.2.1 Lage"),
    ("mark", "x", "y"),
    ("mark", "✓", "–"),
    ("blank", "–", "Nei"),
    ("figure", "12,5 %", "12 stykke"),
    ("figure", "200 000 kr", "kr"),
]


def of(text: str) -> dict[str, float]:
    return figures(values, units_of(block(text, "item")))


@pytest.mark.parametrize(("name", "hit", "miss"), HAS)
def test_texts_that_are_like_it_and_texts_that_are_not(name: str, hit: str, miss: str) -> None:
    assert of(hit)[name] > 0.6
    assert of(miss)[name] < 0.3


@pytest.mark.parametrize("text", ["Årleg", "Løpande", "Heile perioden"])
def test_times_without_a_figure_are_times(text: str) -> None:
    assert of(text)["time"] == 1.0


LONG = "Lage ein svært lang og god rutine for varsling av alle feil på veg og bru"


@pytest.mark.parametrize("text", ["Lage rutine", LONG])
def test_owner_and_time_in_brackets_behind(text: str) -> None:
    found = of(f"{text} (Rektor, 2026)")
    assert found["time_at_end"] == 1.0
    assert found["owner_in_bracket"] > 0.6
    assert of(text)["time_at_end"] == of(text)["owner_in_bracket"] == 0.0


def test_a_time_behind_a_dash_ends_a_long_text() -> None:
    assert of(f"{LONG} – 2026")["time_at_end"] == 1.0


def test_a_long_text_is_like_none_of_these() -> None:
    assert not any(of(f"{LONG} i 2026").values())


def test_paragraphs_are_not_asked_but_cells_and_lines_are() -> None:
    assert not any(figures(values, units_of(block("2026"))).values())
    units = units_of(table(["2026 | Alle"]), block("mat\nFrist: 2026"))
    times = [figures(values, units, at)["time"] for at in range(len(units.all))]
    assert times == [1.0, 0.0, 0.0, 1.0]


def test_the_label_is_no_part_of_the_value() -> None:
    assert of("Frist: 2026")["figure"] == 1.0
    assert of("Frist i 2026")["figure"] == 0.0
