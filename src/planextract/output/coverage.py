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
        ("narrative", {word.key for word in found.narrative}),
    )
    for name, keys in fates:
        counts[name] = len(left & keys)
        left -= keys
    return Coverage(words=total, unassigned=len(left), **counts), left


def _in_structure(found: Findings) -> set[Key]:
    """Headings, labels and headers; and strategies that are no records of their own."""
    loose = [goal.text for goal in found.goals if not goal.stands_alone]
    strategies = [action.strategy for action in found.actions if action.strategy]
    words = [word for passage in (*loose, *strategies) for word in passage.words]
    return {word.key for word in (*found.structure, *words)}


def _in_records(found: Findings) -> set[Key]:
    passages = [area.title for area in found.areas]
    passages += [goal.text for goal in found.goals if goal.stands_alone]
    for action in found.actions:
        passages += [*action.passages(), *action.repeats]
    for step in found.milestones:
        passages += step.passages()
    return {word.key for passage in passages for word in passage.words}
