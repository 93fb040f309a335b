"""Actions that stand twice: counted once, the other places listed."""

from __future__ import annotations

from planextract.model.finding import ActionFound, Findings
from planextract.model.passage import join
from planextract.model.plan import Diagnostic

LEAST_WORDS = 3
"""Shorter texts ("Informasjon") may well be two actions."""


def merge_repeats(found: Findings) -> None:
    """Keep the fullest of actions with one text, unless their fields say that they differ.

    A fuller one may be like a third that the first was not: merged until nothing changes.
    """
    before = len(found.actions) + 1
    while len(found.actions) < before:
        before = len(found.actions)
        _merge_once(found)


def _merge_once(found: Findings) -> None:
    kept: dict[str, list[ActionFound]] = {}
    actions: list[ActionFound] = []
    for action in found.actions:
        key = action.text.wording
        twin = next((each for each in kept.get(key, []) if _same(each, action)), None)
        if twin is None or len(key.split()) < LEAST_WORDS:
            kept.setdefault(key, []).append(action)
            actions.append(action)
            continue
        fuller, other = (twin, action) if _fields(twin) >= _fields(action) else (action, twin)
        if fuller is action:
            actions[actions.index(twin)] = action
            kept[key] = [action if each is twin else each for each in kept[key]]
        fuller.mentions = [*other.mentions, join(other.passages()), *fuller.mentions]
        found.diagnostics.append(_said(fuller, other))
    found.actions[:] = actions


def _fields(action: ActionFound) -> tuple[int, int]:
    """How full an action is: its place in the tree first, then its fields."""
    place = (action.area, action.strategy, *action.goals)
    values = (action.responsible, action.deadline, action.resources)
    return sum(bool(value) for value in place), sum(bool(value) for value in values)


def _same(first: ActionFound, second: ActionFound) -> bool:
    """Whether two actions of one text are one: on other pages, and no field says something else.

    They must agree in a field, or one of them be bare (a summary), or stand in one area.
    """
    if first.text.pages[:1] == second.text.pages[:1]:
        return False
    pairs = [
        (first.responsible, second.responsible),
        (first.deadline, second.deadline),
        (first.resources, second.resources),
    ]
    told = [(a.wording, b.wording) for a, b in pairs if a and b]
    if any(a != b for a, b in told):
        return False
    bare = not _fields(first)[1] or not _fields(second)[1]
    return (
        bool(told)
        or (bare and _fields(first)[1] != _fields(second)[1])
        or (first.area is second.area)
    )


def _said(fuller: ActionFound, other: ActionFound) -> Diagnostic:
    page = other.text.pages[0] if other.text.pages else None
    return Diagnostic(
        code="repeat_merged",
        severity="info",
        message=f"«{fuller.text.text[:80]}» stands here again and is counted once.",
        page=page,
    )
