"""What became of each word: which field of a record it is in, or why it is in none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from planextract.model.finding import Findings
from planextract.model.layout import Layout
from planextract.model.page import Word
from planextract.model.passage import Passage

Fate = Literal[
    "action", "goal", "focus area", "milestone", "strategy", "owner", "resources", "deadline",
    "other field", "structure", "furniture", "candidate", "narrative", "not placed",
]  # fmt: skip
FATES: tuple[Fate, ...] = get_args(Fate)
Key = tuple[int, int]


def fates(layout: Layout, found: Findings) -> dict[Key, Fate]:
    """The fate of every word of a document; a word of two is told by the first in the list."""
    told: dict[Key, Fate] = {}
    for fate, words in _claims(found):
        for word in words:
            told.setdefault(word.key, fate)
    for key in layout.furniture:
        told.setdefault(key, "furniture")
    for candidate in found.candidates:
        for word in candidate.text.words:
            told.setdefault(word.key, "candidate")
    for word in found.narrative:
        told.setdefault(word.key, "narrative")
    for page in layout.pages:
        for word in page.words:
            told.setdefault(word.key, "not placed")
    return told


def _claims(found: Findings) -> Iterator[tuple[Fate, tuple[Word, ...]]]:
    for action in found.actions:
        yield "action", action.text.words
        fields: tuple[tuple[Fate, Passage | None], ...] = (
            ("strategy", action.strategy),
            ("owner", action.responsible),
            ("owner", action.partners),
            ("resources", action.resources),
            ("deadline", action.deadline),
            ("other field", action.status),
            ("other field", action.priority),
            ("other field", action.indicator),
        )
        for fate, passage in fields:
            if passage is not None:
                yield fate, passage.words
        for more in (*action.rest, *action.mentions):
            yield "other field", more.words
    for goal in found.goals:
        for passage in (goal.text, *goal.mentions):
            yield ("strategy" if goal.level == "strategy" else "goal"), passage.words
    for area in found.areas:
        yield "focus area", area.title.words
    for step in found.milestones:
        yield "milestone", step.label.words
        yield "owner", step.responsible.words if step.responsible else ()
        yield "deadline", step.deadline.words if step.deadline else ()
        for again in step.mentions:
            yield "other field", again.words
    yield "structure", tuple(found.structure)
