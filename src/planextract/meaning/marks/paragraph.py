"""A sentence among those of its paragraph and section: what stands before and after it.

Measures in prose are told by their neighbours: what the paragraph begins with, how much of the
section says what somebody shall do, and what the sentence before has announced.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.marks import Table, form
from planextract.meaning.means import group_means
from planextract.meaning.naming import kind_named
from planextract.meaning.units.gather import Units

FORMS = ("modal_skal", "modal_vil", "main_past", "main_present", "infinitive", "perfect")
SHARED = ("modal_skal", "modal_vil", "main_past", "main_present", "infinitive")
SAID = ("action", "goal", "strategy")
PROSE = ("paragraph", "sentence")
NAMES = (
    *(f"before_{name}" for name in FORMS), "before_colon", "before_question",
    *(f"after_{name}" for name in FORMS),
    *(f"of_whole_{name}" for name in SHARED), *(f"of_section_{name}" for name in SHARED),
    *(f"opening_{kind}" for kind in SAID), *(f"announced_{kind}" for kind in SAID),
    "sentences_of_section", "place_in_section",
)  # fmt: skip
LONGEST = 18
"""Words of a sentence that can announce what follows it."""


def compute(units: Units) -> Table:
    """One row a unit; zeros outside running text."""
    found = np.zeros((len(units.all), len(NAMES)), np.float32)
    forms = form.compute(units)
    near = forms[:, [form.NAMES.index(name) for name in FORMS]]
    shared = forms[:, [form.NAMES.index(name) for name in SHARED]]
    for section in _sections(units):
        found[section] = _rows(units, section, near, shared)
    return found


def _sections(units: Units) -> list[list[int]]:
    """The sentences under one heading, in order; a paragraph of one sentence is itself one."""
    parts = {unit.whole for unit in units.all if unit.kind == "sentence"}
    sections: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.kind in PROSE and at not in parts:
            above = units.headlines.above[at]
            sections[above[0] if above else -1].append(at)
    return list(sections.values())


def _rows(units: Units, section: list[int], near: Table, shared: Table) -> Table:
    empty = np.zeros((1, near.shape[1]), np.float32)
    own = near[section]
    texts = [units.all[at].text for at in section]
    marks = np.array([(text.endswith(":"), text.endswith("?")) for text in texts], np.float32)
    whole = np.array([w if (w := units.all[at].whole) is not None else at for at in section])
    size = len(section)
    return np.hstack(
        [
            np.vstack([empty, own[:-1]]),
            np.vstack([np.zeros((1, 2), np.float32), marks[:-1]]),
            np.vstack([own[1:], empty]),
            group_means(shared[section], whole),
            np.tile(shared[section].mean(axis=0), (size, 1)),
            _said(units, section, whole),
            np.full((size, 1), min(size, 60), np.float32),
            np.arange(size, dtype=np.float32)[:, None] / size,
        ]
    )


def _said(units: Units, section: list[int], whole: NDArray[np.int_]) -> Table:
    """What the paragraph's first sentence names, and what any before this one has named."""
    rows = []
    opening: str | None = None
    announced: str | None = None
    for nth, at in enumerate(section):
        first = nth == 0 or whole[nth] != whole[nth - 1]
        if first:
            opening = announced = None
        rows.append((*_one(opening), *_one(announced)))
        unit = units.all[at]
        brief = len(unit.text.split()) <= LONGEST
        named = kind_named(unit.label.text if unit.label else unit.text) if brief else None
        opening = named if first else opening
        announced = named or announced
    return np.array(rows, np.float32)


def _one(kind: str | None) -> tuple[float, ...]:
    return tuple(float(kind == name) for name in SAID)
