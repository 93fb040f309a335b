"""What words speak for, by voices made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from made_blocks import block, table
from made_units import place, sized, units_of

from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.words import MOST, PLACES, Voices, Words, heard, signs, word_names

ACTION, GOAL = ROLES.index(Role.ACTION), ROLES.index(Role.GOAL)


def voices(**weights: tuple[int, int]) -> Voices:
    """For each word its weight for an action and for a goal, in steps of one half."""
    table_of = np.zeros((len(weights), len(ROLES)), np.int8)
    for row, (action, goal) in enumerate(weights.values()):
        table_of[row, [ACTION, GOAL]] = action, goal
    step = np.full(len(ROLES), 0.5, np.float32)
    bias = np.zeros(len(ROLES), np.float32)
    bias[ACTION] = -1.0
    return Voices(tuple(weights), table_of, step, bias)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("etablere ungdomsråd", "etablere"),
        ("etablere ungdomsråd", "etabl-"),
        ("etablere ungdomsråd", "-sråd"),
        ("etablere ungdomsråd", "etablere ungdomsråd"),
        ("etablere ungdomsråd", "^etablere"),
        ("etablere ungdomsråd", "^-ere"),
        ("etablere ungdomsråd", "ungdomsråd$"),
        ("etablere ungdomsråd", "#2"),
        ("a b c d e f g h i j", "#8"),
    ],
)
def test_signs_of_a_text(text: str, sign: str) -> None:
    assert sign in signs(text)


def test_a_short_word_has_no_beginning_or_ending_of_its_own() -> None:
    assert signs("mål") == ("#1", "^-mål", "^mål", "mål", "mål$")
    assert signs("") == ()


def test_each_sign_is_heard_once() -> None:
    assert sorted(set(signs("mål mål mål"))) == list(signs("mål mål mål"))


def test_where_words_are_heard() -> None:
    units = units_of(
        sized(block("Slik gjer vi det", "heading"), 16.0),
        block("Dette vil vi:"),
        block("Mål 3: Bygge 12 nye heimar", "item", marker="•"),
        table(["#Grep | #Kven", "Lage kart | Per"]),
    )
    told = heard(units)
    bygge, per = place(units, "Mål 3: Bygge 12 nye heimar"), place(units, "Per")
    assert told["own"][bygge] == "bygge 00 nye heimar"
    assert told["label"][bygge].startswith("mål")
    assert told["head1"][bygge] == "slik gjer vi det"
    assert told["lead"][bygge] == "dette vil vi :"
    assert (told["header"][per], told["left"][per]) == ("kven", "lage kart")
    assert told["left"][bygge] == told["head2"][bygge] == ""


def test_a_long_text_is_heard_to_a_point_and_a_lead_in_from_its_end() -> None:
    long = " ".join(f"ord{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(26))
    units = units_of(block(f"{long}:"), block("Bygge", "item", marker="•"))
    told = heard(units)
    assert told["own"][0].split()[-1] == "ordn"
    assert told["lead"][place(units, "Bygge")].endswith("ordz :")
    assert len(told["lead"][place(units, "Bygge")].split()) == 16


def test_what_is_said_by_hand() -> None:
    said = voices(bygge=(8, 0), trives=(0, 8)).tell(["bygge", "", "bygge trives", "ukjent"])
    alone, both = len(signs("bygge")), len(signs("bygge trives"))
    assert said[0, ACTION] == pytest.approx(-1 + 4 / alone**0.5)
    assert not said[1].any()
    assert said[2, GOAL] == pytest.approx(4 / both**0.5)
    assert said[3, ACTION] == -1.0


def test_no_word_says_more_than_the_most() -> None:
    said = voices(bygge=(127, -127)).tell(["bygge"])
    assert said[0, [ACTION, GOAL]].tolist() == [MOST, -MOST]


def test_a_place_without_voices_is_silent_and_the_columns_have_their_names() -> None:
    texts: dict[str, list[str]] = {name: ["bygge"] for name in PLACES}
    said = Words({"label": voices(bygge=(8, 0))}).tell(texts)
    assert said.shape == (1, len(word_names()))
    told = {name for name, figure in zip(word_names(), said[0], strict=True) if figure}
    assert told == {"words.label_action"}


def test_words_come_back_from_a_file_as_they_were_written() -> None:
    written = Words({"own": voices(bygge=(8, 0), trives=(0, 8), æra=(1, 1))})
    read = Words.load(written.arrays())
    texts: dict[str, Any] = {name: ["bygge æra trives"] for name in PLACES}
    assert np.array_equal(read.tell(texts), written.tell(texts))
    assert set(read.voices) == {"own"}
