"""The samples against their gold: no layout family reads worse than it did.

The floors in ``data/accuracy_floors.toml`` are what was measured, less 0.02. Raise one when
its family reads better; lowering one needs a reason in the commit.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from conftest import SAMPLES, Run

from planextract.evaluation.report import by_family
from planextract.evaluation.run import evaluate
from planextract.evaluation.scores import Score

FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    (Path(__file__).parent / "data" / "accuracy_floors.toml").read_text("utf-8")
)
SHOWN = 12
"""Mistakes shown where a floor is broken."""


@pytest.fixture(scope="module")
def scores(run: Run) -> list[Score]:
    return evaluate(SAMPLES / "gold", [run.folder])


def test_every_sample_has_gold_and_every_family_a_floor(run: Run, scores: list[Score]) -> None:
    assert {s.name for s in scores} == {path.stem for path in run.folder.glob("*.json")}
    assert {s.name for s in by_family(scores)} == set(FLOORS)


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_no_family_falls_below_its_floor(scores: list[Score], family: str, has_ocr: bool) -> None:
    if not has_ocr and family.endswith(("scanned", "bad layer")):
        pytest.skip("Tesseract is not installed")
    [pooled] = [score for score in by_family(scores) if score.name == family]
    below = {
        sort: (round(f1, 3), floor)
        for sort, floor in FLOORS[family].items()
        if (f1 := pooled.tallies[sort].f1 or 0.0) < floor
    }
    assert not below, f"{family}: {below}\n" + "\n".join(mistakes(scores, family))


def mistakes(scores: list[Score], family: str) -> list[str]:
    """What went wrong in the documents of a family, a line each."""
    kept = [s for s in scores if any(family == f"{name} · {s.kind}" for name in s.families)]
    found = [wrong for score in kept for wrong in score.mistakes]
    return [
        f"{m.document} page {m.page}: {m.what}: {m.text!r} wanted {m.wanted!r} found {m.found!r}"
        for m in found[:SHOWN]
    ]


def test_nothing_is_found_where_there_is_nothing(scores: list[Score]) -> None:
    without = [score for score in scores if score.no_plan]
    assert without
    assert {score.name: score.false_records for score in without if score.false_records} == {}
