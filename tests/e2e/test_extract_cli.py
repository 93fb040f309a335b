"""``planextract extract`` as a user runs it: codes, files, streams, names, sameness."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from conftest import PLANS, Command, Run

DIGITAL = ("matrix_nn.pdf", "ruled_sections_nb.pdf", "lists_nn.pdf")
PROGRAMME = "none_programme_nn"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def statuses(folder: Path) -> dict[str, str]:
    return {p.stem: json.loads(p.read_bytes())["status"] for p in folder.glob("*.json")}


def test_every_sample_has_its_json_and_none_failed(run: Run) -> None:
    found = statuses(run.folder)
    assert set(found) == {path.stem for path in PLANS}
    assert "failed" not in found.values()
    assert run.done.code == 1, "samples that are no plans, so not 0; none failed, so not 2"


def test_documents_that_are_no_plans_say_so_and_hold_no_actions(run: Run) -> None:
    none = [path.stem for path in run.folder.glob("none_*.json") if path.stem != PROGRAMME]
    assert none
    for stem in none:
        plan = run.plan(stem)
        assert plan.status == "not_a_plan", stem
        assert plan.actions == [] and plan.goals == [], stem
        assert any(d.code == "not_a_plan" and d.message for d in plan.diagnostics), stem


def test_a_planprogram_is_a_plan_of_milestones(run: Run) -> None:
    plan = run.plan(PROGRAMME)
    assert (plan.status, plan.actions, plan.goals) == ("complete", [], [])
    assert plan.milestones


def test_output_is_valid_by_the_command(run: Run, planextract: Command) -> None:
    assert planextract("validate", run.folder).code == 0


def test_the_summary_goes_to_stdout_and_nothing_else(run: Run) -> None:
    assert "matrix_nn.pdf" in run.done.out
    assert "seconds" in run.done.out
    assert run.done.err == ""


def test_tables_hold_one_row_a_record(run: Run) -> None:
    plans = [run.plan(path.stem) for path in run.folder.glob("*.json")]
    wanted = {
        "goals": sum(len(plan.goals) for plan in plans),
        "actions": sum(len(plan.actions) for plan in plans),
        "deadlines": sum(
            record.deadline is not None for p in plans for record in (*p.actions, *p.milestones)
        ),
    }
    for name, count in wanted.items():
        with (run.folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == count, name


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["matrix_nn.pdf"], 0),
        (["matrix_nn.pdf", "none_minutes_nn.pdf"], 1),
        (["none_minutes_nn.pdf"], 1),
        (["matrix_nn.pdf", "none_minutes_nn.pdf", "broken.pdf"], 2),
    ],
)
def test_exit_code_is_the_worst_status(
    planextract: Command, samples: Path, tmp_path: Path, names: list[str], code: int
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    paths = [tmp_path / n if n == "broken.pdf" else samples / n for n in names]
    assert planextract("extract", *paths, "-o", tmp_path / "out").code == code


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([], 64),
        (["extract"], 64),
        (["extract", "x.pdf"], 64),
        (["extract", "x.pdf", "-o", "out", "--ocr", "perhaps"], 64),
        (["nonsense"], 64),
        (["extract", "no-such-file.pdf", "-o", "out"], 66),
        (["extract", "nothing-*.pdf", "-o", "out"], 66),
        (["extract", ".", "-o", "out", "--workers", "0"], 78),
        (["extract", ".", "-o", "out", "--lexicon", "no-such-list.txt"], 78),
    ],
)
def test_wrong_calls_end_in_a_sentence(
    planextract: Command, samples: Path, tmp_path: Path, args: list[str], code: int
) -> None:
    if "." in args:
        shutil.copy(samples / "matrix_nn.pdf", tmp_path)
    done = planextract(*args, cwd=tmp_path)
    assert done.code == code
    assert done.out == ""
    assert done.err.rstrip().splitlines()[-1].startswith("planextract")
    assert "Traceback" not in done.err
    assert not (tmp_path / "out").exists()


def test_same_bytes_whatever_the_workers_and_again(
    planextract: Command, run: Run, samples: Path, tmp_path: Path
) -> None:
    paths = [samples / name for name in DIGITAL]
    for folder, order, workers in (("a", paths, 1), ("b", paths, 3), ("c", paths[::-1], 2)):
        planextract("extract", *order, "-o", tmp_path / folder, "--workers", workers)
    first = files(tmp_path / "a")
    assert set(first) == {f"{Path(name).stem}.json" for name in DIGITAL}
    assert files(tmp_path / "b") == first
    assert files(tmp_path / "c") == first
    assert {name: (run.folder / name).read_bytes() for name in first} == first


@pytest.mark.ocr
def test_a_scan_gives_the_same_bytes_with_and_without_the_cache(
    planextract: Command, run: Run, samples: Path, tmp_path: Path
) -> None:
    scan = samples / "matrix_nn_scan200.pdf"
    planextract("extract", scan, "-o", tmp_path / "kept")
    planextract("extract", scan, "-o", tmp_path / "anew", "--no-cache")
    want = (run.folder / "matrix_nn_scan200.json").read_bytes()
    assert (tmp_path / "kept" / "matrix_nn_scan200.json").read_bytes() == want
    assert (tmp_path / "anew" / "matrix_nn_scan200.json").read_bytes() == want


def test_folders_are_searched_and_equal_stems_kept_apart(
    planextract: Command, samples: Path, tmp_path: Path
) -> None:
    for place, name in (("a", "matrix_nn.pdf"), ("b/deep", "ruled_merged_nn.pdf")):
        (tmp_path / "in" / place).mkdir(parents=True)
        shutil.copy(samples / name, tmp_path / "in" / place / "Plan æøå 1.pdf")
    (tmp_path / "in" / "notes.docx").write_bytes(b"PK\x03\x04")
    done = planextract("extract", tmp_path / "in", "-o", tmp_path / "out")
    assert done.code == 0
    written = sorted((tmp_path / "out").glob("*.json"))
    assert len(written) == 2
    titles = {json.loads(path.read_bytes())["plan"]["title"] for path in written}
    assert len(titles) == 2


def test_globs_that_the_shell_left(planextract: Command, samples: Path, tmp_path: Path) -> None:
    shutil.copy(samples / "matrix_nn.pdf", tmp_path / "one.pdf")
    shutil.copy(samples / "text_nn.txt", tmp_path / "two.txt")
    assert planextract("extract", tmp_path / "*.pdf", "-o", tmp_path / "out").code == 0
    assert list(files(tmp_path / "out")) == ["one.json"]


def test_quiet_says_nothing(planextract: Command, samples: Path, tmp_path: Path) -> None:
    done = planextract("extract", samples / "matrix_nn.pdf", "-o", tmp_path, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_word_list_keeps_words(planextract: Command, samples: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Kulturskulerektoren\n", "utf-8")
    done = planextract(
        "extract", samples / "matrix_nn.pdf", "-o", tmp_path / "out", "--lexicon", words
    )
    assert done.code == 0


def test_the_output_folder_may_not_be_a_file(
    planextract: Command, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine")
    done = planextract("extract", samples / "matrix_nn.pdf", "-o", tmp_path / "out")
    assert done.code >= 64
    assert "Traceback" not in done.err
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("command", ["extract", "inspect", "doctor", "validate", "deadline"])
def test_help_has_examples(planextract: Command, command: str) -> None:
    done = planextract(command, "--help")
    assert done.code == 0
    assert f"planextract {command}" in done.out.split("example", 1)[-1]
