"""The status of a plan and what made it so."""

from __future__ import annotations

import pytest

from planextract.model.plan import Coverage, Diagnostic, DiagnosticCode, Document, Plan, PlanInfo
from planextract.model.status import status_of, status_reasons

Said = tuple[DiagnosticCode, int | None]


def plan(*said: Said) -> Plan:
    diagnostics = [
        Diagnostic(code=code, severity="info", message="m", page=page) for code, page in said
    ]
    return Plan(
        status=status_of(diagnostics),
        document=Document(
            id="sha256:" + "0" * 64, file="f", media_type="m", pages=9, page_kinds=[]
        ),
        plan=PlanInfo(),
        coverage=Coverage(words=0, records=0, structure=0, furniture=0, narrative=0, unassigned=0),
        diagnostics=diagnostics,
    )


@pytest.mark.parametrize(
    ("said", "status", "reasons"),
    [
        ([("no_actions", None), ("text_unassigned", 2)], "complete", []),
        (
            [("records_unread", 4), ("suspect_word", 4), ("page_needs_ocr", 7)],
            "partial",
            ["records_unread", "page_needs_ocr"],
        ),
        ([("language_not_read", 3)], "complete", []),
        ([("kind_doubtful", None)], "partial", ["kind_doubtful"]),
        (
            [("language_not_read", None), ("language_not_read", 3), ("records_unread", 4)],
            "not_a_plan",
            ["language_not_read"],
        ),
        ([("not_a_plan", None), ("file_unreadable", None)], "failed", ["file_unreadable"]),
    ],
)
def test_the_gravest_decides_and_is_the_reason(
    said: list[Said], status: str, reasons: list[str]
) -> None:
    made = plan(*said)
    assert made.status == status
    assert [reason.code for reason in status_reasons(made)] == reasons
