"""Resources: sums, årsverk and whether money is there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.meaning.resources import looks_like_resources, read_resources

DATA = Path(__file__).parents[2] / "data"
LIKELY = 0.5
YES_OR_NO = {"": None, "true": True, "false": False}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


@pytest.mark.parametrize(
    "row", rows("resources.tsv"), ids=lambda row: f"{row['text']}|{row['unit']}"
)
def test_each_cell(row: dict[str, str]) -> None:
    if row["unit"] == "null":
        assert read_resources(row["text"]) is None
        return
    found = read_resources(row["text"], row["unit"] or None)
    assert found is not None
    assert found.raw == row["text"]
    assert found.amount == (float(row["amount"]) if row["amount"] else None)
    assert found.currency == (row["currency"] or None)
    assert found.fte == (float(row["fte"]) if row["fte"] else None)
    assert found.within_budget == YES_OR_NO[row["within_budget"]]


@pytest.mark.parametrize("row", rows("resources_likeness.tsv"), ids=lambda row: row["text"])
def test_likeness(row: dict[str, str]) -> None:
    assert (looks_like_resources(row["text"]) >= LIKELY) == (row["is_resources"] == "yes")


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_thousands_are_read_however_they_are_parted(whole: int) -> None:
    for mark in (" ", ".", "\u00a0", ""):
        found = read_resources(f"kr {whole:,}".replace(",", mark))
        assert found is not None
        assert found.amount == whole


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = read_resources(text)
    assert found is None or found.raw == " ".join(text.split())
    assert 0.0 <= looks_like_resources(text) <= 1.0
