"""Plain text and Markdown as pages: words placed by line and column, Markdown's marks as type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planextract.model.page import Box, Page, Verdict, Word
from planextract.model.source import Source
from planextract.reading.markdown import Line, marked_lines, plain_lines, table_rules

PAGE_MARK = re.compile(
    r"\f|^[ \t]*(?:<!--\s*(?:side|page)\s*\d*\s*-->|side\s+\d{1,3}(?:\s+av\s+\d{1,3})?)[ \t]*$",
    re.I | re.M,
)
COLUMN, PITCH = 5.0, 12.0
"""Points that a character and a line take."""
HEIGHT = 10.0
SPACE_TAKEN = 2.5
"""Points of the space after a word that count as the word's: a lone space is then as narrow as
in print, a quarter of the letters' height, and parts no columns."""


def read_plain(source: Source) -> list[Page]:
    """The pages of a text; a form feed, ``<!-- side N -->`` or ``Side N`` alone parts two."""
    text = source.data.decode(_encoding(source.data), errors="replace").replace("\r\n", "\n")
    marked = source.media_type == "text/markdown" or source.name.lower().endswith(".md")
    kept = [part for part in PAGE_MARK.split(text) if part.strip()] or [""]
    return [_page(part, number, marked) for number, part in enumerate(kept, 1)]


def _encoding(data: bytes) -> str:
    """UTF-8 or UTF-16 as the bytes say; else the Windows page that old Norwegian texts are in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _page(text: str, number: int, marked: bool) -> Page:
    raw = text.expandtabs(4).strip("\n").split("\n")
    lines = marked_lines(raw) if marked else plain_lines(raw)
    words = tuple(_words(lines, number))
    width = COLUMN * max((len(line.text) + line.indent for line in lines), default=1) + 2 * COLUMN
    return Page(
        number,
        width,
        PITCH * (len(lines) + 1),
        words,
        rules=table_rules(lines, COLUMN, PITCH),
        verdict=Verdict("digital"),
    )


def _words(lines: list[Line], number: int) -> Iterator[Word]:
    index = 0
    for row, line in enumerate(lines):
        for start, text, bold in line.words():
            left = COLUMN * (line.indent + start)
            top = PITCH * row
            box = Box(left, top, left + COLUMN * len(text) + SPACE_TAKEN, top + HEIGHT)
            yield Word(text, box, number, index, line.size, bold=bold or line.bold)
            index += 1
