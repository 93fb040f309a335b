"""Marks of chapters of one shape."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block
from made_units import figures, place, sized, units_of

from planextract.meaning.marks import chapters


def chapter(title: str) -> Any:
    return sized(block(title, "heading"), 18.0)


def inner(title: str) -> Any:
    return sized(block(title, "heading"), 13.0)


def item(text: str) -> Any:
    return block(text, "item", marker="•")


PLAN = (
    chapter("Føreord"),
    block("Planen gjeld for trygge heimar og mykje anna."),
    chapter("Om arbeidet"),
    item("Eit levande sentrum"),
    inner("Kven var med"),
    block("Mange var med."),
    chapter("Trygge heimar"),
    inner("Mål"),
    block("Alle har ein heim."),
    inner("Strategiar"),
    item("Byggje tett"),
    chapter("Eit levande sentrum"),
    inner("Mål"),
    block("Folk møtest."),
    inner("Strategiar"),
    item("Opne butikkane"),
)


def of(text: str, kind: str | None = None) -> dict[str, float]:
    units = units_of(*PLAN)
    if kind is None:
        return figures(chapters, units, place(units, text))
    found = [at for at, unit in enumerate(units.all) if (unit.text, unit.kind) == (text, kind)]
    return figures(chapters, units, found[0])


def test_inner_headings_that_come_back_in_siblings() -> None:
    area = of("Trygge heimar")
    assert (area["own_inner"], area["own_inner_shared"], area["own_inner_named"]) == (2, 1, 1)
    assert area["own_like_siblings"] == pytest.approx(1 / 3)
    method = of("Om arbeidet")
    assert (method["own_inner"], method["own_inner_shared"], method["own_like_siblings"]) == (
        1, 0, 0,
    )  # fmt: skip
    assert area["own_siblings"] == method["own_siblings"] == 4


def test_titles_that_stand_in_a_text_or_a_list_elsewhere() -> None:
    assert of("Trygge heimar")["own_listed"] == 1
    assert of("Eit levande sentrum", "heading")["own_listed"] == 1
    assert of("Føreord")["own_listed"] == 0
    assert of("Føreord")["own_siblings_listed"] == 0.5


def test_units_have_the_figures_of_the_strongest_heading_above() -> None:
    found, area = of("Byggje tett"), of("Trygge heimar")
    assert found["own_inner"] == 0
    assert found["above_inner_shared"] == area["own_inner_shared"] == 1
    assert of("Mange var med.")["above_inner_shared"] == 0


def test_chapters_that_count_on() -> None:
    numbered = units_of(chapter("1 Heim"), block("Tekst."), chapter("2 Veg"), block("Tekst."))
    found = figures(chapters, numbered, place(numbered, "2 Veg"))
    assert found["own_counts_on"] == 1
    assert of("Føreord")["own_counts_on"] == 0


def test_a_plan_without_headings() -> None:
    units = units_of(block("Berre tekst."))
    assert not any(figures(chapters, units, 0).values())
