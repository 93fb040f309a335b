"""The picture of a page as a person sees it, at the scale of its boxes."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont, ImageSequence

from planextract.model.page import Page
from planextract.model.source import Source


def render(source: Source, page: Page, scale: float) -> Image.Image:
    """The page in RGB, ``scale`` pixels a point; a plain text is set in its words' boxes."""
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    if source.media_type == "application/pdf":
        document = pdfium.PdfDocument(source.data)
        try:
            drawn: Image.Image = document[page.number - 1].render(scale=scale).to_pil()
        finally:
            document.close()
    elif source.media_type.startswith("image/"):
        with Image.open(io.BytesIO(source.data)) as file:
            drawn = list(ImageSequence.Iterator(file))[page.number - 1].copy()
    else:
        return _set(page, size, scale)
    return drawn.convert("RGB").resize(size)


def _set(page: Page, size: tuple[int, int], scale: float) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for word in page.words:
        font = ImageFont.load_default(word.box.height * scale * 0.8)
        draw.text((word.box.x0 * scale, word.box.top * scale), word.text, "black", font)
    return picture
