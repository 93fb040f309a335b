"""Records of three samples as they were when they were last looked at, one by one.

After a wanted change: ``python tests/golden/test_golden.py``, and read the difference.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planextract.model.plan import Plan
from planextract.pipeline import extract

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
STEMS = ("ruled_merged_nn", "ladder_nn", "slides_nn")
NAMES = {"goals": "goal", "actions": "action", "milestones": "milestone"}

Fields = dict[str, Any]


def reduced(plan: Plan) -> dict[str, list[Fields]]:
    """The fields of each record that a user builds on; boxes in whole points."""
    dumped = plan.model_dump(mode="json")
    return {sort: [fields(record) for record in dumped[sort]] for sort in NAMES}


def fields(record: Fields) -> Fields:
    source, deadline = record["source"], record.get("deadline")
    return {
        "id": record["id"],
        "text": record.get("text") or record.get("label"),
        "number": record.get("number"),
        "focus area": record.get("focus_area_id"),
        "goals": record.get("goal_ids", []),
        "owners": [f"{o['name']} ({o['role']})" for o in record.get("responsible", [])],
        "resources": (record.get("resources") or {}).get("raw"),
        "deadline": deadline and f"{deadline['kind']} {deadline['edtf'] or deadline['raw']}",
        "page": source["page"],
        "box": [round(edge) for edge in source["bbox"]],
        "pages of its parts": [part["page"] for part in source["parts"]],
    }


def differences(old: dict[str, list[Fields]], new: dict[str, list[Fields]]) -> Iterator[str]:
    """What changed, a sentence a record and field: ``action 7 lost its deadline (…)``."""
    for sort, name in NAMES.items():
        before, after = ({r["id"]: (at, r) for at, r in enumerate(rs, 1)}
                         for rs in (old[sort], new[sort]))  # fmt: skip
        for key, (at, was) in before.items():
            if key not in after:
                yield f"{name} {at} is gone: {was['text']}"
                continue
            now = after[key][1]
            yield from (f"{name} {at} {change}" for change in changes(was, now))
        for key in after.keys() - before.keys():
            yield f"{name} {after[key][0]} is new: {after[key][1]['text']}"
        if [k for k in before if k in after] != [k for k in after if k in before]:
            yield f"the order of the {sort} changed"


def changes(was: Fields, now: Fields) -> Iterator[str]:
    for field, value in was.items():
        if now[field] == value:
            continue
        if not now[field]:
            yield f"lost its {field} ({value})"
        elif not value:
            yield f"gained a {field} ({now[field]})"
        else:
            yield f"has another {field}: {value} → {now[field]}"


@pytest.mark.parametrize("stem", STEMS)
def test_records_are_as_they_were(stem: str) -> None:
    old = json.loads((HERE / f"{stem}.json").read_text("utf-8"))
    assert sum(map(len, old.values())) > 10
    found = list(differences(old, reduced(extract(SAMPLES / f"{stem}.pdf"))))
    assert not found, "\n".join(found)


def test_a_lost_deadline_is_said() -> None:
    record = {"id": "a", "text": "Byggje veg", "deadline": "period 2026"}
    old = {"goals": [], "milestones": [], "actions": [record]}
    new = {**old, "actions": [{**record, "deadline": None}]}
    assert list(differences(old, new)) == ["action 1 lost its deadline (period 2026)"]
    assert list(differences(old, {**old, "actions": []})) == ["action 1 is gone: Byggje veg"]


if __name__ == "__main__":
    for stem in sys.argv[1:] or STEMS:
        records = reduced(extract(SAMPLES / f"{stem}.pdf"))
        text = json.dumps(records, ensure_ascii=False, indent=1)
        (HERE / f"{stem}.json").write_text(text + "\n", "utf-8")
