"""What the plan calls its records, and how far that moves what they were read as."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block, table
from made_roles import chances
from made_units import place, units_of

from planextract.meaning.naming import KINDS
from planextract.meaning.roles.called import (
    OF_LABEL,
    PLACES,
    calls_of,
    move,
    no_shares,
)
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import Units

ITEM = "leggje til rette for nye bustader"
Call = tuple[str, str] | None


def call(units: Units, text: str) -> Call:
    """Where the name of a unit stands and what it is."""
    where, name = calls_of(units)[place(units, text)]
    return (PLACES[where], KINDS[name]) if where >= 0 else None


def below(*above: str) -> Call:
    """What an item is called below some headings and lead-ins (those with a colon)."""
    blocks = [
        block(text, "paragraph" if text.endswith(":") else "heading", level=1 + at)
        for at, text in enumerate(above)
    ]
    title = block("Strategi for bygda", "heading", level=1)
    return call(units_of(title, *blocks, block(ITEM, "item")), ITEM)


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (("Strategiar for å nå målet: Bygda kommune skal:",), ("lead", "strategy")),
        (("Strategiar",), ("lead", "strategy")),
        (("Tiltak for å nå målet:",), ("lead", "action")),
        (("For å nå desse måla vil vi mellom anna:",), ("open", "action")),
        (("Derfor skal vi:",), ("open", "action")),
        (("Strategiar", "Derfor skal vi:"), ("open", "strategy")),
        (("Delmål 2024–2036", "Bygda vil:"), ("open", "sub")),
        (("Tiltak", "Strategiar for området:"), ("lead", "strategy")),
        (("Folketal",), None),
        (("Mål og tiltak",), None),
    ],
)
def test_the_name_above_a_list(above: tuple[str, ...], name: Call) -> None:
    assert below(*above) == name


def test_a_label_of_its_own_goes_before_the_heading() -> None:
    text = f"Strategi 1: {ITEM}"
    assert call(units_of(block("Tiltak", "heading"), block(text, "item")), text) == (
        "label", "strategy",
    )  # fmt: skip


def test_plain_text_above_a_list_names_nothing() -> None:
    assert call(units_of(block("Tiltak"), block(ITEM, "item")), ITEM) is None


def test_a_header_of_goals_names_its_texts_but_no_figures_and_no_other_header_does() -> None:
    units = units_of(table(["#Tiltak | #Mål", "Lage veg til øya | Alle kjem trygt fram", "b | 95"]))
    assert call(units, "Alle kjem trygt fram") == ("header", "goal")
    assert call(units, "95") is None
    assert call(units, "Lage veg til øya") is None


def test_a_share_of_each_reading_goes_over_to_the_name() -> None:
    text = f"Delmål 1: {ITEM}"
    units = units_of(block(text))
    shares = no_shares()
    shares[PLACES.index("label"), KINDS.index("sub"), ROLES.index(Role.GOAL)] = 0.75
    before = chances(units, {text: {Role.GOAL: 0.4, Role.ACTION: 0.4, Role.SUB: 0.1}})
    kept = before.copy()
    row = move(before, calls_of(units), shares)[place(units, text)]
    told = {Role.GOAL: 0.1, Role.ACTION: 0.4, Role.SUB: 0.4 * OF_LABEL, Role.NONE: 0.1}
    for role, part in told.items():
        assert row[ROLES.index(role)] == pytest.approx(part / sum(told.values()), abs=1e-6)
    assert np.array_equal(before, kept)


def test_what_is_called_nothing_stays() -> None:
    units = units_of(block(ITEM))
    before = chances(units, {ITEM: {Role.GOAL: 0.4}})
    shares = no_shares() + np.float32(0.5)
    assert np.array_equal(move(before, calls_of(units), shares), before)
