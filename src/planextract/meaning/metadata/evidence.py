"""What a document says of itself, by where it stands: cover, headings, furniture, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from planextract.model.layout import Layout, TableBlock, TextBlock
from planextract.model.page import Page, Word

COVER_WORDS = 150
"""Words on the first page beyond which it is no cover: only its upper part counts as one."""
TOP_SHARE = 0.4
"""Upper share of a first page without a cover in which its title stands."""
TOP_LINES = 12
"""Lines of it at most: the "page" of a text file without page marks is very long."""
SAME_LINE = 0.5
"""Share of a word's height within which the middles of two words are on one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text that stands for itself, with its size in points."""

    text: str
    page: int
    size: float
    top: float = 0.0
    bold: bool = False
    sure: float = 1.0
    """How surely its words were read, 0 to 1."""


@dataclass(frozen=True)
class Evidence:
    """The texts of a document, the telling ones apart."""

    cover: tuple[Line, ...]
    headings: tuple[Line, ...]
    """Headings from the second page on."""
    furniture: tuple[str, ...]
    """Running headers and footers, a line each."""
    blocks: tuple[Line, ...]
    """All paragraphs, items and headings."""
    cells: tuple[str, ...]
    links: tuple[str, ...]
    file_name: str
    pages: int

    @cached_property
    def text(self) -> str:
        """The whole text, a line a block or cell."""
        return "\n".join([*(line.text for line in self.blocks), *self.cells])

    @property
    def stem(self) -> str:
        """The file's name in words: no folder, no ending, no dashes or underscores."""
        return re.sub(r"[-_+]+", " ", PurePath(self.file_name).stem).strip()


def gather(layout: Layout, file_name: str) -> Evidence:
    """Sort the texts of a layout by where they stand."""
    first = next((page.number for page in layout.pages if page.words), 1)
    texts = [block for block in layout.blocks if isinstance(block, TextBlock) and block.passage]
    return Evidence(
        cover=tuple(_cover(layout, texts, first)),
        headings=tuple(_line(b) for b in texts if b.kind == "heading" and b.page > first),
        furniture=tuple(_furniture(layout)),
        blocks=tuple(_line(block) for block in texts),
        cells=tuple(
            cell.passage.text
            for block in layout.blocks
            if isinstance(block, TableBlock)
            for cell in block.cells
            if cell.passage
        ),
        links=tuple(link.target for page in layout.pages for link in page.links),
        file_name=file_name,
        pages=len(layout.pages),
    )


def _line(block: TextBlock) -> Line:
    words, top = block.passage.words, block.box.top
    return Line(block.passage.text, block.page, block.size, top, block.bold, _sure(words))


def _cover(layout: Layout, texts: list[TextBlock], first: int) -> Iterator[Line]:
    """The lines of the cover, furniture that stands only there counted in; else the page's top."""
    page = next((page for page in layout.pages if page.number == first), None)
    if page is None:
        return
    own = [_line(block) for block in texts if block.page == first]
    lost = [word for word in page.words if word.key in layout.furniture]
    lines = sorted([*own, *_lines_of(lost)], key=lambda line: line.top)
    if len(page.words) <= COVER_WORDS:
        yield from lines
        return
    yield from [line for line in lines if line.top <= page.height * TOP_SHARE][:TOP_LINES]


def _furniture(layout: Layout) -> Iterator[str]:
    for page in layout.pages:
        yield from (line.text for line in _lines_of(_furniture_words(layout, page)))


def _furniture_words(layout: Layout, page: Page) -> list[Word]:
    return [word for word in page.words if word.key in layout.furniture]


def _lines_of(words: list[Word]) -> Iterator[Line]:
    """Words to lines by their height on the page."""
    row: list[Word] = []
    for word in sorted(words, key=lambda w: (w.middle[1], w.box.x0)):
        if row and abs(word.middle[1] - row[-1].middle[1]) > SAME_LINE * row[-1].box.height:
            yield _row(row)
            row = []
        row.append(word)
    if row:
        yield _row(row)


def _row(words: list[Word]) -> Line:
    ordered = sorted(words, key=lambda word: word.box.x0)
    first = ordered[0]
    text = " ".join(word.text for word in ordered)
    size = max(word.size for word in ordered)
    return Line(text, first.page, size, first.box.top, first.bold, _sure(ordered))


def _sure(words: Sequence[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 1.0
