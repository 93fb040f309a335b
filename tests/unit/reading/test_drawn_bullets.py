"""Bullets drawn as shapes are read as bullets, other small shapes are not."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from made_pdfs import page_of, source_of, texts
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from planextract.model.page import Box, Word
from planextract.reading.digital import read_pdf
from planextract.reading.dots import Dot, with_bullets

PRINTED = Path(__file__).parents[2] / "data/reading/browser_list.pdf"
"""``browser_list.html`` beside it, printed by Chromium."""


def listed(canvas: Canvas, *texts_at: tuple[str, float], left: float = 60.0) -> None:
    canvas.setFont("Helvetica", 10)
    for text, y in texts_at:
        canvas.drawString(left, y, text)


def test_discs_left_of_lines_are_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        listed(canvas, ("Bygge gangvei", 200), ("Sette opp benker", 180))
        for y in (203, 183):
            canvas.circle(52, y, 1.5, stroke=0, fill=1)

    page = page_of(draw)
    assert texts(page) == ["•", "Bygge", "gangvei", "•", "Sette", "opp", "benker"]
    assert [word.index for word in page.words] == list(range(7))
    assert page.words[0].box.x1 < page.words[1].box.x0


def test_rings_and_small_squares_are_bullets_too() -> None:
    def draw(canvas: Canvas) -> None:
        listed(canvas, ("Bygge gangvei", 200), ("Sette opp benker", 180))
        canvas.circle(52, 203, 1.8, stroke=1, fill=0)
        canvas.rect(50, 181, 3.5, 3.5, stroke=0, fill=1)

    assert texts(page_of(draw)) == ["•", "Bygge", "gangvei", "•", "Sette", "opp", "benker"]


def test_a_list_printed_by_a_browser_keeps_its_bullets() -> None:
    (page,) = read_pdf(source_of(PRINTED.read_bytes()))
    after = [b.text for a, b in zip(page.words, page.words[1:], strict=False) if a.text == "•"]
    assert after == ["Byggje", "Setje", "Rydde", "saman"]


def test_the_key_of_a_chart_is_no_list() -> None:
    def draw(canvas: Canvas) -> None:
        listed(canvas, ("Skole", 200), ("Helse", 180), ("Vei", 160))
        for y, color in ((203, "#cc0000"), (183, "#00cc00"), (163, "#0000cc")):
            canvas.setFillColor(HexColor(color))
            canvas.circle(52, y, 2, stroke=0, fill=1)

    assert texts(page_of(draw)) == ["Skole", "Helse", "Vei"]


def test_dots_inside_a_line_large_dots_and_dots_off_the_line_are_no_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        listed(canvas, ("Skole", 200), ("Helse", 150))
        listed(canvas, ("Barnehage", 200), left=100)
        canvas.circle(94, 203, 1.5, stroke=0, fill=1)
        canvas.circle(50, 153, 4, stroke=0, fill=1)
        canvas.circle(52, 100, 1.5, stroke=0, fill=1)

    assert texts(page_of(draw)) == ["Skole", "Helse", "Barnehage"]


@given(
    st.lists(
        st.tuples(st.floats(0, 300), st.floats(0, 300), st.sampled_from(["#000000", "#ff0000"])),
        max_size=30,
    )
)
def test_words_stay_in_their_order_whatever_dots_there_are(
    places: list[tuple[float, float, str]],
) -> None:
    words = [Word(f"ord{n}", Box(40 * n, 100, 40 * n + 30, 110), 1, n, 10.0) for n in range(1, 8)]
    dots = [Dot(Box(x, y, x + 3, y + 3), color) for x, y, color in places]
    made = with_bullets(words, dots)
    assert [word for word in made if word.text != "•"] == words
    assert sum(word.text == "•" for word in made) <= len(dots)
