"""The plan of a file that could not be read: status failed, the reason in its diagnostics."""

from __future__ import annotations

import hashlib
from pathlib import Path

from planextract.model.plan import Coverage, Diagnostic, Document, Plan, PlanInfo

UNKNOWN_TYPE = "application/octet-stream"


def failed_plan(path: Path, reason: str) -> Plan:
    """What is published of a file that gave nothing, so that it is not lost in silence."""
    data = path.read_bytes() if path.is_file() else b""
    return Plan(
        status="failed",
        document=Document(
            id=f"sha256:{hashlib.sha256(data).hexdigest()}",
            file=path.name,
            media_type=UNKNOWN_TYPE,
            pages=0,
            page_kinds=[],
        ),
        plan=PlanInfo(),
        coverage=Coverage(words=0, records=0, structure=0, furniture=0, narrative=0, unassigned=0),
        diagnostics=[Diagnostic(code="file_unreadable", severity="error", message=reason)],
    )
