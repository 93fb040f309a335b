"""A run from file to plan: the order of the stages, and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planextract.intake import open_source
from planextract.layout.compose import compose
from planextract.layout.joining import join_words
from planextract.meaning.roles.weights import Weights
from planextract.meaning.run_together import part_columns
from planextract.meaning.understand import Understanding, understand
from planextract.model.layout import Layout
from planextract.model.plan import Diagnostic, Plan
from planextract.model.source import Source
from planextract.output.assemble import assemble
from planextract.reading.pages import read_pages
from planextract.repair.layout import mend_layout
from planextract.rereading import judge_pages, read_anew
from planextract.settings import Settings


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One document as a layout, before it is understood."""

    source: Source
    layout: Layout
    said: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class Run:
    """What the stages made of one document, before it is assembled."""

    source: Source
    layout: Layout
    reading: Understanding
    said: list[Diagnostic]

    def plan(self) -> Plan:
        """The published plan."""
        found, info = self.reading.found, self.reading.info
        return assemble(self.source, self.layout, found, info, self.said)


def lay_out(path: str | Path, settings: Settings | None = None) -> LaidOut:
    """The stages up to the mended layout; raises a PlanExtractError where it cannot be read."""
    settings = settings or Settings()
    source = open_source(Path(path))
    judged = judge_pages(read_pages(source))
    pages, troubles = read_anew(source, judged, settings)
    parted, mixed = part_columns(compose(pages), join_words)
    layout, suspects = mend_layout(parted, settings.lexicon)
    return LaidOut(source, layout, [*troubles, *mixed, *suspects])


def read(path: str | Path, settings: Settings | None = None) -> Run:
    """All stages on one document; raises a PlanExtractError where it cannot be read."""
    return weigh(lay_out(path, settings))


def weigh(laid: LaidOut, weights: Weights | None = None) -> Run:
    """The stages from the layout on, by the weights that the package ships or by others."""
    reading = understand(laid.layout, laid.source.name, weights)
    return Run(laid.source, laid.layout, reading, [*laid.said, *reading.diagnostics])


def extract(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read one document as validated data; raises a PlanExtractError where it cannot be read."""
    with uncollected():
        return read(path, settings).plan()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector, as it was before in the end.

    Words and passages form no cycles, but the collector walks over all of them again and
    again: 15 to 25 % of the time on 100 pages of tables.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
