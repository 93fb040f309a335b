"""The likeliest reading of a run of tokens: Viterbi over their options, with margins."""

from __future__ import annotations

import math
from dataclasses import dataclass

from planextract.repair.candidates import Candidate
from planextract.repair.context import Context


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a token."""

    words: tuple[str, ...]
    share: float
    """Natural logarithm of the first word's share of text."""
    score: float
    """Its own score: minus the channel's cost, minus what it must be held against."""
    candidate: Candidate | None
    """None for the token as it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a token: its options with the score of the best whole through each."""

    options: tuple[Option, ...]
    scores: tuple[float, ...]

    @property
    def best(self) -> int:
        return max(range(len(self.scores)), key=lambda at: (self.scores[at], -at))

    def weights(self) -> list[float]:
        """The probability of each option, as far as the best whole through it tells."""
        high = max(self.scores)
        raw = [math.exp(score - high) for score in self.scores]
        return [value / sum(raw) for value in raw]

    def margin(self, chosen: int, over: int) -> float:
        """By how much the best whole through one option beats that through another."""
        return self.scores[chosen] - self.scores[over]


def read(units: list[tuple[Option, ...]], context: Context, first: str) -> list[Reading]:
    """For every unit the score of the best path through each of its options."""
    forward, steps = _forward(units, context, first)
    backward = _backward(steps, units)
    return [
        Reading(options, tuple(f + b for f, b in zip(ahead, behind, strict=True)))
        for options, ahead, behind in zip(units, forward, backward, strict=True)
    ]


def _enter(before: str, option: Option, context: Context) -> float:
    """Score of stepping into an option after a word."""
    score = option.score + context.after(before, option.words[0], option.share)
    last = option.words[0]
    for word in option.words[1:]:
        score += context.after(last, word, context.share(word))
        last = word
    return score


def _forward(
    units: list[tuple[Option, ...]], context: Context, first: str
) -> tuple[list[list[float]], list[list[list[float]]]]:
    """Best score of a path up to each option; the score of each step between neighbours."""
    scores: list[list[float]] = []
    steps: list[list[list[float]]] = []
    befores, reached = [first], [0.0]
    for options in units:
        table = [[_enter(before, option, context) for option in options] for before in befores]
        steps.append(table)
        reached = [
            max(reached[row] + table[row][column] for row in range(len(table)))
            for column in range(len(options))
        ]
        scores.append(reached)
        befores = [option.words[-1] for option in options]
    return scores, steps


def _backward(steps: list[list[list[float]]], units: list[tuple[Option, ...]]) -> list[list[float]]:
    """Best score of a path from each option to the end, its own step not counted."""
    if not units:
        return []
    behind = [[0.0] * len(units[-1])]
    for table in reversed(steps[1:]):
        last = behind[-1]
        behind.append([max(a + b for a, b in zip(row, last, strict=True)) for row in table])
    behind.reverse()
    return behind
