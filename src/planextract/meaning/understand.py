"""What a document says: its metadata, its records, their values."""

from __future__ import annotations

from dataclasses import dataclass, field

from planextract.meaning.deadlines import Context
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
    info = PlanInfo()
    found = walk(layout)
    settle_values(found, Context())
    merge_repeats(found)
    return Understanding(info, found)
