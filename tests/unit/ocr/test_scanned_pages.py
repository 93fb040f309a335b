"""A page drawn with invented text, read by each engine; its words, cells and cache."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from planextract.model.source import Source
from planextract.reading.ocr.cache import load
from planextract.reading.ocr.cells import find_cells
from planextract.reading.ocr.engines import ENGINES
from planextract.reading.ocr.pictures import open_pictures
from planextract.reading.ocr.scanned import picture_rules, read_scanned
from planextract.reading.ocr.settings import OcrSettings

ROWS = (
    ("Tiltak", "Ansvar", "Frist"),
    ("Byggje fleire omsorgsbustader", "Kommunalsjef", "2027"),
    ("Kurs i øvingskøyring", "Rektor", "Årleg"),
)


def drawn_pdf() -> bytes:
    """One page: a heading, a bullet, a table of three rows, a page number."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 760, "Handlingsplan for Fjordvik")
    canvas.setFont("Helvetica", 11)
    canvas.circle(64, 714, 2, fill=1)
    canvas.drawString(74, 710, "Planen gjeld for heile kommunen")
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            x, width = ((60, 220), (280, 120), (400, 120))[column]
            canvas.rect(x, 640 - 30 * row, width, 30)
            canvas.drawString(x + 6, 651 - 30 * row, text)
    canvas.drawString(300, 40, "7")
    canvas.save()
    return buffer.getvalue()


def as_picture(pdf: bytes, kind: str, quarters: int = 0) -> Source:
    """The page as a PDF that holds only its picture, or as a picture file."""
    import pypdfium2 as pdfium

    image = pdfium.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil().convert("L")
    image = image.rotate(-90 * quarters, expand=True)
    buffer = io.BytesIO()
    image.save(buffer, kind.upper(), dpi=(200, 200), resolution=200.0)
    media = "application/pdf" if kind == "pdf" else f"image/{kind}"
    return Source(Path(f"side.{kind}"), f"side.{kind}", buffer.getvalue(), media, "sha256:0")  # type: ignore[arg-type]


def settings_for(name: str, **choices: object) -> OcrSettings:
    settings = OcrSettings(engine=name, **choices)  # type: ignore[arg-type]
    engine = next(engine for engine in ENGINES if engine.name == name)
    if not engine.status(settings).ready:
        pytest.skip(f"{name} or its language file is not installed")
    return settings


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return drawn_pdf()


@pytest.mark.ocr
@pytest.mark.parametrize("engine", ["tesserocr", "pytesseract"])
@pytest.mark.parametrize("kind", ["pdf", "tiff"])
def test_every_word_is_read_where_it_stands(pdf, engine, kind):
    page = read_scanned(as_picture(pdf, kind), 1, settings_for(engine))
    texts = [word.text for word in page.words]
    wanted = [
        "Handlingsplan",
        "for",
        "Fjordvik",
        "•",
        "Planen",
        "gjeld",
        "for",
        "heile",
        "kommunen",
        "7",
    ]
    wanted += " ".join(text for row in ROWS for text in row).split()
    assert sorted(texts) == sorted(wanted)
    number = next(word for word in page.words if word.text == "7")
    assert number.box.x0 == pytest.approx(300, abs=3)
    assert number.box.bottom == pytest.approx(842 - 40, abs=3)
    heading = next(word for word in page.words if word.text == "Fjordvik")
    body = next(word for word in page.words if word.text == "Planen")
    assert heading.size > 1.5 * body.size
    assert heading.bold and not body.bold
    assert len(find_cells(page.rules, page.width, page.height)) == 9


@pytest.mark.ocr
def test_a_page_upside_down_is_turned_and_says_so(pdf):
    page = read_scanned(as_picture(pdf, "png", quarters=2), 1, settings_for("tesserocr"))
    assert "omsorgsbustader" in [word.text for word in page.words]
    assert "180 degrees" in page.verdict.reasons[0]


@pytest.mark.ocr
def test_a_second_run_reads_nothing_again(pdf, tmp_path):
    settings = settings_for("tesserocr", cache=tmp_path)
    source = as_picture(pdf, "png")
    first = read_scanned(source, 1, settings)
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text(kept.read_text("utf-8").replace("Fjordvik", "Sjøvik"), "utf-8")
    second = read_scanned(source, 1, settings)
    assert [w.text.replace("Sjøvik", "Fjordvik") for w in second.words] == [
        w.text for w in first.words
    ]
    assert "Sjøvik" in [word.text for word in second.words]
    assert (second.rules, second.fills, second.width) == (first.rules, first.fills, first.width)


@pytest.mark.ocr
def test_a_damaged_cache_file_is_read_anew(pdf, tmp_path):
    settings = settings_for("tesserocr", cache=tmp_path)
    source = as_picture(pdf, "png")
    first = read_scanned(source, 1, settings)
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text('{"words": [', "utf-8")
    assert load(tmp_path, kept.stem, 1) is None
    assert read_scanned(source, 1, settings) == first


def test_rules_need_no_engine(pdf, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    from planextract.model.page import Page

    layer = Page(1, A4[0], A4[1], ())
    page = picture_rules(as_picture(pdf, "pdf"), layer)
    assert len(find_cells(page.rules, page.width, page.height)) == 9


def test_the_scanners_own_pixels_are_taken(pdf):
    with open_pictures(as_picture(pdf, "pdf")) as pictures:
        picture = pictures.page(1, 100)
    with Image.open(io.BytesIO(as_picture(pdf, "png").data)) as image:
        assert picture.gray.shape == (image.height, image.width)
    assert picture.dpi == pytest.approx(200, abs=1)
