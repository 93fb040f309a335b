"""How many candidates stand beside the records, and how many of them are records of the gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from fit.labels import fold

ALIKE = 80
"""Ratio of folded texts from which two are the same record, as in the scorer."""


class Share(NamedTuple):
    """Candidates of a set against its records."""

    candidates: int
    records: int
    true: int

    def __str__(self) -> str:
        of_records, of_candidates = self.records or 1, self.candidates or 1
        return (
            f"candidates {self.candidates / of_records:.3f} of the records, "
            f"{self.true / of_candidates:.2f} true"
        )


def share(golds: Path, read: Path) -> Share:
    """Over all documents of a set: golds and what was read stand in two folders by one name."""
    found = [
        _document(json.loads(path.read_text("utf-8")), json.loads(out.read_text("utf-8")))
        for path in sorted(golds.glob("*__*.json"))
        if (out := read / path.name).exists()
    ]
    return Share(*(sum(figures) for figures in zip(*found, strict=True)))


def _document(gold: dict[str, Any], plan: dict[str, Any]) -> Share:
    wanted = [
        fold(record["text"])
        for kind in ("goals", "actions", "milestones")
        for record in gold.get(kind, ())
    ]
    texts = [fold(one["text"]) for one in plan.get("candidates", ())]
    true = sum(any(fuzz.ratio(text, one) >= ALIKE for one in wanted) for text in texts)
    records = sum(len(plan.get(kind, ())) for kind in ("goals", "actions", "milestones"))
    return Share(len(texts), records, true)
