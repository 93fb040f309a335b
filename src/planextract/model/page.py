"""What stands on a page, however it was read: words, ruling lines, shaded areas.

Boxes are PDF points from the top left of the page as a person sees it (crop box and
rotation undone), ``x0 <= x1`` and ``top <= bottom``, as pdfplumber has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planextract.model.records import record

PageKind = Literal["digital", "scan", "bad_layer", "mixed", "garbled", "blank"]
Method = Literal["text", "ocr", "layer"]


class Box(NamedTuple):
    """A rectangle in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in the box, its edges counted in."""
        x0, top, x1, bottom = self
        return x0 <= x <= x1 and top <= y <= bottom

    def overlap(self, other: Box) -> float:
        """The area that both boxes cover, in square points."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all; raises ValueError for none."""
        x0, top, x1, bottom = zip(*boxes, strict=True)
        return Box(min(x0), min(top), max(x1), max(bottom))


@record(frozen=True, slots=True)
class Word:
    """One word as read, before any repair."""

    text: str
    box: Box
    page: int
    """1-based."""
    index: int
    """Place in the page's own order; (page, index) names the word in a document."""
    size: float = 10.0
    """Font size in points; for OCR, the height of the line's letters scaled to it."""
    bold: bool = False
    italic: bool = False
    color: str = "#000000"
    confidence: float = 1.0
    """1.0 for a text layer; the engine's own figure, 0 to 1, for OCR."""
    upright: bool = True
    """False for a word set sideways (a rotated header cell)."""

    @property
    def key(self) -> tuple[int, int]:
        return (self.page, self.index)

    @property
    def middle(self) -> tuple[float, float]:
        x0, top, x1, bottom = self.box
        return ((x0 + x1) / 2, (top + bottom) / 2)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: horizontal where x0 < x1, vertical where top < bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return (self.x1 - self.x0) >= (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle that is no rule: shading of a cell, a card, a Gantt bar."""

    box: Box
    color: str
    """``#rrggbb``."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation: where it stands and what it points to."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What was measured on a page to judge its kind."""

    words: int = 0
    picture_share: float = 0.0
    """Share of the page covered by pictures, 0 to 1."""
    invisible_share: float = 0.0
    """Share of the characters drawn in invisible text (render mode 3)."""
    unmapped_share: float = 0.0
    """Share of the characters without a usable Unicode mapping."""
    unknown_share: float = 0.0
    """Share of the words unknown in both nn and nb."""
    damage: float = 0.0
    """The variant gate: 0 undamaged, 1 every frequent æøå word damaged."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of page it is, and why, in words a person reads."""

    kind: PageKind
    reasons: tuple[str, ...] = ()
    signals: Signals = Signals()


@dataclass(frozen=True, slots=True)
class Page:
    """One page, the same for a digital page, a scan and a text file."""

    number: int
    """1-based."""
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    links: tuple[Link, ...] = ()
    method: Method = "text"
    verdict: Verdict = Verdict("digital")
