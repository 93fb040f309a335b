import pytest
from made_pdfs import drawn, page_of, pages_of, source_of, texts, with_font_map
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from planextract.model.page import Page
from planextract.reading.digital import read_pdf


def line(canvas: Canvas, text: str, x: float = 50, y: float = 250, font: str = "Helvetica") -> None:
    canvas.setFont(font, 12)
    canvas.drawString(x, y, text)


def test_words_have_boxes_from_the_top_left_as_high_as_their_type() -> None:
    page = page_of(lambda c: line(c, "Tiltak på øya"))
    assert texts(page) == ["Tiltak", "på", "øya"]
    first = page.words[0].box
    assert first.x0 == pytest.approx(50, abs=0.5)
    assert first.x1 == pytest.approx(50 + stringWidth("Tiltak", "Helvetica", 12), abs=0.5)
    assert first.bottom - first.top == pytest.approx(12, abs=0.01)
    assert first.top < 300 - 250 < first.bottom
    assert {word.box.top for word in page.words} == {first.top}
    assert [word.index for word in page.words] == [0, 1, 2]


@pytest.mark.parametrize(
    ("turns", "box"),
    [(0, (50, 40.5, 78.7, 52.5)), (90, (247.5, 50, 259, 78.7)),
     (180, (321.3, 247.5, 350, 259)), (270, (141, 221.3, 152.5, 250))],
)  # fmt: skip
def test_boxes_follow_the_turned_page(turns: int, box: tuple[float, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turns)
        line(canvas, "Tiltak")

    page = page_of(draw)
    assert (page.width, page.height) == (400, 300)
    assert tuple(page.words[0].box) == pytest.approx(box, abs=3)
    assert page.words[0].upright == (turns == 0)


def test_boxes_are_of_the_crop_box() -> None:
    page = page_of(lambda c: line(c, "Tiltak"), cropBox=(40, 50, 360, 280))
    assert (page.width, page.height) == (320, 230)
    assert page.words[0].box.x0 == pytest.approx(10, abs=0.5)
    assert page.words[0].box.top == pytest.approx(280 - 250 - 9.4, abs=1)


def test_a_media_box_may_begin_below_zero() -> None:
    data = with_font_map(b"BT /F 12 Tf -30 -20 Td (A) Tj ET", {0x41: "A"}).replace(
        b"[0 0 400 300]", b"[-50 -50 350 250]"
    )
    word = pages_of(data)[0].words[0]
    assert word.box.x0 == pytest.approx(20, abs=0.5)
    assert word.box.bottom == pytest.approx(270 + 2.5, abs=1)


def test_words_outside_the_page_are_left_out_and_told() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "inne")
        line(canvas, "utanfor", x=500)
        line(canvas, "under", y=-40)

    page = page_of(draw)
    assert texts(page) == ["inne"]
    assert any("2 words stand outside" in reason for reason in page.verdict.reasons)


def fake_bold(canvas: Canvas) -> None:
    line(canvas, "Hovudmål for helse")
    line(canvas, "Hovudmål for helse", x=50.3)
    line(canvas, "vanleg", y=200)


def test_text_drawn_twice_is_read_once_and_is_bold() -> None:
    page = page_of(fake_bold)
    assert texts(page) == ["Hovudmål", "for", "helse", "vanleg"]
    assert [word.bold for word in page.words] == [True, True, True, False]


def test_a_shadow_is_not_read_twice() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#bbbbbb"))
        line(canvas, "Innsatsområde", x=51.5, y=248.5)
        canvas.setFillColor(HexColor("#103050"))
        line(canvas, "Innsatsområde")

    page = page_of(draw)
    assert texts(page) == ["Innsatsområde"]
    assert not page.words[0].bold


def test_the_same_word_side_by_side_stays_twice() -> None:
    page = page_of(lambda c: line(c, "ja ja ja nei"))
    assert texts(page) == ["ja", "ja", "ja", "nei"]


@pytest.mark.parametrize(
    ("font", "bold", "italic"),
    [("Helvetica", False, False), ("Helvetica-Bold", True, False), ("Times-Italic", False, True),
     ("Times-BoldItalic", True, True)],
)  # fmt: skip
def test_weight_and_slope_are_told(font: str, bold: bool, italic: bool) -> None:
    word = page_of(lambda c: line(c, "Tiltak", font=font)).words[0]
    assert (word.bold, word.italic) == (bold, italic)


def test_thickened_text_is_bold_and_colour_is_kept() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#aa2200"))
        text = canvas.beginText(50, 200)
        text.setFont("Helvetica", 12)
        text.setTextRenderMode(2)
        text.textOut("Feit")
        canvas.drawText(text)

    word = page_of(draw).words[0]
    assert word.bold and word.color == "#aa2200"


def test_invisible_text_is_measured() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "synleg")
        text = canvas.beginText(50, 200)
        text.setFont("Helvetica", 12)
        text.setTextRenderMode(3)
        text.textOut("usynleg tekst")
        canvas.drawText(text)

    signals = page_of(draw).verdict.signals
    assert signals.invisible_share == pytest.approx(12 / 18, abs=0.01)


