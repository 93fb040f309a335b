"""What stands under and beside a unit: items, tables, text up to the next heading, repeats."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from planextract.meaning.marks import Table, form
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

NAMES = (
    "items_below", "paragraphs_below", "cells_below", "heads_below", "words_below",
    "infinitives_below", "next_item", "next_cell", "next_heading", "next_paragraph",
    "next_infinitive", "next_colon",
    "before_heading", "before_item", "before_paragraph", "before_cell", "before_same_style",
    "next_same_style", "same_text", "same_label", "same_head", "number_repeats", "chapter_number",
    "label_counts_on", "first_under_head", "blocks_since_head",
)  # fmt: skip
REACH = 40
"""Units below a heading that are looked at."""


def compute(units: Units) -> Table:
    """One row a unit."""
    texts = Counter(unit.body.text.lower() for unit in units.all if unit.kind != "sentence")
    labels = Counter(_label_word(units, at) for at in range(len(units.all)))
    heads = Counter(
        unit.text.lower() for at, unit in enumerate(units.all) if units.headlines.ranks[at]
    )
    numbers = Counter(unit.number for unit in units.all if unit.number)
    infinitive = form.compute(units)[:, form.NAMES.index("infinitive")]
    counting = _counting(units)
    main = [at for at, unit in enumerate(units.all) if unit.whole is None]
    order = {at: i for i, at in enumerate(main)}
    rows = []
    for at, unit in enumerate(units.all):
        base = at if unit.whole is None else unit.whole
        i = order[base]
        before = units.all[main[i - 1]] if i > 0 else None
        after = units.all[main[i + 1]] if i + 1 < len(main) else None
        above = units.headlines.above[at]
        rows.append(
            (
                *_below(units, infinitive, main, i),
                *_beside(before, unit, after, float(infinitive[main[i + 1]]) if after else 0.0),
                float(min(texts[unit.body.text.lower()], 5)),
                float(min(labels[_label_word(units, at)], 20)) if unit.label else 0.0,
                float(min(heads[units.all[above[0]].text.lower()], 20)) if above else 0.0,
                float(min(numbers[unit.number], 9)) if unit.number else 0.0,
                _first_number(unit.number),
                float(min(counting.get(_label_word(units, at), 0), 9))
                if unit.label and unit.number
                else 0.0,
                float(bool(above) and i > 0 and above[0] == main[i - 1]),
                float(min(i - order.get(above[0], i), 30)) if above else -1.0,
            )
        )
    return np.array(rows, np.float32)


def _beside(
    before: Unit | None, unit: Unit, after: Unit | None, infinitive_after: float
) -> tuple[float, ...]:
    """What stands right after and right before a unit."""
    return (
        float(after is not None and after.kind == "item"),
        float(after is not None and after.spot is not None),
        float(after is not None and after.kind == "heading"),
        float(after is not None and after.kind == "paragraph"),
        infinitive_after,
        float(after is not None and after.text.endswith(":")),
        float(before is not None and before.kind == "heading"),
        float(before is not None and before.kind == "item"),
        float(before is not None and before.kind == "paragraph"),
        float(before is not None and before.spot is not None),
        float(before is not None and before.style == unit.style),
        float(after is not None and after.style == unit.style),
    )


def _label_word(units: Units, at: int) -> str:
    text = units.all[at].label.text.lower()
    return "".join(c for c in text if c.isalpha())


def _first_number(number: str | None) -> float:
    digits = (number or "").split(".")[0]
    return float(digits) if digits.isdigit() and len(digits) < 4 else 0.0


def _counting(units: Units) -> dict[str, int]:
    """For each label's word the different numbers that stand with it."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for at, unit in enumerate(units.all):
        if unit.label and unit.number:
            numbers[_label_word(units, at)].add(unit.number)
    return {word: len(found) for word, found in numbers.items()}


def _below(units: Units, infinitive: Table, main: list[int], i: int) -> tuple[float, ...]:
    """Counts of what stands between a heading and the next of its rank."""
    at = main[i]
    rank = units.headlines.ranks[at]
    if not rank:
        return (0.0,) * 6
    items = paragraphs = cells = heads = words = 0
    verbs = 0.0
    for place in main[i + 1 : i + 1 + REACH]:
        unit = units.all[place]
        other = units.headlines.ranks[place]
        if other and other <= rank:
            break
        items += unit.kind == "item"
        paragraphs += unit.kind == "paragraph"
        cells += unit.kind == "cell"
        heads += bool(other)
        words += len(unit.text.split())
        verbs += float(infinitive[place])
    return float(items), float(paragraphs), float(cells), float(heads), min(words, 400.0), verbs
