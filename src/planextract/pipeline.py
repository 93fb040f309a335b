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


def read(path: str | Path, settings: Settings | None = None) -> Run:
    """All stages on one document; raises a PlanExtractError where it cannot be read."""
    settings = settings or Settings()
    source = open_source(Path(path))
    judged = judge_pages(read_pages(source))
    pages, troubles = read_anew(source, judged, settings)
    parted, mixed = part_columns(compose(pages), join_words)
    layout, suspects = mend_layout(parted, settings.lexicon)
    reading = understand(layout, source.name)
    return Run(source, layout, reading, [*troubles, *mixed, *suspects, *reading.diagnostics])


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
