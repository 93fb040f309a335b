"""The picture of a page: the scanner's own pixels where one picture is the page, else drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray
from PIL import Image

from planextract.errors import NotReadable
from planextract.model.source import Source
from planextract.reading.ocr.engine import Gray
from planextract.reading.ocr.settings import MAX_DPI, MAX_PIXELS

POINTS_PER_INCH = 72.0
A4_WIDTH = 8.27
"""Inches; a picture file that does not tell its resolution is taken for a page of this width."""
PAGE_SHARE = 0.95
"""A picture that covers at least this share of the page either way is the page."""
SLACK = 2.0
"""Points that such a picture may stand beside the page's edge."""

Color = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels; pixel (x, y) stands at (left + x·step, top + y·step) points."""

    gray: Gray
    color: Color | None
    """Blue, green, red; None for a grey picture."""
    width: float
    """Of the page, in points."""
    height: float
    step_x: float
    """Points a pixel."""
    step_y: float
    left: float = 0.0
    top: float = 0.0

    @property
    def dpi(self) -> float:
        """Pixels an inch."""
        return POINTS_PER_INCH / self.step_x


class Pictures:
    """The page pictures of one source; PDF or picture file."""

    def __init__(self, source: Source, document: Any) -> None:
        self._source = source
        self._document = document

    def page(self, number: int, dpi: int) -> Picture:
        """The picture of a page (1-based); drawn at ``dpi`` where it has no own resolution."""
        if isinstance(self._document, pdfium.PdfDocument):
            return _pdf_page(self._document, number, dpi)
        return _file_page(self._document, number)


@contextmanager
def open_pictures(source: Source) -> Iterator[Pictures]:
    """The page pictures of a source, closed in the end; raises NotReadable."""
    try:
        if source.media_type == "application/pdf":
            document: Any = pdfium.PdfDocument(source.data)
        else:
            document = Image.open(io.BytesIO(source.data))
    except (pdfium.PdfiumError, OSError, ValueError) as error:
        raise NotReadable(f"{source.name} cannot be opened ({error}).") from error
    try:
        yield Pictures(source, document)
    finally:
        document.close()


def _pdf_page(document: pdfium.PdfDocument, number: int, dpi: int) -> Picture:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        pictures = [item for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
        if len(pictures) == 1 and _only_picture_shows(page):
            found = _own_pixels(pictures[0], width, height)
            if found is not None and page.get_rotation() == 0:
                return found
        return _drawn(page, width, height, _resolution(pictures, width, dpi))
    finally:
        page.close()


def _only_picture_shows(page: Any) -> bool:
    """Whether nothing but pictures and invisible text is on the page."""
    for item in page.get_objects(max_depth=3):
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            if raw.FPDFTextObj_GetTextRenderMode(item) != raw.FPDF_TEXTRENDERMODE_INVISIBLE:
                return False
        elif item.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            return False
    return True


def _own_pixels(item: Any, width: float, height: float) -> Picture | None:
    """The picture as stored, where it is upright and is the page."""
    if item.level != 0 if hasattr(item, "level") else False:
        return None
    matrix = item.get_matrix()
    a, b, c, d, e, f = matrix.get()
    upright = a > 0 and d > 0 and abs(b) + abs(c) < 1e-3
    whole = a >= PAGE_SHARE * width and d >= PAGE_SHARE * height
    placed = abs(e) <= SLACK and abs(f) <= SLACK and a <= width + SLACK and d <= height + SLACK
    if not (upright and whole and placed):
        return None
    pixels = item.get_bitmap(render=False).to_numpy()
    gray, color = _planes(pixels)
    rows, columns = gray.shape
    return _bounded(Picture(gray, color, width, height, a / columns, d / rows, e, height - f - d))


def _resolution(pictures: list[Any], width: float, dpi: int) -> float:
    """Pixels an inch to draw a page at: those of its widest picture, within reason."""
    own = 0.0
    for item in pictures:
        left, _, right, _ = item.get_bounds()
        if right - left >= width / 2:
            own = max(own, item.get_px_size()[0] / (right - left) * POINTS_PER_INCH)
    return min(max(own, dpi), MAX_DPI) if own >= dpi * 0.7 else dpi


def _drawn(page: Any, width: float, height: float, dpi: float) -> Picture:
    scale = dpi / POINTS_PER_INCH
    scale *= min(1.0, (MAX_PIXELS / max(1.0, width * height * scale * scale)) ** 0.5)
    gray, color = _planes(page.render(scale=scale).to_numpy())
    rows, columns = gray.shape
    return Picture(gray, color, width, height, width / columns, height / rows)


def _file_page(picture: Image.Image, number: int) -> Picture:
    """A page of a picture file, its resolution as stored or as a page of A4 would have it."""
    picture.seek(number - 1)
    said = float(picture.info.get("dpi", (0, 0))[0])
    image = picture.convert("RGB") if picture.mode not in ("L", "1") else picture.convert("L")
    pixels = np.asarray(image)
    gray, color = _planes(pixels[:, :, ::-1] if pixels.ndim == 3 else pixels)
    rows, columns = gray.shape
    dpi = said if said >= 100 else min(rows, columns) / A4_WIDTH
    step = POINTS_PER_INCH / dpi
    return _bounded(Picture(gray, color, columns * step, rows * step, step, step))


def _planes(pixels: NDArray[np.uint8]) -> tuple[Gray, Color | None]:
    """Grey and colour (None where there is none) of pixels as PDFium or Pillow give them."""
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.array(pixels, dtype=np.uint8).reshape(pixels.shape[:2]), None
    color = np.ascontiguousarray(pixels[:, :, :3])
    small = color[::8, ::8].astype(np.int16)
    gray = np.asarray(cv2.cvtColor(color, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    colorless = int(np.ptp(small, axis=2).max(initial=0)) < 12
    return gray, None if colorless else color


def _bounded(picture: Picture) -> Picture:
    """Made smaller where it is finer than reading needs."""
    rows, columns = picture.gray.shape
    factor = min(1.0, MAX_DPI / picture.dpi, (MAX_PIXELS / (rows * columns)) ** 0.5)
    return picture if factor == 1.0 else scaled(picture, factor)


def scaled(picture: Picture, factor: float) -> Picture:
    """The picture with ``factor`` times as many pixels either way."""
    rows, columns = picture.gray.shape
    size = (max(1, round(columns * factor)), max(1, round(rows * factor)))
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    gray = np.asarray(cv2.resize(picture.gray, size, interpolation=way), dtype=np.uint8)
    color = picture.color
    if color is not None:
        color = np.asarray(cv2.resize(color, size, interpolation=way), dtype=np.uint8)
    step_x, step_y = picture.step_x * columns / size[0], picture.step_y * rows / size[1]
    return Picture(
        gray, color, picture.width, picture.height, step_x, step_y, picture.left, picture.top
    )
