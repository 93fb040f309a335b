"""Marks of a unit under the item that it hangs under."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block
from made_units import figures, units_of

from planextract.meaning.marks import nesting


def item(text: str, marker: str = "•", **more: Any) -> Any:
    return block(text, "item", marker=marker, **more)


LIST = (
    block("Vi skal:"),
    item("lage mat", "1.", indent=20.0),
    item("varm", "–", indent=40.0),
    item("god: og nok", "–", indent=40.0),
    item("mat", "2.", indent=20.0),
    block("Noko anna."),
)


def of(at: int, *blocks: Any) -> dict[str, float]:
    return figures(nesting, units_of(*blocks), at)


def test_an_item_under_an_item_is_told_of_it() -> None:
    for at, place in ((2, 0.0), (3, 1.0)):
        found = of(at, *LIST)
        assert found["depth"] == found["parent_numbered"] == 1.0
        assert found["parent_infinitive"] > 0.9
        assert found["since_parent"] == place + 1
        assert found["place"] == place
        assert found["deeper"] == pytest.approx(2.0)
        assert found["parent_words"] == 2.0
        assert found["parent_label"] == 0.0


def test_an_item_is_told_of_its_parts_and_of_those_of_its_siblings() -> None:
    first, second = of(1, *LIST), of(4, *LIST)
    assert (first["parts"], second["parts"]) == (2.0, 0.0)
    assert first["siblings_with_parts"] == second["siblings_with_parts"] == 0.5
    assert first["depth"] == second["depth"] == 0.0


def test_parts_with_a_label_are_counted() -> None:
    blocks = (block("Vi skal:"), item("A", indent=20.0), block("Ansvar: Helse", indent=20.0))
    assert of(1, *blocks)["parts_labelled"] == 1.0
    assert of(1, *LIST)["parts_labelled"] == 0.0


CARDS = (
    block("Fritidskassa"),
    block("Kvifor: Fritidskortet vert borte."),
    block("Ansvar: Nav"),
    block("Ferieklubb"),
    block("Ein klubb for dei som er heime."),
    block("Kvifor: Halvparten var heime."),
    block("Om planen"),
)


def test_a_title_is_told_of_the_labels_below_it_that_come_back() -> None:
    first, second, text, last = (of(at, *CARDS) for at in (0, 3, 4, 6))
    assert (first["labels_below"], first["labels_again"]) == (2.0, 2.0)
    assert (second["labels_below"], second["labels_after_text"]) == (0.0, 1.0)
    assert (text["labels_below"], text["labels_again"]) == (1.0, 2.0)
    assert last["labels_below"] == last["labels_again"] == last["labels_after_text"] == 0.0


@pytest.mark.parametrize("at", [0, 5])
def test_text_that_hangs_under_nothing_has_no_figures(at: int) -> None:
    assert set(of(at, *LIST).values()) == {0.0}
