"""What kind of table it is: actions, milestones, goals, a card, or none of these."""

from __future__ import annotations

from typing import Literal

from planextract.lexicons import words_of
from planextract.meaning.tables.headers import header_role
from planextract.meaning.tables.roles import FIELDS
from planextract.meaning.tables.series import TableReading

TableKind = Literal["actions", "milestones", "goals", "other"]
TELLING = {"owner", "deadline", "start", "year"}
"""Columns of which one makes a table with unsure action words one of actions."""


def table_kind(reading: TableReading, section: str | None) -> TableKind:
    """The kind by its columns and by the ``section`` that it stands in (``actions``, …)."""
    roles = reading.roles
    fields = {role for role in roles if role in FIELDS}
    action = _title_of(reading, "action")
    if section == "background" and "owner" not in roles and "deadline" not in roles:
        return "other"
    if "milestone" in roles and ("deadline" in roles or "start" in roles):
        return "actions" if "action" in roles and is_sure_action(action) else "milestones"
    if "action" in roles:
        if reading.titled or ("year" in roles and "owner" in roles):
            return "actions"
        if section == "milestones" and not is_sure_action(action):
            return "milestones"
        if {"risk", "person"} & set(roles) and not is_sure_action(action):
            return "other"
        if action and header_role(action) is None and section != "actions":
            return "actions" if {"owner", "deadline"} <= fields else "other"
        if not is_sure_action(action) and fields <= {"deadline"} and section != "actions":
            return "milestones" if fields else "other"
        if fields & TELLING or section == "actions" or is_sure_action(action):
            return "actions"
        return "actions" if {"goal", "strategy"} & set(roles) else "other"
    if "goal" in roles and not any(role in ("year", "status") for role in roles):
        return "goals"
    return "other"


def _title_of(reading: TableReading, role: str) -> str:
    return reading.titles[reading.roles.index(role)] if role in reading.roles else ""


def is_sure_action(title: str) -> bool:
    """Whether a header names actions of a plan, and not steps of any process."""
    found = header_role(title) if title else None
    return (
        found is not None
        and found.role in ("action", "what", "how")
        and any(word in title.lower() for word in words_of("kinds", "sure_actions.words"))
    )
