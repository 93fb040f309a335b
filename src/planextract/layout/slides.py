"""Slides: the title is read first, wherever it stands beside a box."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.model.layout import Block, TextBlock
from planextract.model.page import Page

TITLE_ZONE = 0.3
"""Upper share of a slide in which its title stands."""


def title_first(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page; on one wider than high the largest heading at the top leads.

    A list that ends above it goes on from the page before, and stays where it is.
    """
    found = list(blocks)
    titles = [
        block
        for block in found
        if isinstance(block, TextBlock)
        and block.kind == "heading"
        and block.box.bottom < TITLE_ZONE * page.height
    ]
    if page.width <= page.height or not titles:
        return found
    title = max(titles, key=lambda block: block.size)
    found.remove(title)
    before = [block for block in found if _ends_above(block, title)]
    return [*before, title, *(block for block in found if block not in before)]


def _ends_above(block: Block, title: TextBlock) -> bool:
    listed = isinstance(block, TextBlock) and block.kind == "item"
    return listed and block.box.bottom <= title.box.top
