"""Small published plans, made for a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planextract.model.plan import Plan
from planextract.published import Published, load_plans

DATA = Path(__file__).parents[2] / "data" / "published"


def examples() -> list[Published]:
    return load_plans([DATA])


def source(page: int = 1) -> dict[str, Any]:
    return {
        "page": page,
        "bbox": [10.0, 10.0, 200.0, 30.0],
        "parts": [],
        "quote": "as read",
        "method": "text",
        "confidence": 1.0,
    }


def deadline(raw: str, kind: str, **values: Any) -> dict[str, Any]:
    return {"raw": raw, "kind": kind, "confidence": 1.0, **values}


def action(name: str, text: str, page: int = 1, **values: Any) -> dict[str, Any]:
    """An action that no rule finds fault with unless ``values`` make it so."""
    return {
        "id": name,
        "text": text,
        "goal_ids": ["g"],
        "responsible": [{"name": "Rektor", "role": "lead"}],
        "deadline": deadline("2026", "period", start="2026-01-01", end="2026-12-31"),
        "source": source(page),
        "confidence": 1.0,
        **values,
    }


def goal(name: str = "g", text: str = "Alle skal lese", **values: Any) -> dict[str, Any]:
    return {
        "id": name,
        "text": text,
        "level": "goal",
        "source": source(),
        "confidence": 1.0,
        **values,
    }


def candidate(text: str, page: int = 1, **values: Any) -> dict[str, Any]:
    """What may be an action."""
    return {
        "kind": "action",
        "text": text,
        "source": source(page),
        "confidence": 0.4,
        "why": "A list without a heading.",
        **values,
    }


def plan(**values: Any) -> Plan:
    """A plan for 2024–2027 with one goal; ``period`` and ``plan_status`` go into its facts."""
    facts = {
        "title": "Prøveplan",
        "period": values.pop("period", {"start": "2024", "end": "2027"}),
        "plan_status": values.pop("plan_status", None),
    }
    data = {
        "schema_version": "1.1",
        "status": "complete",
        "document": {
            "id": "sha256:" + values.pop("digit", "a") * 64,
            "file": "plan.pdf",
            "media_type": "application/pdf",
            "pages": 9,
            "page_kinds": [],
        },
        "plan": facts,
        "goals": [goal()],
        "coverage": dict.fromkeys(
            ("words", "records", "structure", "furniture", "narrative", "unassigned"), 0
        ),
        **values,
    }
    return Plan.model_validate(data)


def published(**values: Any) -> Published:
    return Published(Path("plan.json"), plan(**values))
