import pytest
from made_pdfs import page_of, pages_of, raw_pdf, stream, texts
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from planextract.model.page import Box, Rule


def sides(rule: Rule) -> tuple[float, ...]:
    return tuple(round(side, 1) for side in (rule.x0, rule.top, rule.x1, rule.bottom))


def sides_of(box: Box) -> tuple[float, ...]:
    return tuple(round(side, 1) for side in box)


def test_lines_and_thin_rectangles_are_rules() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(50, 200, 350, 200)
        canvas.line(60, 100, 60, 180)
        canvas.rect(50, 90, 300, 1, stroke=0, fill=1)

    page = page_of(draw)
    assert [sides(rule) for rule in page.rules] == [
        (50, 100, 350, 100), (60, 120, 60, 200), (50, 209.5, 350, 209.5),
    ]  # fmt: skip
    assert page.fills == ()


def test_a_stroked_rectangle_is_four_rules_and_a_filled_one_a_fill() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 100, 80, 40)
        canvas.setFillColor(HexColor("#d8e6ef"))
        canvas.rect(200, 100, 80, 40, stroke=0, fill=1)

    page = page_of(draw)
    assert len(page.rules) == 4
    assert [(sides_of(fill.box), fill.color) for fill in page.fills] == [
        ((200, 160, 280, 200), "#d8e6ef")
    ]


def test_a_round_card_is_a_fill_and_a_slanted_line_is_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(20, 20, 200, 150)
        canvas.roundRect(200, 100, 80, 40, 6, stroke=0, fill=1)

    page = page_of(draw)
    assert page.rules == ()
    assert [sides_of(fill.box) for fill in page.fills] == [(200, 160, 280, 200)]


def test_a_thick_line_is_a_bar() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(10)
        canvas.setStrokeColor(HexColor("#0055aa"))
        canvas.line(50, 200, 150, 200)

    page = page_of(draw)
    assert page.rules == ()
    assert [(sides_of(fill.box), fill.color) for fill in page.fills] == [
        ((50, 95, 150, 105), "#0055aa")
    ]


def test_what_a_form_draws_is_placed_by_its_matrices() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("inner")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "Skjema")
        canvas.line(0, -5, 100, -5)
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.translate(10, 0)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.translate(40, 100)
        canvas.scale(2, 2)
        canvas.doForm("outer")

    page = page_of(draw)
    assert texts(page) == ["Skjema"]
    assert page.words[0].size == pytest.approx(20)
    assert page.words[0].box.x0 == pytest.approx(60, abs=1.5)
    assert [sides(rule) for rule in page.rules] == [(60, 210, 260, 210)]


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_rules_turn_with_the_page(turns: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turns)
        canvas.line(50, 200, 350, 200)

    (rule,) = page_of(draw).rules
    assert rule.horizontal == (turns % 180 == 0)


def test_rules_are_cut_at_the_edge_of_the_page() -> None:
    (rule,) = page_of(lambda canvas: canvas.line(-100, 200, 900, 200)).rules
    assert (rule.x0, rule.x1) == (0, 400)


def test_links_lead_out_and_within() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("mål")
        canvas.linkURL("https://www.example.no/plan", (50, 200, 150, 220))
        canvas.linkRect("", "mål", (50, 100, 150, 120))

    links = page_of(draw).links
    assert [(sides_of(link.box), link.target) for link in links] == [
        ((50, 80, 150, 100), "https://www.example.no/plan"),
        ((50, 180, 150, 200), "#page=1"),
    ]


def test_form_fields_are_words_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="a", value="Rektor Ås", x=50, y=200, width=150, height=20)
        canvas.acroForm.checkbox(name="b", checked=True, x=50, y=100)
        canvas.acroForm.checkbox(name="c", checked=False, x=50, y=50)

    page = page_of(draw)
    assert texts(page) == ["Rektor", "Ås", "☑"]
    assert all(word.box.x0 >= 50 and word.box.x1 <= 200 for word in page.words)
    assert [80 <= word.middle[1] <= 100 for word in page.words] == [True, True, False]
    assert [word.index for word in page.words] == [0, 1, 2]


def test_pictures_are_measured() -> None:
    image = stream(b"\x00" * 100, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 "
                   b"/ColorSpace /DeviceGray /BitsPerComponent 8")  # fmt: skip
    data = raw_pdf(
        b"q 200 0 0 300 0 0 cm /I Do Q q 200 0 0 300 0 0 cm /I Do Q", image,
        resources=b"/XObject << /I 5 0 R >>",
    )  # fmt: skip
    assert pages_of(data)[0].verdict.signals.picture_share == pytest.approx(0.5, abs=0.02)


def test_a_broken_page_does_not_stop_the_others() -> None:
    data = raw_pdf(b"BT (", resources=b"")
    broken = data.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 9 0 R] /Count 2")
    pages = pages_of(broken)
    assert [page.number for page in pages] == [1, 2]
    assert pages[1].words == () and "cannot be" in pages[1].verdict.reasons[0]


def test_an_ellipse_is_no_fill() -> None:
    assert page_of(lambda canvas: canvas.ellipse(50, 50, 150, 120, fill=1)).fills == ()
