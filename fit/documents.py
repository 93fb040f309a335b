"""The documents of a set: each PDF with its gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fit.places import DOCUMENTS, SAMPLES
from fit.sets import SAMPLES as OWN

Gold = dict[str, Any]


def documents(name: str) -> list[Path]:
    """The PDFs of a set that have gold, by name."""
    if name == OWN:
        golds = (SAMPLES / "gold").glob("*.json")
        return [pdf for gold in sorted(golds) if (pdf := SAMPLES / f"{gold.stem}.pdf").exists()]
    golds = (DOCUMENTS / name).glob("*__*.json")
    kinds = (".pdf", ".md")
    return [path for gold in sorted(golds) for k in kinds if (path := gold.with_suffix(k)).exists()]


def gold_of(pdf: Path) -> Gold:
    """The gold of a document, as the corpus writes it."""
    if pdf.parent == SAMPLES:
        return _as_corpus(json.loads((SAMPLES / "gold" / f"{pdf.stem}.json").read_text("utf-8")))
    gold: Gold = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    return gold


def _as_corpus(gold: Gold) -> Gold:
    """The gold of a sample in the words of the corpus' gold."""
    return {
        "is_plan": gold.get("status") != "not_a_plan",
        "focus_areas": gold.get("focus_areas", []),
        "goals": [{**goal, "kind": goal["level"]} for goal in gold.get("goals", [])],
        "actions": [
            {**action, "deadline_raw": _raw(action), "group": action.get("strategy")}
            for action in gold.get("actions", [])
        ],
        "milestones": [
            {"text": step["label"], "raw": _raw(step), "page": step.get("page")}
            for step in gold.get("milestones", [])
        ],
    }


def _raw(record: Gold) -> str:
    return str((record.get("deadline") or {}).get("raw") or "")
