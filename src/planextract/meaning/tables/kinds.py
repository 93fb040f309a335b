"""What kind of table it is: actions, milestones, goals, a card, or none of these."""

from __future__ import annotations

from typing import Literal

from planextract.meaning.tables.headers import header_role, holds_sure_action
from planextract.meaning.tables.roles import FIELDS
from planextract.meaning.tables.series import TableReading

TableKind = Literal["actions", "milestones", "goals", "other"]
TELLING = {"owner", "deadline", "start", "year"}
"""Columns of which one makes a table with unsure action words one of actions."""


def table_kind(reading: TableReading, section: str | None) -> TableKind:
    """The kind by its columns and by the ``section`` that it stands in (``actions``, …)."""
    roles = set(reading.roles)
    if section == "past" or (section == "background" and not roles & {"owner", "deadline"}):
        return "other"
    if "milestone" in roles and roles & {"deadline", "start"}:
        sure = "action" in roles and is_sure_action(_title_of(reading, "action"), roles)
        return "actions" if sure else "milestones"
    if "action" in roles:
        return _with_action(reading, roles, section)
    return "goals" if "goal" in roles and not roles & {"year", "status"} else "other"


def _with_action(reading: TableReading, roles: set[str], section: str | None) -> TableKind:
    """The kind of a table with a column of things to do: a plan's actions, or a process."""
    title = _title_of(reading, "action")
    sure = is_sure_action(title, roles)
    fields = roles & set(FIELDS)
    if reading.titled or {"year", "owner"} <= roles:
        return "actions"
    if not sure and section == "milestones":
        return "milestones"
    if sure or section == "actions":
        return "actions"
    if roles & {"risk", "person"}:
        return "other"
    if title and header_role(title) is None:
        return "actions" if {"owner", "deadline"} <= fields else "other"
    if fields <= {"deadline"}:
        return "milestones" if fields else "other"
    return "actions" if fields & TELLING or roles & {"goal", "strategy"} else "other"


def _title_of(reading: TableReading, role: str) -> str:
    return reading.titles[reading.roles.index(role)] if role in reading.roles else ""


def is_sure_action(title: str, roles: set[str]) -> bool:
    """Whether a header names actions of a plan, and not steps of any process.

    "Kva" and "Korleis" are sure only beside an owner: a schedule has them too.
    """
    found = header_role(title) if title else None
    if found is None:
        return False
    if found.role in ("what", "how"):
        return "owner" in roles
    return found.role == "action" and holds_sure_action(title)
