"""The groups of marks as a whole: their names, their shape, their figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_blocks import block, table, with_items
from made_units import units_of

from planextract.meaning import marks
from planextract.meaning.marks import Mark, compute_marks, mark_names, registry

MIXED: tuple[Any, ...] = (
    block("Mål 1: Trygg oppvekst", "heading"),
    block("Alle er med. Vi skal lage ein plan.\nAnsvar: Helse"),
    block("Vi skal:"),
    block("lage mat", "item", marker="•"),
    block("dele ut mat", "item", marker="2."),
    with_items(table(["#Tiltak | #Ansvar", "Barn | <", "x | Helse"]), 2, 0, ["Lage", "Dele"]),
    table(["Bygge veg | –"], page=2),
)
DOCUMENTS = {
    "mixed": MIXED,
    "one heading": MIXED[:1],
    "one word": (block("x"),),
    "text alone": MIXED[1:5],
    "a table alone": MIXED[6:],
    "a header alone": (table(["#Tiltak | #Ansvar", " | "]),),
    "a row across alone": (table(["Barn | <", " | "]),),
}


def test_every_file_of_the_folder_is_a_group() -> None:
    files = {path.stem for path in Path(str(marks.__file__)).parent.glob("[a-z]*.py")}
    assert [mark.name for mark in registry()] == sorted(files)


def test_the_names_of_all_figures_are_unique() -> None:
    names = mark_names()
    assert len(names) == len(set(names)) == sum(len(mark.names) for mark in registry())


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("mark", registry(), ids=lambda mark: mark.name)
def test_a_group_gives_every_unit_a_row_of_finite_figures(mark: Mark, document: str) -> None:
    units = units_of(*DOCUMENTS[document])
    found = mark.compute(units)
    assert found.shape == (len(units.all), len(mark.names))
    assert found.dtype == np.float32
    assert np.isfinite(found).all()


def test_all_figures_stand_side_by_side_in_the_order_of_their_names() -> None:
    units = units_of(*MIXED)
    found, begin = compute_marks(units), 0
    assert found.shape == (len(units.all), len(mark_names()))
    for mark in registry():
        part = found[:, begin : begin + len(mark.names)]
        assert np.array_equal(part, mark.compute(units)), mark.name
        begin += len(mark.names)


def test_a_document_without_units_has_no_rows() -> None:
    assert compute_marks(units_of()).shape == (0, len(mark_names()))


def test_one_document_after_another_has_its_own_figures() -> None:
    first, second = units_of(*MIXED), units_of(block("Tiltak"), block("Lage mat"))
    before = compute_marks(first)
    assert len(compute_marks(second)) == 2
    assert np.array_equal(compute_marks(first), before)
