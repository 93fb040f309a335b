"""Pages to a layout: tables first, then the lines around them, blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planextract.layout.blocks import Setting, lists_from_headings, make_blocks
from planextract.layout.flow import join_flow
from planextract.layout.furniture import find_furniture
from planextract.layout.lines import Line, find_lines
from planextract.layout.margins import Margins
from planextract.layout.marking import habits_of
from planextract.layout.order import Zone
from planextract.layout.panels import Placed, zones_of
from planextract.layout.slides import title_first
from planextract.layout.styles import LARGER, body_size, ranks, style_of
from planextract.layout.tables import find_all_tables
from planextract.layout.watermarks import without_watermarks
from planextract.layout.wrapping import usual_pitch
from planextract.model.layout import Block, Layout, TableBlock, TextBlock
from planextract.model.page import Page, Word


def compose(pages: Sequence[Page]) -> Layout:
    """The layout of a document; every word is in one block or is furniture."""
    whole = tuple(pages)
    pages, marks = without_watermarks(pages)
    tables = find_all_tables(pages)
    lines = [find_lines(_outside(page, found)) for page, found in zip(pages, tables, strict=True)]
    body = body_size(line for page_lines in lines for line in page_lines)
    furniture = find_furniture(pages, lines, body)
    zones = []
    for page, found, page_lines in zip(pages, tables, lines, strict=True):
        kept = [line for line in page_lines if line.words[0].key not in furniture]
        zones.append(zones_of(page, kept, found))
    columns = [
        [thing.line for thing in zone.things if thing.line]
        for page_zones in zones
        for zone in page_zones
    ]
    pitch, habits = usual_pitch(columns), habits_of(columns, LARGER * body)
    margins = Margins(pages, lines)
    blocks: list[Block] = []
    for page, page_lines, page_zones in zip(pages, lines, zones, strict=True):
        size = _page_body(page, page_lines, body)
        found_here: list[Block] = []
        for zone in page_zones:
            right = margins.right_of(page, zone.box.x0, zone.box.x1, _next_column(zone, page_zones))
            setting = Setting(zone.column, size, right, pitch, page.fills, habits)
            found_here += lists_from_headings(list(_zone_blocks(zone, setting)))
        blocks += title_first(page, found_here)
    flow = tuple(_with_ranks(join_flow(blocks)))
    return Layout(whole, flow, frozenset(furniture | marks))


def _next_column(zone: Zone[Placed], zones: Sequence[Zone[Placed]]) -> float:
    """Left edge of what stands right of a zone on the same height."""
    beside = [
        other.box.x0
        for other in zones
        if other.box.x0 >= zone.box.x1
        and other.box.top < zone.box.bottom
        and other.box.bottom > zone.box.top
    ]
    return min(beside, default=float("inf"))


def _page_body(page: Page, lines: Sequence[Line], body: float) -> float:
    """The size of body text on a page; a slide (wider than high) has its own."""
    return body_size(lines) if page.width > page.height and lines else body


def _outside(page: Page, tables: Iterable[TableBlock]) -> list[Word]:
    """The words of a page that stand in none of its tables."""
    inside = {
        word.index
        for table in tables
        for cell in table.cells
        for words in (cell.passage.words, cell.marker_words)
        for word in words
    }
    return [word for word in page.words if word.index not in inside]


def _zone_blocks(zone: Zone[Placed], setting: Setting) -> Iterator[Block]:
    waiting: list[Line] = []
    for thing in zone.things:
        if thing.line is not None:
            waiting.append(thing.line)
        elif thing.table is not None:
            yield from make_blocks(waiting, setting)
            waiting = []
            yield thing.table
    yield from make_blocks(waiting, setting)


def _with_ranks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings with their rank by typography over the whole document."""
    headings = [b for b in blocks if isinstance(b, TextBlock) and b.kind == "heading"]
    rank = ranks([style_of(b.size, b.bold, b.passage.text) for b in headings])
    for block in blocks:
        if isinstance(block, TextBlock) and block.kind == "heading":
            yield replace(block, level=rank[style_of(block.size, block.bold, block.passage.text)])
        else:
            yield block
