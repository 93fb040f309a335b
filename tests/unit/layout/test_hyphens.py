"""Line-end hyphens: cases by hand; those of part `held` were written before any tuning."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.layout.hyphens import decide, undo

CASES = Path(__file__).parents[2] / "data" / "hyphens.tsv"
WORD = st.text(alphabet="abdefgiklmnoprstuvyæøå", min_size=2, max_size=12)


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['before']}|{row['after']}")
def test_each_case(row: dict[str, str]) -> None:
    assert decide(row["before"], row["after"]) == row["kind"]
    assert undo(row["before"], row["after"]) == row["result"]


@given(WORD, WORD)
def test_no_letter_is_lost(before: str, after: str) -> None:
    joined = undo(f"{before}-", after)
    assert joined.replace("-", "").replace(" ", "") == before + after


@given(WORD, WORD)
def test_without_hyphen_there_is_a_space(before: str, after: str) -> None:
    assert undo(before, after) == f"{before} {after}"


@given(WORD)
def test_soft_hyphen_always_joins(word: str) -> None:
    assert undo(f"{word}\u00ad", "og") == f"{word}og"
