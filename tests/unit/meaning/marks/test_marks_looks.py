"""Marks of how a unit is set."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, table, with_items
from made_units import figures, sized, units_of

from planextract.meaning.marks import looks

BODY = block("Vanleg tekst som står her og er lang nok til å telje mest av alt.")
HAS: list[tuple[str, Any, Any]] = [
    ("bold", block("Mål", bold=True), block("Mål")),
    ("coloured", block("Mål", color="#336699"), block("Mål")),
    ("filled", block("Mål", fill="#336699"), block("Mål")),
    ("upper", block("MÅL"), block("Mål")),
    ("bullet", block("Mål", "item", marker="•"), block("Mål", "item", marker="1.")),
    ("numbered", block("Mål", "item", marker="1."), block("Mål", "item", marker="•")),
    ("numbered", block("Mål", "item", marker="a)"), block("Mål")),
    ("rank_share", block("Mål", "heading"), block("Mål")),
    *((f"kind_{kind}", block("Mål", kind), block("Mål", other)) for kind, other in (
        ("heading", "item"), ("item", "paragraph"), ("paragraph", "heading"))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "hit", "miss"), HAS)
def test_units_set_so_and_units_that_are_not(name: str, hit: Any, miss: Any) -> None:
    assert figures(looks, units_of(BODY, hit), 1)[name] == 1.0
    assert figures(looks, units_of(BODY, miss), 1)[name] == 0.0


def test_a_unit_is_of_one_kind() -> None:
    made = with_items(table(["#Tiltak | #Ansvar", "Barn | <", "x | y"]), 2, 0, ["A", "B"])
    units = units_of(block("Mål. Alle er her. Vi.\nAnsvar: Per"), made)
    kinds = {unit.kind for unit in units.all}
    assert kinds >= {"line", "sentence", "cell", "cell_item", "banner", "header"}
    for at, unit in enumerate(units.all):
        told = {name for name, v in figures(looks, units, at).items() if v and name[:5] == "kind_"}
        assert told == {f"kind_{unit.kind}"}


def test_sizes_are_told_against_the_text() -> None:
    units = units_of(BODY, sized(block("Mål"), 15.0))
    assert [figures(looks, units, at)["size"] for at in (0, 1)] == [1.0, 1.5]


def test_ranks_are_shares_of_the_weakest() -> None:
    units = units_of(sized(block("A", "heading"), 20.0), block("B", "heading"), BODY)
    assert [figures(looks, units, at)["rank_share"] for at in range(3)] == [0.5, 1.0, 0.0]
    assert [figures(looks, units, at)["depth_of_heads"] for at in range(3)] == [0.0, 1.0, 2.0]


def test_the_place_in_the_document_and_in_the_paragraph() -> None:
    units = units_of(block("Mål"), block("Alle er med. Vi vil meir."))
    rows = [figures(looks, units, at) for at in range(4)]
    assert [row["place"] for row in rows] == [0.0, 0.25, 0.5, 0.75]
    assert [row["place_in_whole"] for row in rows] == [0.0, 0.0, 1.0, 2.0]
    assert [row["whole_sentences"] for row in rows] == [0.0, 2.0, 2.0, 2.0]


def test_the_white_above_counts_in_sizes_of_the_type() -> None:
    def gap(**more: Any) -> float:
        units = units_of(block("Mål", top=100.0), block("Tekst", **more))
        return figures(looks, units, 1)["gap_above"]

    assert gap(top=120.0) == 1.0
    assert gap(top=700.0) == 9.0
    assert gap(top=20.0) == -1.0
    assert gap(top=120.0, page=2) == -1.0
