"""A word that begins several headings of one look and ends in a stop is their label."""

from __future__ import annotations

from made_blocks import block
from made_units import units_of


def told(*texts: str, kind: str = "heading") -> list[tuple[str, str, str | None]]:
    units = units_of(*(block(text, kind) for text in texts)).all
    return [(unit.label.text, unit.body.text, unit.number) for unit in units]


def test_a_word_before_a_stop_that_comes_back_is_a_label() -> None:
    assert told("Livsrom. Arbeid og skule", "Livsrom. Helse") == [
        ("Livsrom.", "Arbeid og skule", None), ("Livsrom.", "Helse", None),
    ]  # fmt: skip


def test_its_number_is_that_of_the_heading() -> None:
    assert [number for _, _, number in told("Livsrom 1 – Arbeid", "Livsrom 2 – Helse")] == [
        "1",
        "2",
    ]


def test_a_word_that_comes_once_belongs_to_the_text() -> None:
    assert told("Livsrom. Arbeid og skule", "Kultur. Song") == [
        ("", "Livsrom. Arbeid og skule", None), ("", "Kultur. Song", None),
    ]  # fmt: skip


def test_the_same_heading_twice_is_no_series() -> None:
    assert told("Livsrom. Arbeid", "Livsrom. Arbeid")[0][0] == ""


def test_texts_that_are_no_headings_keep_their_words() -> None:
    assert told("Barn. Dei er mange.", "Barn. Dei veks opp.", kind="item")[0][0] == ""


def test_words_before_a_colon_that_come_back_are_a_label_in_any_text() -> None:
    texts = ("Slik skal det bli: Alle har ein ven", "Slik skal det bli: Ingen er åleine")
    assert told(*texts, kind="paragraph") == [
        ("Slik skal det bli:", "Alle har ein ven", None),
        ("Slik skal det bli:", "Ingen er åleine", None),
    ]


def test_a_short_word_before_a_colon_must_come_back_more_often() -> None:
    texts = ("Kva: Ein bil i veka", "Kva: Eit lager", "Kva: Leksehjelp")
    assert [label for label, _, _ in told(*texts, kind="paragraph")] == ["Kva:"] * 3
    assert [label for label, _, _ in told(*texts[:2], kind="paragraph")] == [""] * 2
