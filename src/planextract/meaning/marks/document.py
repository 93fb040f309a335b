"""What the whole document speaks of: the words of its headings, labels and headers."""

from __future__ import annotations

import numpy as np

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.marks import Table, form
from planextract.meaning.units.gather import Units

COUNTED = ("goal", "strategy", "action", "schedule", "budget", "past", "advice")
NAMES = (
    *(f"heads_{name}" for name in COUNTED),
    *(f"labels_{name}" for name in COUNTED), *(f"headers_{name}" for name in COUNTED),
    "past_sentences", "modal_sentences", "figures", "item_infinitives", "item_modals",
    "cell_infinitives", "items", "cells", "sentences",
)  # fmt: skip


def compute(units: Units) -> Table:
    """The same row for every unit of a document."""
    return np.tile(np.array(_figures(units), np.float32), (len(units.all), 1))


def _figures(units: Units) -> tuple[float, ...]:
    total = max(1, len(units.all))
    forms = form.compute(units)
    kinds = [unit.kind for unit in units.all]
    heads = [u.text for at, u in enumerate(units.all) if units.headlines.ranks[at]]
    labels = [u.label.text for u in units.all if u.label]
    headers = [u.text for u in units.all if u.kind == "header"]
    sentences = [at for at, kind in enumerate(kinds) if kind in ("sentence", "paragraph")]
    items = [at for at, kind in enumerate(kinds) if kind == "item"]
    cells = [at for at, kind in enumerate(kinds) if kind == "cell"]
    past = form.NAMES.index("main_past")
    skal = form.NAMES.index("modal_skal")
    infinitive = form.NAMES.index("infinitive")
    return (
        *_shares(heads),
        *_shares(labels),
        *_shares(headers),
        _mean(forms, sentences, past),
        _mean(forms, sentences, skal),
        sum(u.text.replace(" ", "").replace(",", "").isdigit() for u in units.all) / total,
        _mean(forms, items, infinitive),
        _mean(forms, items, skal),
        _mean(forms, cells, infinitive),
        len(items) / total,
        len(cells) / total,
        kinds.count("sentence") / total,
    )


def _mean(forms: Table, places: list[int], column: int) -> float:
    return float(forms[places, column].mean()) if places else 0.0


def _shares(texts: list[str]) -> tuple[float, ...]:
    names = concept_names()
    places = [names.index(name) for name in COUNTED]
    if not texts:
        return (0.0,) * len(COUNTED)
    rows = np.array([concepts_of(text) for text in texts], np.float32)[:, places]
    return tuple(float(share) for share in (rows > 0).mean(axis=0))
