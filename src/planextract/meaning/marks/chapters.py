"""Chapters of one shape: inner headings and labels that come back, titles named elsewhere.

The chapters of a plan's focus areas are built alike ("Mål" and "Strategiar" in each), and their
titles are often listed before; a chapter on method or history has no sibling like it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.naming import kind_named
from planextract.meaning.units.gather import Units

OWN = ("inner", "inner_shared", "like_siblings", "siblings", "listed", "siblings_listed",
       "inner_named", "counts_on")  # fmt: skip
NAMES = (*(f"own_{name}" for name in OWN), *(f"above_{name}" for name in OWN))
LEAST_LETTERS = 8
"""Of a title that is looked for inside other texts."""


def compute(units: Units) -> Table:
    """One row a unit: of a heading its own chapter, and of every unit the strongest above it."""
    heads = [at for at, rank in enumerate(units.headlines.ranks) if rank]
    found = np.zeros((len(units.all), len(NAMES)), np.float32)
    if not heads:
        return found
    own = _chapters(units, heads)
    for at in range(len(units.all)):
        found[at, : len(OWN)] = own.get(at, (0.0,) * len(OWN))
        above = units.headlines.above[at]
        if above:
            best = max(above, key=lambda head: own[head][1] * own[head][2] + own[head][4])
            found[at, len(OWN) :] = own[best]
    return found


def _chapters(units: Units, heads: list[int]) -> dict[int, tuple[float, ...]]:
    """The figures of each heading's chapter."""
    inner = _inner_words(units)
    siblings: dict[Hashable, list[int]] = defaultdict(list)
    for head in heads:
        above = units.headlines.above[head]
        siblings[units.headlines.ranks[head], above[0] if above else -1].append(head)
    named = _named_elsewhere(units, heads)
    found: dict[int, tuple[float, ...]] = {}
    for group in siblings.values():
        chapters = Counter(word for head in group for word in inner[head])
        listed = sum(named[head] for head in group) / len(group)
        counts_on = float(_counts_on(units, group))
        for head in group:
            words = inner[head]
            alike = sum(bool(words & inner[other]) for other in group if other != head)
            found[head] = (
                float(min(len(words), 20)),
                sum(chapters[word] > 1 for word in words) / max(1, len(words)),
                alike / max(1, len(group) - 1),
                float(min(len(group), 20)),
                float(named[head]),
                listed,
                sum(bool(kind_named(word)) for word in words) / max(1, len(words)),
                counts_on,
            )
    return found


def _inner_words(units: Units) -> dict[int, set[str]]:
    """For each heading the wordings of the headings and labels under it."""
    found: dict[int, set[str]] = defaultdict(set)
    for at, unit in enumerate(units.all):
        texts = [unit.body.text] if units.headlines.ranks[at] else []
        texts += [unit.label.text] if unit.label and not unit.spot else []
        words = {word for text in texts if (word := _plain(text))}
        for head in units.headlines.above[at]:
            found[head] |= words
    return found


def _named_elsewhere(units: Units, heads: list[int]) -> dict[int, bool]:
    """Whether the title of a heading stands as an item or a cell, or inside a text, elsewhere."""
    places = set(heads)
    kinds = ("item", "cell", "cell_item", "line")
    alone = {
        _plain(unit.body.text)
        for at, unit in enumerate(units.all)
        if at not in places and unit.kind in kinds
    }
    prose = " ".join(
        _plain(unit.text)
        for at, unit in enumerate(units.all)
        if at not in places and unit.kind == "paragraph"
    )
    found = {}
    for head in heads:
        title = _plain(units.all[head].body.text)
        letters = len(title.replace(" ", ""))
        found[head] = title in alone or (letters >= LEAST_LETTERS and title in prose)
    return found


def _counts_on(units: Units, group: list[int]) -> bool:
    """Whether the headings of a group carry numbers of their own."""
    numbers = [units.all[head].number for head in group]
    return len(group) > 1 and all(numbers) and len(set(numbers)) == len(numbers)


def _plain(text: str) -> str:
    letters = "".join(c if c.isalpha() else " " for c in text.lower())
    return " ".join(letters.split())
