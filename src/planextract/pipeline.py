"""A run from file to plan: the order of the stages, and nothing else."""

from __future__ import annotations

from pathlib import Path

from planextract.intake import open_source
from planextract.layout.compose import compose
from planextract.meaning.understand import understand
from planextract.model.plan import Plan
from planextract.output.assemble import assemble
from planextract.reading.pages import read_pages
from planextract.settings import Settings


def extract(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read one document as validated data; raises a PlanExtractError where it cannot be read."""
    settings = settings or Settings()
    source = open_source(Path(path))
    pages, troubles = read_pages(source, settings)
    layout = compose(pages)
    reading = understand(layout, source.name)
    return assemble(source, layout, reading.found, reading.info, [*troubles, *reading.diagnostics])
