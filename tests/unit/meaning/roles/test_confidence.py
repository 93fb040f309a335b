"""The figures by which a reading judges itself, and what fitted trees make of them."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block
from made_roles import chances, reading_of
from made_units import units_of

from planextract.meaning.roles.confidence import (
    OF_DOCUMENT,
    OF_RECORD,
    Confidence,
    document_figures,
    record_figures,
    record_places,
)
from planextract.meaning.roles.decode import Passes
from planextract.meaning.roles.role import Role
from planextract.meaning.roles.trees import Trees

TEXTS = ("lage veg til øya", "byggje bru over sundet", "Det er mange som bur her.")
UNITS = units_of(
    block("Tiltak", "heading"), *(block(text, "item") for text in TEXTS[:2]),
    block("Kommunen skal byggje ny skule."), block(TEXTS[2]),
)  # fmt: skip
TOLD = {TEXTS[0]: {Role.ACTION: 0.9}, TEXTS[1]: {Role.ACTION: 0.6}}
READING = reading_of(UNITS, dict.fromkeys(TEXTS[:2], Role.ACTION), TOLD)
PASSES = Passes(chances(UNITS, {}), chances(UNITS, TOLD))


def of_document() -> dict[str, float]:
    return dict(zip(OF_DOCUMENT, document_figures(UNITS, READING, PASSES), strict=True))


def test_one_row_a_record_with_its_own_figures_and_the_documents() -> None:
    rows = record_figures(UNITS, READING, PASSES)
    assert rows.shape == (len(record_places(READING)), len(OF_RECORD) + len(OF_DOCUMENT))
    own = dict(zip(OF_RECORD, rows[0], strict=False))
    assert own["likely"] == pytest.approx(0.9)
    assert own["first_pass"] == 0.0
    assert own["run"] == 2
    assert (own["is_action"], own["is_goal"], own["kind_item"]) == (1, 0, 1)


def test_a_document_says_what_was_named_and_what_was_left() -> None:
    said = of_document()
    assert said["does_found"] == 2
    assert said["does_right"] == pytest.approx(1.5)
    assert said["named_action"] == 1
    assert said["unmet_action"] == pytest.approx(1 / 3)
    assert said["unread_modal"] == 1
    assert said["unlike"] == 0.0
    assert said["moved"] > 0.0


def test_a_reading_without_records_has_no_rows() -> None:
    nothing = reading_of(UNITS, {})
    assert record_figures(UNITS, nothing, PASSES).shape[0] == 0
    assert np.isfinite(document_figures(UNITS, nothing, PASSES)).all()


def split_at(figure: int, threshold: float) -> Trees:
    """One tree a class: the second is likely where a figure is above a threshold."""
    ints = [np.array(values, np.int32) for values in ([figure], [-1], [-2], [-3, 0], [0, 1])]
    values = np.array([-2.0, 2.0, 0.0], np.float32)
    limit = np.array([threshold], np.float32)
    return Trees(ints[0], limit, ints[1], ints[2], values, ints[3], ints[4], 2)


def test_the_trees_say_how_often_such_records_were_right() -> None:
    doubt = split_at(OF_DOCUMENT.index("does_found"), 1.0)
    judged = Confidence(split_at(OF_RECORD.index("likely"), 0.7), doubt)
    right, bad = judged.judge(UNITS, READING, PASSES)
    assert right == pytest.approx([0.88, 0.12], abs=0.01)
    assert bad == pytest.approx(0.88, abs=0.01)
