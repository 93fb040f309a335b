"""What became of every word: in a record, structure, furniture, narrative, or unassigned."""

from __future__ import annotations

from planextract.model.finding import Findings
from planextract.model.layout import Layout
from planextract.model.plan import Coverage

Key = tuple[int, int]


def measure_coverage(layout: Layout, found: Findings) -> tuple[Coverage, set[Key]]:
    """The count of words by their fate, records first, and the keys of the unassigned."""
    left = {word.key for page in layout.pages for word in page.words}
    total = len(left)
    counts = {}
    fates = (
        ("records", _in_records(found)),
        ("structure", _in_structure(found)),
        ("furniture", set(layout.furniture)),
        ("narrative", _in_narrative(found)),
    )
    for name, keys in fates:
        counts[name] = len(left & keys)
        left -= keys
    return Coverage(words=total, unassigned=len(left), **counts), left


def _in_structure(found: Findings) -> set[Key]:
    """Headings, labels and headers; and the strategies that actions name."""
    strategies = [action.strategy for action in found.actions if action.strategy]
    words = [word for passage in strategies for word in passage.words]
    return {word.key for word in (*found.structure, *words)}


def _in_narrative(found: Findings) -> set[Key]:
    """Running text; and candidates, which are no records."""
    candidates = [word for candidate in found.candidates for word in candidate.text.words]
    return {word.key for word in (*found.narrative, *candidates)}


def _in_records(found: Findings) -> set[Key]:
    passages = [area.title for area in found.areas]
    for goal in found.goals:
        passages += [goal.text, *goal.mentions]
    for action in found.actions:
        passages += [*action.passages(), *action.mentions]
    for step in found.milestones:
        passages += [*step.passages(), *step.mentions]
    return {word.key for passage in passages for word in passage.words}
