"""Reading order: bands from the top, columns from the left."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.layout.order import reading_order
from planextract.model.page import Box


@dataclass(frozen=True)
class Thing:
    """A named box."""

    name: str
    box: Box


LEFT, RIGHT = (60.0, 270.0), (300.0, 520.0)
WHOLE = (60.0, 520.0)


def thing(name: str, span: tuple[float, float], top: float, height: float = 10.0) -> Thing:
    return Thing(name, Box(span[0], top, span[1], top + height))


def order(things: list[Thing]) -> str:
    return " ".join(each.name for zone in reading_order(things) for each in zone.things)


@st.composite
def scattered(draw: st.DrawFn) -> list[Thing]:
    made = []
    for at in range(draw(st.integers(0, 20))):
        x, top = draw(st.floats(0, 500)), draw(st.floats(0, 700))
        width, height = draw(st.floats(1, 500)), draw(st.floats(1, 120))
        made.append(Thing(str(at), Box(x, top, x + width, top + height)))
    return made


@given(scattered())
def test_every_thing_is_in_exactly_one_zone(things: list[Thing]) -> None:
    assert sorted(order(things).split()) == sorted(each.name for each in things)


@given(scattered())
def test_the_order_does_not_hang_on_how_the_things_were_given(things: list[Thing]) -> None:
    apart = {(t.box.top, t.box.x0) for t in things}
    if len(apart) == len(things):
        assert order(things) == order(things[::-1])


@given(st.lists(st.floats(8, 40), min_size=1, max_size=12))
def test_one_column_is_read_from_the_top(heights: list[float]) -> None:
    things, top = [], 0.0
    for at, height in enumerate(heights):
        things.append(thing(str(at), WHOLE, top, height))
        top += height + 3
    assert order(things[::-1]) == " ".join(str(at) for at in range(len(heights)))


def two_columns(top: float, *, lines: int = 3, prefix: str = "") -> list[Thing]:
    return [
        thing(f"{prefix}{side}{at}", span, top + 13 * at)
        for at in range(lines)
        for side, span in (("l", LEFT), ("r", RIGHT))
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert order(two_columns(100)) == "l0 l1 l2 r0 r1 r2"


def test_a_heading_across_comes_before_both_columns() -> None:
    assert order([*two_columns(100), thing("head", WHOLE, 60, 20)]).startswith("head l0 l1 l2 r0")


def test_a_heading_across_parts_the_columns_above_from_those_below() -> None:
    page = [
        *two_columns(100, prefix="a"), thing("head", WHOLE, 160, 20), *two_columns(200, prefix="b"),
    ]  # fmt: skip
    assert order(page) == "al0 al1 al2 ar0 ar1 ar2 head bl0 bl1 bl2 br0 br1 br2"


def test_columns_with_lines_at_different_heights() -> None:
    left = [thing(f"l{at}", LEFT, 100 + 13 * at) for at in range(4)]
    right = [thing(f"r{at}", RIGHT, 105 + 15 * at) for at in range(3)]
    assert order([*left, *right]) == "l0 l1 l2 l3 r0 r1 r2"


def test_a_column_that_goes_on_below_the_end_of_the_other_stays_whole() -> None:
    left = [thing(f"l{at}", LEFT, 100 + 13 * at) for at in range(6)]
    right = [thing(f"r{at}", RIGHT, 100 + 13 * at) for at in range(2)]
    assert order([*left, *right]) == "l0 l1 l2 l3 l4 l5 r0 r1"


def test_paragraphs_in_columns_stay_with_their_column() -> None:
    """White between paragraphs that stand side by side is no cut through both columns."""
    page = [*two_columns(100, prefix="a"), *two_columns(160, prefix="b")]
    assert order(page) == "al0 al1 al2 bl0 bl1 bl2 ar0 ar1 ar2 br0 br1 br2"


def test_three_goals_in_columns_over_text_across() -> None:
    thirds = [(60.0, 190.0), (220.0, 350.0), (380.0, 510.0)]
    goals = [thing(f"{n}{at}", span, 100 + 13 * at) for n, span in zip("abc", thirds, strict=True)
             for at in range(2)]  # fmt: skip
    below = [thing("under", WHOLE, 160)]
    assert order([*goals, *below]) == "a0 a1 b0 b1 c0 c1 under"


@pytest.mark.parametrize("gap", [2.0, 5.0])
def test_a_word_space_is_no_gutter(gap: float) -> None:
    page = [
        thing(f"{side}{at}", (x, x + 200), 100 + 13 * at)
        for at in range(2)
        for side, x in (("l", 60.0), ("r", 260.0 + gap))
    ]
    assert order(page) == "l0 r0 l1 r1"


def test_columns_are_numbered_from_the_left() -> None:
    zones = list(reading_order(two_columns(100)))
    assert [zone.column for zone in zones] == [0, 1]
