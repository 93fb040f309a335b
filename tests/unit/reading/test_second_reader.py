import random

import pytest
from made_pdfs import drawn, pages_of, source_of, texts, with_font_map
from reportlab.pdfgen.canvas import Canvas

from planextract.model.page import Box, Word
from planextract.reading.second import SecondReader, agreement

LETTERS = "Tiltak helse omsorg årleg skule øying ærleg 2026 50/60 250,- «sitat» – § 4-1"


def prose(canvas: Canvas) -> None:
    rng = random.Random(4)
    for row in range(20):
        canvas.setFont(rng.choice(["Helvetica", "Times-Roman", "Helvetica-Bold"]), 6 + row % 7)
        words = " ".join(rng.choices(LETTERS.split(), k=5))
        canvas.drawString(30, 280 - 13 * row, words)


@pytest.mark.parametrize("options", [{}, {"cropBox": (10, 5, 390, 295)}])
def test_both_readers_see_the_same_words_in_the_same_places(options: dict[str, object]) -> None:
    data = drawn(prose, **options)
    (page,) = pages_of(data)
    with SecondReader(source_of(data)) as second:
        words = second.words(1)
    assert agreement(page.words, words) == 1.0
    places = {(word.text, round(word.box.x0), round(word.box.top)): word for word in words}
    for word in page.words:
        near = [
            places[(word.text, round(word.box.x0) + dx, round(word.box.top) + dy)]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            if (word.text, round(word.box.x0) + dx, round(word.box.top) + dy) in places
        ]
        assert near, word
        assert word.box == pytest.approx(near[0].box, abs=1.0)


def test_the_first_reader_is_kept_where_the_second_knows_no_more() -> None:
    pairs = {0x41: "\ue123", 0x42: "b"}
    (page,) = pages_of(with_font_map(b"BT /F 12 Tf 50 200 Td (AA B) Tj ET", pairs))
    assert texts(page) == ["\ue123\ue123", "b"]
    assert page.verdict.reasons == ()


def test_a_failing_second_reader_gives_no_words() -> None:
    with SecondReader(source_of(b"%PDF-1.4 rubbish")) as second:
        assert second.words(1) == ()


def word(text: str) -> Word:
    return Word(text, Box(0, 0, 1, 1), 1, 0)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("a b c d", "a b c d", 1.0), ("a b c d", "a b x d", 0.75), ("a", "", 0.0), ("", "", 1.0)],
)
def test_agreement_is_the_share_of_common_words(one: str, other: str, share: float) -> None:
    first, second = tuple(map(word, one.split())), tuple(map(word, other.split()))
    assert agreement(first, second) == share
