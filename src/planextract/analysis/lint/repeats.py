"""Rules about what stands twice: the same, or the same with other deadlines or owners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from planextract.analysis.lint.rule import Context, Hit, Rule, at
from planextract.analysis.settings import NEAR_DUPLICATE, SHORTEST_NEAR
from planextract.model.plan import Action, Deadline, Goal, Plan

NUMBER = re.compile(r"\d+")
Pair = tuple[int, int]


def plain(text: str) -> str:
    """A text's letters and digits in lower case, single spaces between words."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def alike(texts: Sequence[str]) -> Iterator[Pair]:
    """Pairs of places that hold the same text but for case, punctuation or a letter in twenty.

    Each place is paired with the first like it. Texts with different numbers are never alike.
    """
    plains = [plain(text) for text in texts]
    numbers = [NUMBER.findall(text) for text in plains]
    firsts: list[int] = []
    for at_, text in enumerate(plains):
        for first in firsts:
            if numbers[first] == numbers[at_] and _same(plains[first], text):
                yield first, at_
                break
        else:
            firsts.append(at_)


def _same(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < SHORTEST_NEAR:
        return False
    return fuzz.ratio(one, other, score_cutoff=NEAR_DUPLICATE) > 0


def _when(deadline: Deadline | None) -> tuple[str | None, ...] | None:
    """What a deadline means, to compare; its own words where it means no day."""
    if deadline is None:
        return None
    meaning = (deadline.start, deadline.end, deadline.rrule)
    return meaning if any(meaning) else (deadline.kind, plain(deadline.raw))


def _who(action: Action) -> frozenset[str]:
    return frozenset(plain(owner.name) for owner in action.responsible if owner.role == "lead")


def _repeats(plan: Plan) -> Iterator[tuple[Action, Action]]:
    for first, later in alike([action.text for action in plan.actions]):
        yield plan.actions[first], plan.actions[later]


def deadlines_differ(plan: Plan, context: Context) -> Iterator[Hit]:
    """An action that stands twice, with two deadlines."""
    for first, later in _repeats(plan):
        if first.deadline and later.deadline and _when(first.deadline) != _when(later.deadline):
            yield at(
                later,
                raw=later.deadline.raw,
                other=first.deadline.raw,
                other_page=first.source.page,
            )


def owners_differ(plan: Plan, context: Context) -> Iterator[Hit]:
    """An action that stands twice, with two owners."""
    for first, later in _repeats(plan):
        if _who(first) and _who(later) and _who(first) != _who(later):
            names = [", ".join(o.name for o in a.responsible) for a in (later, first)]
            yield at(later, owner=names[0], other=names[1], other_page=first.source.page)


def repeated(plan: Plan, context: Context) -> Iterator[Hit]:
    """An action that stands twice, with nothing that tells the two apart."""
    for first, later in _repeats(plan):
        if _when(first.deadline) == _when(later.deadline) and _who(first) == _who(later):
            yield at(later, other_page=first.source.page)


def goal_repeated(plan: Plan, context: Context) -> Iterator[Hit]:
    """A goal that stands twice."""
    goals: list[Goal] = plan.goals
    for first, later in alike([goal.text for goal in goals]):
        yield at(goals[later], other_page=goals[first].source.page)


RULES = (
    Rule("action-deadlines-differ", "error", deadlines_differ),
    Rule("action-owners-differ", "error", owners_differ),
    Rule("action-repeated", "warning", repeated),
    Rule("goal-repeated", "info", goal_repeated),
)
