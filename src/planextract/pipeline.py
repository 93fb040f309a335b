"""A run from file to plan: the order of the stages, and nothing else."""

from __future__ import annotations

from pathlib import Path

from planextract.intake import open_source
from planextract.layout.compose import compose
from planextract.meaning.understand import understand
from planextract.model.plan import Plan
from planextract.output.assemble import assemble
from planextract.reading.pages import read_pages
from planextract.repair.layout import mend_layout
from planextract.rereading import judge_pages, read_anew
from planextract.settings import Settings


def extract(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read one document as validated data; raises a PlanExtractError where it cannot be read."""
    settings = settings or Settings()
    source = open_source(Path(path))
    judged = judge_pages(read_pages(source))
    pages, troubles = read_anew(source, judged, settings)
    layout, suspects = mend_layout(compose(pages), settings.lexicon)
    reading = understand(layout, source.name)
    said = [*troubles, *suspects, *reading.diagnostics]
    return assemble(source, layout, reading.found, reading.info, said)
