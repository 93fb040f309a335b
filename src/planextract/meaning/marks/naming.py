"""Which kind of record is named for a unit: by its label, lead-in, header or a heading above."""

from __future__ import annotations

from functools import cache

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.naming import KINDS, kind_named, says_means
from planextract.meaning.units.gather import Units

SLOTS = ("label", "lead", "head", "heads", "header", "last")
NAMES = (
    *(f"{slot}_{kind}" for slot in SLOTS for kind in KINDS),
    "lead_means", "last_means", "units_since", "last_is_heading", "heads_between",
)  # fmt: skip
LONGEST = 16
"""Words of a text that can name what follows."""
BRIEF = 3
"""Words of a line that can do so without a colon."""


def compute(units: Units) -> Table:
    """One row a unit: one figure for each kind in each place, and how far off the last was."""
    rows = []
    last = _Last()
    for at in range(len(units.all)):
        unit = units.all[at]
        above = units.headlines.above[at]
        lead = _text(units, units.leads[at])
        heads = [kind for head in above if (kind := kind_named(units.all[head].text))]
        rows.append(
            (
                *_one(kind_named(unit.label.text) if unit.label else None),
                *_one(kind_named(lead) if lead else None),
                *_one(kind_named(units.all[above[0]].text) if above else None),
                *_one(heads[0] if heads else None),
                *_one(kind_named(unit.spot.header.text) if unit.spot else None),
                *_one(last.kind),
                float(says_means(lead)),
                float(last.means),
                float(min(at - last.at, 60)) if last.at >= 0 else -1.0,
                float(last.heading),
                float(min(last.headings, 5)),
            )
        )
        last.see(units, at)
    return np.array(rows, np.float32)


class _Last:
    """The last text that named a kind."""

    def __init__(self) -> None:
        self.kind: str | None = None
        self.means = False
        self.heading = False
        self.at = -1
        self.headings = 0
        """Headings that came after it."""

    def see(self, units: Units, at: int) -> None:
        ranked = units.headlines.ranks[at] > 0
        self.headings += ranked
        text = _text(units, at)
        kind = kind_named(text) if text else None
        if kind or says_means(text):
            self.kind, self.means = kind, says_means(text)
            self.heading, self.at, self.headings = ranked, at, 0


def _text(units: Units, at: int) -> str:
    """The words of a unit that may name what follows; empty where it is a text of its own."""
    if at < 0:
        return ""
    unit = units.all[at]
    if unit.spot is not None or unit.kind == "sentence":
        return unit.text if unit.kind == "banner" else ""
    if unit.label and unit.body:
        return unit.label.text
    if units.headlines.ranks[at] or len(unit.text.split()) <= BRIEF:
        return unit.text
    words = unit.text.split()
    if unit.text.rstrip().endswith((":", ",", "–", "å")):
        return " ".join(_last_sentence(words)[-LONGEST:])
    return ""


def _last_sentence(words: list[str]) -> list[str]:
    begin = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1].endswith(".")), 0)
    return words[begin:]


@cache
def _one(kind: str | None) -> tuple[float, ...]:
    return tuple(float(kind == name) for name in KINDS)
