"""Which columns the sheets of the workbook have, in order, and how wide they are."""

from __future__ import annotations

PLAN = ("municipality", "plan")
WHEN = ("raw", "kind", "start", "end", "rrule", "assumptions")
READ = ("page", "mentions", "confidence", "check", "quote", "method", "key")
COLUMNS: dict[str, tuple[str, ...]] = {
    "summary": (
        *PLAN, "owner", "document_file", "status", "plan_type", "period", "plan_status", "language",
        "pages", "focus_areas", "strategies", "actions", "goals", "milestones", "deadlines",
        "with_owner", "with_deadline", "with_resources", "doubtful", "candidates", "repairs",
        "diagnostics",
        "message", "key",
    ),
    "actions": (
        *PLAN, "number", "action", "type", "focus_area", "strategy", "goals",
        "responsible", "partners", "responsible_raw", *WHEN,
        "resources_raw", "amount", "currency", "fte", "within_budget",
        "status", "priority", "indicator", *READ,
    ),
    "goals": (*PLAN, "number", "level", "goal", "focus_area", "parent", "actions", *READ),
    "deadlines": (*PLAN, "record", "text", "responsible", *WHEN, "edtf", *READ),
    "milestones": (*PLAN, "label", "responsible", "partners", *WHEN, *READ),
    "focus_areas": (*PLAN, "title", "goals", "actions", "page", "quote", "key"),
    "owners": (*PLAN, "name", "role", "record", "text", "page", "key"),
    "goal_links": (*PLAN, "action", "goal", "page", "action_key", "goal_key"),
    "candidates": (*PLAN, "kind", "text", "why", "page", "confidence", "quote", "method", "key"),
    "repairs": (*PLAN, "before", "after", "rule", "score", "page"),
    "diagnostics": (*PLAN, "severity", "code", "message", "page"),
}  # fmt: skip

COUNTS = ("summary", "focus_areas")
"""Sheets in which ``goals`` and ``actions`` are counts, not texts."""
WIDTH = 15
"""Width of a column that holds a number, a day or a word, in characters."""
WIDTHS = {
    "action": 60, "goal": 60, "text": 60, "label": 50, "quote": 60, "message": 70, "title": 40,
    "plan": 42, "document_file": 36, "goals": 44, "parent": 44, "strategy": 32, "focus_area": 26,
    "responsible": 30, "partners": 26, "responsible_raw": 30, "name": 34, "raw": 26,
    "municipality": 20, "resources_raw": 24, "assumptions": 34, "check": 34, "code": 34,
    "status": 16, "kind": 16, "indicator": 24, "rrule": 26, "edtf": 22, "key": 24,
    "action_key": 24, "goal_key": 24, "before": 24, "after": 24, "rule": 20, "amount": 16,
    "plan_type": 18, "owner": 26, "why": 60, "period": 24, "method": 16,
}  # fmt: skip
"""Widths of the others, by what their values need."""


def width(sheet: str, column: str) -> int:
    """The width of a column, in characters."""
    if sheet in COUNTS and column in ("goals", "actions"):
        return WIDTH
    return WIDTHS.get(column, WIDTH)
