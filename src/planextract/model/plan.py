"""The public contract, schema version 1.1: what one document's JSON holds.

Every object is closed, every list is in reading order. JSON Schema 2020-12 is generated
from these models (``planextract schema``) and checked in as ``schemas/plan.schema.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    import pandas as pd

Version = Literal["1.0", "1.1"]
"""Versions that are read; 1.1 only adds to 1.0, so a file of 1.0 is read as it stands."""
SCHEMA_VERSION: Version = "1.1"
"""The version that is written."""

Status = Literal["complete", "partial", "failed", "not_a_plan"]
PageKind = Literal["digital", "scan", "bad_layer", "mixed", "garbled", "blank"]
Method = Literal["text", "ocr", "layer"]
GoalLevel = Literal["vision", "main", "goal", "sub", "strategy"]
ActionType = Literal["tiltak", "oppdrag", "investering", "klimatiltak", "aktivitet", "milepæl"]
DeadlineKind = Literal[
    "date", "period", "by", "from", "recurring", "ongoing",
    "plan_period", "relative", "conditional", "unset", "unknown",
]  # fmt: skip
CandidateKind = Literal["area", "goal", "strategy", "action", "milestone"]
OwnerKind = Literal["municipality", "municipalities", "county", "state", "other"]
PlanStatus = Literal["vedteken", "høyring", "utkast"]
Severity = Literal["info", "warning", "error"]
DiagnosticCode = Literal[
    "file_unreadable",  # the whole file could not be read; status is failed
    "page_unreadable",  # one page could not be read; the others are there
    "page_needs_ocr",  # a scanned page, and no OCR to read it
    "page_ocr_timeout",
    "page_low_quality",  # read, but much of it doubtful
    "reader_disagrees",  # the two PDF readers differ on a page
    "not_a_plan",  # statistics, minutes, guidance, …: the reason is in the message
    "kind_doubtful",  # looks unlike a plan and was read as one because of its records; partial
    "language_not_read",  # document (no page) or page in a language that is not read
    "part_not_read",  # a part of the document that is no plan: case paper, minutes, …
    "almost_nothing_found",  # lists and tables, and next to no record: said first; partial
    "records_unread",  # a list, table or page that looks like records gave none; partial
    "no_actions",  # a plan without actions: valid, but said
    "municipality_ambiguous",
    "municipality_unknown",
    "owner_doubtful",  # whose plan it is (municipality, several, county, state) is not sure
    "table_unread",  # a table whose columns could not be told
    "columns_run_together",  # text whose columns are mixed: low confidence
    "suspect_word",  # looks damaged, was not mended; the message has candidates
    "deadline_unknown",  # a deadline cell that could not be read
    "year_inferred",  # a time without a year; the assumptions say where it was taken from
    "value_inherited",  # a merged cell or a heading that holds for several actions
    "repeat_merged",  # an action that stands twice, counted once
    "strategy_unlinked",  # in files of 1.0 only: since 1.1 every strategy is a goal
    "text_unassigned",  # words that were neither record, structure nor narrative
]

Bbox = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left."""
Probability = Annotated[float, Field(ge=0.0, le=1.0)]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Closed(BaseModel):
    """An object in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(Closed):
    """One piece of a record that stands on several pages."""

    page: int = Field(ge=1)
    bbox: Bbox


class Mention(Part):
    """Another place where the same record is printed again; ``quote`` is the text as read."""

    quote: str


Mentions = Annotated[
    list[Mention],
    Field(description="Other places where the same record is printed again, in reading order."),
]


class Source(Closed):
    """Where a record was read; ``quote`` is the text as read, before repair."""

    page: int = Field(ge=1)
    bbox: Bbox
    parts: list[Part] = []
    quote: str
    method: Method
    confidence: Probability


class Signals(Closed):
    """What was measured on a page (shares 0 to 1)."""

    words: int
    picture_share: float
    invisible_share: float
    unmapped_share: float
    unknown_share: float
    damage: float


class PageInfo(Closed):
    """What kind of page it is, and why."""

    page: int
    kind: PageKind
    reasons: list[str]
    signals: Signals


class Document(Closed):
    """The file that was read."""

    id: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    file: str
    media_type: str
    pages: int
    page_kinds: list[PageInfo]


class Candidate(Closed):
    """A municipality that the document may belong to."""

    name: str
    number: str
    county: str | None
    county_number: str | None
    confidence: Probability


class Municipality(Candidate):
    """The owner of the plan by the register; the others that fit are in ``candidates``."""

    candidates: list[Candidate] = []


class Period(Closed):
    """Years or dates, as strings."""

    start: str | None
    end: str | None


class PlanOwner(Closed):
    """Whose plan it is; ``municipality`` is filled where it is one municipality's."""

    kind: OwnerKind
    names: list[str] = Field(description="Of the municipalities, the county or the state body.")
    confidence: Probability


