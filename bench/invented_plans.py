"""Published JSON of invented plans, by the hundred, for measuring speed."""

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from pathlib import Path
from typing import Any

PHRASES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("invented_phrases.toml").read_text(encoding="utf-8")
)


def write_plans(folder: Path, plans: int, actions: int, seed: int = 1) -> None:
    """``plans`` files of ``actions`` actions each."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for number in range(plans):
        plan = invented_plan(number, actions, chance)
        text = json.dumps(plan, ensure_ascii=False, indent=1)
        (folder / f"plan{number:04}.json").write_text(text, encoding="utf-8")


def invented_plan(number: int, actions: int, chance: random.Random) -> dict[str, Any]:
    """One plan as published."""
    areas = [
        {"id": f"area-{i}", "title": title, "source": source(i + 1, title)}
        for i, title in enumerate(PHRASES["areas"])
    ]
    return {
        "schema_version": "1.0",
        "status": "complete",
        "document": {
            "id": "sha256:" + hashlib.sha256(str(number).encode()).hexdigest(),
            "file": f"plan{number:04}.pdf",
            "media_type": "application/pdf",
            "pages": actions,
            "page_kinds": [],
        },
        "plan": {
            "title": f"Handlingsplan {number}",
            "municipality": {
                "name": f"Kommune {number}",
                "number": f"{number:04}",
                "county": None,
                "county_number": None,
                "confidence": 0.9,
            },
            "period": {"start": "2024", "end": "2028"},
        },
        "focus_areas": areas,
        "goals": [
            {
                "id": f"goal-{i}",
                "text": f"Gode {chance.choice(PHRASES['things'])} {chance.choice(PHRASES['who'])}",
                "level": "goal",
                "focus_area_id": f"area-{i}",
                "source": source(i + 1, ""),
                "confidence": 0.9,
            }
            for i in range(len(PHRASES["areas"]))
        ],
        "actions": [action(i, chance) for i in range(actions)],
        "coverage": dict.fromkeys(
            ("words", "records", "structure", "furniture", "narrative", "unassigned"), 0
        ),
    }


def action(number: int, chance: random.Random) -> dict[str, Any]:
    """One action with an owner and a deadline in most cases."""
    said = (
        chance.choice(PHRASES["verbs"]),
        chance.choice(PHRASES["things"]),
        chance.choice(PHRASES["who"]),
        chance.choice(PHRASES["how"]),
    )
    text = " ".join(said).strip()
    year = chance.randint(2024, 2028)
    owner, area = chance.choice(PHRASES["owners"]), chance.randrange(len(PHRASES["areas"]))
    has_deadline, has_owner = chance.random() < 0.7, chance.random() < 0.8
    return {
        "id": f"action-{number}",
        "text": text,
        "focus_area_id": f"area-{area}",
        "goal_ids": [f"goal-{area}"],
        "responsible": [{"name": owner, "role": "lead"}] if has_owner else [],
        "responsible_raw": owner if has_owner else None,
        "deadline": {
            "raw": str(year),
            "kind": "period",
            "start": f"{year}-01-01",
            "end": f"{year}-12-31",
            "edtf": str(year),
            "confidence": 0.95,
        }
        if has_deadline
        else None,
        "source": source(number + 1, text),
        "confidence": 0.9,
    }


def source(page: int, quote: str) -> dict[str, Any]:
    """Where it was read."""
    return {
        "page": page,
        "bbox": [50.0, 100.0, 400.0, 120.0],
        "quote": quote,
        "method": "text",
        "confidence": 0.95,
    }
