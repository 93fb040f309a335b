"""Slide decks: what tells one, and which slides begin a plan."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.meaning.fields import split_fields
from planextract.meaning.headings import SECTIONS
from planextract.meaning.labels import read_label
from planextract.model.layout import Block, Layout, TextBlock

SLIDE_WORDS = 250
"""Words on a slide at most; a landscape page of tables has more."""
DECK_SHARE = 0.6
"""Share of the pages that are slides in a deck."""
TITLE_BLOCKS = 3
"""Blocks on a title slide at most: title, subtitle, date."""
TITLE_WORDS = 12
"""Words in each of them at most."""


def is_deck(layout: Layout) -> bool:
    """Whether most pages are wider than high and hold little text: slides."""
    wide = [p for p in layout.pages if p.width > p.height and len(p.words) < SLIDE_WORDS]
    return len(wide) > DECK_SHARE * len(layout.pages)


def title_slides(layout: Layout) -> set[int]:
    """Pages with a title and hardly anything else: a plan or a part begins."""
    found: dict[int, list[Block]] = {}
    for block in layout.blocks:
        found.setdefault(block.page, []).append(block)
    return {page for page, blocks in found.items() if _is_title(blocks)}


def _is_title(blocks: Sequence[Block]) -> bool:
    first = blocks[0]
    return (
        len(blocks) <= TITLE_BLOCKS
        and isinstance(first, TextBlock)
        and first.kind == "heading"
        and all(map(_is_short, blocks))
        and not any(map(_is_of_record, blocks))
    )


def _is_short(block: Block) -> bool:
    return (
        isinstance(block, TextBlock)
        and block.kind != "item"
        and len(block.passage.text.split()) <= TITLE_WORDS
    )


def _is_of_record(block: Block) -> bool:
    """Whether a line is an action ("Tiltak 1: …"), a field of one, or names the vision."""
    if not isinstance(block, TextBlock):
        return False
    label = read_label(block.passage.text, heading=True)
    if label is None:
        return bool(split_fields(block.passage)[1])
    named = label.explicit and SECTIONS.get(label.role) == "actions"
    return named or label.role == "vision" or bool(split_fields(block.passage)[1])
