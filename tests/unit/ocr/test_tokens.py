"""What is made of an engine's tokens: bullets by shape, doubt weighed, noise dropped."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from planextract.model.page import Rule
from planextract.reading.ocr.doubt import Doubted, doubted_lines, weighed
from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.marks import bullet_of, unread_marks, with_bullets
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.regions import Cutting
from planextract.reading.ocr.settings import OcrSettings
from planextract.reading.ocr.sideways import tried_sideways
from planextract.reading.ocr.words import make_words

STEP = 0.36
TEXT = Token("Planen", 140, 100, 240, 124, 0.95, 1)


def page() -> np.ndarray:
    return np.full((300, 400), 255, np.uint8)


def picture(gray: np.ndarray) -> Picture:
    rows, columns = gray.shape
    return Picture(gray, None, columns * STEP, rows * STEP, STEP, STEP)


def token(text: str, x0: int, confidence: float = 0.9, line: int = 1) -> Token:
    return Token(text, x0, 100, x0 + 15 * len(text), 124, confidence, line)


@pytest.mark.parametrize("read", ["e", "*", "«", "°"])
def test_a_dot_before_a_line_is_a_bullet_whatever_it_was_read_as(read):
    gray = page()
    cv2.circle(gray, (110, 112), 5, 0, -1)
    mark = Token(read, 104, 106, 117, 119, 0.4, 1)
    first, second = with_bullets([mark, TEXT], gray)
    assert (first.text, second.text) == ("•", "Planen")


def test_a_letter_before_a_line_stays_a_letter():
    gray = page()
    cv2.putText(gray, "e", (100, 120), 0, 0.8, 0, 2)
    mark = Token("e", 98, 104, 118, 124, 0.9, 1)
    assert with_bullets([mark, TEXT], gray)[0].text == "e"


def test_a_full_stop_within_a_line_stays():
    gray = page()
    cv2.circle(gray, (110, 112), 5, 0, -1)
    before = Token("mål", 60, 100, 100, 124, 0.95, 1)
    mark = Token(".", 104, 106, 117, 119, 0.9, 1)
    assert with_bullets([before, mark, TEXT], gray)[1].text == "."


def test_a_dot_that_was_passed_over_is_found():
    gray = page()
    cv2.circle(gray, (110, 112), 5, 0, -1)
    (mark,) = unread_marks([TEXT], picture(gray), np.ones_like(gray))
    bullet = bullet_of(mark, [TEXT])
    assert bullet is not None
    assert bullet.text == "•"
    assert abs(bullet.x0 - 105) <= 2


def test_marks_on_rules_and_under_words_are_not_unread():
    gray = page()
    cv2.putText(gray, "Planen", (140, 122), 0, 0.9, 0, 2)
    free = np.ones_like(gray)
    gray[200:203, 50:350] = 0
    free[195:208, :] = 0
    assert unread_marks([TEXT], picture(gray), free) == []


def test_a_page_of_specks_has_no_unread_marks():
    gray = page()
    for at in range(60):
        x, y = 15 + at % 10 * 38, 15 + at // 10 * 48
        cv2.rectangle(gray, (x, y), (x + 12, y + 14), 0, -1)
    assert unread_marks([], picture(gray), np.ones_like(gray)) == []


def test_a_doubtful_line_is_read_again_and_the_surer_reading_kept():
    line = (token("Tikaksliste", 100, 0.4), token("2025", 280, 0.9))
    (doubted,) = doubted_lines([*line, token("Ansvar", 100, 0.95, line=2)], page())
    assert doubted.tokens == line
    again = (token("Tiltaksliste", 100, 0.9), token("2025", 280, 0.9))
    assert weighed(doubted, again) == again


@pytest.mark.parametrize(
    "again",
    [(), (token("Tikaksliste", 100, 0.3),), (token("zzq", 100, 0.99),)],
    ids=["nothing", "less sure", "nothing in common"],
)
def test_a_second_reading_that_is_no_better_is_left(again):
    doubted = Doubted((token("Tiltaksliste", 100, 0.6),), Cutting(page(), 0, 0))
    assert weighed(doubted, again) == doubted.tokens


class Turned:
    """An engine that reads only what is wider than high."""

    name = "turned"

    def read(self, pictures: list[Gray], psm: int, settings: OcrSettings) -> list[list[Token]]:
        return [
            [Token("Prioritet", 10, 12, 110, 30, 0.95, 0)] if p.shape[1] > p.shape[0] else []
            for p in pictures
        ]


def test_a_tall_cell_is_read_sideways_and_its_word_put_back():
    cutting = Cutting(np.full((120, 40), 255, np.uint8), 0, 0)
    engine = Turned()
    (found,) = tried_sideways(engine, [cutting], [[]], 6, OcrSettings())  # type: ignore[arg-type]
    (word,) = found
    assert not word.upright
    assert 0 <= word.x0 < word.x1 <= 40
    assert 0 <= word.top < word.bottom <= 120
    assert word.bottom - word.top == 100


def test_noise_is_dropped_and_words_keep_their_place():
    rule = Rule(36, 10, 36, 100)
    tokens = [
        token("Ansvar", 150, 0.9),
        token("halftone", 150, 0.05, line=2),
        Token("|", 98, 100, 103, 130, 0.6, 3),
        Token("~", 200, 200, 210, 204, 0.8, 4),
    ]
    (word,) = make_words(tokens, picture(page()), [rule], 4, 0.10)
    assert (word.text, word.page, word.index, word.confidence) == ("Ansvar", 4, 0, 0.9)
    assert word.box == pytest.approx((54, 36, 86.4, 47.16))
