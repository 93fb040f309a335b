"""A unit in its list: how long it is, where the unit stands, how alike the items are."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from planextract.meaning.marks import Table, form
from planextract.meaning.units.gather import Units

NAMES = (
    "length", "place", "place_share", "mean_words", "spread", "infinitives", "modals", "full_stops",
    "lower", "labels", "lead_colon", "lead_kind_heading", "lead_kind_paragraph", "lead_words",
    "lead_directly", "indented", "numbers_rise",
)  # fmt: skip


def compute(units: Units) -> Table:
    """One row a unit; units of one run share most figures."""
    members: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.kind != "sentence":
            members[units.runs[at]].append(at)
    forms = form.compute(units)
    shared = {run: _shared(units, forms, places) for run, places in members.items()}
    rows = []
    for at, unit in enumerate(units.all):
        run = units.runs[at]
        places = members.get(run, [at])
        place = places.index(at) if at in places else 0
        lead = units.leads[at]
        above = units.all[lead] if lead >= 0 else None
        rows.append(
            (
                float(len(places)),
                float(place),
                place / len(places),
                *shared.get(run, (0.0,) * 7),
                float(bool(above) and above.text.endswith(":")) if above else 0.0,
                float(above is not None and units.headlines.ranks[lead] > 0),
                float(above is not None and above.kind == "paragraph"),
                float(len(above.text.split())) if above else 0.0,
                float(above is not None and above.page == unit.page),
                (unit.indent - above.indent) / 10 if above and above.page == unit.page else 0.0,
                _rises(units, places),
            )
        )
    return np.array(rows, np.float32)


def _shared(units: Units, forms: Table, places: list[int]) -> tuple[float, ...]:
    if len(places) == 1:
        return _alone(units, forms, places[0])
    bodies = [units.all[at].body.text for at in places]
    words = np.array([len(text.split()) for text in bodies], np.float32)
    modal = [form.NAMES.index(name) for name in ("modal_skal", "modal_vil")]
    return (
        float(words.mean()),
        float(words.std()),
        float(forms[places, form.NAMES.index("infinitive")].mean()),
        float(forms[places][:, modal].max(axis=1).mean()),
        sum(text.endswith(".") for text in bodies) / len(bodies),
        sum(text[:1].islower() for text in bodies) / len(bodies),
        sum(bool(units.all[at].label) for at in places) / len(places),
    )


def _alone(units: Units, forms: Table, at: int) -> tuple[float, ...]:
    """As ``_shared`` for a unit in no list, as most cells are: no means to take."""
    text = units.all[at].body.text
    modals = (forms[at, form.NAMES.index(name)] for name in ("modal_skal", "modal_vil"))
    return (
        float(len(text.split())),
        0.0,
        float(forms[at, form.NAMES.index("infinitive")]),
        float(max(modals)),
        float(text.endswith(".")),
        float(text[:1].islower()),
        float(bool(units.all[at].label)),
    )


def _rises(units: Units, places: list[int]) -> float:
    """Whether the items carry numbers."""
    return sum(units.all[at].number is not None for at in places) / len(places)
