"""Chapters within a plan that hold none of its measures: budget tables, statistics, minutes.

The heading names the chapter; it counts only where what stands below is like it: figures in
the tables, no columns of a plan, no headings of aims or measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planextract.meaning.document_evidence import document_evidence
from planextract.meaning.document_kinds import kinds
from planextract.model.layout import Layout, TextBlock

NUMBER = re.compile(
    r"^(?:(?:kapittel|kap\.?|del|vedlegg)\s*)?[\dIVXA-H]{0,3}(?:\.\d+)*[\s.:)–-]+", re.IGNORECASE
)
YEARS = re.compile(r"\s*(?:\(?(?:19|20)\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?\)?)\s*$")
NAMED = 0.75
"""What a heading that is the name of such a chapter says."""
LIKE_PLAN = 0.45
"""What each sign of measures below it says against."""
FIGURES = 0.3
"""What tables of nothing but figures say for it."""
EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter without measures, by the places of its blocks, both counted in."""

    kind: str
    title: str
    first: int
    last: int
    strength: float


def find_chapters(layout: Layout, first: int, last: int) -> Iterator[Chapter]:
    """The chapters between two blocks that hold no measures, the outermost of them."""
    at = first + 1
    while at <= last:
        chapter = _chapter_at(layout, at, last)
        if chapter:
            yield chapter
        at = chapter.last + 1 if chapter else at + 1


def _chapter_at(layout: Layout, at: int, last: int) -> Chapter | None:
    """The chapter that begins at a block, if it is such a heading and such a chapter."""
    block = layout.blocks[at]
    if not isinstance(block, TextBlock) or block.kind != "heading":
        return None
    kind = _named(block.passage.text)
    if kind is None:
        return None
    end = _end(layout, at, block.level, last)
    strength = _strength(layout, at, end)
    return Chapter(kind, block.passage.text, at, end, strength) if strength >= EVEN else None


def _named(heading: str) -> str | None:
    """The kind of chapter that a heading is the name of, its number and years left out."""
    plain = YEARS.sub("", NUMBER.sub("", heading.strip())).strip(" .:–-").lower()
    return next((kind.name for kind in kinds() if plain in kind.chapter), None)


def _end(layout: Layout, at: int, level: int, last: int) -> int:
    """The last block below a heading: before the next one of its level or above."""
    for place in range(at + 1, last + 1):
        block = layout.blocks[place]
        if isinstance(block, TextBlock) and block.kind == "heading" and block.level <= level:
            return place - 1
    return last


def _strength(layout: Layout, at: int, end: int) -> float:
    """How sure it is that nothing below a heading is a measure."""
    numbers = document_evidence(_below(layout, at, end))
    signs = ("plan_tables", "act_headings", "aim_headings", "measures_listed")
    against = sum(min(1.0, 2 * numbers[sign]) for sign in signs)
    sure = NAMED + FIGURES * numbers["figure_cells"] - LIKE_PLAN * against
    return round(max(0.0, min(1.0, sure)), 3)


def _below(layout: Layout, at: int, end: int) -> Layout:
    return Layout((), layout.blocks[at + 1 : end + 1], layout.furniture)
