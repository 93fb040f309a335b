"""Plans to files: proved first, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made_findings import plan_of

from planextract.errors import ContractError
from planextract.model.plan import Plan
from planextract.output.write import to_json, write_plan, write_whole

PLAN = plan_of(["Lage rutine på Øya", "Opne «klubb»"])


def test_the_file_holds_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "plan.json"
    write_plan(PLAN, path)
    data = path.read_bytes()
    assert Plan.model_validate_json(data) == PLAN
    assert "Øya" in data.decode("utf-8")
    assert data.endswith(b"}\n") and b"\r" not in data
    assert list(json.loads(data))[:2] == ["schema_version", "status"]


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_plan(PLAN, tmp_path / "plan.json")
    write_plan(PLAN, tmp_path / "plan.json")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
    assert (tmp_path / "plan.json").stat().st_mode & 0o777 == 0o644


def test_a_plan_that_breaks_the_contract_is_not_written(tmp_path: Path) -> None:
    broken = PLAN.model_copy(update={"status": "splendid"})
    with pytest.raises(ContractError, match="status"):
        write_plan(broken, tmp_path / "plan.json")
    assert list(tmp_path.iterdir()) == []


def test_the_contract_error_names_the_place() -> None:
    action = PLAN.actions[0].model_copy(update={"confidence": 1.5})
    broken = PLAN.model_copy(update={"actions": [action]})
    with pytest.raises(ContractError, match=r"actions\.0\.confidence"):
        to_json(broken)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole("half of it \ud800", path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()
    with pytest.raises(OSError):
        write_plan(PLAN, tmp_path / "plan.json")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
