"""How sure a reading may be of itself: figures of its records and of the whole, and what they are
worth on plans that were left out.

The trees are fitted on readings by weights that had not seen the plan (``fit/confidence.py``), so
that a confidence is how often such a record was right, and a doubt how often such a reading was
badly incomplete or wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.marks import form
from planextract.meaning.naming import kind_named
from planextract.meaning.roles.decode import Passes, Reading
from planextract.meaning.roles.doubt import KINDS, estimate, unread_regions
from planextract.meaning.roles.role import AIMS, RECORDS, ROLES, Role
from planextract.meaning.roles.trees import Trees
from planextract.meaning.units.gather import Units

Floats = NDArray[np.float32]
UNIT_KINDS = ("heading", "paragraph", "item", "line", "sentence", "cell", "cell_item", "banner")
NAMED: dict[str, tuple[Role, ...]] = {
    "goal": AIMS, "strategy": (Role.STRATEGY,), "action": (Role.ACTION,),
    "schedule": (Role.MILESTONE,),
}  # fmt: skip
"""What a heading, label or header names, and the roles that it lets expect."""
BORDER = (0.15, 0.85)
"""Probabilities of being a record between which a unit is undecided."""
_RECORDS = [ROLES.index(role) for role in RECORDS]
OF_DOCUMENT = (
    *(f"{kind}_{figure}" for kind in KINDS for figure in ("found", "right", "there", "f1")),
    "units", "items", "cells", "sentences", "mean_sure", "least_sure", "border", "regions",
    "region_mass", "candidates", "moved", "unlike", "unread_modal", "unread_infinitive",
    *(f"named_{kind}" for kind in NAMED), *(f"unmet_{kind}" for kind in NAMED),
)  # fmt: skip
OF_RECORD = (
    "likely", "any_record", "margin", "before_names", "first_pass", "run", "run_agrees",
    *(f"is_{role.value}" for role in RECORDS), *(f"kind_{kind}" for kind in UNIT_KINDS),
)  # fmt: skip


def record_places(reading: Reading) -> list[int]:
    """Places of the units that are records."""
    return [at for at, role in enumerate(reading.roles) if role in RECORDS]


def record_figures(units: Units, reading: Reading, passes: Passes) -> Floats:
    """One row a record, in the order of ``record_places``: its own figures, then the document's."""
    places = record_places(reading)
    whole = document_figures(units, reading, passes)
    if not places:
        return np.zeros((0, len(OF_RECORD) + len(OF_DOCUMENT)), np.float32)
    runs: dict[int, list[int]] = {}
    for at in places:
        runs.setdefault(units.runs[at], []).append(at)
    rows = [
        (*_of_record(units, reading, passes, at, runs[units.runs[at]]), *whole) for at in places
    ]
    return np.array(rows, np.float32)


def _of_record(
    units: Units, reading: Reading, passes: Passes, at: int, run: Sequence[int]
) -> tuple[float, ...]:
    role, row = reading.roles[at], reading.probabilities[at]
    place = ROLES.index(role)
    others = np.delete(row, place)
    return (
        float(row[place]),
        float(row[_RECORDS].sum()),
        float(row[place] - others.max()),
        float(passes.second[at, place]),
        float(passes.first[at, place]),
        float(min(len(run), 30)),
        sum(reading.roles[other] is role for other in run) / len(run),
        *(float(role is each) for each in RECORDS),
        *(float(units.all[at].kind == kind) for kind in UNIT_KINDS),
    )


def document_figures(units: Units, reading: Reading, passes: Passes) -> tuple[float, ...]:
    """The figures of a whole reading, in the order of ``OF_DOCUMENT``."""
    estimates = estimate(units, reading)
    sure = [
        reading.probabilities[at, ROLES.index(reading.roles[at])] for at in record_places(reading)
    ]
    mass = reading.probabilities[:, _RECORDS].sum(axis=1) if len(units.all) else np.zeros(1)
    regions = unread_regions(units, reading, least=1.0, share=0.2)
    named = _named(units)
    found = {kind: sum(role in roles for role in reading.roles) for kind, roles in NAMED.items()}
    kinds = [unit.kind for unit in units.all]
    return (
        *(figure for e in estimates.values() for figure in (e.found, e.right, e.there, e.f1)),
        float(len(kinds)),
        float(kinds.count("item")),
        float(kinds.count("cell")),
        float(kinds.count("sentence")),
        float(np.mean(sure)) if sure else 0.0,
        float(np.quantile(sure, 0.1)) if sure else 0.0,
        float(((mass > BORDER[0]) & (mass < BORDER[1])).sum() / (len(sure) + 1)),
        float(len(regions)),
        float(sum(region.likely for region in regions)),
        float(len(reading.candidates)),
        *_moved(reading, passes, len(sure)),
        *_unread_forms(units, reading),
        *(float(named[kind]) for kind in NAMED),
        *(named[kind] / (1.0 + found[kind]) for kind in NAMED),
    )


def _moved(reading: Reading, passes: Passes, records: int) -> tuple[float, float]:
    """How much the second pass changed of the first, and the names and look-alikes after it."""
    if not len(passes.first):
        return 0.0, 0.0
    between = np.abs(passes.second - passes.first).sum(axis=1).sum()
    after = np.abs(reading.probabilities - passes.second).sum(axis=1).sum()
    return float(between / (records + 1)), float(after / (records + 1))


def _unread_forms(units: Units, reading: Reading) -> tuple[float, float]:
    """How many sentences say what shall be done, and items what to do, that are no records."""
    forms = form.compute(units)
    free = np.array([role not in RECORDS for role in reading.roles])
    kinds = np.array([unit.kind for unit in units.all])
    skal, infinitive = (form.NAMES.index(name) for name in ("modal_skal", "infinitive"))
    sentences = free & np.isin(kinds, ("sentence", "paragraph"))
    items = free & np.isin(kinds, ("item", "cell"))
    return (
        float((forms[sentences, skal] > 0).sum()),
        float((forms[items, infinitive] > 0).sum()),
    )


def _named(units: Units) -> dict[str, int]:
    """How often headings, labels and headers name each kind."""
    found = dict.fromkeys(NAMED, 0)
    for at, unit in enumerate(units.all):
        told = unit.text if units.headlines.ranks[at] or unit.kind == "header" else unit.label.text
        kind = kind_named(told) if told else None
        kind = "goal" if kind in ("vision", "main", "sub") else kind
        if kind in found:
            found[kind] += 1
    return found


@dataclass(frozen=True, slots=True)
class Confidence:
    """Fitted trees: is a record right, is a reading bad."""

    of_record: Trees
    of_document: Trees

    def judge(self, units: Units, reading: Reading, passes: Passes) -> tuple[list[float], float]:
        """How likely each record of ``record_places`` is right, and the doubt in the whole."""
        right = self.of_record.probabilities(record_figures(units, reading, passes))[:, 1]
        whole = np.array([document_figures(units, reading, passes)], np.float32)
        return right.tolist(), float(self.of_document.probabilities(whole)[0, 1])
