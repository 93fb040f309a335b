"""Small pages set by hand: words at a place, lines of words, with size and weight."""

from __future__ import annotations

from collections.abc import Iterable

from planextract.layout.lines import Line, make_line
from planextract.model.layout import TextBlock
from planextract.model.page import Box, Fill, Page, Word

LETTER = 0.5
"""Width of a letter, in font sizes."""
SPACE = 0.28
WIDTH, HEIGHT = 595.0, 842.0


class Sheet:
    """A page that is written on line by line."""

    def __init__(self, number: int = 1, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.number, self.width, self.height = number, width, height
        self.words: list[Word] = []
        self.fills: list[Fill] = []

    def line(
        self, text: str, x: float = 70.0, top: float = 100.0, size: float = 10.0, bold: bool = False
    ) -> Line:
        """Write a line; ``**`` around a word makes it bold."""
        made = []
        for token in text.split(" "):
            strong = token.startswith("**")
            token = token.strip("*")
            right = x + len(token) * LETTER * size
            box = Box(x, top, right, top + size)
            made.append(Word(token, box, self.number, len(self.words), size, bold=bold or strong))
            self.words.append(made[-1])
            x = right + SPACE * size
        return make_line(made)

    def lines(
        self, texts: Iterable[str], x: float = 70.0, top: float = 100.0, size: float = 10.0,
        bold: bool = False, pitch: float = 1.25,
    ) -> list[Line]:  # fmt: skip
        """Write lines below each other, ``pitch`` font sizes apart."""
        return [
            self.line(text, x, top + at * pitch * size, size, bold) for at, text in enumerate(texts)
        ]

    def shade(
        self, x0: float, top: float, x1: float, bottom: float, color: str = "#ddeeff"
    ) -> None:
        self.fills.append(Fill(Box(x0, top, x1, bottom), color))

    @property
    def page(self) -> Page:
        return Page(
            self.number, self.width, self.height, tuple(self.words), fills=tuple(self.fills)
        )


def texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def said(blocks: Iterable[TextBlock]) -> list[tuple[str, str, str]]:
    """What blocks are: kind, marker, text."""
    return [(block.kind, block.marker, block.passage.text) for block in blocks]
