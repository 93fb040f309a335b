"""Rules about how well the plan was read."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.analysis.lint.rule import Context, Hit, Rule, at, dated_records, short
from planextract.model.plan import Plan

UNREAD = (
    "file_unreadable", "page_unreadable", "page_needs_ocr", "page_ocr_timeout",
    "page_low_quality", "reader_disagrees", "table_unread", "columns_run_together",
    "text_unassigned", "records_unread", "almost_nothing_found", "kind_doubtful",
)  # fmt: skip
"""Diagnostics that say that records may be missing."""


def low_confidence(plan: Plan, context: Context) -> Iterator[Hit]:
    """Goals, actions and milestones that may be read wrong."""
    for record in [*plan.goals, *dated_records(plan)]:
        if record.confidence < context.min_confidence:
            yield at(record, confidence=record.confidence)


def candidate(plan: Plan, context: Context) -> Iterator[Hit]:
    """What may be a record and is not counted as one."""
    for found in plan.candidates:
        values: dict[str, object] = {"text": short(found.text), "why": found.why}
        yield Hit(found.source.page, values=values)


def low_confidence_deadline(plan: Plan, context: Context) -> Iterator[Hit]:
    """Deadlines that may be understood wrong; those not understood have a rule of their own."""
    for record in dated_records(plan):
        due = record.deadline
        if due and due.kind != "unknown" and due.confidence < context.min_confidence:
            yield at(record, raw=due.raw, confidence=due.confidence)


def suspect_word(plan: Plan, context: Context) -> Iterator[Hit]:
    """Words that look damaged and were not mended."""
    for found in plan.diagnostics:
        if found.code == "suspect_word":
            yield Hit(found.page, values={"message": found.message})


def not_whole(plan: Plan, context: Context) -> Iterator[Hit]:
    """A plan of which something could not be read."""
    if plan.status in ("partial", "failed"):
        for found in plan.diagnostics:
            if found.code in UNREAD:
                yield Hit(found.page, values={"message": found.message})


RULES = (
    Rule("low-confidence", "warning", low_confidence),
    Rule("low-confidence-deadline", "warning", low_confidence_deadline),
    Rule("candidate", "info", candidate),
    Rule("suspect-word", "warning", suspect_word),
    Rule("plan-not-whole", "warning", not_whole),
)
