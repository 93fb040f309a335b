"""Many documents: one that fails never stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from planextract.batch.run import Outcome, exit_code, run_batch
from planextract.model.plan import Plan, Status
from planextract.settings import Settings

GOOD = """# Handlingsplan 2025–2028
## Trafikk
| Tiltak | Ansvar | Frist |
|---|---|---|
| Male gangfelt ved skulen | Teknisk drift | 2026 |
"""


@pytest.fixture
def jobs(tmp_path: Path) -> dict[Path, Path]:
    contents = {"good.md": GOOD.encode(), "damaged.pdf": b"%PDF-1.4 half of it", "empty.txt": b""}
    made = {}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
        made[tmp_path / name] = tmp_path / "out" / f"{name}.json"
    made[tmp_path / "missing.md"] = tmp_path / "out" / "missing.json"
    return made


def test_every_document_has_an_outcome_and_a_file(jobs: dict[Path, Path]) -> None:
    outcomes = {outcome.path.name: outcome for outcome in run_batch(jobs, Settings())}
    assert set(outcomes) == {path.name for path in jobs}
    good = outcomes.pop("good.md")
    assert (good.status, good.actions, good.deadlines) == ("complete", 1, 1)
    assert (good.message, good.reasons) == ("", "")
    for outcome in outcomes.values():
        assert outcome.status == "failed"
        assert outcome.message.endswith(".")
    for path, output in jobs.items():
        if path.exists():
            plan = Plan.model_validate_json(output.read_bytes())
            assert plan.document.file == path.name


def test_an_output_that_cannot_be_written_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    (tmp_path / "a.json").mkdir()
    jobs = {tmp_path / f"{name}.md": tmp_path / f"{name}.json" for name in ("a", "b")}
    outcomes = {outcome.path.name: outcome for outcome in run_batch(jobs, Settings())}
    assert outcomes["a.md"].status == "failed"
    assert "could not be written" in outcomes["a.md"].message
    assert outcomes["b.md"].status == "complete"


def test_a_plan_that_is_not_complete_says_why(tmp_path: Path, samples: Path) -> None:
    scan = samples / "goalrow_nn_scan150.pdf"
    (outcome,) = run_batch({scan: tmp_path / "scan.json"}, Settings(ocr="never"))
    assert outcome.status == "partial"
    assert outcome.message == ""
    assert outcome.reasons.startswith("scanned page without OCR (page 1")


def test_no_documents_give_no_outcomes() -> None:
    assert list(run_batch({}, Settings())) == []


def outcome(status: Status) -> Outcome:
    return Outcome(Path("a"), Path("b"), status, "", 1, 0, 0, 0, 0.0)


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ([], 0),
        (["complete", "complete"], 0),
        (["complete", "partial"], 1),
        (["not_a_plan"], 1),
        (["partial", "failed", "complete"], 2),
    ],
)
def test_the_exit_code_tells_the_worst(statuses: list[Status], code: int) -> None:
    assert exit_code([outcome(status) for status in statuses]) == code
