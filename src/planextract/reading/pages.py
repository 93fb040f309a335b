"""The pages of any source as they stand: a PDF's text layer, plain text, or bare pictures."""

from __future__ import annotations

import io

from PIL import Image, ImageSequence

from planextract.model.page import Page, Signals, Verdict
from planextract.model.source import Source
from planextract.reading.digital import read_pdf
from planextract.reading.plain import read_plain

POINTS_PER_INCH = 72.0
USUAL_DPI = 200.0
"""Resolution of a picture file that does not say its own."""


def read_pages(source: Source) -> list[Page]:
    """Every page of a source in order; pages of pictures come without words, to be read by OCR."""
    if source.media_type == "application/pdf":
        return list(read_pdf(source))
    if source.media_type.startswith("image/"):
        return _pictures(source.data)
    return read_plain(source)


def _pictures(data: bytes) -> list[Page]:
    bare = Verdict("scan", signals=Signals(picture_share=1.0))
    with Image.open(io.BytesIO(data)) as picture:
        sizes = [(*frame.size, frame.info.get("dpi")) for frame in ImageSequence.Iterator(picture)]
    return [
        Page(number, *_points(width, height, dpi), (), method="ocr", verdict=bare)
        for number, (width, height, dpi) in enumerate(sizes, 1)
    ]


def _points(width: int, height: int, dpi: tuple[float, float] | None) -> tuple[float, float]:
    x, y = (float(d) if d and d > 1 else USUAL_DPI for d in (dpi or (0.0, 0.0)))
    return width * POINTS_PER_INCH / x, height * POINTS_PER_INCH / y
