"""Plain text and Markdown as pages: a word for each run of letters, placed by line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planextract.model.page import Box, Page, Verdict, Word
from planextract.model.source import Source

PAGE_MARK = re.compile(r"\f|^[ \t]*<!--\s*(?:side|page)\s*\d*\s*-->[ \t]*$", re.I | re.M)
COLUMN, LINE = 6.0, 12.0
"""Points that a character and a line take: 10-point type of one width."""
SIZE = 10.0


def read_plain(source: Source) -> list[Page]:
    """The pages of a text; a form feed or a comment ``<!-- side N -->`` begins a new one."""
    text = source.data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    parts = [part for part in PAGE_MARK.split(text)]
    kept = [part for part in parts if part.strip()] or [""]
    return [_page(part, number) for number, part in enumerate(kept, 1)]


def _page(text: str, number: int) -> Page:
    lines = text.expandtabs(4).strip("\n").split("\n")
    words = tuple(_words(lines, number))
    width = COLUMN * max((len(line) for line in lines), default=1)
    return Page(number, width, LINE * len(lines), words, verdict=Verdict("digital"))


def _words(lines: list[str], number: int) -> Iterator[Word]:
    index = 0
    for row, line in enumerate(lines):
        for found in re.finditer(r"\S+", line):
            box = Box(
                COLUMN * found.start(), LINE * row, COLUMN * found.end(), LINE * row + SIZE
            )
            yield Word(found[0], box, number, index, SIZE)
            index += 1
