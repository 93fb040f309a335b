"""Findings to the published plan."""

from __future__ import annotations

import pytest
from made_findings import FILE, layout, passage, plan_of

from planextract.model.finding import (
    ActionFound,
    Area,
    CandidateFound,
    Findings,
    GoalFound,
    MilestoneFound,
)  # fmt: skip
from planextract.model.plan import Diagnostic, DiagnosticCode, Owner, PlanInfo
from planextract.output.assemble import assemble


def said(code: DiagnosticCode, page: int | None = None, message: str = "m") -> Diagnostic:
    return Diagnostic(code=code, severity="info", message=message, page=page)


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        ([], "complete"),
        (["no_actions", "suspect_word", "table_unread"], "complete"),
        (["page_unreadable"], "partial"),
        (["page_needs_ocr"], "partial"),
        (["page_ocr_timeout"], "partial"),
        (["records_unread"], "partial"),
        (["almost_nothing_found", "no_actions"], "partial"),
        (["owner_doubtful", "part_not_read"], "complete"),
        (["language_not_read"], "not_a_plan"),
        (["not_a_plan", "page_unreadable"], "not_a_plan"),
        (["file_unreadable", "not_a_plan"], "failed"),
    ],
)
def test_the_status_follows_from_what_was_said(codes: list[DiagnosticCode], status: str) -> None:
    text = passage("Lage rutine")
    found = Findings(actions=[ActionFound(text)])
    plan = assemble(FILE, layout(text), found, PlanInfo(), [said(code) for code in codes])
    assert plan.status == status


def test_links_lead_to_the_records() -> None:
    area, goal = Area(passage("Oppvekst", first=0)), passage("Alle er trygge", first=10)
    parent = GoalFound(goal, "main", area=area)
    child = GoalFound(passage("Fleire venner", first=20), "sub", area=area, parent=parent)
    action = ActionFound(passage("Lage rutine", first=30), area=area, goals=(child,))
    found = Findings(areas=[area], goals=[parent, child], actions=[action])
    page = layout(area.title, goal, child.text, action.text)
    plan = assemble(FILE, page, found, PlanInfo())
    assert plan.goals[1].parent_id == plan.goals[0].id
    assert plan.actions[0].goal_ids == [plan.goals[1].id]
    area_ids = {plan.goals[0].focus_area_id, plan.actions[0].focus_area_id}
    assert area_ids == {plan.focus_areas[0].id}


def test_a_page_in_another_language_leaves_the_rest_a_plan() -> None:
    text = passage("Lage rutine")
    found = Findings(actions=[ActionFound(text)])
    plan = assemble(FILE, layout(text), found, PlanInfo(), [said("language_not_read", 4)])
    assert plan.status == "complete"


def test_a_strategy_without_a_goal_above_is_a_goal_that_actions_lead_to() -> None:
    loose = GoalFound(passage("Satse lokalt"), "strategy")
    action = ActionFound(passage("Lage rutine", first=10), goals=(loose,))
    found = Findings(goals=[loose], actions=[action])
    plan = assemble(FILE, layout(loose.text, action.text), found, PlanInfo())
    assert [(goal.level, goal.parent_id) for goal in plan.goals] == [("strategy", None)]
    assert plan.actions[0].goal_ids == [plan.goals[0].id]
    assert plan.diagnostics == []


def test_what_is_printed_again_is_a_mention_and_no_part() -> None:
    goal = GoalFound(passage("Alle er trygge"), "goal", mentions=[passage("Trygge alle", 2)])
    action = ActionFound(passage("Lage rutine", first=10), mentions=[passage("Ny rutine", 3)])
    step = MilestoneFound(passage("Vedtak", first=20), mentions=[passage("Vedtaket", 4)])
    found = Findings(goals=[goal], actions=[action], milestones=[step])
    plan = assemble(FILE, layout(goal.text, action.text, step.label), found, PlanInfo())
    records = [*plan.goals, *plan.actions, *plan.milestones]
    told = [[(again.page, again.quote) for again in record.mentions] for record in records]
    assert told == [[(2, "Trygge alle")], [(3, "Ny rutine")], [(4, "Vedtaket")]]
    assert all(record.source.parts == [] for record in records)


