"""Findings to the published plan: ids, sources, repairs, coverage, status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planextract.model.finding import ActionFound, Area, Findings, GoalFound, MilestoneFound
from planextract.model.layout import Layout
from planextract.model.page import Box, Method, Page
from planextract.model.passage import Edit
from planextract.model.plan import (
    Action,
    Diagnostic,
    Document,
    FocusArea,
    Goal,
    Milestone,
    PageInfo,
    Plan,
    PlanInfo,
    Repair,
    Signals,
    Status,
)  # fmt: skip
from planextract.model.source import Source as File
from planextract.output.coverage import measure_coverage
from planextract.output.identity import Namer
from planextract.output.sources import doubt, make_source, rounded

PARTIAL = frozenset({"page_unreadable", "page_needs_ocr", "page_ocr_timeout"})
"""Diagnostics of pages that are missing from the output: the plan is then partial."""

NO_PLAN: frozenset[str] = frozenset({"not_a_plan", "language_not_read"})
"""Diagnostics that, said of a whole document, leave nothing of it; of a page they do not."""


def assemble(
    file: File,
    layout: Layout,
    found: Findings,
    info: PlanInfo,
    diagnostics: Sequence[Diagnostic] = (),
) -> Plan:
    """The plan of one document, validated as it is built."""
    methods = {page.number: page.method for page in layout.pages}
    records = _Records(methods)
    areas = [records.area(area) for area in found.areas]
    goals = [records.goal(goal) for goal in found.goals if goal.stands_alone]
    actions = [records.action(action) for action in found.actions]
    milestones = [records.milestone(step) for step in found.milestones]
    coverage, unassigned = measure_coverage(layout, found)
    said = [*diagnostics, *found.diagnostics, *_unassigned(unassigned), *_loose(found)]
    said.sort(key=lambda d: (d.page or 0, d.code, d.message))
    return Plan(
        status=_status(said),
        document=_document(file, layout.pages),
        plan=info,
        focus_areas=areas,
        goals=goals,
        actions=actions,
        milestones=milestones,
        repairs=_repairs(layout),
        coverage=coverage,
        diagnostics=said,
    )


class _Records:
    """Turns findings into published records; ids of areas and goals are kept for links."""

    def __init__(self, methods: Mapping[int, Method]) -> None:
        self._methods = methods
        self._namer = Namer()
        self._ids: dict[int, str] = {}

    def area(self, area: Area) -> FocusArea:
        name = self._ids[id(area)] = self._namer.name("area", area.title.text)
        return FocusArea(
            id=name, title=area.title.text, source=make_source([area.title], self._methods)
        )

    def goal(self, goal: GoalFound) -> Goal:
        parent = goal.parent
        name = self._namer.name("goal", goal.level, goal.text.text, _title(goal.area))
        self._ids[id(goal)] = name
        return Goal(
            id=name,
            text=goal.text.text,
            level=goal.level,
            number=goal.number,
            focus_area_id=self._ids.get(id(goal.area)),
            parent_id=self._ids.get(id(parent)) if parent else None,
            source=make_source([goal.text], self._methods),
            confidence=_confidence(goal.confidence, goal.text.edits),
        )

    def action(self, action: ActionFound) -> Action:
        goals = [self._ids[id(goal)] for goal in action.goals if id(goal) in self._ids]
        edits = [edit for passage in action.passages() for edit in passage.edits]
        return Action(
            id=self._namer.name("action", action.text.text, _title(action.area)),
            text=action.text.text,
            number=action.number,
            type=action.type,
            strategy=action.strategy.text if action.strategy else None,
            focus_area_id=self._ids.get(id(action.area)),
            goal_ids=goals,
            responsible=action.owners,
            responsible_raw=action.responsible.text if action.responsible else None,
            resources=action.resources_value,
            deadline=action.deadline_value,
            status=action.status.text if action.status else None,
            priority=action.priority.text if action.priority else None,
            indicator=action.indicator.text if action.indicator else None,
            source=make_source(action.passages(), self._methods, action.repeats),
            confidence=_confidence(action.confidence, edits),
        )

    def milestone(self, step: MilestoneFound) -> Milestone:
        return Milestone(
            id=self._namer.name("milestone", step.label.text),
            label=step.label.text,
            responsible=step.owners,
            responsible_raw=step.responsible.text if step.responsible else None,
            deadline=step.deadline_value,
            source=make_source(step.passages(), self._methods),
            confidence=_confidence(step.confidence, step.label.edits),
        )


def _title(area: Area | None) -> str:
    return area.title.text if area else ""


def _confidence(base: float, edits: Sequence[Edit]) -> float:
    return round(base * doubt(edits), 3)


def _document(file: File, pages: Sequence[Page]) -> Document:
    return Document(
        id=file.id,
        file=file.name,
        media_type=file.media_type,
        pages=len(pages),
        page_kinds=[_page_info(page) for page in pages],
    )


def _page_info(page: Page) -> PageInfo:
    verdict, signals = page.verdict, page.verdict.signals
    return PageInfo(
        page=page.number,
        kind=verdict.kind,
        reasons=list(verdict.reasons),
        signals=Signals(
            words=signals.words,
            picture_share=round(signals.picture_share, 3),
            invisible_share=round(signals.invisible_share, 3),
            unmapped_share=round(signals.unmapped_share, 3),
            unknown_share=round(signals.unknown_share, 3),
            damage=round(signals.damage, 3),
        ),
    )


def _repairs(layout: Layout) -> list[Repair]:
    """Every edit in reading order, each once."""
    edits: dict[int, Edit] = {id(edit): edit for edit in _all_edits(layout)}
    return [
        Repair(
            before=edit.before,
            after=edit.after,
            rule=edit.rule,
            score=round(edit.score, 3),
            page=edit.words[0].page,
            bbox=rounded(Box.around(w.box for w in edit.words if w.page == edit.words[0].page)),
        )
        for edit in edits.values()
        if edit.words
    ]


def _all_edits(layout: Layout) -> Iterable[Edit]:
    for block in layout.blocks:
        if hasattr(block, "cells"):
            for cell in block.cells:
                yield from cell.passage.edits
        else:
            yield from block.passage.edits


def _unassigned(keys: Iterable[tuple[int, int]]) -> list[Diagnostic]:
    pages = sorted({page for page, _ in keys})
    return [
        Diagnostic(
            code="text_unassigned",
            severity="warning",
            message=f"{sum(k[0] == page for k in keys)} words were not placed.",
            page=page,
        )
        for page in pages
    ]


def _loose(found: Findings) -> list[Diagnostic]:
    """Strategies that belong to no goal and have no actions: named, and no goal."""
    return [
        Diagnostic(
            code="strategy_unlinked",
            severity="info",
            message=f"The strategy «{goal.text.text}» hangs from no one goal and has no actions "
            "below it; it is no record.",
            page=goal.text.pages[0],
        )
        for goal in found.goals
        if not goal.stands_alone
    ]


def _status(diagnostics: Sequence[Diagnostic]) -> Status:
    codes = {diagnostic.code for diagnostic in diagnostics}
    if "file_unreadable" in codes:
        return "failed"
    if any(said.code in NO_PLAN and said.page is None for said in diagnostics):
        return "not_a_plan"
    return "partial" if codes & PARTIAL else "complete"
