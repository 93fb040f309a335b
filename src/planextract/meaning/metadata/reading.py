"""All that a document says of itself, from its layout and its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planextract.meaning.language import OTHER, LanguageReading, read_language
from planextract.meaning.metadata.adoption import Adoption, find_adoption
from planextract.meaning.metadata.dates import dates_in, months_in
from planextract.meaning.metadata.evidence import Evidence, gather
from planextract.meaning.metadata.owner import find_owner
from planextract.meaning.metadata.period import find_period
from planextract.meaning.metadata.title import find_title, find_type, plan_type_in, theme_of
from planextract.model.layout import Layout
from planextract.model.plan import Diagnostic, PlanInfo


@dataclass(frozen=True, slots=True)
class MetadataReading:
    """The plan's own data, what must be said of them, and the date to infer years from."""

    plan: PlanInfo
    diagnostics: list[Diagnostic]
    document_date: date | None
    """Day of the document (a cover's "juni 2025" is the first), else of the adoption."""


def read_metadata(
    layout: Layout, file_name: str, language: LanguageReading | None = None
) -> MetadataReading:
    """Read the metadata; a field on which the document is silent or divided is None."""
    evidence = gather(layout, file_name)
    language = language or read_language(layout)
    owned = find_owner(evidence, language.code)
    title = find_title(evidence)
    kind = find_type(evidence, title)
    state = find_adoption(evidence)
    plan = PlanInfo(
        title=title,
        municipality=owned.municipality,
        owner=owned.owner,
        plan_type=kind.name if kind else None,
        theme=theme_of(title, plan_type_in(title)) if title else None,
        period=find_period(evidence, title, bool(kind and kind.yearly)),
        language=language.code if language.code != OTHER else None,
        plan_status=state.status,
        adopted=state.adopted.isoformat() if state.adopted else None,
        case_number=state.case_number,
    )
    return MetadataReading(plan, owned.diagnostics, _document_date(evidence, state))


def _document_date(evidence: Evidence, state: Adoption) -> date | None:
    """The day on the cover, its month, the adoption, the headers, the file's name: the first."""
    return next(_dates_told(evidence, state), None)


def _dates_told(evidence: Evidence, state: Adoption) -> Iterator[date]:
    cover = [line.text for line in evidence.cover]
    yield from (day for text in cover for _, day in dates_in(text))
    yield from (day for text in cover for day in months_in(text))
    if state.adopted:
        yield state.adopted
    yield from (day for text in evidence.furniture for _, day in dates_in(text))
    stamp = re.search(r"(?<!\d)(20\d\d)[- _.]?([01]\d)[- _.]?([0-3]\d)(?!\d)", evidence.file_name)
    if stamp:
        yield from (day for _, day in dates_in("-".join(stamp.groups())))
