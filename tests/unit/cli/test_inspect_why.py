"""``inspect --why`` says in words what spoke for the role of each text of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planextract.cli import main
from planextract.inspection.reasons import GROUPS, PLACES, describe, tell_why
from planextract.meaning.marks import registry, wording
from planextract.meaning.roles.second import OWN, second_pass_names
from planextract.meaning.roles.why import LATER, Voice
from planextract.meaning.roles.words import PLACES as HEARD
from planextract.meaning.roles.words import word_names
from planextract.pipeline import read

ROLE = re.compile(r"^  (\w+) (\d\.\d\d), then (\w+) (\d\.\d\d)", re.M)


def test_each_text_of_the_page_has_role_runner_up_and_voices(
    samples: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["inspect", str(samples / "ruled_merged_nn.pdf"), "--why", "3"]) == 0
    told = capsys.readouterr().out
    units = told.split("\n\n")
    action = next(unit for unit in units if unit.startswith("cell: Innføre felles rutine"))
    role = ROLE.search(action)
    assert role and role[1] == "action" and float(role[2]) > float(role[4])
    assert 1 <= action.count("\n  for ") <= 5 and action.count("\n  against ") <= 3
    deadline = next(unit for unit in units if unit.startswith("cell: Haust 2025"))
    assert "deadline" in deadline and "the word that names it" in deadline
    assert all(ROLE.search(unit) for unit in units)
    assert not list(tmp_path.iterdir()), "nothing is drawn"


def test_one_page_is_asked_for_and_must_be_there(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(samples / "text_nn.txt")
    assert main(["inspect", path, "--why", "99"]) >= 64
    assert "there is no 99" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["inspect", path, "--why", "1", "--page", "1"])


def test_a_page_that_holds_no_plan_says_so(samples: Path) -> None:
    assert "Nothing on page 1" in tell_why(read(samples / "none_minutes_nn.pdf"), 1)


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (Voice("wording.head1_action", 1.0, 1), "the heading above it speaks of “action” = 1"),
        (Voice("wording.other_headers_lead_in", 0, 1), "does not speak of “lead in”"),
        (Voice("form.main_past", 0.0, 1), "not: its first main finite verb is a past"),
        (Voice("shape.ends_1", 1.0, 1), "ends in “:”"),
        (Voice("alike_run.action", 0.256, 1), "the items of its list look like: action = 0.26"),
        (Voice("words.head1_action", 1.2, 1), "the heading above it speaks for action (1.2)"),
        (Voice("words.own_goal", -3.0, 1), "its text does not speak for goal (-3)"),
        (Voice("named.odds", 20.0, 1), "odds × 20"),
    ],
)
def test_marks_are_told_in_words(voice: Voice, words: str) -> None:
    assert words in describe(voice)


def test_every_group_of_marks_has_a_phrase() -> None:
    groups = {mark.name for mark in registry()}
    groups |= {name.split(".")[0] for name in (*second_pass_names(), *LATER)} - {OWN}
    groups |= {name.split(".")[0] for name in word_names()}
    assert groups == set(GROUPS)
    assert {*wording.SLOTS, *wording.EXTRA, *HEARD} == set(PLACES)
