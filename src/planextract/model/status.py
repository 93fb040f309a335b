"""The status of a plan from what was said of its reading, and which of that made it so."""

from __future__ import annotations

from collections.abc import Iterable

from planextract.model.plan import Diagnostic, Plan, Status

PARTIAL = frozenset({
    "page_unreadable", "page_needs_ocr", "page_ocr_timeout",
    "records_unread", "almost_nothing_found", "kind_doubtful",
})  # fmt: skip
"""Diagnostics of pages or records that are missing from the output: the plan is then partial."""


def status_of(diagnostics: Iterable[Diagnostic]) -> Status:
    """The gravest status that any of the diagnostics gives."""
    given = {_given(diagnostic) for diagnostic in diagnostics}
    order: tuple[Status, ...] = ("failed", "not_a_plan", "partial")
    return next((status for status in order if status in given), "complete")


def status_reasons(plan: Plan) -> list[Diagnostic]:
    """The diagnostics that made the status what it is; none of a complete plan."""
    if plan.status == "complete":
        return []
    return [diagnostic for diagnostic in plan.diagnostics if _given(diagnostic) == plan.status]


def _given(diagnostic: Diagnostic) -> Status:
    """The status that a document with this diagnostic alone has."""
    match diagnostic.code:
        case "file_unreadable":
            return "failed"
        case "not_a_plan":
            return "not_a_plan"
        case "language_not_read" if diagnostic.page is None:  # the document as a whole
            return "not_a_plan"
        case code:
            return "partial" if code in PARTIAL else "complete"
