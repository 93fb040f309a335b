"""Rows that add up the rows above are no records; a short action with a sum is one."""

from __future__ import annotations

import pytest
from built_records import built
from made_blocks import table

ROLES = {"Ny bru": "action", "Ny veg": "action"}
HEAD = "#Tiltak | #2026 | #2027"


def actions(rows: list[str], more: dict[str, str]) -> list[str]:
    found = built([table([HEAD, *rows])], {**ROLES, **more})
    return [action.text.text for action in found.actions]


@pytest.mark.parametrize("title", ["Sum", "Totalt", "Alt i hop"])
def test_a_row_that_adds_up_is_no_record(title: str) -> None:
    rows = ["Ny bru | 1 200 | 300", "Ny veg | 800 | 0", f"{title} | 2 000 | 300"]
    assert actions(rows, {title: "action"}) == ["Ny bru", "Ny veg"]


def test_a_row_that_does_not_add_up_is_a_record() -> None:
    rows = ["Ny bru | 1 200 | 300", "Ny veg | 800 | 0", "Nytt tak | 700 | 300"]
    assert actions(rows, {"Nytt tak": "action"}) == ["Ny bru", "Ny veg", "Nytt tak"]


def test_a_title_says_that_its_row_is_a_sum_though_figures_are_off() -> None:
    rows = ["Ny bru | 1 200 | 300", "Ny veg | 800 | 0", "Sum investering | 2 600 | 300"]
    assert actions(rows, {"Sum investering": "action"}) == ["Ny bru", "Ny veg"]


def test_one_figure_above_proves_nothing() -> None:
    assert actions(["Ny bru | 300 | 0", "Ny veg | 300 | 0"], {}) == ["Ny bru", "Ny veg"]
