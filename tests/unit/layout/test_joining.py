"""Lines of words to one passage; hyphens undone, each undoing said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.layout.joining import join_cut, join_words
from planextract.model.page import Box, Word
from planextract.model.passage import Passage

Lines = list[list[Word]]


def lines_of(text: str) -> Lines:
    """Words of a text in which ``/`` ends a line."""
    index = 0
    made: Lines = []
    for row, line in enumerate(text.split("/")):
        made.append([])
        for token in line.split():
            made[-1].append(Word(token, Box(0, 12.0 * row, 10, 12.0 * row + 10), 1, index))
            index += 1
    return made


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("førebyg-/gande arbeid", "førebyggande arbeid"),
        ("Avdelingslei-/arane", "Avdelingsleiarane"),
        ("brukarmed-/verknad i alt", "brukarmedverknad i alt"),
        ("helse-/og omsorg", "helse- og omsorg"),
        ("e-/helse", "e-helse"),
        ("2025 –/2029", "2025 – 2029"),
        ("Lage rutine/for varsling", "Lage rutine for varsling"),
        ("ein-/to-/tre", "eintotre"),
        ("halde på", "halde på"),
    ],
)
def test_line_ends(lines: str, text: str) -> None:
    assert join_words(lines_of(lines)).text == text


def test_a_hyphen_inside_a_line_is_left_alone() -> None:
    passage = join_words(lines_of("barne- og ungdomsskulen/skal"))
    assert passage.text == "barne- og ungdomsskulen skal"
    assert passage.edits == ()


def test_the_undoing_is_recorded_with_both_its_words() -> None:
    (edit,) = join_words(lines_of("Alt førebyg-/gande arbeid")).edits
    assert (edit.before, edit.after, edit.rule) == (
        "førebyg- gande", "førebyggande", "line_end_hyphen",
    )  # fmt: skip
    assert [word.text for word in edit.words] == ["førebyg-", "gande"]


def test_a_word_cut_by_a_page_break_is_closed_up() -> None:
    above, below = lines_of("Alt førebyg-/gande arbeid")
    whole = join_cut(Passage.of(above), Passage.of(below))
    assert whole.text == "Alt førebyggande arbeid"


TOKENS = st.sampled_from(["Lage", "førebyg-", "gande", "e-", "helse-", "og", "–", "-", "250,-"])


@given(st.lists(st.lists(TOKENS, max_size=4), max_size=5))
def test_no_word_is_lost_in_joining(rows: list[list[str]]) -> None:
    lines = lines_of("/".join(" ".join(row) for row in rows))
    passage = join_words(lines)
    assert passage.words == tuple(word for line in lines for word in line)
    letters = "".join(word.text for word in passage.words).replace("-", "")
    assert passage.text.replace(" ", "").replace("-", "") == letters
