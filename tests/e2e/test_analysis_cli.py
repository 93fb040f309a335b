import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from planextract.cli import main

DATA = Path(__file__).parents[1] / "data" / "published"


@pytest.fixture
def run(capfdbinary):
    """Runs a command; gives exit code, stdout and stderr."""

    def _run(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return _run


@pytest.fixture
def broken(tmp_path):
    file = tmp_path / "broken.json"
    file.write_text('{"schema_version": ')
    return file


def test_the_commands_work_from_a_shell():
    done = subprocess.run(
        [sys.executable, "-m", "planextract", "lint", DATA, "--format", "json"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["page"] == 3
    assert done.stderr == b""


def test_export_of_each_format(run, tmp_path):
    for kind in ("csv", "jsonl", "parquet", "sqlite", "xlsx"):
        code, out, err = run("export", DATA, "--to", kind, "-o", tmp_path / f"out.{kind}")
        assert (code, out) == (0, "")
        assert "Skrevet" in err
    assert load_workbook(tmp_path / "out.xlsx").sheetnames[:2] == ["Oversikt", "Tiltak"]
    base = sqlite3.connect(tmp_path / "out.sqlite")
    assert base.execute("SELECT count(*) FROM actions").fetchone() == (16,)
    base.close()
    assert (tmp_path / "out.csv" / "datapackage.json").is_file()


def test_export_says_what_it_left_out(run, tmp_path, broken):
    code, _, err = run("export", DATA, broken, "--to", "sqlite", "-o", tmp_path / "p.sqlite")
    assert code == 2
    assert "broken.json is not whole JSON" in err
    assert (tmp_path / "p.sqlite").is_file()


def test_nothing_usable_is_one_sentence_and_no_traceback(run, broken, tmp_path):
    for command in (
        ["export", "--to", "csv", "-o", tmp_path / "x"],
        ["lint"],
        ["due", "--by", "2026-01-01"],
    ):
        code, out, err = run(command[0], broken, *command[1:])
        assert (code, out) == (65, "")
        assert err.count("\n") == 2
        assert "Traceback" not in err


def test_lint_levels_and_exit_codes(run, tmp_path, broken):
    assert run("lint", DATA, "--fail-on", "never")[0] == 0
    assert run("lint", DATA, "--fail-on", "error")[0] == 1
    assert run("lint", DATA / "ukjend_strategi.json", "--fail-on", "error")[0] == 0
    assert run("lint", DATA, broken)[0] == 2
    code, out, _ = run(
        "lint", DATA / "ukjend_strategi.json", "--severity", "goal-no-actions=off", "--lang", "en"
    )
    assert code == 0
    assert "The plan has no actions." in out
    assert "1 finding in 1 plan" in out
    config = tmp_path / "lint.toml"
    config.write_text('[severity]\nplan-no-actions = "error"\n')
    code, out, _ = run(
        "lint", DATA / "ukjend_strategi.json", "--config", config,
        "--severity", "goal-no-actions=off", "--format", "csv",
    )  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(out))
    assert (code, row["severity"], row["rule"]) == (1, "error", "plan-no-actions")


@pytest.mark.parametrize("word", ["nonsense", "no-rule=off", "owner-vague=loud"])
def test_a_wrong_severity_is_a_sentence(run, word):
    code, out, err = run("lint", DATA, "--severity", word)
    assert (code, out) == (78, "")
    assert err.startswith("planextract: ")


def test_lint_counts_from_the_day_given(run):
    def passed(day: str) -> int:
        _, out, _ = run("lint", DATA, "--today", day, "--format", "json")
        return sum(found["rule"] == "deadline-passed" for found in json.loads(out))

    assert passed("2020-01-01") == 0
    assert passed("2026-01-01") == 4


def test_due_in_each_form(run, tmp_path):
    words = ("due", DATA, "--from", "2026-01-01", "--by", "2026-12-31")
    code, out, err = run(*words, "--lang", "nn")
    assert code == 0
    assert "17.12.2026" in out
    assert "4 fristar utan dato" in err
    _, out, err = run(*words, "--undated", "--lang", "en", "--to", "json")
    data = json.loads(out)
    assert [row["due"] for row in data["due"]] == [
        "2026-10-10", "2026-10-10", "2026-12-17", "2026-12-31",
    ]  # fmt: skip
    assert {row["kind"] for row in data["undated"]} == {"from", "ongoing", "unknown", "conditional"}
    _, out, _ = run(*words, "--to", "csv")
    assert len(list(csv.DictReader(io.StringIO(out)))) == 4
    code, out, _ = run(*words, "--to", "ics", "-o", tmp_path / "due.ics")
    assert (code, out) == (0, "")
    events = Calendar.from_ical((tmp_path / "due.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 4
    run(*words, "--to", "csv", "-o", tmp_path / "due.csv")
    assert (tmp_path / "due.csv").read_bytes().startswith(b"\xef\xbb\xbfdue,")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--by", "in May"], 64),
        ([], 64),
        (["--by", "2026-01-01", "--from", "2027-01-01"], 78),
        (["--by", "2026-01-01", "-o", "x.txt"], 78),
        (["--by", "2026-01-01", "--to", "csv", "-o", "/proc/no/x.csv"], 78),
    ],
)
def test_a_wrong_call_of_due_ends_with_a_sentence(run, words, code):
    found, out, err = run("due", DATA, *words)
    assert (found, out) == (code, "")
    assert "Traceback" not in err


def test_validate(run, tmp_path, broken):
    code, out, _ = run("validate", DATA, "--lang", "nn")
    assert code == 0
    assert out.count("gyldig") == 3
    data = json.loads((DATA / "proevedal_klima.json").read_text("utf-8"))
    data["actions"][3]["deadline"]["end"] = "soon"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data))
    code, out, _ = run("validate", DATA, wrong, "--lang", "en")
    assert code == 1
    assert 'wrong.json: $.actions[3].deadline.end: The value "soon"' in out
    code, _, err = run("validate", broken)
    assert code == 1
    assert "not whole JSON" in err
    assert run("validate", tmp_path / "nothing.json")[0] == 1
