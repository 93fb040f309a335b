"""Invented plans, built in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planextract.model.plan import Plan
from planextract.published import Published


def _source(page: int, quote: str) -> dict[str, Any]:
    return {
        "page": page, "bbox": (50.0, 100.0, 400.0, 120.0), "quote": quote, "method": "text",
        "confidence": 0.95,
    }  # fmt: skip


def _deadline(end: str) -> dict[str, Any]:
    return {
        "raw": f"innan {end}", "kind": "by", "end": end, "edtf": f"../{end}", "confidence": 0.95,
    }  # fmt: skip


def _action(number: int, action: dict[str, Any] | str) -> dict[str, Any]:
    given = {"text": action} if isinstance(action, str) else dict(action)
    owner, end = given.pop("owner", None), given.pop("end", None)
    page, area = given.pop("page", number // 10 + 1), given.pop("area", None)
    return {
        "id": f"action-{number}",
        "focus_area_id": area,
        "responsible": [{"name": owner, "role": "lead"}] if owner else [],
        "responsible_raw": owner,
        "deadline": _deadline(end) if end else None,
        "source": _source(page, given["text"]),
        "confidence": 0.9,
        **given,
    }


def _plan(
    name: str,
    actions: list[dict[str, Any] | str],
    areas: list[str] | None = None,
    goals: list[str] | None = None,
    known: bool = True,
    strategies: list[str] | None = None,
    **more: Any,
) -> Plan:
    return Plan.model_validate(
        {
            "status": "complete",
            "document": {
                "id": "sha256:" + hashlib.sha256(name.encode()).hexdigest(),
                "file": f"{name}.pdf", "media_type": "application/pdf", "pages": 40,
                "page_kinds": [],
            },
            "plan": {
                "title": f"Plan for {name}",
                "municipality": {
                    "name": name, "number": hashlib.sha256(name.encode()).hexdigest()[:4],
                    "county": None, "county_number": None, "confidence": 0.9,
                } if known else None,
            },
            "focus_areas": [
                {"id": f"area-{n}", "title": title, "source": _source(1, title)}
                for n, title in enumerate(areas or [])
            ],
            "goals": [
                {
                    "id": f"goal-{n}", "text": text, "level": "goal", "source": _source(1, text),
                    "confidence": 0.9,
                }
                for n, text in enumerate(goals or [])
            ] + [
                {
                    "id": f"strategy-{n}", "text": text, "level": "strategy",
                    "source": _source(2, text), "confidence": 0.9,
                }
                for n, text in enumerate(strategies or [])
            ],
            "actions": [_action(n, action) for n, action in enumerate(actions)],
            "coverage": dict.fromkeys(
                ("words", "records", "structure", "furniture", "narrative", "unassigned"), 0
            ),
            **more,
        }
    )  # fmt: skip


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """Makes a plan of a municipality from texts or fields of its actions."""
    return _plan


@pytest.fixture
def published() -> Callable[..., Published]:
    """Makes a plan and the file that it would stand in."""

    def make(name: str, *args: Any, **kwargs: Any) -> Published:
        return Published(Path(f"{name}.json"), _plan(name, *args, **kwargs))

    return make
