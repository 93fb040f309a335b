"""A cell and what is found in it; a reading: its kind and bounds, before any year is inferred."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from planextract.meaning.deadlines.context import SeasonPolicy
from planextract.meaning.deadlines.repeats import Repeat, repeat_in
from planextract.meaning.deadlines.stretches import Stretch, stretches_in
from planextract.meaning.deadlines.words import has
from planextract.model.plan import DeadlineKind

Use = Literal["both", "end", "before", "start", "after", "point"]
Side = Literal["both", "start", "end"]

# Probabilities that a value is right, by how directly it was read: set by hand, in the order
# that invented cells went wrong at first try; a calibration against gold may replace them.
DIRECT = 0.97
BY_POLICY = 0.93
WITH_OTHER_WORDS = 0.9
SEVERAL_TIMES = 0.6
FOREIGN_PERIOD = 0.5
NOT_READ = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind and the stretch; ``use`` says which of its days bound the deadline."""

    kind: DeadlineKind
    stretch: Stretch | None = None
    use: Use = "both"
    rrule: str | None = None
    facts: tuple[str, ...] = ()
    confidence: float = DIRECT
    plan: Side | None = None
    """Which bounds of the plan's own period hold."""


@dataclass(frozen=True)
class Cell:
    """A normal text and what stands in it, found once."""

    text: str
    policy: SeasonPolicy

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The times that it names."""
        return stretches_in(self.text, self.policy)

    @cached_property
    def dated(self) -> list[Stretch]:
        """Those with a year."""
        return [found for found in self.stretches if found.known]

    @cached_property
    def repeat(self) -> Repeat | None:
        """What repeats in it."""
        return repeat_in(self.text)

    def has(self, name: str) -> bool:
        """Whether a sign stands in it."""
        return has(name, self.text)
