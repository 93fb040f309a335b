"""Text without typography: which lines are headings, and headings that come after their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.meaning.headings import SECTIONS
from planextract.meaning.labels import read_label
from planextract.model.layout import Block, Layout, TextBlock

GAP = 2.8
"""White of so many line pitches parts two slides of an extracted text; paragraphs have one."""
HEADING_WORDS = 9


def is_flat(layout: Layout) -> bool:
    """Whether all text is of one size and weight, as in a text file."""
    looks = {(round(word.size), word.bold) for page in layout.pages for word in page.words}
    return len({size for size, _ in looks}) <= 1 and bool(looks)


def with_headings(blocks: Sequence[Block]) -> tuple[list[Block], set[int]]:
    """The blocks with lone labels made headings, each before the lines that it names.

    With them come the places where a chunk (a slide, a part) begins. Text taken from slides
    often has a slide's heading last: it is moved to the front of its chunk, where no other
    heading stands.
    """
    found = [_as_heading(block) for block in blocks]
    result: list[Block] = []
    starts: set[int] = set()
    for chunk in _chunks(found):
        last = chunk[-1]
        if len(chunk) > 2 and _is_section(last) and not any(map(_is_section, chunk[:-1])):
            chunk = [last, *chunk[:-1]]
        starts.add(len(result))
        result += chunk
    return result, starts


def _as_heading(block: Block) -> Block:
    if not isinstance(block, TextBlock) or block.kind != "paragraph":
        return block
    text = block.passage.text
    if len(text.split()) > HEADING_WORDS or text.endswith("."):
        return block
    label = read_label(text, heading=True)
    lone = label is not None and label.start >= len(text) and label.role in SECTIONS
    return replace(block, kind="heading", level=5) if lone else block


def _is_section(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.kind == "heading" and block.level == 5


def _chunks(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks parted where there is much white, or a new page."""
    chunks: list[list[Block]] = []
    for block in blocks:
        last = chunks[-1][-1] if chunks else None
        if last is None or block.page != last.page or _far(last, block):
            chunks.append([])
        chunks[-1].append(block)
    return chunks


def _far(above: Block, below: Block) -> bool:
    height = below.box.height if isinstance(below, TextBlock) else 10.0
    line = (
        below.line_boxes[0].height if isinstance(below, TextBlock) and below.line_boxes else height
    )
    return below.box.top - above.box.bottom > GAP * line
