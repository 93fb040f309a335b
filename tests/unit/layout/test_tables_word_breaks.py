"""Words that a narrow cell cut without a hyphen are whole again, others stay apart."""

from pathlib import Path

import pytest

from planextract.layout.tables.cells import make_cell
from planextract.model.page import Box, Word

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "data/cell_word_breaks.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]
SIZE, PADDING = 10.0, 5.0


def lines_in_cell(*texts: str, room: float = 0.0) -> tuple[list[Word], Box]:
    """Words one below the other in a cell as wide as the first, and ``room`` points wider."""
    width = 0.5 * SIZE * len(texts[0])
    words = [
        Word(text, Box(100, 12.0 * n, 100 + 0.5 * SIZE * len(text), 12.0 * n + SIZE), 1, n, SIZE)
        for n, text in enumerate(texts)
    ]
    return words, Box(100 - PADDING, 0, 100 + width + PADDING + room, 12.0 * len(texts))


@pytest.mark.parametrize(("before", "after", "read"), CASES)
def test_halves_that_are_no_words_are_joined(before: str, after: str, read: str) -> None:
    words, box = lines_in_cell(before, after)
    assert make_cell(words, (0, 0, 1, 1), 1, box, None).passage.text == read


def test_the_join_is_recorded_and_names_its_words() -> None:
    words, box = lines_in_cell("Ansv", "ar")
    passage = make_cell(words, (0, 0, 1, 1), 1, box, None).passage
    (edit,) = passage.edits
    assert (edit.before, edit.after, edit.rule) == ("Ansv ar", "Ansvar", "cell_word_break")
    assert edit.words == passage.words == tuple(words)


def test_a_word_that_leaves_room_was_not_cut() -> None:
    words, box = lines_in_cell("Ansv", "ar", room=12.0)
    assert make_cell(words, (0, 0, 1, 1), 1, box, None).passage.text == "Ansv ar"


def test_a_word_cut_twice_is_whole() -> None:
    words, box = lines_in_cell("konsul", "tasjon", "i", "dag")
    assert make_cell(words, (0, 0, 1, 1), 1, box, None).passage.text == "konsultasjon i dag"
