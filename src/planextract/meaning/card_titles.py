"""Headings that are actions without saying so: each has an owner or a deadline below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from planextract.meaning.fields import split_fields
from planextract.meaning.labels import read_label
from planextract.model.layout import Block, TextBlock
from planextract.model.passage import Passage

REACH = 7
"""Blocks below a title among which its fields stand."""
LEAST = 2
"""So many titles of one look have fields below them; a lone one is a cover's "Ansvarleg: …"."""
GOALS = ("vision", "main", "goal", "sub", "strategy")
ACTIONS = ("action", "oppdrag", "aktivitet", "klimatiltak", "investering")
CODE = re.compile(r"^(?P<code>[A-ZÆØÅ]{0,2}\d{1,3}(?:\.\d{1,2}){0,3})[.:)]?\s+(?=\S)")


def card_titles(blocks: Sequence[Block]) -> set[int]:
    """Places of the headings that are titles of actions set as cards.

    A numbered title without fields counts where most of its look have them.
    """
    looks: dict[tuple[int, bool], list[int]] = defaultdict(list)
    bare: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or block.kind != "heading":
            continue
        text = block.passage.text
        if read_label(text, heading=True) is not None:
            continue
        if _has_fields(blocks, at):
            looks[block.level, bool(CODE.match(text))].append(at)
        elif CODE.match(text):
            bare[block.level].append(at)
    found = {at for places in looks.values() if len(places) >= LEAST for at in places}
    for (level, coded), places in looks.items():
        if coded and len(places) > len(bare[level]):
            found.update(bare[level])
    return found


def _has_fields(blocks: Sequence[Block], at: int) -> bool:
    """Whether an owner or a deadline stands below a heading, before the next one."""
    for block in blocks[at + 1 : at + 1 + REACH]:
        if not isinstance(block, TextBlock):
            return False
        if _opens_own(block):
            return False
        _, fields = split_fields(block.passage)
        if any(role in ("owner", "deadline") for role, _, _ in fields):
            return True
        if block.kind == "heading" and not fields:
            return False
    return False


def _opens_own(block: TextBlock) -> bool:
    """Whether a block is a goal or an action by its label, whose fields are its own."""
    label = read_label(block.passage.text, heading=block.kind == "heading")
    return label is not None and label.role in (*GOALS, *ACTIONS)


def split_code(title: Passage) -> tuple[str | None, Passage]:
    """A title's number ("A1", "2.3") and the rest of it."""
    found = CODE.match(title.text)
    return (found["code"], title[found.end() :]) if found else (None, title)
