"""The blocks and cells of damaged pages repaired, all of a document in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planextract.model.layout import Block, Cell, Layout, TextBlock
from planextract.model.passage import Passage
from planextract.model.plan import Diagnostic
from planextract.repair.passages import SuspectWord, mend

DAMAGED_KINDS = ("bad_layer", "garbled", "mixed")
"""Kinds of page whose text may be repaired; what OCR read anew is left (measured: no gain)."""


def mend_layout(layout: Layout, lexicon: Sequence[str] = ()) -> tuple[Layout, list[Diagnostic]]:
    """The layout with its damaged pages repaired, and the words that look damaged still."""
    damaged = {
        page.number: page.verdict.signals.damage
        for page in layout.pages
        if page.method != "ocr" and page.verdict.kind in DAMAGED_KINDS
    }
    if not damaged:
        return layout, []
    passages = [p for block in layout.blocks if block.page in damaged for p in _passages(block)]
    mended, suspects = mend(passages, max(damaged.values()), lexicon=lexicon)
    queue = iter(mended)
    blocks = tuple(
        _with(block, queue) if block.page in damaged else block for block in layout.blocks
    )
    return replace(layout, blocks=blocks), [_said(word) for word in suspects]


def _passages(block: Block) -> Iterator[Passage]:
    if isinstance(block, TextBlock):
        yield block.passage
        return
    for cell in block.cells:
        yield cell.passage
        yield from cell.items
        yield from cell.parts


def _with(block: Block, queue: Iterator[Passage]) -> Block:
    """The block with its passages taken from the queue, in the order of ``_passages``."""
    if isinstance(block, TextBlock):
        return replace(block, passage=next(queue))
    return replace(block, cells=tuple(_cell(cell, queue) for cell in block.cells))


def _cell(cell: Cell, queue: Iterator[Passage]) -> Cell:
    passage = next(queue)
    items = tuple(next(queue) for _ in cell.items)
    return replace(cell, passage=passage, items=items, parts=tuple(next(queue) for _ in cell.parts))


def _said(word: SuspectWord) -> Diagnostic:
    candidates = ", ".join(f"«{c}»" for c in word.candidates[:3])
    may = f"; it may have been {candidates}" if candidates else ""
    return Diagnostic(
        code="suspect_word",
        severity="info",
        message=f"«{word.word}» looks damaged and was left as it stands{may}.",
        page=word.words[0].page if word.words else None,
    )
