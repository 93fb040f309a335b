"""Documents that look unlike a plan and hold its records."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.document_type import OTHER, PLAN, Part
from planextract.meaning.roles.weights import load
from planextract.meaning.told_by_records import told_by_records
from planextract.model.layout import Layout

DONE = "etablere", "byggje", "lage", "opprette", "styrkje", "utarbeide", "innføre"
WHAT = "møteplass for unge i sentrum", "gangveg til skulen", "plan for friluftsliv"


def measures(count: int) -> Layout:
    page: list[Line] = [("Tiltak 2026–2029", 16)]
    page += [(f"Kommunen skal {DONE[n % 7]} {WHAT[n // 7]}.", 10) for n in range(count)]
    return layout(page)


def part(made: Layout, kind: str) -> Part:
    return Part(kind, 0, len(made.blocks) - 1, "Its tables are figures.", 0.7)


def test_many_records_make_a_plan_of_what_nothing_names() -> None:
    made = measures(20)
    (found,) = told_by_records(made, [part(made, OTHER)], load())
    assert (found.kind, found.doubtful) == (PLAN, True)
    assert found.reason == "Its tables are figures."


@pytest.mark.parametrize("kind", ["minutes", "guidance", PLAN])
def test_a_kind_that_is_named_stays(kind: str) -> None:
    made = measures(20)
    assert told_by_records(made, [part(made, kind)], load()) == [part(made, kind)]


def test_a_few_records_make_no_plan() -> None:
    made = measures(4)
    assert told_by_records(made, [part(made, OTHER)], load()) == [part(made, OTHER)]
    assert told_by_records(made, [], load()) == []
