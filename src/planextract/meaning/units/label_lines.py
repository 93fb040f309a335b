"""Labels that stand apart from their text: "Ansvar" above "Rektor", a number in the margin.

A label on a line of its own is no heading: it names the one text below it. It is told by its shape
in the document: it names a kind of record or field, comes back, has one text below it, and then
the next such line. A number alone belongs to the text beside it, and a code to the text below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from planextract.meaning.concepts import names_kind
from planextract.meaning.naming import kind_named
from planextract.meaning.units.labelled import parts
from planextract.model.layout import Block, TextBlock

WORDS = 4
"""Words of a label on a line of its own."""
LONGEST = 60
"""Words of the text that it names; what is longer is a section with a heading."""
NUMBER = re.compile(r"^[A-ZÆØÅ]{0,2}[-.]?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?$")
OVERLAP = 0.5
"""Share of a number's height that the text beside it covers."""
AGAIN = 2
"""How often such a label comes back in the document, at the least."""


def label_lines(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that has its label on a line above, by its place, the place of that line."""
    lines = [_is_label(block) and _stands_out(blocks, at) for at, block in enumerate(blocks)]
    counts = Counter(_word(block) for block, line in zip(blocks, lines, strict=True) if line)
    found = _numbers(blocks)
    for at in range(len(blocks) - 1):
        if (
            not lines[at]
            or counts[_word(blocks[at])] < AGAIN
            or not _is_named(blocks, lines, at + 1)
        ):
            continue
        next_is_line = at + 2 < len(blocks) and lines[at + 2]
        if next_is_line or at - 1 in found:
            found[at + 1] = at
    return found


def _numbers(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that has its number beside or above it, the place of that number."""
    found: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or not NUMBER.match(block.passage.text):
            continue
        beside = [n for n in (at + 1, at - 1) if _stands_beside(blocks, at, n)]
        coded = not block.passage.text.strip(".)").isdigit() and _stands_above(blocks, at)
        if beside or coded:
            found[beside[0] if beside else at + 1] = at
    return found


def _stands_beside(blocks: Sequence[Block], at: int, other: int) -> bool:
    """Whether a number and a text stand on one line."""
    number = blocks[at]
    text = blocks[other] if 0 <= other < len(blocks) else number
    if not isinstance(text, TextBlock) or text is number or text.page != number.page:
        return False
    if NUMBER.match(text.passage.text):
        return False
    shared = min(number.box.bottom, text.box.bottom) - max(number.box.top, text.box.top)
    return shared >= OVERLAP * number.box.height


def _stands_above(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next block is a text on the same page."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(below, TextBlock) or below.page != blocks[at].page:
        return False
    return not NUMBER.match(below.passage.text) and below.box.top >= blocks[at].box.top


def _is_label(block: Block) -> bool:
    """Whether a block can be a label: a few words that name a kind of record or field."""
    if not isinstance(block, TextBlock) or block.kind == "item":
        return False
    text = block.passage.text.rstrip(" :")
    if not 0 < len(text.split()) <= WORDS or text.endswith(".") or ":" in text:
        return False
    return names_kind(text.split()[0]) or kind_named(text) is not None


def _stands_out(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is set otherwise than the text below it."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    return not isinstance(below, TextBlock) or _look(blocks[at]) != _look(below)


def _look(block: Block) -> tuple[object, ...]:
    if not isinstance(block, TextBlock):
        return ()
    return (round(block.size, 1), block.bold, block.color, block.passage.text.isupper())


def _is_named(blocks: Sequence[Block], lines: Sequence[bool], at: int) -> bool:
    """Whether a block can be the one text below a label."""
    block = blocks[at]
    if not isinstance(block, TextBlock) or block.kind != "paragraph" or lines[at]:
        return False
    text = block.passage.text
    labelled = bool(parts(block.passage, line=True)[0])
    return len(text.split()) <= LONGEST and not text.endswith(":") and not labelled


def _word(block: Block) -> str:
    """The letters of a label, its number left out."""
    return (
        "".join(c for c in block.passage.text.lower() if c.isalpha())
        if isinstance(block, TextBlock)
        else ""
    )
