"""Passages: text that is cut, joined and edited without losing the words it was read from."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from planextract.model.page import Box, Word
from planextract.model.passage import Passage, join

TOKENS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=8
)


def words_of(tokens: list[str], page: int = 1) -> list[Word]:
    return [
        Word(token, Box(10.0 * at, 0, 10.0 * at + 8, 10), page, at)
        for at, token in enumerate(tokens)
    ]


@st.composite
def passages(draw: st.DrawFn, page: int = 1) -> Passage:
    return Passage.of(words_of(draw(st.lists(TOKENS, min_size=1, max_size=9)), page))


@st.composite
def edited_passages(draw: st.DrawFn) -> list[Passage]:
    """A passage and what becomes of it by edits of whole words, one after the other."""
    states = [draw(passages())]
    for _ in range(draw(st.integers(0, 4))):
        tokens = list(re.finditer(r"\S+", states[-1].text))
        first = draw(st.integers(0, len(tokens) - 1))
        last = draw(st.integers(first, min(len(tokens) - 1, first + 2)))
        start, end = tokens[first].start(), tokens[last].end()
        states.append(states[-1].edited(start, end, draw(TOKENS), "a rule", 0.9))
    return states


@given(passages(), st.integers(-5, 90), st.integers(-5, 90))
def test_a_slice_has_the_words_that_its_text_was_read_from(
    passage: Passage, start: int, stop: int
) -> None:
    part = passage[start:stop]
    assert part.text == passage.text[start:stop]
    assert " ".join(part.text[p.start : p.end] for p in part.pieces).split() == part.text.split()
    for piece in part.pieces:
        assert part.text[piece.start : piece.end] in piece.word.text


@given(passages(), st.integers(0, 80))
def test_two_halves_have_all_the_words(passage: Passage, at: int) -> None:
    halves = join([passage[:at], passage[at:]])
    assert halves.words == passage.words
    assert "".join(halves.text.split()) == "".join(passage.text.split())


@given(edited_passages())
def test_edits_are_undone_backwards_to_the_text_as_read(states: list[Passage]) -> None:
    for before, after in zip(states[-2::-1], states[:0:-1], strict=True):
        edit = after.edits[-1]
        keys = {word.key for word in edit.words}
        own = [piece for piece in after.pieces if piece.word.key in keys]
        start, end = min(p.start for p in own), max(p.end for p in own)
        assert after.text[start:end] == edit.after
        assert after.text[:start] + edit.before + after.text[end:] == before.text


@given(edited_passages())
def test_the_quote_is_what_was_read_whatever_was_edited(states: list[Passage]) -> None:
    assert {state.quote for state in states} == {states[0].text}
    assert states[-1].words == states[0].words


@given(edited_passages(), st.integers(0, 60))
def test_a_cut_through_edited_text_loses_no_word(states: list[Passage], at: int) -> None:
    halves = join([states[-1][:at], states[-1][at:]])
    assert set(halves.words) == set(states[0].words)


@given(edited_passages())
def test_words_that_no_edit_touched_still_stand_at_their_place(states: list[Passage]) -> None:
    last = states[-1]
    touched = {word.key for edit in last.edits for word in edit.words}
    for piece in last.pieces:
        if piece.word.key not in touched:
            assert last.text[piece.start : piece.end] == piece.word.text


@given(st.lists(st.integers(1, 4).flatmap(lambda page: passages(page)), max_size=4))
def test_joined_passages_keep_every_word_in_order(parts: list[Passage]) -> None:
    whole = join(parts)
    keys = [word.key for part in parts for word in part.words]
    assert [word.key for word in whole.words] == list(dict.fromkeys(keys))
    assert whole.text == " ".join(part.text for part in parts)
    for piece in whole.pieces:
        assert whole.text[piece.start : piece.end] == piece.word.text


@given(passages())
def test_splitting_loses_no_word(passage: Passage) -> None:
    parts = passage.split(r"\s+")
    assert [part.text for part in parts] == passage.text.split()
    assert [word.key for part in parts for word in part.words] == [w.key for w in passage.words]


def test_an_edit_over_a_slice_stays_with_both_its_halves() -> None:
    passage = Passage.of(words_of(["førebyg-", "gande", "arbeid"]))
    mended = passage.edited(0, 14, "førebyggande", "line_end_hyphen", 0.99)
    assert mended.text == "førebyggande arbeid"
    assert mended[:12].edits == mended.edits
    assert mended[13:].edits == ()
    assert mended[:12].quote == "førebyg- gande"


def test_letters_set_apart_keep_all_their_words_when_they_are_closed_up() -> None:
    spaced = Passage.of(words_of(["T", "I", "L", "T", "A", "K", ":", "Rydde"]))
    closed = spaced.edited(0, 11, "TILTAK", "spacing", 0.9)
    assert closed.text == "TILTAK : Rydde"
    assert closed.strip().words == spaced.words
    assert closed[:6].quote == "T I L T A K"


def test_joining_the_two_sides_of_one_edit_records_it_once() -> None:
    passage = Passage.of(words_of(["drleg"])).edited(0, 5, "årleg", "ocr", 0.9)
    assert len(join([passage[:2], passage[2:]], "").edits) == 1


def test_a_box_is_that_of_the_words_on_one_page() -> None:
    over = join([Passage.of(words_of(["Lage", "rutine"])), Passage.of(words_of(["for"], page=2))])
    assert over.pages == (1, 2)
    assert over.box() == Box(0, 0, 18, 10)
    assert over.box(2) == Box(0, 0, 8, 10)


def test_stripping_brackets_keeps_the_words_inside() -> None:
    passage = Passage.of(words_of(["(Rektor,", "2026)"])).strip("()")
    assert passage.text == "Rektor, 2026"
    assert passage.quote == "(Rektor, 2026)"
