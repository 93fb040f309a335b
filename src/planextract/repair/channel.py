"""What a letter is read as: rules learned from pages with known text, and their costs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from planextract.repair.settings import MOST_LOOK_ALIKE, PRIOR_WEIGHT, SAME_PRINT

NORWEGIAN = frozenset("æøåò")
CAPITALS = {
    "å": frozenset("a"),
    "ø": frozenset("o@®0q"),
    "æ": frozenset(["a", "ae", "e"]),
    "ò": frozenset("o"),
}
"""What Å, Ø, Æ and Ò are read as: the ring and the stroke of a capital leave fewer traces."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``true`` was read as ``read``; ``letter`` is the lost letter, "" if none was."""

    read: str
    true: str
    letter: str
    share: float
    """How many of ``true`` are read so, 0 to 1."""


class Channel:
    """Costs of the rules in nats, by index; ``starting`` maps what was read to them."""

    def __init__(self, shares: list[float]) -> None:
        self.costs = [-math.log(share) for share in shares]

    def learned(self, path: Iterable[int]) -> bool:
        """Whether the document itself has shown every look-alike of a path."""
        return all(
            rules()[at].letter or self.costs[at] < -math.log(rules()[at].share) - 0.1 for at in path
        )

    @staticmethod
    def prior() -> Channel:
        """As learned beforehand, every æ, ø and å lost."""
        return Channel([rule.share for rule in rules()])

    @staticmethod
    def adapted(used: dict[int, float], kept: dict[str, float]) -> Channel:
        """Learned anew from a document: ``used`` times a rule, ``kept`` letters that survived.

        The prior counts for ``PRIOR_WEIGHT`` letters (a Dirichlet prior).
        """
        met = dict(kept)
        for index, times in used.items():
            true = rules()[index].true
            met[true] = met.get(true, 0.0) + times
        return Channel([_learned(rule, used.get(i, 0.0), met) for i, rule in enumerate(rules())])


def _learned(rule: Rule, times: float, met: dict[str, float]) -> float:
    """A rule's share after a document; of a letter not lost only a rise is learned."""
    if rule.letter:
        return (rule.share * PRIOR_WEIGHT + times) / (PRIOR_WEIGHT + met.get(rule.true, 0.0))
    return min(rule.share * (1 + times * SAME_PRINT), MOST_LOOK_ALIKE) if times else rule.share


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order that ``Channel.costs`` has."""
    text = files("planextract.lexicons").joinpath("words/confusions.json").read_text("utf-8")
    found: dict[tuple[str, str], float] = {}
    for true, row in json.loads(text).items():
        for read, share in row.items():
            key = (read, true)
            found[key] = max(found.get(key, 0.0), share)
    return tuple(
        Rule(read, true, _lost(read, true), share) for (read, true), share in sorted(found.items())
    )


def _lost(read: str, true: str) -> str:
    return next((c for c in true if c in NORWEGIAN and c not in read), "")


@cache
def starting() -> dict[str, tuple[int, ...]]:
    """The rules by what was read; "" holds those whose letter left no trace."""
    found: dict[str, list[int]] = {}
    for index, rule in enumerate(rules()):
        found.setdefault(rule.read, []).append(index)
    return {read: tuple(indexes) for read, indexes in found.items()}
