"""Rules, cells, shadings and skew found in drawn pictures."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from planextract.model.page import Box
from planextract.reading.ocr.cells import find_cells
from planextract.reading.ocr.fills import find_fills
from planextract.reading.ocr.ground import ground_of, whitened
from planextract.reading.ocr.pictures import Picture
from planextract.reading.ocr.rules import find_rules
from planextract.reading.ocr.straighten import coarse, prepared, rotated, skew, straight_point

STEP = 72 / 200


def picture(gray: np.ndarray) -> Picture:
    rows, columns = gray.shape
    return Picture(gray, None, columns * STEP, rows * STEP, STEP, STEP)


def grid(noise: float = 0.0, shade: int = 255) -> np.ndarray:
    """Three rows and four columns of cells, 200 by 100 pixels each, with words in them."""
    page = np.full((1100, 1200), 255, np.uint8)
    page[300:400, 200:1000] = shade
    for row in range(4):
        cv2.line(page, (200, 300 + 100 * row), (1000, 300 + 100 * row), 60, 2)
    for column in range(5):
        cv2.line(page, (200 + 200 * column, 300), (200 + 200 * column, 600), 60, 2)
    for row in range(3):
        cv2.putText(page, "plan", (220, 360 + 100 * row), 0, 1.4, 0, 3)
    cv2.putText(page, "HANDLINGSPLAN", (200, 200), 0, 3, 0, 9)
    grain = np.random.default_rng(3).normal(0, noise, page.shape) if noise else 0
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def rules_of(gray: np.ndarray):
    small = coarse(picture(gray))
    return find_rules(small, ground_of(small))


@pytest.mark.parametrize("noise", [0, 14])
def test_every_line_of_a_grid_is_found_once_and_no_letter_is_a_line(noise):
    rules = rules_of(grid(noise))
    assert sum(rule.horizontal for rule in rules) == 4
    assert sum(not rule.horizontal for rule in rules) == 5


def test_cells_are_where_the_lines_close():
    cells = find_cells(rules_of(grid()), 1200 * STEP, 1100 * STEP)
    assert len(cells) == 12
    assert cells[0].x0 == pytest.approx(200 * STEP, abs=2)
    assert cells[-1].bottom == pytest.approx(600 * STEP, abs=2)


def test_a_lone_frame_is_no_cell():
    page = np.full((1100, 1200), 255, np.uint8)
    cv2.rectangle(page, (100, 100), (1000, 900), 0, 2)
    assert find_cells(rules_of(page), 1200 * STEP, 1100 * STEP) == []


def test_a_shaded_row_is_a_fill_and_its_edge_no_rule():
    page = np.full((1100, 1200), 255, np.uint8)
    page[300:360, 200:1000] = 225
    small = coarse(picture(page))
    ground = ground_of(small)
    assert find_rules(small, ground) == ()
    (fill,) = find_fills(small, ground, ())
    assert fill.box.overlap(Box(72, 108, 360, 129.6)) > 0.85 * 288 * 21.6
    assert fill.color == "#e1e1e1"


def test_white_letters_on_a_dark_ground_become_dark_on_white():
    page = np.full((600, 1200), 255, np.uint8)
    page[200:300, 100:1100] = 40
    cv2.putText(page, "Ansvar", (300, 270), 0, 1.5, 255, 3)
    cleaned = whitened(picture(page), ground_of(coarse(picture(page)))).gray
    assert np.median(cleaned[210:290, 600:1000]) > 240
    assert cleaned[210:290, 300:500].min() < 60


@pytest.mark.parametrize("angle", [-3.0, -1.0, 0.5, 2.0])
def test_skew_is_measured_within_a_fifth_of_a_degree(angle):
    skewed = rotated(picture(grid()), -angle)
    assert skew(skewed) == pytest.approx(angle, abs=0.2)


def test_a_point_moves_with_the_picture_that_is_set_straight():
    page = np.full((1100, 1200), 255, np.uint8)
    for row in range(20):
        cv2.putText(page, "tiltak og ansvar i planen", (150, 100 + 45 * row), 0, 1.2, 0, 2)
    skewed = rotated(picture(page), -1.5)
    straight, angle = prepared(skewed)
    x, y = straight_point(*straight_point(300.0, 100.0, skewed, -angle), straight, angle)
    assert (x, y) == pytest.approx((300.0, 100.0), abs=0.01)
    assert angle == pytest.approx(1.5, abs=0.2)


def test_an_empty_page_has_nothing():
    page = np.full((500, 500), 255, np.uint8)
    assert rules_of(page) == ()
    assert skew(picture(page)) == 0.0
