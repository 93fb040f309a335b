"""What a unit can be."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The role of a unit: a record, a field of one, or none of these."""

    NONE = "none"
    AREA = "area"
    VISION = "vision"
    MAIN = "main"
    GOAL = "goal"
    SUB = "sub"
    STRATEGY = "strategy"
    ACTION = "action"
    MILESTONE = "milestone"
    GROUP = "group"
    DETAIL = "detail"
    OWNER = "owner"
    DEADLINE = "deadline"
    RESOURCES = "resources"
    STATUS = "status"
    COMMENT = "comment"


ROLES = tuple(Role)
AIMS = (Role.VISION, Role.MAIN, Role.GOAL, Role.SUB)
GOALS = (*AIMS, Role.STRATEGY)
RECORDS = (*GOALS, Role.AREA, Role.ACTION, Role.MILESTONE)
FIELDS = (Role.OWNER, Role.DEADLINE, Role.RESOURCES, Role.STATUS, Role.COMMENT)
