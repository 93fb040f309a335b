"""Watermarks: large slanting words under the text ("HØRINGSUTKAST"), which belong to no line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.model.page import Page, Word

LARGE = 24.0
"""Points; a slanting or sideways word this large is no header of a column."""


def without_watermarks(pages: Sequence[Page]) -> tuple[list[Page], set[tuple[int, int]]]:
    """The pages without the words of their watermarks, and the keys of those."""
    kept: list[Page] = []
    marks: set[tuple[int, int]] = set()
    for page in pages:
        slanting = {word.key for word in page.words if not word.upright and _is_mark(word)}
        marks |= slanting
        if slanting:
            page = replace(page, words=tuple(w for w in page.words if w.key not in slanting))
        kept.append(page)
    return kept, marks


def _is_mark(word: Word) -> bool:
    """Large, or set neither level nor upright: then its box is wide and high at once."""
    across = min(word.box.width, word.box.height)
    return word.size >= LARGE or across > 2 * word.size
