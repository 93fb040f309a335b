"""Scans and bad text layers made from a sample's PDF: pictures with noise, blur and skew."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import zlib
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = {"scan200": 200, "scan150": 150, "badlayer": 200}
QUALITY = 38
"""JPEG quality: small files with the ringing that office scanners leave."""


def make(pdf: Path, variant: str) -> Path:
    """Write ``<name>_<variant>.pdf`` beside the PDF: its pages as grey pictures."""
    target = pdf.with_name(f"{pdf.stem}_{variant}.pdf")
    dpi = DPI[variant]
    rng = np.random.default_rng(zlib.crc32(target.name.encode()))
    pages = [(picture(page, dpi, rng), page.get_size()) for page in pdfium.PdfDocument(str(pdf))]
    if variant == "badlayer":
        _with_layer(pages, target, dpi)
    else:
        _pictures(pages, target)
    return target


def picture(page: pdfium.PdfPage, dpi: int, rng: np.random.Generator) -> Image.Image:
    """The page as a scanner would see it: grey, a little skew, blur and noise."""
    image = page.render(scale=dpi / 72).to_pil().convert("L")
    image = image.rotate(float(rng.uniform(-0.6, 0.6)), Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.35, 0.6))))
    pixels = np.asarray(image, dtype=np.float32)
    pixels = pixels * 0.94 + 8 + rng.normal(0, 3.0, pixels.shape)
    specks = rng.random(pixels.shape) < 0.00002
    pixels[specks] = 60
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=QUALITY, optimize=True)
    return held.getvalue()


def _pictures(pages: list[tuple[Image.Image, tuple[float, float]]], target: Path) -> None:
    canvas = Canvas(str(target), invariant=1)
    for image, size in pages:
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(_jpeg(image))), 0, 0, *size)
        canvas.showPage()
    canvas.save()


def _with_layer(
    pages: list[tuple[Image.Image, tuple[float, float]]], target: Path, dpi: int
) -> None:
    """The pictures with the invisible text that English-only OCR reads in them."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "pages.txt"
        names = []
        for number, (image, _) in enumerate(pages):
            file = Path(folder) / f"{number:03d}.jpg"
            file.write_bytes(_jpeg(image))
            names.append(str(file))
        listed.write_text("\n".join(names), "utf-8")
        subprocess.run(
            ["tesseract", str(listed), str(target.with_suffix("")), "-l", "eng", "--dpi", str(dpi), "pdf"],
            check=True, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
