"""Marks of the whole document."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block, table
from made_units import figures, units_of

from planextract.meaning.marks import document

BLOCKS = (
    block("Mål", "heading"),
    block("Tiltak", "heading"),
    block("Tiltak: Lage mat."),
    block("Ansvar: Per"),
    block("Planen vart vedteken."),
    block("Vi skal lage mat."),
    table(["#Tiltak | #Frist", "12 000 | 3,5"]),
)


def test_every_unit_has_the_same_figures() -> None:
    rows = document.compute(units_of(*BLOCKS))
    assert len(np.unique(rows, axis=0)) == 1


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("heads_goal", 0.5),
        ("heads_action", 0.5),
        ("heads_schedule", 0.0),
        ("labels_action", 0.5),
        ("labels_goal", 0.0),
        ("headers_action", 0.5),
        ("headers_goal", 0.0),
        ("figures", 0.2),
    ],
)
def test_shares(name: str, share: float) -> None:
    assert figures(document, units_of(*BLOCKS))[name] == pytest.approx(share)


def test_what_the_sentences_are_like() -> None:
    told = units_of(block("Planen vart vedteken."), block("Vi bygde veg."))
    promised = units_of(block("Vi skal lage mat."), block("Rektor skal bygge veg."))
    assert figures(document, told)["past_sentences"] > 0.9
    assert figures(document, told)["modal_sentences"] < 0.1
    assert figures(document, promised)["modal_sentences"] > 0.9
    assert figures(document, promised)["past_sentences"] < 0.1


def test_a_document_without_headings_labels_and_headers_speaks_of_nothing() -> None:
    found = figures(document, units_of(block("Tiltak og mål er fint.")))
    assert not any(v for name, v in found.items() if name.split("_")[0] in (
        "heads", "labels", "headers"))  # fmt: skip
