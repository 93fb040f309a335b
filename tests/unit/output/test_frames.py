from pathlib import Path

import pandas as pd
import pytest

from planextract.model.plan import Plan, RecordCandidate
from planextract.output.frames import ACTIONS, CANDIDATES, DEADLINES, GOALS, frames

DATA = Path(__file__).parents[2] / "data" / "published"


def _plan(name: str) -> Plan:
    return Plan.model_validate_json((DATA / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["eksempelfjord_helse", "proevedal_klima", "ukjend_strategi"])
def test_one_row_a_record_in_reading_order(name):
    plan = _plan(name)
    tables = plan.to_frames()
    assert list(tables) == ["goals", "actions", "deadlines", "candidates"]
    assert list(tables["goals"]["id"]) == [goal.id for goal in plan.goals]
    assert list(tables["actions"]["text"]) == [action.text for action in plan.actions]
    dated = [r for r in (*plan.actions, *plan.milestones) if r.deadline]
    assert list(tables["deadlines"]["record_id"]) == [record.id for record in dated]
    for table, columns in zip(
        tables.values(), (GOALS, ACTIONS, DEADLINES, CANDIDATES), strict=True
    ):
        assert list(table.columns) == list(columns)


def test_values_have_the_types_that_one_counts_with():
    actions = frames(_plan("eksempelfjord_helse"))["actions"].set_index("id")
    house = actions.loc["a-4"]
    assert house["amount"] == 62_500_000
    assert house["deadline_end"] == pd.Timestamp("2027-12-31")
    assert house["responsible"] == "Eigedom"
    assert house["partners"] == "Helse og omsorg"
    assert house["focus_area"] == "Heimetenester"
    assert house["page"] == 5
    assert actions.loc["a-5", "goals"] == (
        "Fleire skal meistre kvardagen i eigen heim; Ventetida på hjelpemiddel skal ned"
    )
    assert actions["amount"].sum() == 62_500_000
    late = actions[actions["deadline_end"] > "2026-01-01"]
    assert list(late.index) == ["a-4", "a-8"]


def test_candidates_are_a_table_of_their_own():
    plan = _plan("proevedal_klima")
    maybe = RecordCandidate(
        kind="action", text="Bygge bru", source=plan.actions[0].source, confidence=0.4, why="Near."
    )
    tables = plan.model_copy(update={"candidates": [maybe]}).to_frames()
    assert tables["candidates"].to_dict("records") == [
        {
            "kind": "action",
            "text": "Bygge bru",
            "why": "Near.",
            "page": plan.actions[0].source.page,
            "quote": plan.actions[0].source.quote,
            "confidence": 0.4,
        }
    ]
    assert "Bygge bru" not in set(tables["actions"]["text"])


def test_what_the_plan_does_not_say_is_missing_and_not_empty_text():
    actions = frames(_plan("eksempelfjord_helse"))["actions"].set_index("id")
    assert actions.loc["a-7"][["deadline", "responsible", "resources", "strategy"]].isna().all()
    assert pd.isna(actions.loc["a-7", "deadline_end"])


def test_a_plan_without_records_has_all_columns():
    actions = frames(_plan("ukjend_strategi"))["actions"]
    assert len(actions) == 0
    assert str(actions["deadline_end"].dtype) == "datetime64[s]"
    assert str(actions["amount"].dtype) == "Float64"
