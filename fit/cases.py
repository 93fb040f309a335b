"""The small plans of the tests as documents: each shows one difficulty, and its gold is short."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from fit.places import CASES, DOCUMENTS

KINDS = (("visjon", "vision"), ("delmål", "sub"), ("hov", "main"), ("strategi", "strategy"))
"""Words of a goal's line, or of the heading above it, that tell its level."""


def write_cases(name: str) -> int:
    """Write each small plan as text beside its gold; how many there are."""
    out = DOCUMENTS / name
    out.mkdir(parents=True, exist_ok=True)
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    for nth, case in enumerate(cases):
        (out / f"case{nth:02}__0.md").write_text(case["text"], "utf-8")
        gold = json.dumps(_gold(case), ensure_ascii=False)
        (out / f"case{nth:02}__0.json").write_text(gold, "utf-8")
    return len(cases)


def _gold(case: dict[str, Any]) -> dict[str, Any]:
    """The gold of a case in the words of the corpus' gold."""
    actions = [{"text": each} if isinstance(each, str) else each for each in case["actions"]]
    steps = [
        {"label": each} if isinstance(each, str) else each for each in case.get("milestones", [])
    ]
    return {
        "is_plan": True,
        "focus_areas": case.get("areas", []),
        "goals": [
            {"kind": _kind(case["text"], goal), "text": goal} for goal in case.get("goals", [])
        ],
        "actions": [
            {
                "text": action["text"],
                "responsible": action.get("responsible"),
                "deadline_raw": action.get("deadline"),
                "resources": action.get("resources"),
            }
            for action in actions
        ],
        "milestones": [{"text": step.get("label", step.get("text")), "raw": ""} for step in steps],
    }


def _kind(text: str, goal: str) -> str:
    at = max(text.find(goal), 0)
    line = text[text.rfind("\n", 0, at) + 1 : at].lower()
    heading = text[:at].lower().rsplit("\n#", 1)[-1].split("\n")[0][:80]
    told = (kind for said in (line, heading) for word, kind in KINDS if word in said)
    return next(told, "goal")
