"""What a document says: its metadata, its records, their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from planextract.meaning.build import build
from planextract.meaning.deadlines import Context
from planextract.meaning.document_type import Part, judge_parts
from planextract.meaning.doubtful import said_of_reading
from planextract.meaning.inheritance import say_inherited
from planextract.meaning.language import LanguageReading, language_name, read_language
from planextract.meaning.metadata import MetadataReading, read_metadata
from planextract.meaning.repeats import merge_repeats
from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.weights import Weights, load
from planextract.meaning.told_by_records import told_by_records
from planextract.meaning.units.gather import Units, gather
from planextract.meaning.values import settle_values
from planextract.model.finding import Findings
from planextract.model.layout import Block, Layout, TextBlock
from planextract.model.page import Word
from planextract.model.plan import Diagnostic, DiagnosticCode, PlanInfo, Severity


@dataclass(slots=True)
class Understanding:
    """The metadata and findings of a document, and what a user must know of them."""

    info: PlanInfo
    found: Findings
    units: Units
    """What was weighed: the units of the parts that are read."""
    weighed: Reading
    """What each of them is."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def understand(layout: Layout, file_name: str, weights: Weights | None = None) -> Understanding:
    """Read a layout as a plan, as far as its language and its parts are a plan's.

    ``weights`` are those that the package ships, unless others are to be judged.
    """
    language = read_language(layout)
    metadata = read_metadata(layout, file_name, language)
    weights = weights or load()
    parts = judge_parts(layout, file_name) if language.is_read else []
    parts = told_by_records(layout, parts, weights)
    read, unread = _parted(layout, parts, language)
    plan = replace(layout, blocks=tuple(read))
    units = gather(plan)
    reading = weights.read(units)
    found = build(plan, units, reading)
    found.narrative += [word for block in unread for word in _words_of(block)]
    said = [*metadata.diagnostics, *_said_of_language(language), *_said_of_parts(layout, parts)]
    plans = [part for part in parts if part.is_plan]
    if plans:
        said += said_of_reading(units, reading)
    if any(not part.milestones_only for part in plans) and not found.actions:
        said.append(_say("no_actions", "info", "No actions were found in this document."))
    settle_values(found, _context(metadata))
    merge_repeats(found)
    say_inherited(found)
    return Understanding(metadata.plan, found, units, reading, said)


def _parted(
    layout: Layout, parts: Sequence[Part], language: LanguageReading
) -> tuple[list[Block], list[Block]]:
    """The blocks that may hold records, and the others."""
    plan = {
        n for part in parts if part.is_plan for n in range(part.first_block, part.last_block + 1)
    }
    read: list[Block] = []
    unread: list[Block] = []
    for place, block in enumerate(layout.blocks):
        own = place in plan and block.page not in language.foreign_pages
        (read if own else unread).append(block)
    return read, unread


def _said_of_language(language: LanguageReading) -> Iterable[Diagnostic]:
    if not language.is_read:
        yield _say("language_not_read", "warning", language.sentence)
    for page, code in language.foreign_pages.items():
        message = f"The page is in {language_name(code)}; only Norwegian is read."
        yield _say("language_not_read", "info", message).model_copy(update={"page": page})


def _said_of_parts(layout: Layout, parts: Sequence[Part]) -> Iterable[Diagnostic]:
    """The whole document is no plan, or a part of it is none."""
    others = [part for part in parts if not part.is_plan]
    if parts and len(others) == len(parts):
        yield _say("not_a_plan", "warning", others[0].reason)
        return
    for part in parts:
        if part.doubtful:
            message = f"{part.reason} It was read as one all the same, for the records it holds."
            yield _say("kind_doubtful", "warning", message)
    for part in others:
        page = layout.blocks[part.first_block].page
        yield _say("part_not_read", "info", part.reason).model_copy(update={"page": page})


def _words_of(block: Block) -> Iterable[Word]:
    cells = (block,) if isinstance(block, TextBlock) else block.cells
    for one in cells:
        yield from one.passage.words
        yield from one.marker_words


def _say(code: DiagnosticCode, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)


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
