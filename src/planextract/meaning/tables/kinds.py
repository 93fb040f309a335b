"""What kind of table it is: actions, milestones, goals, a card, or none of these."""

from __future__ import annotations

from typing import Literal

from planextract.lexicons import read_toml
from planextract.meaning.tables.headers import header_role
from planextract.meaning.tables.roles import FIELDS
from planextract.meaning.tables.series import TableReading

TableKind = Literal["actions", "milestones", "goals", "other"]
FIELD_EVIDENCE = 1
"""Field columns beside the action column that make a table one of actions."""


def table_kind(reading: TableReading, section: str | None) -> TableKind:
    """The kind by its columns and by the ``section`` that it stands in (``actions``, …)."""
    roles = reading.roles
    fields = {role for role in roles if role in FIELDS}
    action = _title_of(reading, "action")
    if section == "background" and "owner" not in roles and "deadline" not in roles:
        return "other"
    if "milestone" in roles and ("deadline" in roles or "start" in roles):
        return "actions" if "action" in roles and _is_sure_action(action) else "milestones"
    if "action" in roles:
        if reading.titled or ("year" in roles and "owner" in roles):
            return "actions"
        if section == "milestones" and not _is_sure_action(action):
            return "milestones"
        if action and header_role(action) is None and section != "actions":
            return "actions" if {"owner", "deadline"} <= fields else "other"
        if not _is_sure_action(action) and fields <= {"deadline"} and section != "actions":
            return "milestones" if fields else "other"
        if fields or section == "actions" or _is_sure_action(action):
            return "actions"
        return "actions" if {"goal", "strategy"} & set(roles) else "other"
    if "goal" in roles and not any(role in ("year", "status") for role in roles):
        return "goals"
    return "other"


def _title_of(reading: TableReading, role: str) -> str:
    return reading.titles[reading.roles.index(role)] if role in reading.roles else ""


def _is_sure_action(title: str) -> bool:
    """Whether a header names actions of a plan, and not steps of any process."""
    words = read_toml("kinds")["sure_actions"]["words"]
    found = header_role(title) if title else None
    plain = title.lower()
    return (
        found is not None
        and found.role in ("action", "what", "how")
        and any(word in plain for word in words)
    )
