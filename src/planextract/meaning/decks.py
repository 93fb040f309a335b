"""Slide decks: what tells one, and which slides begin a plan."""

from __future__ import annotations

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
    return {
        page
        for page, blocks in found.items()
        if len(blocks) <= TITLE_BLOCKS
        and all(isinstance(b, TextBlock) and b.kind != "item" for b in blocks)
        and isinstance(blocks[0], TextBlock)
        and blocks[0].kind == "heading"
        and all(
            isinstance(b, TextBlock) and len(b.passage.text.split()) <= TITLE_WORDS for b in blocks
        )
    }


def _is_short(block: Block) -> bool:
    return isinstance(block, TextBlock) and len(block.passage.text.split()) <= TITLE_WORDS