def test_a_candidate_is_published_beside_the_records() -> None:
    action, maybe = passage("Lage rutine"), passage("drleg møte", first=10)
    maybe = maybe.edited(0, 5, "årleg", "ocr", 0.5)
    found = Findings(
        actions=[ActionFound(action)],
        candidates=[CandidateFound("milestone", maybe, 0.5, "A date, and no schedule.")],
    )
    plan = assemble(FILE, layout(action, maybe), found, PlanInfo())
    (told,) = plan.candidates
    assert (told.kind, told.text, told.confidence) == ("milestone", "årleg møte", 0.25)
    assert (told.source.quote, told.why) == ("drleg møte", "A date, and no schedule.")
    assert len(plan.actions) == 1 and plan.milestones == []


def test_every_repair_is_published_once_with_its_place() -> None:
    mended = passage("drleg rutine").edited(0, 5, "årleg", "ocr", 0.87654)
    found = Findings(milestones=[MilestoneFound(mended), MilestoneFound(mended[:5])])
    plan = assemble(FILE, layout(mended), found, PlanInfo())
    assert [(r.before, r.after, r.score, r.page, r.bbox) for r in plan.repairs] == [
        ("drleg", "årleg", 0.877, 1, (0, 0, 8, 10))
    ]


def test_a_doubtful_repair_lowers_the_confidence_of_its_record() -> None:
    sure, mended = passage("Lage rutine"), passage("drleg møte", first=10)
    mended = mended.edited(0, 5, "årleg", "ocr", 0.5)
    found = Findings(actions=[ActionFound(sure), ActionFound(mended)])
    first, second = assemble(FILE, layout(sure, mended), found, PlanInfo()).actions
    assert (first.confidence, second.confidence) == (0.95, 0.475)


def test_what_was_said_is_in_the_order_of_the_pages() -> None:
    text = passage("Lage rutine")
    found = Findings(actions=[ActionFound(text)], diagnostics=[said("year_inferred", 3)])
    before = [said("suspect_word", 3), said("no_actions"), said("suspect_word", 1)]
    plan = assemble(FILE, layout(text), found, PlanInfo(), before)
    pages = [d.page or 0 for d in plan.diagnostics]
    assert pages == sorted(pages) and len(pages) == 4


def test_that_almost_nothing_was_found_is_said_first() -> None:
    before = [said("municipality_unknown"), said("almost_nothing_found", 7), said("no_actions")]
    plan = assemble(FILE, layout(), Findings(), PlanInfo(), before)
    assert plan.diagnostics[0].code == "almost_nothing_found"


def test_owners_stand_beside_the_cell_as_read() -> None:
    text, raw = passage("Lage rutine"), passage("Rektor saman med NAV", first=10)
    owners = [Owner(name="Rektor", role="lead"), Owner(name="NAV", role="partner")]
    found = Findings(actions=[ActionFound(text, responsible=raw, owners=owners)])
    (action,) = assemble(FILE, layout(text, raw), found, PlanInfo()).actions
    assert action.responsible_raw == "Rektor saman med NAV"
    assert action.responsible == owners


def test_an_empty_document_is_a_valid_plan() -> None:
    plan = assemble(FILE, layout(), Findings(), PlanInfo())
    assert (plan.status, plan.actions, plan.coverage.words) == ("complete", [], 0)


def test_the_same_findings_give_the_same_bytes() -> None:
    texts = ["Lage rutine", "Opne klubb", "Lage rutine"]
    assert plan_of(texts).model_dump_json() == plan_of(texts).model_dump_json()
