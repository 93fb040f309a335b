"""A layout's units in reading order, with what stands above each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.units.card_tables import card_units, is_card
from planextract.meaning.units.chains import Chain, read_chains
from planextract.meaning.units.headlines import Headlines, find_headlines
from planextract.meaning.units.label_lines import label_lines
from planextract.meaning.units.repeated_labels import with_repeated_labels
from planextract.meaning.units.runs import find_runs
from planextract.meaning.units.tables import table_units
from planextract.meaning.units.text import text_units
from planextract.meaning.units.unit import Unit
from planextract.model.layout import Layout, TableBlock, TextBlock
from planextract.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a document; all else by the place of a unit in ``all``."""

    all: tuple[Unit, ...]
    headlines: Headlines
    """Which units stand above others as headings, and how high."""
    runs: tuple[int, ...]
    """For each unit the place of the first unit of its list; itself where it is in none."""
    parents: tuple[int, ...]
    """For each unit the place of the item that it hangs under, or -1."""
    leads: tuple[int, ...]
    """For each unit the place of the unit that leads in its list or follows above it, or -1."""
    chains: dict[int, Chain]
    """The chain of each table, by the table's place among the blocks."""


def gather(layout: Layout) -> Units:
    """Everything in a layout that can have a role."""
    chains = read_chains(layout.blocks)
    named = label_lines(layout.blocks)
    found: list[Unit] = []
    for at, block in enumerate(layout.blocks):
        if isinstance(block, TableBlock) and is_card(block):
            found += card_units(block, at, len(found))
        elif isinstance(block, TableBlock):
            found += table_units(block, at, len(found), chains[at])
        elif block.passage and at not in named.values():
            label = layout.blocks[named[at]] if at in named else None
            above = label.passage if isinstance(label, TextBlock) else Passage()
            found += text_units(block, at, len(found), above)
    units = tuple(with_repeated_labels(found, find_headlines(found).ranks))
    headlines = find_headlines(units)
    runs = find_runs(units, headlines)
    return Units(units, headlines, runs.starts, runs.parents, _leads(units, runs.starts), chains)


def _leads(units: Sequence[Unit], runs: Sequence[int]) -> tuple[int, ...]:
    """The unit right before a run or a table: its lead-in, whatever it says."""
    found: list[int] = []
    start = 0
    for at, unit in enumerate(units):
        if at == 0 or unit.block != units[at - 1].block:
            start = at
        if unit.whole is not None:
            found.append(found[unit.whole])
            continue
        before = (start if unit.spot else runs[at]) - 1
        while before >= 0 and units[before].kind == "sentence":
            before -= 1
        found.append(before)
    return tuple(found)
