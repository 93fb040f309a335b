"""How likely a document is a plan: its evidence weighed, and what spoke in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planextract.lexicons import read_toml

SPEAKS = 0.2
"""Share of the score's logarithm from which evidence is told."""
MOST_TOLD = 3
"""Pieces of evidence that a message names."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One piece of evidence and what it added to the logarithm of the odds."""

    name: str
    weight: float
    says: str
    """In words, for a message."""


@dataclass(frozen=True, slots=True)
class Score:
    """The probability that a document is a plan, and the evidence, the strongest first."""

    is_plan: float
    spoke: tuple[Spoke, ...]

    def reasons(self, for_plan: bool) -> str:
        """The strongest evidence for or against, as part of a sentence."""
        told = [one.says for one in self.spoke if (one.weight > 0) == for_plan and one.says]
        return ", ".join(told[:MOST_TOLD])


def score_evidence(evidence: Mapping[str, float]) -> Score:
    """Weigh the numbers of ``document_evidence``."""
    bias, rows = _weights()
    spoke = []
    total = bias
    for name, (weight, says_for, says_against) in rows.items():
        added = weight * evidence.get(name, 0.0)
        total += added
        if abs(added) >= SPEAKS:
            spoke.append(Spoke(name, round(added, 3), says_for if added > 0 else says_against))
    spoke.sort(key=lambda one: -abs(one.weight))
    return Score(1.0 / (1.0 + math.exp(-total)), tuple(spoke))


@cache
def _weights() -> tuple[float, dict[str, tuple[float, str, str]]]:
    table = read_toml("document_weights")
    rows = {
        row["name"]: (row["weight"], row.get("for", ""), row.get("against", ""))
        for row in table["evidence"]
    }
    return table["bias"], rows
