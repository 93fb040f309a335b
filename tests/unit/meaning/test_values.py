"""Normal forms of the fields of actions and milestones."""

from __future__ import annotations

from datetime import date

import pytest
from made_blocks import passage

from planextract.meaning.deadlines import Context
from planextract.meaning.values import lines_of, settle_values
from planextract.model.finding import ActionFound, Findings, MilestoneFound

CONTEXT = Context(
    plan_start=date(2025, 1, 1), plan_end=date(2028, 12, 31), document_date=date(2025, 5, 2)
)


def settled(action: ActionFound) -> ActionFound:
    settle_values(Findings(actions=[action]), CONTEXT)
    return action


def test_a_deadline_cell_is_read() -> None:
    value = settled(ActionFound(passage("Lage rutine"), deadline=passage("i planperioden")))
    assert value.deadline_value is not None
    assert (value.deadline_value.kind, value.deadline_value.start) == ("plan_period", "2025-01-01")


def test_a_time_inside_the_text_is_less_sure_than_a_cell() -> None:
    inside = settled(ActionFound(passage("Lage rutine innan 1. mars 2026"))).deadline_value
    cell = settled(ActionFound(passage("Lage rutine"), deadline=passage("innan 1. mars 2026")))
    assert inside is not None and cell.deadline_value is not None
    assert (inside.kind, inside.end) == ("by", "2026-03-01")
    assert inside.confidence < cell.deadline_value.confidence


@pytest.mark.parametrize(
    "text", ["Redusere utsleppa med 2 prosent", "Følgje opp St.meld. 37 (2007-2008)", "Lage rutine"]
)
def test_numbers_that_are_no_times_give_no_deadline(text: str) -> None:
    assert settled(ActionFound(passage(text))).deadline_value is None


def test_an_unreadable_deadline_is_kept_and_said() -> None:
    found = Findings(actions=[ActionFound(passage("Lage"), deadline=passage("gul farge", page=4))])
    settle_values(found, CONTEXT)
    value = found.actions[0].deadline_value
    assert value is not None
    assert (value.kind, value.raw, value.start, value.edtf) == (
        "unknown",
        "gul farge",
        None,
        None,
    )
    assert [(d.code, d.page) for d in found.diagnostics] == [("deadline_unknown", 4)]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Helse og omsorg", [("Helse og omsorg", "lead")]),
        ("Rektor saman med NAV", [("Rektor", "lead"), ("NAV", "partner")]),
        ("Barn, familie og helse", [("Barn, familie og helse", "lead")]),
    ],
)
def test_owners(cell: str, owners: list[tuple[str, str]]) -> None:
    action = settled(ActionFound(passage("Lage rutine"), responsible=passage(cell)))
    assert [(owner.name, owner.role) for owner in action.owners] == owners


def test_partners_of_their_own_column_are_partners() -> None:
    action = settled(
        ActionFound(passage("Lage"), responsible=passage("Rektor"), partners=passage("NAV"))
    )
    assert [(owner.name, owner.role) for owner in action.owners] == [
        ("Rektor", "lead"), ("NAV", "partner"),
    ]  # fmt: skip


def test_the_unit_that_a_sentence_names_is_its_owner() -> None:
    action = settled(ActionFound(passage("Kommunelegane utarbeider rutine for smittevern.")))
    assert action.responsible and action.responsible.text == "Kommunelegane"
    assert settled(ActionFound(passage("Etablere ein møteplass"))).responsible is None


def test_resources_are_read_with_the_unit_of_their_column() -> None:
    action = settled(
        ActionFound(passage("Lage"), resources=passage("250"), resources_unit="i 1000 kr")
    )
    assert action.resources_value is not None
    assert (action.resources_value.amount, action.resources_value.raw) == (250000.0, "250")


def test_the_year_of_a_schedule_is_inferred_and_said() -> None:
    found = Findings(
        milestones=[
            MilestoneFound(passage("Oppstart"), deadline=passage("Tysdag 24. juni")),
            MilestoneFound(passage("Høyring"), deadline=passage("01. sept – 10. okt")),
        ]
    )
    settle_values(found, CONTEXT)
    first = found.milestones[0].deadline_value
    assert first is not None and first.start == "2025-06-24"
    assert {d.code for d in found.diagnostics} == {"year_inferred"}


def test_lines_of_a_cell_are_told_by_where_they_stand() -> None:
    assert lines_of(passage("Rektor\nHelse og omsorg")) == "Rektor\nHelse og omsorg"
    assert lines_of(passage("Rektor ved skulen")) == "Rektor ved skulen"
