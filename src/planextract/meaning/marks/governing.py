"""What governs a unit: the nearest heading, label or lead-in above that says what follows."""

from __future__ import annotations

import re

import numpy as np

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.marks import Table
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

TELLING = (
    "goal", "main", "sub", "vision", "strategy", "action", "lead_in", "area", "schedule",
    "challenge", "background", "past", "framework", "principle", "indicator", "budget", "advice",
    "voices", "references",
)  # fmt: skip
"""Concepts of which a text must speak to govern what follows."""
ENDS = re.compile(r"[:,–]\s*$|\b(?:å|ved|gjennom|med|for|at)\s*$")
LAST = re.compile(r"(?:.*[.!?]\s)?(?P<last>.+)$", re.S)
LONGEST = 16
"""Words of a line that governs what follows."""
NAMES = (
    *concept_names(),
    "units_since",
    "runs_since",
    "is_heading",
    "ends_open",
    "in_run",
    "told_by_label",
)


def compute(units: Units) -> Table:
    """The concepts of the governing text of each unit, and how far above it stands."""
    places = [concept_names().index(name) for name in TELLING]
    blank = (0.0,) * len(concept_names())
    rows: list[tuple[float, ...]] = []
    state, since, runs, heading, open_end, run, label = blank, 0, 0, 0.0, 0.0, -1, 0.0
    last_run = -1
    for at, unit in enumerate(units.all):
        if unit.whole is not None and unit.kind == "sentence":
            rows.append(rows[unit.whole])
            continue
        if units.runs[at] != last_run:
            runs, last_run = runs + 1, units.runs[at]
        rows.append(
            (
                *state,
                min(since, 40),
                min(runs, 20),
                heading,
                open_end,
                float(units.runs[at] == run),
                label,
            )
        )
        since += 1
        text = _governing(units, at)
        if text is None:
            continue
        told = concepts_of(text)
        ranked = units.headlines.ranks[at] > 0
        if ranked or any(told[place] for place in places):
            state, since, runs = told, 0, 0
            heading, open_end = float(ranked), float(bool(ENDS.search(text)))
            run, label = -1, float(bool(unit.label))
        if any(told[place] for place in places) and unit.label:
            run = units.runs[at]
    return np.array(rows, np.float32)


def _governing(units: Units, at: int) -> str | None:
    """The part of a unit that may say what follows; None where it is a text of its own."""
    unit = units.all[at]
    if unit.label and not unit.spot:
        return unit.label.text
    if units.headlines.ranks[at] or unit.kind == "banner":
        return unit.text
    if unit.kind in ("paragraph", "line", "item") and (_short(unit) or ENDS.search(unit.text)):
        found = LAST.match(unit.text)
        return " ".join((found["last"] if found else unit.text).split()[-LONGEST:])
    return None


def _short(unit: Unit) -> bool:
    return unit.kind != "item" and len(unit.text.split()) <= LONGEST and not unit.text.endswith(".")
