"""Running headers and footers, page numbers, contents lists: words that are no content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from planextract.layout.lines import Line
from planextract.layout.styles import LARGER
from planextract.lexicons import words_of
from planextract.model.page import Page

EDGE = 0.12
"""Headers and footers stand within this share of the page height from its edge."""
LEAST_REPEATS = 3
SHARE_REPEATS = 0.4
"""Repeated at one place on this share of the pages (and at least three) is furniture."""
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
CONTENTS_ENTRY = re.compile(r"\S.*?\s\d{1,3}$")
PAGE_NUMBER = re.compile(
    r"^(?:(?:side|s\.|page|p\.)\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:av|of|/)\s*\d{1,4})?$", re.I
)


def find_furniture(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]], body: float
) -> set[tuple[int, int]]:
    """Keys of the words of furniture; ``lines`` holds the lines of each page."""
    found: set[tuple[int, int]] = set()
    for line in [*_running(pages, lines, body), *_page_numbers(pages, lines)]:
        found.update(word.key for word in line.words)
    for page_lines in lines:
        for line in _contents(page_lines):
            found.update(word.key for word in line.words)
    return found


def _at_edge(page: Page, line: Line) -> bool:
    margin = EDGE * page.height
    return line.box.bottom <= margin or line.box.top >= page.height - margin


def _pattern(text: str) -> str:
    """A line's text with its numbers left open: ``Side 3 av 20`` is like ``Side 4 av 20``."""
    return re.sub(r"\d+", "#", text.lower()).strip()


def _running(pages: Sequence[Page], lines: Sequence[Sequence[Line]], body: float) -> list[Line]:
    """Lines that stand at the same place, with the same words, on many pages."""
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page, page_lines in zip(pages, lines, strict=True):
        for line in page_lines:
            if _at_edge(page, line) and line.size < LARGER * body:
                from_edge = min(line.box.top, page.height - line.box.bottom)
                places[_pattern(line.text), round(from_edge / 6)].append(line)
    needed = max(LEAST_REPEATS, SHARE_REPEATS * len(pages)) if len(pages) < 12 else LEAST_REPEATS
    merged: dict[str, float] = defaultdict(float)
    for (text, _), found in places.items():
        repeats = len({line.page for line in found})
        foot = found[0].box.top > pages[0].height / 2
        counts = repeats > 1 and foot and _counts_pages(found)
        merged[text] = max(merged[text], needed if counts else repeats)
    return [line for (text, _), found in places.items() for line in found if merged[text] >= needed]


def _counts_pages(lines: Sequence[Line]) -> bool:
    """Whether the last number of lines alike goes up with the page: "Ungdomsplan 7"."""
    steps = [re.findall(r"\d{1,3}$", line.text) for line in lines]
    if not all(steps):
        return False
    return len({int(found[0]) - line.page for found, line in zip(steps, lines, strict=True)}) == 1


def _page_numbers(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> list[Line]:
    """Lone numbers in the outer tenth of a page, as ``7``, ``Side 7 av 20``, ``- 7 -``."""
    return [
        line
        for page, page_lines in zip(pages, lines, strict=True)
        for line in page_lines
        if _at_edge(page, line) and PAGE_NUMBER.match(line.text) and _outermost(line, page_lines)
    ]


def _outermost(line: Line, page_lines: Sequence[Line]) -> bool:
    """Whether no line stands nearer to the page edge, or all nearer ones are beside it."""
    tops = [other.box.top for other in page_lines]
    return (
        line.box.top <= min(tops) + line.box.height
        or line.box.bottom >= max(other.box.bottom for other in page_lines) - line.box.height
    )


def _contents(page_lines: Sequence[Line]) -> list[Line]:
    """The entries of a contents list: dotted leaders, or lines that end in page numbers."""
    dotted = [line for line in page_lines if LEADERS.search(line.text)]
    if len(dotted) >= 3:
        return [*dotted, *_heading_of_contents(page_lines)]
    heading = _heading_of_contents(page_lines)
    if not heading:
        return []
    below = [
        line
        for line in page_lines
        if line.box.top > heading[0].box.top
        and (CONTENTS_ENTRY.match(line.text) or PAGE_NUMBER.match(line.text))
    ]
    return [*heading, *_whole_rows(below, page_lines)] if len(below) >= 3 else []


def _heading_of_contents(page_lines: Sequence[Line]) -> list[Line]:
    names = words_of("structure", "contents")
    return [line for line in page_lines if line.text.lower().strip(" :.") in names][:1]


def _whole_rows(found: Sequence[Line], page_lines: Sequence[Line]) -> list[Line]:
    """The lines found with the pieces of text that stand on the same baseline."""
    return [
        line
        for line in page_lines
        if any(abs(line.box.bottom - entry.box.bottom) < 0.5 * entry.box.height for entry in found)
    ]
