"""Text that a column or page break cut in two, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.layout.joining import join_cut
from planextract.layout.wrapping import FIT_SLACK, SENTENCE_END, SPACE
from planextract.model.layout import Block, TextBlock

SAME_SIZE = 0.6
"""Points by which the type of the two halves may differ."""


def join_flow(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each paragraph or item that goes on elsewhere made one."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(above, TextBlock) and isinstance(block, TextBlock) and _cut(above, block):
            joined[-1] = replace(above, passage=join_cut(above.passage, block.passage))
        else:
            joined.append(block)
    return joined


def _cut(above: TextBlock, below: TextBlock) -> bool:
    """Whether the second block is the rest of the first, across a break."""
    if "heading" in (above.kind, below.kind) or below.marker:
        return False
    if (above.page, above.column) == (below.page, below.column):
        return False
    if below.page > above.page + 1 or abs(above.size - below.size) > SAME_SIZE:
        return False
    if above.bold != below.bold or SENTENCE_END.search(above.passage.text):
        return False
    return below.passage.text[:1].islower() and not _ends_early(above, below)


def _ends_early(above: TextBlock, below: TextBlock) -> bool:
    """Whether the first word of the second block would have fitted below the first."""
    words = below.passage.words
    if not above.right or not above.line_boxes or not words:
        return False
    needed = SPACE * above.size + FIT_SLACK * words[0].box.width
    return above.line_boxes[-1].x1 + needed < above.right - 0.5 * above.size
