"""A document that only looks unlike a plan, and is one by what is read in it.

How a document is set and written (figures in its tables, what it says of the past) tells most
kinds apart, but not all: a plan may have tables of figures alone. Where nothing names it as
another kind, its records decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.meaning.document_type import OTHER, PLAN, Part
from planextract.meaning.roles.confidence import record_places
from planextract.meaning.roles.weights import Weights
from planextract.meaning.units.gather import gather
from planextract.model.layout import Layout

ENOUGH = 10.0
"""Records that are likely right from which it is a plan: of the fitted documents, read by weights
without their plan file, no other had so many, and ten of the eleven plans in doubt had more."""


def told_by_records(layout: Layout, parts: Sequence[Part], weights: Weights) -> list[Part]:
    """The parts; a document of no named kind is a plan where it holds enough records."""
    if not parts or any(part.kind != OTHER for part in parts):
        return list(parts)
    reading = weights.read(gather(layout))
    if sum(reading.sure[at] for at in record_places(reading)) < ENOUGH:
        return list(parts)
    return [replace(part, kind=PLAN, doubtful=True) for part in parts]
