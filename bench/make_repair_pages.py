"""Pages to measure the repair on: text set in many fonts, degraded, read in the wrong language.

``python bench/make_repair_pages.py TEXT OUT --pages 12 --seed 1`` writes
``page<N>.truth.txt`` and ``page<N>.read.txt``. TEXT has one paragraph a line. Needs the
Debian fonts (DejaVu, Liberation, URW base35) and ``tesseract`` with ``eng``.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = (
    "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/dejavu/DejaVuSansCondensed.ttf", "truetype/liberation/LiberationSans-Regular.ttf",
    "truetype/liberation/LiberationSerif-Regular.ttf", "opentype/urw-base35/URWGothic-Book.otf",
    "truetype/liberation/LiberationSansNarrow-Regular.ttf", "opentype/urw-base35/P052-Roman.otf",
    "opentype/urw-base35/C059-Roman.otf", "opentype/urw-base35/NimbusSans-Regular.otf",
    "opentype/urw-base35/URWBookman-Light.otf", "truetype/liberation/LiberationSans-Bold.ttf",
)  # fmt: skip
QUALITIES = (
    (300, 0, 0.0, 95, 0.0),
    (200, 0, 0.0, 90, 0.0),
    (200, 14, 0.7, 40, 0.5),
    (150, 12, 0.7, 30, 0.6),
)
"""Dots an inch, noise, blur, JPEG quality, skew in degrees."""
WORDS_A_PAGE = 200
POINTS = 11


def pages_of(lines: list[str], count: int, dice: random.Random) -> list[str]:
    """``count`` pages of paragraphs, taken in a shuffled order without repeating one."""
    dice.shuffle(lines)
    pages, page, words = [], [], 0
    for line in lines:
        page.append(line)
        words += len(line.split())
        if words >= WORDS_A_PAGE:
            pages.append("\n".join(page))
            page, words = [], 0
        if len(pages) == count:
            break
    return pages


def drawn(text: str, font_name: str, dpi: int) -> tuple[Image.Image, str]:
    """The page's picture and the text in its lines."""
    size = POINTS * dpi // 72
    font = ImageFont.truetype(f"/usr/share/fonts/{font_name}", size)
    width, margin = int(6.2 * dpi), dpi // 2
    lines = [line for paragraph in text.split("\n") for line in wrapped(paragraph, font, width)]
    picture = Image.new("L", (width + 2 * margin, int(len(lines) * size * 1.35) + 2 * margin), 255)
    pen = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        pen.text((margin, margin + at * size * 1.35), line, fill=15, font=font)
    return picture, "\n".join(lines)


def wrapped(paragraph: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def degraded(
    picture: Image.Image, quality: tuple[int, int, float, int, float], seed: int
) -> Image.Image:
    _, noise, blur, jpeg, skew = quality
    picture = picture.rotate(skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        grain = np.random.default_rng(seed).normal(0, noise, np.array(picture).shape)
        picture = Image.fromarray(np.clip(np.array(picture) + grain, 0, 255).astype(np.uint8))
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=jpeg)
    return Image.open(held)


def read_wrongly(picture: Image.Image, dpi: int) -> str:
    held = io.BytesIO()
    picture.save(held, "PNG", dpi=(dpi, dpi))
    call = ["tesseract", "-", "-", "-l", "eng", "--psm", "6", "--dpi", str(dpi)]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(
        call, input=held.getvalue(), capture_output=True, check=True, env=environment
    )
    return done.stdout.decode("utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    lines = [line for line in args.text.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, text in enumerate(pages_of(lines, args.pages, dice)):
        quality = QUALITIES[number % len(QUALITIES)]
        picture, truth = drawn(text, FONTS[(number + args.seed) % len(FONTS)], quality[0])
        read = read_wrongly(degraded(picture, quality, args.seed + number), quality[0])
        (args.out / f"page{number}.truth.txt").write_text(truth + "\n", encoding="utf-8")
        (args.out / f"page{number}.read.txt").write_text(read, encoding="utf-8")
        sys.stdout.write(f"page {number}\n")


if __name__ == "__main__":
    main()
