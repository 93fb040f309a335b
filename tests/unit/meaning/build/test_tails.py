"""Owner and time behind a record's text, and texts that only look as if they had some."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_blocks import passage

from planextract.meaning.build.tails import is_owner, is_time, part_tail, part_time

DATA = Path(__file__).parents[3] / "data" / "tails.tsv"
PARTS = {"record": part_tail, "schedule": part_time}


def rows() -> list[dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['how']}: {row['text']}")
def test_each_text(row: dict[str, str]) -> None:
    found = PARTS[row["how"]](passage(row["text"]))
    said = [part.text if part else "" for part in found]
    assert said == [row["said"], row["owner"] or "", row["time"] or ""]


@given(
    st.lists(
        st.sampled_from(["Rektor", "2026", "–", "(", ")", ":", ",", "|", "Lage", "årleg", "...."]),
        min_size=1,
        max_size=9,
    )
)
def test_some_text_is_left_and_no_word_is_in_two_parts(tokens: list[str]) -> None:
    text = passage(" ".join(tokens))
    for part in (part_tail, part_time):
        found = part(text)
        assert found.text
        keys = [word.key for piece in found if piece for word in piece.words]
        assert len(keys) == len(set(keys))
        assert set(keys) <= {word.key for word in text.words}


@pytest.mark.parametrize("text", ["2026", "innan 2027", "hausten 2026", "årleg", "2026-2028"])
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", ["", "Rektor", "i løpet av ei lang og innhaldsrik tid 2026"])
def test_no_times(text: str) -> None:
    assert not is_time(text)


def test_an_owner_begins_with_a_capital_or_looks_like_one_and_is_short() -> None:
    assert is_owner("Rektor")
    assert is_owner("kommunedirektøren")
    assert not is_owner("teori og praksis")
    assert not is_owner("Ein to tre fire fem seks sju åtte ni")
