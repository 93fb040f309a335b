"""What the plan calls its records decides between kinds that look alike."""

from __future__ import annotations

import pytest
from made_blocks import block
from made_roles import chances
from made_units import place, units_of

from planextract.meaning.roles.named import weigh_names
from planextract.meaning.roles.role import ROLES, Role

ITEM = "leggje til rette for nye bustader"
EVEN = {Role.ACTION: 0.3, Role.STRATEGY: 0.3, Role.SUB: 0.1, Role.GOAL: 0.2}


def likeliest(*above: str) -> Role:
    """The likeliest role of an item below some headings and lead-ins (those with a colon)."""
    blocks = [
        block(text, "paragraph" if text.endswith(":") else "heading", level=1 + at)
        for at, text in enumerate(above)
    ]
    title = block("Strategi for bygda", "heading", level=1)
    units = units_of(title, *blocks, block(ITEM, "item"))
    row = weigh_names(units, chances(units, {ITEM: EVEN}))[place(units, ITEM)]
    return ROLES[int(row.argmax())]


@pytest.mark.parametrize(
    ("above", "role"),
    [
        (("Strategiar for å nå målet: Bygda kommune skal:",), Role.STRATEGY),
        (("Strategiar",), Role.STRATEGY),
        (("Tiltak for å nå målet:",), Role.ACTION),
        (("For å nå desse måla vil vi mellom anna:",), Role.ACTION),
        (("Derfor skal vi:",), Role.ACTION),
        (("Strategiar", "Derfor skal vi:"), Role.STRATEGY),
        (("Delmål 2024–2036", "Bygda vil:"), Role.SUB),
        (("Tiltak", "Strategiar for området:"), Role.STRATEGY),
    ],
)
def test_the_name_above_a_list_decides(above: tuple[str, ...], role: Role) -> None:
    assert likeliest(*above) is role


def test_a_label_of_its_own_is_stronger_than_the_heading() -> None:
    text = f"Strategi 1: {ITEM}"
    units = units_of(block("Tiltak", "heading"), block(text, "item"))
    row = weigh_names(units, chances(units, {text: EVEN}))[place(units, text)]
    assert ROLES[int(row.argmax())] is Role.STRATEGY
