"""What a document says: its metadata, its records, their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from planextract.meaning.deadlines import Context
from planextract.meaning.document_type import judge_document
from planextract.meaning.inheritance import say_inherited
from planextract.meaning.metadata import MetadataReading, read_metadata
from planextract.meaning.repeats import merge_repeats
from planextract.meaning.values import settle_values
from planextract.meaning.walk import walk
from planextract.model.finding import Findings
from planextract.model.layout import Layout
from planextract.model.plan import Diagnostic, DiagnosticCode, PlanInfo, Severity


@dataclass(slots=True)
class Understanding:
    """The metadata and findings of a document, and what a user must know of them."""

    info: PlanInfo
    found: Findings
    diagnostics: list[Diagnostic] = field(default_factory=list)


def understand(layout: Layout, file_name: str) -> Understanding:
    """Read a layout as a plan."""
    metadata = read_metadata(layout, file_name)
    found = walk(layout)
    judgement = judge_document(layout, sum(not action.promised for action in found.actions))
    said = [*metadata.diagnostics]
    if not judgement.is_plan:
        said.append(_say("not_a_plan", "warning", judgement.reason))
        _drop_records(found)
    elif not found.actions:
        said.append(_say("no_actions", "info", "No actions were found in this document."))
    settle_values(found, _context(metadata))
    merge_repeats(found)
    say_inherited(found)
    return Understanding(metadata.plan, found, said)


def _say(code: DiagnosticCode, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)


def _drop_records(found: Findings) -> None:
    """What looks like goals and actions in a document that is no plan is running text."""
    passages = [area.title for area in found.areas] + [goal.text for goal in found.goals]
    passages += [passage for action in found.actions for passage in action.passages()]
    found.narrative += [word for passage in passages for word in passage.words]
    found.areas.clear()
    found.goals.clear()
    found.actions.clear()


def _context(metadata: MetadataReading) -> Context:
    """What time expressions are read against: the plan's period, the document's date."""
    period = metadata.plan.period
    return Context(
        plan_start=_day(period.start if period else None, "-01-01"),
        plan_end=_day(period.end if period else None, "-12-31"),
        document_date=metadata.document_date,
        language=metadata.plan.language,
    )


def _day(text: str | None, rest: str) -> date | None:
    """A period's year or date as a day."""
    if not text:
        return None
    return date.fromisoformat(text if len(text) > 4 else text + rest)
