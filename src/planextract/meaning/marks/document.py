"""What the whole document is like: its title's words, its labels, lists and tables."""

from __future__ import annotations

import numpy as np

from planextract.meaning.concepts import concept_names, concepts_of
from planextract.meaning.marks import Table, form
from planextract.meaning.units.gather import Units

COUNTED = ("goal", "strategy", "action", "area", "schedule", "budget", "past", "advice", "background",
           "challenge", "framework", "review", "deadline", "owner")  # fmt: skip
TITLE_UNITS = 6
NAMES = (
    *(f"title_{name}" for name in concept_names()), *(f"heads_{name}" for name in COUNTED),
    *(f"labels_{name}" for name in COUNTED), *(f"headers_{name}" for name in COUNTED),
    "items", "cells", "paragraphs", "infinitive_items", "infinitive_cells", "pages", "past_sentences",
    "modal_sentences", "figures",
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
    items = [at for at, kind in enumerate(kinds) if kind == "item"]
    cells = [at for at, kind in enumerate(kinds) if kind == "cell"]
    sentences = [at for at, kind in enumerate(kinds) if kind in ("sentence", "paragraph")]
    infinitive, past = form.NAMES.index("infinitive"), form.NAMES.index("main_past")
    skal = form.NAMES.index("modal_skal")
    return (
        *_title(units),
        *_shares(heads),
        *_shares(labels),
        *_shares(headers),
        len(items) / total,
        len(cells) / total,
        sum(kind == "paragraph" for kind in kinds) / total,
        _mean(forms, items, infinitive),
        _mean(forms, cells, infinitive),
        float(min(60, max((u.page for u in units.all), default=0))),
        _mean(forms, sentences, past),
        _mean(forms, sentences, skal),
        sum(u.text.replace(" ", "").replace(",", "").isdigit() for u in units.all) / total,
    )


def _mean(forms: Table, places: list[int], column: int) -> float:
    return float(forms[places, column].mean()) if places else 0.0


def _title(units: Units) -> tuple[float, ...]:
    """The concepts of the largest lines of the first page."""
    first = [u for u in units.all if u.page == 1 and u.kind in ("heading", "paragraph")]
    largest = sorted(first, key=lambda u: -u.size)[:TITLE_UNITS]
    if not largest:
        return (0.0,) * len(concept_names())
    top = max(u.size for u in largest)
    rows = [concepts_of(u.text) for u in largest if u.size > 0.6 * top and len(u.text) < 160]
    return tuple(max(column) for column in zip(*rows, strict=True))


def _shares(texts: list[str]) -> tuple[float, ...]:
    names = concept_names()
    places = [names.index(name) for name in COUNTED]
    if not texts:
        return (0.0,) * len(COUNTED)
    rows = np.array([concepts_of(text) for text in texts], np.float32)[:, places]
    return tuple(float(share) for share in (rows > 0).mean(axis=0))
