"""Letter-spaced words are words again, on a line and upright on the page."""

from __future__ import annotations

from planextract.model.page import Box, Word
from planextract.reading.spacing import close_up

SIZE = 10.0


def level(text: str, gap: float) -> list[Word]:
    """Letters on a line, so far apart; a space is three gaps."""
    words, x = [], 0.0
    for letter in text:
        if letter == " ":
            x += 2 * gap
            continue
        words.append(Word(letter, Box(x, 0, x + 6, SIZE), 1, len(words), size=SIZE))
        x += 6 + gap
    return words


def sideways(text: str, gap: float) -> list[Word]:
    """Letters of a text that is turned: it runs up the page."""
    words, y = [], 200.0
    for letter in text:
        box = Box(100 - 0.5 * (letter == "Å"), y - 6, 112, y)
        words.append(Word(letter, box, 1, len(words), size=SIZE, upright=False))
        y -= 6 + gap
    return words


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in close_up(words)]


def test_spaced_letters_are_words() -> None:
    assert texts(level("TILTAK OG ANSVAR", 3.0)) == ["TILTAK", "OG", "ANSVAR"]


def test_turned_letters_and_digits_are_words() -> None:
    assert texts(sideways("MÅLGRUPPE", -0.2)) == ["MÅLGRUPPE"]
    assert texts(sideways("2026", 2.0)) == ["2026"]


def test_digits_on_a_line_stay_apart() -> None:
    assert texts(level("2468", 3.0)) == ["2", "4", "6", "8"]


def test_a_few_single_letters_are_no_word() -> None:
    assert texts(level("ABC", 3.0)) == ["A", "B", "C"]
