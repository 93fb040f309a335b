"""Actions that stand twice: counted once, the other places listed."""

from __future__ import annotations

from planextract.model.finding import ActionFound, Findings
from planextract.model.plan import Diagnostic

LEAST_WORDS = 3
"""Shorter texts ("Informasjon") may well be two actions."""


def merge_repeats(found: Findings) -> None:
    """Keep the fullest of actions with one text, unless their fields say that they differ."""
    kept: dict[str, list[ActionFound]] = {}
    actions: list[ActionFound] = []
    for action in found.actions:
        key = _key(action.text.text)
        twin = next((each for each in kept.get(key, []) if _same(each, action)), None)
        if twin is None or len(key.split()) < LEAST_WORDS:
            kept.setdefault(key, []).append(action)
            actions.append(action)
            continue
        fuller, other = (twin, action) if _fields(twin) >= _fields(action) else (action, twin)
        if fuller is action:
            actions[actions.index(twin)] = action
            kept[key] = [action if each is twin else each for each in kept[key]]
        fuller.repeats = [*other.repeats, other.text, *fuller.repeats]
        fuller.rest += [p for p in other.passages() if p is not other.text]
        found.diagnostics.append(_said(fuller, other))
    found.actions[:] = actions


def _key(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _fields(action: ActionFound) -> int:
    values = (action.responsible, action.deadline, action.resources, action.area, action.strategy)
    return sum(bool(value) for value in values)


def _same(first: ActionFound, second: ActionFound) -> bool:
    """Whether no field of the two says something else."""
    if first.text.pages[:1] == second.text.pages[:1]:
        return False
    pairs = (
        (first.responsible, second.responsible),
        (first.deadline, second.deadline),
        (first.resources, second.resources),
    )
    return all(_key(a.text) == _key(b.text) for a, b in pairs if a and b) and (
        _fields(first) <= 2 or _fields(second) <= 2 or first.area is second.area
    )


def _said(fuller: ActionFound, other: ActionFound) -> Diagnostic:
    page = other.text.pages[0] if other.text.pages else None
    return Diagnostic(
        code="repeat_merged",
        severity="info",
        message=f"«{fuller.text.text[:80]}» stands here again and is counted once.",
        page=page,
    )
