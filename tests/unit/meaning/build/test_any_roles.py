"""Whatever the roles of a document's units: no error, and every word is accounted for."""

from __future__ import annotations

from typing import Any

import numpy as np
from built_records import given as reading
from built_records import told_twice, unaccounted
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made_blocks import block, layout, passage, table, with_items

from planextract.meaning.build import build
from planextract.meaning.deadlines import Context
from planextract.meaning.inheritance import say_inherited
from planextract.meaning.repeats import merge_repeats
from planextract.meaning.roles.called import no_shares
from planextract.meaning.roles.decode import Passes, decode
from planextract.meaning.roles.groups import groups_of
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import Units, gather
from planextract.meaning.values import settle_values

TEXTS = (
    "Trygge barn", "Mål 1: Trygge barn", "Tiltak:", "1.2 Opne klubb", "Opne klubb (Rektor, 2026)",
    "(2026)", "Hausten 2026: Høyring", "Ansvar: Kultur", "Skule (tiltak)", "–", "x", "100 kr", "A1",
    "Me skal opne klubb. Rektor har ansvaret. Det er bra.", "Opne klubb Ansvar: Kultur Frist: 2026",
    "2026", "...", "Frist: 2026 Me skal opne klubb. Kultur vil lage plan.",
)  # fmt: skip
HEADS = ("Mål", "Tiltak", "Ansvar", "Frist", "2025", "2026", "Indikator", "Noko", "")
CELLS = (*TEXTS, "", "^", "<")


@st.composite
def text_blocks(draw: st.DrawFn, page: int) -> Any:
    kind = draw(st.sampled_from(("heading", "paragraph", "item")))
    more: dict[str, Any] = {"indent": draw(st.sampled_from((0.0, 20.0)))}
    if kind == "item":
        more |= {"marker": "•", "marker_words": passage("•", page).words}
    if kind == "heading":
        more["level"] = draw(st.integers(1, 3))
    return block(draw(st.sampled_from(TEXTS)), kind, page, **more)


@st.composite
def tables(draw: st.DrawFn, page: int) -> Any:
    columns = draw(st.integers(2, 4))
    rows = [[draw(st.sampled_from(HEADS)) for _ in range(columns)]]
    for _ in range(draw(st.integers(1, 4))):
        row = [draw(st.sampled_from(CELLS)) for _ in range(columns)]
        rows.append(["" if text == "<" and c == 0 else text for c, text in enumerate(row)])
    made = table([" | ".join(row) for row in rows], page)
    if draw(st.booleans()):
        cell = draw(st.sampled_from(made.cells))
        made = with_items(
            made,
            cell.row,
            cell.column,
            draw(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3)),
        )
    assume(len({(r, c) for each in made.cells for r, c in _covers(each)}) == _size(made))
    return made


def _covers(cell: Any) -> list[tuple[int, int]]:
    return [
        (cell.row + r, cell.column + c)
        for r in range(cell.row_span)
        for c in range(cell.column_span)
    ]


def _size(made: Any) -> int:
    return sum(cell.row_span * cell.column_span for cell in made.cells)


@st.composite
def documents(draw: st.DrawFn) -> list[Any]:
    pages = draw(st.lists(st.sampled_from((1, 2)), max_size=6).map(sorted))
    return [draw(st.one_of(text_blocks(page), tables(page))) for page in pages]


def as_decoded(units: Units, roles: list[Role]) -> list[Role]:
    """Roles as decoding leaves them: a part of what has a role has none."""
    return [
        Role.NONE if unit.whole is not None and roles[unit.whole] is not Role.NONE else roles[at]
        for at, unit in enumerate(units.all)
    ]


@settings(max_examples=150, deadline=None)
@given(documents(), st.data())
def test_any_roles_of_any_units(blocks: list[Any], data: st.DataObject) -> None:
    made = layout(*blocks)
    units = gather(made)
    size = len(units.all)
    free = data.draw(st.lists(st.sampled_from(ROLES), min_size=size, max_size=size))
    near = [at for at in range(size) if data.draw(st.booleans())] if size < 4 else range(size)
    found = build(made, units, reading(as_decoded(units, free), near))
    assert unaccounted(blocks, found) == []
    assert told_twice(found) == []
    assert all(record.text.wording for record in (*found.actions, *found.goals))
    settle_values(found, Context())
    merge_repeats(found)
    say_inherited(found)


@settings(max_examples=60, deadline=None)
@given(documents(), st.integers(0, 2**32 - 1))
def test_any_probabilities(blocks: list[Any], seed: int) -> None:
    made = layout(*blocks)
    units = gather(made)
    chance = np.random.default_rng(seed).dirichlet([0.3] * len(ROLES), len(units.all))
    said = chance.astype(np.float32)
    reading = decode(units, Passes(said, said), groups_of(units), no_shares())
    found = build(made, units, reading)
    assert unaccounted(blocks, found) == []
