"""Deadlines as rows with stable names, for CSV and JSON."""

from __future__ import annotations

from planextract.analysis.due import Due
from planextract.model.plan import Action
from planextract.texts import Texts

COLUMNS = (
    "due", "municipality", "plan", "record", "text", "responsible", "partners", "deadline", "kind",
    "rrule", "status", "note", "file", "page", "confidence", "key",
)  # fmt: skip


def row(item: Due, texts: Texts) -> dict[str, object]:
    """The values of ``COLUMNS`` for one deadline on one day; ``due`` is null if it has none."""
    published, deadline = item.published, item.deadline
    return {
        "due": item.day.isoformat() if item.day else None,
        "municipality": published.municipality,
        "plan": published.name,
        "record": "action" if isinstance(item.record, Action) else "milestone",
        "text": item.text,
        "responsible": item.owners("lead") or None,
        "partners": item.owners("partner") or None,
        "deadline": deadline.raw,
        "kind": deadline.kind,
        "rrule": deadline.rrule,
        "status": item.record.status if isinstance(item.record, Action) else None,
        "note": item.note(texts) or None,
        "file": published.file,
        "page": item.record.source.page,
        "confidence": min(item.record.confidence, deadline.confidence),
        "key": f"{published.key}.{item.record.id}",
    }
