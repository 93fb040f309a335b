"""What was found in a document, before it is assembled as a plan; every value a passage."""

from __future__ import annotations

from dataclasses import dataclass, field

from planextract.model.page import Word
from planextract.model.passage import Passage
from planextract.model.plan import (
    ActionType,
    CandidateKind,
    Deadline,
    Diagnostic,
    GoalLevel,
    Owner,
    Resources,
)  # fmt: skip


@dataclass(eq=False, slots=True)
class Area:
    """A focus area."""

    title: Passage


@dataclass(eq=False, slots=True)
class GoalFound:
    """A vision, goal, sub-goal or strategy and its place in the tree."""

    text: Passage
    level: GoalLevel
    number: str | None = None
    area: Area | None = None
    parent: GoalFound | None = None
    """None where it has none, or which it is is not sure."""
    confidence: float = 0.95
    mentions: list[Passage] = field(default_factory=list)
    """Where the same goal is printed again."""


@dataclass(eq=False, slots=True)
class ActionFound:
    """An action with the passages of its fields; None where the plan says nothing."""

    text: Passage
    number: str | None = None
    type: ActionType = "tiltak"
    strategy: Passage | None = None
    area: Area | None = None
    goals: tuple[GoalFound, ...] = ()
    responsible: Passage | None = None
    partners: Passage | None = None
    resources: Passage | None = None
    resources_unit: str | None = None
    """What the column header says of its numbers (``i 1000 kr``)."""
    deadline: Passage | None = None
    deadline_value: Deadline | None = None
    owners: list[Owner] = field(default_factory=list)
    resources_value: Resources | None = None
    status: Passage | None = None
    priority: Passage | None = None
    indicator: Passage | None = None
    rest: list[Passage] = field(default_factory=list)
    """Passages that belong to the record but to no field of it (a description)."""
    mentions: list[Passage] = field(default_factory=list)
    """Where the same action is printed again, one passage a place."""
    inherited: tuple[str, ...] = ()
    """Fields that come from a merged cell or a heading above, by name."""
    promised: bool = False
    """Whether it is a sentence of running text, and stands in no table, list or card."""
    confidence: float = 0.95

    def passages(self) -> list[Passage]:
        """The passages that are the record's own: text, fields, rest; no inherited ones."""
        names = ("text", "responsible", "partners", "resources", "deadline", "status",
                 "priority", "indicator")  # fmt: skip
        own = [getattr(self, name) for name in names if name not in self.inherited]
        return [p for p in (*own, *self.rest) if p]


@dataclass(eq=False, slots=True)
class MilestoneFound:
    """A dated step of a process."""

    label: Passage
    responsible: Passage | None = None
    deadline: Passage | None = None
    deadline_value: Deadline | None = None
    owners: list[Owner] = field(default_factory=list)
    mentions: list[Passage] = field(default_factory=list)
    """Where the same milestone is printed again, one passage a place."""
    confidence: float = 0.95

    def passages(self) -> list[Passage]:
        """The passages that are the record's own."""
        return [p for p in (self.label, self.responsible, self.deadline) if p]


@dataclass(eq=False, slots=True)
class CandidateFound:
    """What may be a record, but not surely enough to be one."""

    kind: CandidateKind
    text: Passage
    confidence: float
    why: str
    """What speaks for it and against it, in a sentence."""


@dataclass(slots=True)
class Findings:
    """Everything found in one document, in reading order."""

    areas: list[Area] = field(default_factory=list)
    goals: list[GoalFound] = field(default_factory=list)
    actions: list[ActionFound] = field(default_factory=list)
    milestones: list[MilestoneFound] = field(default_factory=list)
    candidates: list[CandidateFound] = field(default_factory=list)
    structure: list[Word] = field(default_factory=list)
    """Words of headings, labels, list markers and table headers."""
    narrative: list[Word] = field(default_factory=list)
    """Words of running text that is no record."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
