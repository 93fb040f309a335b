"""The related tables that plans are exported to: their columns, types and keys, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number", "boolean", "date", "json"]
"""``date`` is an ISO day; ``json`` a JSON array kept as text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in the record, or (no path) what it is made of."""

    name: str
    kind: Kind = "text"
    path: str = ""
    required: bool = False
    refers: str = ""
    """The table whose ``key`` it holds."""
    lacking: str | None = None
    """What stands for it in tables written before schema 1.1; None: they have it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table; ``key`` names the columns that no two rows share."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("key",)
    added: bool = False
    """Whether tables written before schema 1.1 are without it."""


def _same(*names: str, kind: Kind = "text", required: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, kind, name, required) for name in names)


KEY = Column("key", required=True)
PLAN_KEY = Column("plan_key", required=True, refers="plans")
POSITION = Column("position", "integer", required=True)
RECORD = (KEY, PLAN_KEY, POSITION, Column("id", path="id", required=True))
ACTION_KEY = Column("action_key", refers="actions")
MILESTONE_KEY = Column("milestone_key", refers="milestones")
FOCUS_AREA_KEY = Column("focus_area_key", refers="focus_areas")
PAGE = Column("page", "integer", required=True)
CONFIDENCE = Column("confidence", "number", "confidence", required=True)


def _box(prefix: str = "") -> tuple[Column, ...]:
    sides = ("x0", "top", "x1", "bottom")
    return tuple(
        Column(side, "number", f"{prefix}bbox.{at}", required=True) for at, side in enumerate(sides)
    )


SOURCE = (
    Column("page", "integer", "source.page", required=True),
    *_box("source."),
    Column("quote", path="source.quote", required=True),
    Column("method", path="source.method", required=True),
    Column("source_confidence", "number", "source.confidence", required=True),
    Column("parts", "json", "source.parts", required=True),
)

MENTIONS = Column("mentions", "json", "mentions", required=True, lacking="[]")

PLANS = Table(
    "plans",
    (
        KEY,
        POSITION,
        Column("json_file", required=True),
        Column("schema_version", path="schema_version", required=True, lacking="1.0"),
        Column("status", path="status", required=True),
        Column("document_id", path="document.id", required=True),
        Column("document_file", path="document.file", required=True),
        Column("media_type", path="document.media_type", required=True),
        Column("pages", "integer", "document.pages", required=True),
        Column("title", path="plan.title"),
        Column("owner_kind", path="plan.owner.kind", lacking=""),
        Column("owner_names", "json", "plan.owner.names", lacking=""),
        Column("owner_confidence", "number", "plan.owner.confidence", lacking=""),
        Column("municipality", path="plan.municipality.name"),
        Column("municipality_number", path="plan.municipality.number"),
        Column("county", path="plan.municipality.county"),
        Column("county_number", path="plan.municipality.county_number"),
        Column("municipality_confidence", "number", "plan.municipality.confidence"),
        Column("municipality_candidates", "json", "plan.municipality.candidates"),
        Column("plan_type", path="plan.plan_type"),
        Column("theme", path="plan.theme"),
        Column("period_start", path="plan.period.start"),
        Column("period_end", path="plan.period.end"),
        Column("language", path="plan.language"),
        Column("plan_status", path="plan.plan_status"),
        Column("adopted", "date", "plan.adopted"),
        Column("case_number", path="plan.case_number"),
        Column("words", "integer", "coverage.words", required=True),
        Column("words_in_records", "integer", "coverage.records", required=True),
        Column("words_in_structure", "integer", "coverage.structure", required=True),
        Column("words_in_furniture", "integer", "coverage.furniture", required=True),
        Column("words_in_narrative", "integer", "coverage.narrative", required=True),
        Column("words_unassigned", "integer", "coverage.unassigned", required=True),
    ),
)
FOCUS_AREAS = Table("focus_areas", (*RECORD, *_same("title", required=True), *SOURCE))
GOALS = Table(
    "goals",
    (
        *RECORD,
        *_same("text", "level", required=True),
        *_same("number"),
        FOCUS_AREA_KEY,
        Column("parent_key", refers="goals"),
        *SOURCE,
        MENTIONS,
        CONFIDENCE,
    ),
)
ACTIONS = Table(
    "actions",
    (
        *RECORD,
        *_same("text", required=True),
        *_same("number"),
        *_same("type", required=True),
        *_same("strategy"),
        FOCUS_AREA_KEY,
        *_same("responsible_raw"),
        Column("resources_raw", path="resources.raw"),
        Column("amount", "number", "resources.amount"),
        Column("currency", path="resources.currency"),
        Column("fte", "number", "resources.fte"),
        Column("within_budget", "boolean", "resources.within_budget"),
        *_same("status", "priority", "indicator"),
        *SOURCE,
        MENTIONS,
        CONFIDENCE,
    ),
)
MILESTONES = Table(
    "milestones",
    (
        *RECORD,
        *_same("label", required=True),
        *_same("responsible_raw"),
        *SOURCE,
        MENTIONS,
        CONFIDENCE,
    ),
)
CANDIDATES = Table(
    "candidates",
    (KEY, PLAN_KEY, POSITION, *_same("kind", "text", "why", required=True), *SOURCE, CONFIDENCE),
    added=True,
)
GOAL_LINKS = Table(
    "goal_links",
    (
        PLAN_KEY,
        Column("action_key", required=True, refers="actions"),
        Column("goal_key", required=True, refers="goals"),
        POSITION,
    ),
    key=("action_key", "goal_key"),
)
OWNERS = Table(
    "owners",
    (
        KEY,
        PLAN_KEY,
        ACTION_KEY,
        MILESTONE_KEY,
        POSITION,
        *_same("name", "role", required=True),
        PAGE,
    ),
)
DEADLINES = Table(
    "deadlines",
    (
        KEY,
        PLAN_KEY,
        ACTION_KEY,
        MILESTONE_KEY,
        *_same("raw", "kind", required=True),
        *_same("start", "end", kind="date"),
        *_same("edtf", "rrule"),
        Column("assumptions", "json", "assumptions", required=True),
        PAGE,
        CONFIDENCE,
    ),
)
REPAIRS = Table(
    "repairs",
    (
        KEY,
        PLAN_KEY,
        POSITION,
        *_same("before", "after", "rule", required=True),
        *_same("score", kind="number", required=True),
        *_same("page", kind="integer", required=True),
        *_box(),
    ),
)
DIAGNOSTICS = Table(
    "diagnostics",
    (
        KEY,
        PLAN_KEY,
        POSITION,
        *_same("code", "severity", "message", required=True),
        *_same("page", kind="integer"),
    ),
)
PAGES = Table(
    "pages",
    (
        KEY,
        PLAN_KEY,
        POSITION,
        *_same("page", kind="integer", required=True),
        *_same("kind", required=True),
        Column("reasons", "json", "reasons", required=True),
        Column("words", "integer", "signals.words", required=True),
        *(
            Column(name, "number", f"signals.{name}", required=True)
            for name in (
                "picture_share",
                "invisible_share",
                "unmapped_share",
                "unknown_share",
                "damage",
            )
        ),
    ),
)
TABLES = (
    PLANS, FOCUS_AREAS, GOALS, ACTIONS, MILESTONES, GOAL_LINKS,
    OWNERS, DEADLINES, CANDIDATES, REPAIRS, DIAGNOSTICS, PAGES,
)  # fmt: skip
"""In an order in which a table stands after those that it refers to."""
