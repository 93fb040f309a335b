"""Deadlines found in sentences, and the times there that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planextract.meaning.deadlines import Context, find_deadlines

DATA = Path(__file__).parents[2] / "data" / "deadlines_in_sentences.tsv"
CONTEXT = Context(date(2025, 1, 1), date(2029, 12, 31), date(2025, 6, 5))
LINES = [
    line.split("\t")
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]
    if not line.startswith(("#", "sentence"))
]


@pytest.mark.parametrize(("sentence", "wanted"), LINES, ids=[line[0] for line in LINES])
def test_sentence(sentence: str, wanted: str) -> None:
    found = find_deadlines(sentence, CONTEXT)
    said = [f"{sentence[m.start : m.end]}:{m.deadline.kind}" for m in found]
    assert said == (wanted.split("; ") if wanted else [])


def test_a_mention_is_less_sure_than_a_cell() -> None:
    (found,) = find_deadlines("Ferdigstille planen innan utgangen av 2027.", CONTEXT)
    assert found.deadline.end == "2027-12-31" and found.deadline.confidence < 0.9
