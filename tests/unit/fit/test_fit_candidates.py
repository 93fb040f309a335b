"""The share of candidates among what was read."""

from __future__ import annotations

import json
from pathlib import Path

from fit.candidates import share


def test_candidates_are_held_against_the_gold(tmp_path: Path) -> None:
    golds, read = tmp_path / "gold", tmp_path / "read"
    for folder in (golds, read):
        folder.mkdir()
    gold = {"goals": [{"text": "Alle har ein heim"}], "actions": [{"text": "Byggje bad."}]}
    plan = {
        "actions": [{"text": "Byggje bad"}],
        "goals": [],
        "milestones": [],
        "candidates": [{"text": "Alle har ein heim."}, {"text": "Det regnar mykje"}],
    }
    (golds / "bygda__1.json").write_text(json.dumps(gold), "utf-8")
    (golds / "bygda__2.json").write_text(json.dumps(gold), "utf-8")
    (read / "bygda__1.json").write_text(json.dumps(plan), "utf-8")
    found = share(golds, read)
    assert found == (2, 1, 1)
    assert str(found) == "candidates 2.000 of the records, 0.50 true"
