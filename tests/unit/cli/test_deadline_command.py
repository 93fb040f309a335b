"""``planextract deadline`` from the command line."""

from __future__ import annotations

import io
import json

import pytest

from planextract.cli import main


def test_one_expression_with_the_plans_period(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "i planperioden", "--period", "2019-2027"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["start"], found["end"]) == (
        "plan_period", "2019-01-01", "2027-12-31",
    )  # fmt: skip


def test_the_documents_date_gives_the_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "Tysdag 24. juni", "--date", "2025-06-05"]) == 0
    assert json.loads(capsys.readouterr().out)["edtf"] == "2025-06-24"


def test_lines_of_stdin_give_a_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2026\n\nÅrleg\n"))
    assert main(["deadline", "-"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line and line["kind"] for line in lines] == ["period", None, "recurring"]


@pytest.mark.parametrize("arguments", [["--period", "2027"], ["--date", "5. juni"]])
def test_a_wrong_argument_is_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadline", "2026", *arguments]) == 78
    error = capsys.readouterr().err
    assert arguments[0] in error and "Traceback" not in error
