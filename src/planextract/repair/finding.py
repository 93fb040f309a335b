"""What the repair finds in a text: changes to make, and doubts to tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """``segment[start:end]``, as read, should be ``after``."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    score: float
    """Probability that it is right, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """``segment[start:end]`` looks damaged and was left."""

    start: int
    end: int
    word: str
    candidates: tuple[str, ...]
    """What it may have been, the likeliest first."""


Finding = Change | Doubt
