"""What heads others: ranks of headings and of lines set apart, and what stands above a unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made_blocks import block, table
from made_units import place, sized, units_of

BODY = block("Vanleg tekst som står her og er lang nok til å telje mest.")


def heads(*blocks: Any) -> dict[str, int]:
    units = units_of(*blocks)
    ranks = zip(units.all, units.headlines.ranks, strict=True)
    return {unit.text: rank for unit, rank in ranks if rank}


def above(text: str, *blocks: Any) -> list[str]:
    units = units_of(*blocks)
    return [units.all[at].text for at in units.headlines.above[place(units, text)]]


def test_the_larger_heading_ranks_first() -> None:
    small, large = block("Bustad", "heading"), sized(block("Plan", "heading"), 20.0)
    assert heads(small, large, BODY) == {"Plan": 1, "Bustad": 2}


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (block("A", "heading", fill="#336699"), block("B", "heading")),
        (block("A", "heading"), block("B", "heading", bold=False)),
        (block("STORE", "heading"), block("Sma", "heading")),
        (block("A", "heading", color="#336699"), block("B", "heading")),
        (block("A", "heading"), block("B", bold=True)),
    ],
)
def test_of_one_size_fill_weight_capitals_and_colour_rank(stronger: Any, weaker: Any) -> None:
    found = heads(weaker, stronger, BODY)
    assert found[stronger.passage.text] < found[weaker.passage.text]


def test_headings_that_look_alike_rank_alike() -> None:
    assert set(heads(block("A", "heading"), block("B", "heading"), BODY).values()) == {1}


@pytest.mark.parametrize(
    "line",
    [
        block("Trygg oppvekst", bold=True),
        block("Trygg oppvekst", color="#336699"),
        block("TRYGG OPPVEKST"),
        sized(block("Trygg oppvekst"), 11.0),
    ],
)
def test_a_short_line_set_apart_heads_what_follows(line: Any) -> None:
    assert list(heads(line, BODY).values()) == [1]
    assert above(BODY.passage.text, line, BODY) == [line.passage.text]


@pytest.mark.parametrize(
    "line",
    [
        block("Trygg oppvekst"),
        block("Trygg oppvekst.", bold=True),
        block("Trygg oppvekst,", bold=True),
        block(" ".join(["ord"] * 15), bold=True),
        block("Trygg oppvekst", "item", bold=True),
        sized(block("Trygg oppvekst"), 10.2),
    ],
)
def test_other_lines_head_nothing(line: Any) -> None:
    assert heads(line, BODY) == {}


def numbered(text: str, marker: str, color: str = "#00687a") -> Any:
    return replace(block(text, "item", marker=marker), color=color)


def test_a_numbered_line_set_apart_heads_unless_it_is_one_of_a_list() -> None:
    first, second = numbered("Trygg oppvekst", "4.1:"), numbered("Gode liv", "4.2:")
    assert list(heads(first, BODY, second, BODY)) == ["Trygg oppvekst", "Gode liv"]
    assert heads(BODY, first, second) == {}
    assert heads(BODY, numbered("Trygg oppvekst", "4.1:", "#000000"), BODY) == {}


def test_a_stronger_or_equal_heading_ends_those_above() -> None:
    plan, home = sized(block("Plan", "heading"), 20.0), sized(block("Bustad", "heading"), 14.0)
    blocks = (
        plan,
        home,
        block("Mål", "heading"),
        block("under mål"),
        sized(block("Klima", "heading"), 14.0),
        block("under klima"),
        sized(block("Vedlegg", "heading"), 20.0),
        block("under vedlegg"),
    )
    assert above("under mål", *blocks) == ["Mål", "Bustad", "Plan"]
    assert above("under klima", *blocks) == ["Klima", "Plan"]
    assert above("under vedlegg", *blocks) == ["Vedlegg"]
    assert above("Klima", *blocks) == ["Plan"]


def test_cells_stand_under_the_headings_and_rows_across_head_none() -> None:
    made = table(["#Tiltak | #Ansvar", "Barn | <", "Lage mat | Helse"])
    assert above("Lage mat", block("Tiltak", "heading"), made) == ["Tiltak"]


def test_a_document_without_running_text_has_headings_too() -> None:
    assert heads(block("Plan", "heading")) == {"Plan": 1}
    assert heads() == {}
