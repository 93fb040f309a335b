"""What a letter is read as: rules learned from pages with known text, and their costs."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from planextract.repair.settings import PRIOR_WEIGHT

NORWEGIAN = frozenset("æøåò")
ASCII_MARKS = frozenset("4@&€¢#§$06989|")


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

    @staticmethod
    def prior() -> Channel:
        """As learned beforehand, every æ, ø and å lost."""
        return Channel([rule.share for rule in rules()])

    @staticmethod
    def adapted(used: dict[int, float], kept: dict[str, float]) -> Channel:
        """Learned anew from a document: ``used`` times a rule, ``kept`` letters that survived.

        The prior counts for ``PRIOR_WEIGHT`` letters (a Dirichlet prior).
        """
        met: dict[str, float] = {}
        for index, times in used.items():
            met[rules()[index].true] = met.get(rules()[index].true, 0.0) + times
        shares = []
        for index, rule in enumerate(rules()):
            times = used.get(index, 0.0)
            total = met.get(rule.true, 0.0) if rule.letter else 0.0
            weight = PRIOR_WEIGHT if rule.letter else 1.0
            shares.append(
                (rule.share * weight + times) / (weight + total) if rule.letter else rule.share
            )
        return Channel(shares)


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