class PlanInfo(Closed):
    """What the document says of itself."""

    title: str | None = None
    municipality: Municipality | None = None
    owner: PlanOwner | None = None
    plan_type: str | None = None
    theme: str | None = None
    period: Period | None = None
    language: str | None = None
    plan_status: PlanStatus | None = None
    adopted: IsoDate | None = None
    case_number: str | None = None


class FocusArea(Closed):
    """Innsatsområde, satsingsområde, tema."""

    id: str
    title: str
    source: Source


class Goal(Closed):
    """A vision, goal, sub-goal or strategy; ``parent_id`` is null where no parent is sure."""

    id: str
    text: str
    level: GoalLevel
    number: str | None = None
    focus_area_id: str | None = None
    parent_id: str | None = None
    source: Source
    mentions: Mentions = []
    confidence: Probability


class Owner(Closed):
    """Who answers for an action, or takes part in it."""

    name: str
    role: Literal["lead", "partner"]


class Resources(Closed):
    """Money or work that an action needs; ``raw`` as it stands in the plan."""

    raw: str
    amount: float | None = None
    """In whole units of ``currency`` (2,5 mill. kr is 2500000.0)."""
    currency: str | None = None
    fte: float | None = None
    """Årsverk."""
    within_budget: bool | None = None


class Deadline(Closed):
    """A time expression and its normal form; ``edtf`` by ISO 8601-2, ``rrule`` by RFC 5545."""

    raw: str
    kind: DeadlineKind
    start: IsoDate | None = None
    end: IsoDate | None = None
    edtf: str | None = None
    rrule: str | None = None
    assumptions: list[str] = []
    confidence: Probability


class Action(Closed):
    """A tiltak or oppdrag; a field that the plan leaves empty is null or an empty list."""

    id: str
    text: str
    number: str | None = None
    type: ActionType = "tiltak"
    strategy: str | None = None
    focus_area_id: str | None = None
    goal_ids: list[str] = []
    responsible: list[Owner] = []
    responsible_raw: str | None = None
    resources: Resources | None = None
    deadline: Deadline | None = None
    status: str | None = None
    priority: str | None = None
    indicator: str | None = None
    source: Source
    mentions: Mentions = []
    confidence: Probability


class Milestone(Closed):
    """A dated step of a process, not an action of the plan."""

    id: str
    label: str
    responsible: list[Owner] = []
    responsible_raw: str | None = None
    deadline: Deadline | None = None
    source: Source
    mentions: Mentions = []
    confidence: Probability


class RecordCandidate(Closed):
    """What may be a record and is not counted as one: a person should look at it."""

    kind: CandidateKind = Field(description="The record that it is most like.")
    text: str
    source: Source
    confidence: Probability = Field(description="That it is a record of this kind.")
    why: str = Field(description="What speaks for it and against it.")


class Repair(Closed):
    """One change to read text; replayed backwards all of them give the text as read."""

    before: str
    after: str
    rule: str
    score: Probability
    page: int = Field(ge=1)
    bbox: Bbox


class Coverage(Closed):
    """Words on the pages by what became of them; the five parts add up to ``words``."""

    words: int
    records: int
    structure: int
    furniture: int
    narrative: int
    unassigned: int


class Diagnostic(Closed):
    """Something that a user of the values must know."""

    code: DiagnosticCode
    severity: Severity
    message: str
    page: int | None = None


class Plan(Closed):
    """One document as validated data."""

    schema_version: Version = SCHEMA_VERSION
    status: Status
    document: Document
    plan: PlanInfo
    focus_areas: list[FocusArea] = []
    goals: list[Goal] = []
    actions: list[Action] = []
    milestones: list[Milestone] = []
    candidates: list[RecordCandidate] = Field(
        default=[], description="Near the border and no records: never count them as such."
    )
    repairs: list[Repair] = []
    coverage: Coverage
    diagnostics: list[Diagnostic] = []

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """``goals``, ``actions``, ``deadlines`` and ``candidates`` as tables, one row each."""
        from planextract.output.frames import frames

        return frames(self)


def json_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the contract."""
    schema = Plan.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://planextract.invalid/schemas/plan-{SCHEMA_VERSION}.json",
        **schema,
    }
