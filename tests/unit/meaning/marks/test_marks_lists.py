"""Marks of a unit in its list."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block
from made_units import figures, units_of

from planextract.meaning.marks import lists

LEAD = block("Vi skal:")


def item(text: str, marker: str = "•", **more: Any) -> Any:
    return block(text, "item", marker=marker, **more)


def of(at: int, *blocks: Any) -> dict[str, float]:
    return figures(lists, units_of(*blocks), at)


THREE = (LEAD, item("lage mat."), item("dele ut mat."), item("Rektor"))


def test_the_items_of_a_list_share_what_it_is_like() -> None:
    for at, place in ((1, 0.0), (2, 1.0), (3, 2.0)):
        found = of(at, *THREE)
        assert found["length"] == 3.0
        assert found["place"] == place
        assert found["place_share"] == pytest.approx(place / 3)
        assert found["mean_words"] == 2.0
        assert found["full_stops"] == found["lower"] == pytest.approx(2 / 3)
        assert found["labels"] == found["numbers_rise"] == 0.0


@pytest.mark.parametrize(
    ("name", "hit", "miss"),
    [
        ("infinitives", ["Etablere møteplass", "Lage mat"], ["Rektor", "Alle har mat"]),
        ("modals", ["Vi skal lage mat", "Vi vil ete"], ["Vi lagar mat", "Alle et"]),
        ("labels", ["Mål: Alle er med", "Mål: Bu heime"], ["Alle er med", "Bu heime"]),
        ("lower", ["lage mat", "dele"], ["Lage mat", "Dele"]),
        ("full_stops", ["Alle er med.", "Bu."], ["Alle er med", "Bu"]),
    ],
)
def test_shares_of_the_items(name: str, hit: list[str], miss: list[str]) -> None:
    assert of(1, LEAD, *map(item, hit))[name] > 0.9
    assert of(1, LEAD, *map(item, miss))[name] < 0.1


def test_numbers_of_the_items() -> None:
    assert of(0, item("A", "1."), item("B", "2."))["numbers_rise"] == 1.0


def test_items_of_one_length_spread_less() -> None:
    assert of(0, item("Lage mat"), item("Dele mat"))["spread"] == 0.0
    assert of(0, item("Lage"), item("Dele ut mat"))["spread"] == 1.0


def test_what_leads_the_list_in() -> None:
    found = of(2, *THREE)
    assert found["lead_colon"] == found["lead_kind_paragraph"] == found["lead_directly"] == 1.0
    assert found["lead_words"] == 2.0
    assert found["lead_kind_heading"] == 0.0
    headed = of(1, block("Tiltak", "heading"), item("Lage mat"))
    assert headed["lead_kind_heading"] == 1.0
    assert headed["lead_colon"] == headed["lead_kind_paragraph"] == 0.0


def test_a_list_on_the_next_page_is_not_led_in_directly() -> None:
    found = of(1, LEAD, item("Lage mat", page=2, indent=50.0))
    assert found["lead_directly"] == found["indented"] == 0.0
    assert of(1, LEAD, item("Lage mat", indent=50.0))["indented"] == 5.0


def test_without_a_lead() -> None:
    found = of(0, item("Lage mat"))
    assert not any(v for name, v in found.items() if name.startswith("lead_"))


def test_the_sentences_of_any_item_know_the_list() -> None:
    blocks = (LEAD, item("Alle er med. Vi vil."), item("Alle er her. Vi skal."))
    assert of(2, *blocks)["length"] == of(5, *blocks)["length"] == 2.0


def test_the_place_is_a_share_of_the_list() -> None:
    assert of(2, LEAD, item("Lage"), item("Dele"))["place_share"] == 0.5
