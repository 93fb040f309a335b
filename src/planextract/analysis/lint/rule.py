"""What a rule is, what it gets, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from planextract.analysis.settings import DOUBTFUL
from planextract.model.plan import Action, Goal, Milestone, Plan, Severity

Level = Literal["error", "warning", "info", "off"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask for besides the plan."""

    today: date
    min_confidence: float = DOUBTFUL


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding of a rule: which record, on which page, and the values of its sentence."""

    page: int | None = None
    record: str | None = None
    values: dict[str, object] = field(default_factory=dict)


Check = Callable[[Plan, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check under its id; its sentence is the text ``lint.rules.<id>``."""

    id: str
    severity: Severity
    check: Check


LONGEST_SHOWN = 90
"""Characters of a record's text that a finding quotes: one line of a terminal."""


def dated_records(plan: Plan) -> list[Action | Milestone]:
    """The records that can have owners and a deadline."""
    return [*plan.actions, *plan.milestones]


def short(text: str) -> str:
    """The start of a text, for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1].rstrip() + "…"


def at(record: Action | Goal | Milestone, **values: object) -> Hit:
    """A hit on a record; its text is the value ``text``."""
    text = record.label if isinstance(record, Milestone) else record.text
    return Hit(record.source.page, record.id, {"text": short(text), **values})
