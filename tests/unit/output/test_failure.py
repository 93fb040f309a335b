"""Files that gave nothing: a valid plan that says so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from planextract.model.plan import Plan
from planextract.output.failure import failed_plan
from planextract.output.write import to_json


def test_the_reason_is_in_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "skadd.pdf"
    path.write_bytes(b"%PDF half")
    plan = failed_plan(path, "The file is damaged.")
    assert plan.status == "failed"
    assert [(d.code, d.severity, d.message) for d in plan.diagnostics] == [
        ("file_unreadable", "error", "The file is damaged.")
    ]
    assert plan.document.id == "sha256:" + hashlib.sha256(b"%PDF half").hexdigest()
    assert plan.document.file == "skadd.pdf"


@pytest.mark.parametrize("name", ["missing.pdf", "folder"])
def test_what_is_no_file_has_a_plan_too(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    plan = failed_plan(tmp_path / name, "There is no such file.")
    assert Plan.model_validate_json(to_json(plan)) == plan
    assert plan.coverage.words == 0
