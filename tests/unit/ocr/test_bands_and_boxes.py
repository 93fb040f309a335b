"""White writing on shaded bands, boxes to tick, doubles, and the order of lines."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from planextract.model.page import Box, Fill, Rule, Word
from planextract.reading.ocr.bands import with_bands
from planextract.reading.ocr.boxes import box_in
from planextract.reading.ocr.doubles import without_doubles
from planextract.reading.ocr.engine import Token
from planextract.reading.ocr.ground import ground_of, whitened
from planextract.reading.ocr.marks import without_strays
from planextract.reading.ocr.ordering import in_reading_order
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.regions import Cutting
from planextract.reading.ocr.straighten import coarse
from planextract.reading.ocr.words import make_words, without_rule_marks

STEP = 0.36


def picture(gray: np.ndarray) -> Picture:
    rows, columns = gray.shape
    return Picture(gray, None, columns * STEP, rows * STEP, STEP, STEP)


def paper(rows: int = 600, columns: int = 1200) -> np.ndarray:
    return np.full((rows, columns), 255, np.uint8)


@pytest.mark.parametrize("shade", [40, 100, 143, 170])
def test_white_letters_on_a_low_band_of_any_depth_become_dark(shade):
    page = paper()
    page[200:240, 100:1100] = shade
    cv2.putText(page, "Ansvarleg", (300, 228), 0, 0.8, 255, 2)
    cleaned = whitened(picture(page), ground_of(coarse(picture(page)))).gray
    assert cleaned[208:232, 300:440].min() < 80
    assert np.median(cleaned[205:235, 600:1000]) > 235


def test_dark_letters_on_a_band_and_text_between_rules_stay_dark_on_white():
    page = paper()
    page[200:240, 100:1100] = 190
    cv2.putText(page, "Ansvarleg", (300, 228), 0, 0.8, 0, 2)
    for row in (400, 436):
        cv2.line(page, (100, row), (1100, row), 30, 3)
    cv2.putText(page, "Kommunedirektoren", (300, 428), 0, 0.8, 0, 2)
    cleaned = whitened(picture(page), ground_of(coarse(picture(page)))).gray
    for rows in (slice(206, 234), slice(406, 430)):
        assert np.median(cleaned[rows, 600:1000]) > 235
        assert cleaned[rows, 300:440].min() < 80


BAND = (Fill(Box(36, 72, 396, 86), "#444444"),)
UPRIGHTS = [Rule(x, 85, x, 180) for x in (36, 126, 216, 306, 396)]


def band_with(words: dict[int, str]) -> Picture:
    page = paper()
    for x, text in words.items():
        cv2.putText(page, text, (x, 232), 0, 0.6, 0, 2)
    return picture(page)


def test_uprights_are_led_through_a_header_with_a_word_for_each_column():
    header = band_with({115: "Tiltak", 365: "Ansvar", 615: "Frist", 865: "Kr"})
    rules = with_bands(UPRIGHTS, BAND, header)
    assert sum(rule.top <= 72 for rule in rules if not rule.horizontal) == 5
    assert [rule.top for rule in rules if rule.horizontal] == [72, 85]


def test_a_heading_over_all_columns_is_not_cut():
    heading = band_with({115: "Omrade 1: Helse og omsorg for alle i kommunen vaar"})
    rules = with_bands(UPRIGHTS, BAND, heading)
    assert sum(rule.top <= 72 for rule in rules if not rule.horizontal) == 2


def test_a_bar_in_a_time_chart_makes_no_lines():
    through = [Rule(x, 40, x, 180) for x in (36, 126, 216, 306, 396)]
    bar = (Fill(Box(126, 72, 216, 86), "#444444"),)
    assert set(with_bands(through, bar, band_with({}))) == set(through)


def cutting(gray: np.ndarray) -> Cutting:
    return Cutting(gray, 0, 0)


def test_boxes_are_known_by_their_shape_and_letters_are_none():
    empty = paper(60, 60)
    cv2.rectangle(empty, (20, 20), (38, 38), 0, 1)
    ticked = empty.copy()
    cv2.line(ticked, (24, 28), (28, 34), 0, 3)
    cv2.line(ticked, (28, 34), (35, 24), 0, 3)
    found = box_in(cutting(empty)), box_in(cutting(ticked))
    assert [token.text if token else None for token in found] == ["☐", "☑"]


@pytest.mark.parametrize("letter", ["O", "D", "0", "U", "H", "x", "B"])
def test_a_letter_is_no_box(letter):
    gray = paper(60, 60)
    cv2.putText(gray, letter, (18, 40), 0, 0.8, 0, 2)
    assert box_in(cutting(gray)) is None


def test_of_two_readings_of_one_word_the_surer_stays():
    first, second = Token("Tiltak", 10, 10, 60, 24, 0.5, 1), Token("Tiltak", 11, 9, 60, 25, 0.9, 2)
    beside = Token("Ansvar", 80, 10, 130, 24, 0.4, 1)
    assert without_doubles([first, beside, second]) == [beside, second]


def test_a_dash_between_a_bullet_and_its_text_is_left_out_only_where_unsure():
    bullet, text = Token("•", 10, 12, 18, 20, 0.95, 1), Token("Etablere", 50, 8, 120, 24, 0.9, 1)
    stray, sure = Token("—", 24, 15, 34, 17, 0.5, 1), Token("—", 24, 15, 34, 17, 0.9, 1)
    assert without_strays([bullet, stray, text]) == [bullet, text]
    assert without_strays([bullet, sure, text]) == [bullet, sure, text]


def test_the_lines_of_a_cell_stay_together():
    left = [Box(10, 10 + 12 * n, 90, 20 + 12 * n) for n in range(3)]
    right = [Box(120, 11 + 12 * n, 200, 21 + 12 * n) for n in range(3)]
    lines = [left[0], right[0], left[1], right[1], left[2], right[2]]
    assert [lines[at] for at in in_reading_order(lines)] == left + right


def test_words_of_one_slanting_line_share_top_and_bottom():
    tokens = [Token("planen", 20 + 90 * n, 100 - n, 90 + 90 * n, 124 - n, 0.9, 1) for n in range(5)]
    words = make_words(tokens, picture(paper()), (), 1, 0.1)
    assert len({(word.box.top, word.box.bottom) for word in words}) == 1
    assert [word.box.x0 for word in words] == sorted(word.box.x0 for word in words)


def test_ruling_lines_in_a_hidden_layer_are_no_words():
    texts = ["Krevje", "|", "|Legge", "til"]
    words = [Word(text, Box(10 * n, 0, 10 * n + 9, 9), 1, n) for n, text in enumerate(texts)]
    kept = without_rule_marks(words, ())
    assert [(word.text, word.index) for word in kept] == [("Krevje", 0), ("Legge", 1), ("til", 2)]


@pytest.mark.parametrize(
    ("read", "meant"), [("ol", "01"), ("lO", "10"), ("O2", "02"), ("og", "og")]
)
def test_letters_read_for_the_figures_of_a_lone_number_are_mended(read, meant):
    (word,) = make_words([Token(read, 20, 100, 50, 124, 0.9, 1)], picture(paper()), (), 1, 0.1)
    assert word.text == meant


def test_letters_within_a_line_stay():
    tokens = [Token("ol", 20, 100, 50, 124, 0.9, 1), Token("i", 60, 100, 64, 124, 0.9, 1)]
    words = make_words(tokens, picture(paper()), (), 1, 0.1)
    assert [word.text for word in words] == ["ol", "i"]
