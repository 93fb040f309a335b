"""A page with what the program saw on it: words by their fate, rules, cells, records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from planextract.inspection.fates import FATES, Fate, Key, fates
from planextract.inspection.rendering import render
from planextract.model.finding import Findings
from planextract.model.layout import TableBlock, TextBlock
from planextract.model.page import Box, Page
from planextract.model.passage import Passage
from planextract.pipeline import Run

SCALE = 2.0
"""Pixels a point: an A4 page is 1190 wide, and 8 point letters can be read."""
LEGEND = 190
"""Points that the legend takes beside the page."""
LEGEND_HEIGHT = 900
"""Pixels that the longest legend needs."""
SHADE = 70
"""Opacity of the colour on a word, of 255: the letters stay legible."""
COLORS: dict[Fate, str] = {
    "action": "#2ca02c", "goal": "#d62728", "focus area": "#9467bd", "milestone": "#17a2b8",
    "strategy": "#e377c2", "owner": "#ff7f0e", "resources": "#bc9b12", "deadline": "#1f77b4",
    "other field": "#8c6d31", "structure": "#5b6ee1", "furniture": "#9a9a9a",
    "candidate": "#e8a838", "narrative": "#c7c7c7", "not placed": "#000000",
}  # fmt: skip
RULE, CELL, HEADING, RECORD = "#00a0ff", "#ff00c8", "#5b6ee1", "#0b6b0b"

Canvas = ImageDraw.ImageDraw


def draw_page(run: Run, number: int) -> Image.Image:
    """Page ``number`` (1-based) with its legend to the right, ``SCALE`` pixels a point."""
    page, told = run.layout.pages[number - 1], fates(run.layout, run.reading.found)
    picture = render(run.source, page, SCALE)
    picture = _shaded(picture, page, told)
    draw = ImageDraw.Draw(picture)
    for rule in page.rules:
        draw.line(_scaled(Box(rule.x0, rule.top, rule.x1, rule.bottom)), RULE, 2)
    for block in run.layout.blocks:
        if isinstance(block, TableBlock) and block.page == number:
            _draw_cells(draw, block, told)
        elif isinstance(block, TextBlock) and block.kind == "heading" and block.page == number:
            _labelled(draw, block.box, f"h{block.level}", HEADING, width=1)
    for name, passages in _records(run.reading.found):
        boxes = [p.box(number) for p in passages if number in p.pages]
        if boxes:
            _labelled(draw, Box.around(boxes), name, RECORD, width=2)
    return _with_legend(picture, page, told)


def _scaled(box: Box) -> tuple[float, float, float, float]:
    return (box.x0 * SCALE, box.top * SCALE, box.x1 * SCALE, box.bottom * SCALE)


def _shaded(picture: Image.Image, page: Page, told: dict[Key, Fate]) -> Image.Image:
    over = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(over)
    for word in page.words:
        draw.rectangle(_scaled(word.box), (*_rgb(COLORS[told[word.key]]), SHADE))
    return Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _draw_cells(draw: Canvas, table: TableBlock, told: dict[Key, Fate]) -> None:
    """Cells as thin boxes, each with the fate of most of its words in its lower corner."""
    font = ImageFont.load_default(5.5 * SCALE)
    for cell in table.cells:
        draw.rectangle(_scaled(cell.box), outline=CELL, width=1)
        votes = Counter(told[word.key] for word in cell.passage.words if word.key in told)
        if votes:
            fate = votes.most_common(1)[0][0]
            at = ((cell.box.x1 - 1) * SCALE, (cell.box.bottom - 1) * SCALE)
            draw.text(at, fate, COLORS[fate], font, anchor="rs")


def _labelled(draw: Canvas, box: Box, name: str, color: str, width: int) -> None:
    x0, top, x1, bottom = _scaled(box)
    draw.rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline=color, width=width)
    font = ImageFont.load_default(7 * SCALE)
    tag = draw.textbbox((x0 - 4, top), name, font, anchor="rt")
    draw.rectangle((tag[0] - 2, tag[1] - 2, tag[2] + 2, tag[3] + 2), color)
    draw.text((x0 - 4, top), name, "white", font, anchor="rt")


def _records(found: Findings) -> Iterator[tuple[str, list[Passage]]]:
    """Name and passages of each record, numbered through the document as in the JSON."""
    for at, area in enumerate(found.areas, 1):
        yield f"F{at}", [area.title]
    for at, goal in enumerate(found.goals, 1):
        yield f"G{at}", [goal.text]
    for at, action in enumerate(found.actions, 1):
        yield f"A{at}", action.passages()
    for at, step in enumerate(found.milestones, 1):
        yield f"M{at}", step.passages()
    for at, candidate in enumerate(found.candidates, 1):
        yield f"?{at}", [candidate.text]


def _with_legend(picture: Image.Image, page: Page, told: dict[Key, Fate]) -> Image.Image:
    """The picture with the colours and counts of the page beside it."""
    counts = Counter(told[word.key] for word in page.words)
    lines = [(f"{fate}: {counts[fate]} words", COLORS[fate]) for fate in FATES if counts[fate]]
    frames = [("ruling lines", RULE), ("cells of tables", CELL), ("headings (h1, h2 …)", HEADING)]
    frames.append(
        ("records: A action, G goal,\nF focus area, M milestone,\n? candidate (no record)", RECORD)
    )
    size = (picture.width + round(LEGEND * SCALE), max(picture.height, LEGEND_HEIGHT))
    wide = Image.new("RGB", size, "white")
    wide.paste(picture, (0, 0))
    draw = ImageDraw.Draw(wide)
    left, font = picture.width + round(10 * SCALE), ImageFont.load_default(9 * SCALE)
    verdict = page.verdict
    title = f"Page {page.number}: {verdict.kind}, read by {page.method}"
    draw.text((left, 10 * SCALE), title, "black", font)
    y = 32 * SCALE
    for filled, entries in ((True, lines), (False, frames)):
        for text, color in entries:
            box = (left, y, left + 12 * SCALE, y + 10 * SCALE)
            draw.rectangle(box, fill=color if filled else None, outline=color, width=3)
            draw.text((left + 18 * SCALE, y - 1 * SCALE), text, "black", font)
            y += (15 + 12 * text.count("\n")) * SCALE
        y += 10 * SCALE
    return wide