def sideways(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(100, 100)
    canvas.rotate(90)
    line(canvas, "Ansvarleg eining", x=0, y=0)
    canvas.restoreState()
    line(canvas, "opprett", y=20)


def test_sideways_words_are_told_apart() -> None:
    page = page_of(sideways)
    assert [(word.text, word.upright) for word in page.words] == [
        ("Ansvarleg", False), ("eining", False), ("opprett", True),
    ]  # fmt: skip
    assert page.words[0].box.height > page.words[0].box.width


def test_a_page_set_sideways_is_turned_to_be_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(60, 20)
        canvas.rotate(90)
        line(canvas, "Tabellen over tiltak er sett på tvers", x=0, y=0)
        line(canvas, "av sida, med overskrift og det heile", x=0, y=-20)

    page = page_of(draw)
    assert all(word.upright for word in page.words)
    assert (page.width, page.height) == (300, 400)
    assert page.words[0].box.top < page.words[-1].box.top
    assert any("turned" in reason for reason in page.verdict.reasons)


def test_a_slanted_watermark_is_not_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(100, 100)
        canvas.rotate(40)
        line(canvas, "UTKAST", x=0, y=0)

    assert [word.upright for word in page_of(draw).words] == [False]


@pytest.mark.parametrize(
    ("spaced", "words"),
    [
        ("T I L T A K", ["TILTAK"]),
        ("T I L T A K  O G  M Å L", ["TILTAK", "OG", "MÅL"]),
        ("x x x x", ["x", "x", "x", "x"]),
        ("i å", ["i", "å"]),
    ],
)
def test_spaced_headings_become_words(spaced: str, words: list[str]) -> None:
    assert texts(page_of(lambda c: line(c, spaced))) == words


def test_letter_spacing_makes_no_words() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 250)
        text.setFont("Helvetica", 12)
        text.setCharSpace(4)
        text.textOut("INNSATS OMRÅDE")
        canvas.drawText(text)

    assert texts(page_of(draw)) == ["INNSATS", "OMRÅDE"]


def test_words_of_neighbouring_cells_are_not_fused() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "2026")
        right = 50 + stringWidth("2026", "Helvetica", 12)
        line(canvas, "Rektor", x=right + 1)
        canvas.line(right + 0.5, 240, right + 0.5, 270)
        line(canvas, "Kommunedirektør", y=200)
        canvas.line(80, 190, 80, 215)

    assert texts(page_of(draw)) == ["2026", "Rektor", "Kommunedirektør"]


def test_a_word_in_two_fonts_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "Mål", font="Helvetica-Bold")
        line(canvas, ": betre", x=50 + stringWidth("Mål", "Helvetica-Bold", 12))

    assert texts(page_of(draw)) == ["Mål:", "betre"]


@pytest.mark.parametrize(
    ("pairs", "seen"),
    [
        ({0x41: "\uf0b7"}, "•"),
        ({0x41: "\uf0a7"}, "▪"),
        ({0x41: "\uf0fc"}, "✓"),
        ({0x41: "ﬁ"}, "fi"),
        ({0x41: "fi"}, "fi"),
        ({0x41: "ffl"}, "ffl"),
        ({0x41: "a\u030a"}, "å"),
        ({0x41: "\u2011"}, "-"),
        ({0x41: "\u2013"}, "–"),
    ],
)
def test_glyphs_are_read_as_a_person_sees_them(pairs: dict[int, str], seen: str) -> None:
    page = pages_of(with_font_map(b"BT /F 12 Tf 50 200 Td (A) Tj ET", pairs))[0]
    assert texts(page) == [seen]


def test_a_soft_hyphen_shows_only_at_the_end_of_a_word() -> None:
    pairs = {0x41: "a", 0x42: "\u00ad", 0x43: "b"}
    page = pages_of(with_font_map(b"BT /F 12 Tf 50 200 Td (ABC) Tj 0 -20 Td (AB) Tj ET", pairs))[0]
    assert texts(page) == ["ab", "a-"]


def test_a_no_break_space_parts_words_and_a_no_width_space_does_not() -> None:
    pairs = {0x41: "a", 0x42: "\u00a0", 0x43: "\u200b"}
    page = pages_of(with_font_map(b"BT /F 12 Tf 50 200 Td (ABACA) Tj ET", pairs))[0]
    assert texts(page) == ["a", "aa"]


def test_glyphs_without_a_character_are_counted() -> None:
    pairs = {0x41: "\ue123", 0x42: "b"}
    page = pages_of(with_font_map(b"BT /F 12 Tf 50 200 Td (AA B) Tj ET", pairs))[0]
    assert page.verdict.signals.unmapped_share > 0.5


def test_pages_come_in_order_and_only_those_asked_for() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 6):
            line(canvas, f"side{number}")
            canvas.showPage()

    data = drawn(draw)
    pages: list[Page] = list(read_pdf(source_of(data), range(2, 4)))
    assert [(page.number, texts(page)) for page in pages] == [(2, ["side2"]), (3, ["side3"])]
    assert all(word.page == page.number for page in pages for word in page.words)


@pytest.mark.parametrize("setting", [b"/F 0 Tf 30 20 Td", b"/F 0.0001 Tf 30 20 Td"])
def test_type_without_size_is_given_one(setting: bytes) -> None:
    content = b"BT " + setting + b" (AB) Tj 0 30 Td (AB) Tj ET"
    (page,) = pages_of(with_font_map(content, {0x41: "A", 0x42: "B"}))
    assert page.words and all(word.size > 0 for word in page.words)


def test_a_hyphen_of_another_font_belongs_to_the_word_and_a_dash_apart_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "virk")
        end = 50 + stringWidth("virk", "Helvetica", 12)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(end + 0.5, 257, "-")
        canvas.drawString(end + 6, 257, "-")

    assert texts(page_of(draw)) == ["virk-", "-"]
