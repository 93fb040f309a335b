"""Owners: who leads and who takes part, and whether a text names one at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.meaning.owners import looks_like_owner, read_owners

DATA = Path(__file__).parents[2] / "data"
LIKELY = 0.5


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("owners.tsv"), ids=lambda row: row["text"])
def test_each_cell(row: dict[str, str]) -> None:
    found = read_owners(row["text"].replace("\\n", "\n"))
    assert "|".join(f"{owner.role}:{owner.name}" for owner in found) == (row["owners"] or "")


@pytest.mark.parametrize("row", rows("owners_likeness.tsv"), ids=lambda row: row["text"])
def test_likeness(row: dict[str, str]) -> None:
    assert (looks_like_owner(row["text"]) >= LIKELY) == (row["is_owner"] == "yes")


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(owner.name.strip() == owner.name != "" for owner in read_owners(text))
    assert 0.0 <= looks_like_owner(text) <= 1.0


@given(
    st.lists(
        st.sampled_from(["Rektor", "NAV", "Helse og omsorg", "Kultursjef"]),
        min_size=1,
        max_size=4,
        unique=True,
    )
)
def test_names_are_words_of_the_cell(names: list[str]) -> None:
    assert [owner.name for owner in read_owners(" / ".join(names))] == names
