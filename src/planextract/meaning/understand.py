"""What a document says: its metadata, its records, their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from planextract.meaning.deadlines import Context
from planextract.meaning.metadata import MetadataReading, read_metadata
from planextract.meaning.repeats import merge_repeats
from planextract.meaning.values import settle_values
from planextract.meaning.walk import walk
from planextract.model.finding import Findings
from planextract.model.layout import Layout
from planextract.model.plan import Diagnostic, PlanInfo


@dataclass(slots=True)
class Understanding:
    """The metadata and findings of a document, and what a user must know of them."""

    info: PlanInfo
    found: Findings
    diagnostics: list[Diagnostic] = field(default_factory=list)


def understand(layout: Layout, file_name: str) -> Understanding:
    """Read a layout as a plan."""
    metadata = read_metadata(layout, file_name)
    found = walk(layout)
    settle_values(found, _context(metadata))
    merge_repeats(found)
    return Understanding(metadata.plan, found, metadata.diagnostics)


def _context(metadata: MetadataReading) -> Context:
    """What time expressions are read against: the plan's period, the document's date."""
    period = metadata.plan.period
    return Context(
        plan_start=_day(period.start if period else None, "-01-01"),
        plan_end=_day(period.end if period else None, "-12-31"),
        document_date=metadata.document_date,
        language=metadata.plan.language,
    )


def _day(text: str | None, rest: str) -> date | None:
    """A period's year or date as a day."""
    if not text:
        return None
    return date.fromisoformat(text if len(text) > 4 else text + rest)
