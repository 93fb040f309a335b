"""Small layouts written as lines of text with their sizes."""

from __future__ import annotations

from typing import Any

from planextract.model.layout import Layout, TextBlock
from planextract.model.page import Box, Link, Page, Word
from planextract.model.passage import Passage

Line = tuple[str, float]


def layout(*pages: list[Line], footer: str = "", links: tuple[str, ...] = ()) -> Layout:
    """Pages of lines with their sizes; lines of 14 points and more are headings."""
    blocks: list[TextBlock] = []
    made: list[Page] = []
    furniture: set[tuple[int, int]] = set()
    for number, lines in enumerate(pages, start=1):
        words: list[Word] = []
        top = 60.0
        for text, size in [*lines, *([(footer, 8.0)] if footer else [])]:
            own = list(words_of(text, number, len(words), top, size))
            words += own
            if text == footer:
                furniture.update(word.key for word in own)
            else:
                kind: Any = "heading" if size >= 14 else "paragraph"
                box = Box.around(word.box for word in own)
                blocks.append(TextBlock(kind, Passage.of(own), number, box, size))
            top += size * 2
        made.append(Page(number, 595.0, 842.0, tuple(words), links=page_links(links, number)))
    return Layout(tuple(made), tuple(blocks), frozenset(furniture))


def words_of(text: str, page: int, first: int, top: float, size: float) -> list[Word]:
    left, made = 70.0, []
    for place, text_ in enumerate(text.split()):
        right = left + len(text_) * size * 0.5
        made.append(Word(text_, Box(left, top, right, top + size), page, first + place, size))
        left = right + size * 0.3
    return made


def page_links(links: tuple[str, ...], number: int) -> tuple[Link, ...]:
    return tuple(Link(Box(0, 0, 1, 1), target) for target in links) if number == 1 else ()
