"""The cells of a row that are fields of its record; rows that a page break cut."""

from __future__ import annotations

import pytest
from built_records import built
from made_blocks import block, table

from planextract.model.finding import ActionFound, Findings
from planextract.model.layout import TableBlock

ACTION = {"Opne klubb": "action"}


def only(found: Findings) -> ActionFound:
    assert len(found.actions) == 1
    return found.actions[0]


def field(action: ActionFound, name: str) -> str | None:
    value = getattr(action, name)
    return value.text if value else None


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("owner", "responsible"),
        ("deadline", "deadline"),
        ("resources", "resources"),
        ("status", "status"),
    ],
)
def test_a_cell_fills_the_field_of_its_role(role: str, name: str) -> None:
    found = built([table(["A | B", "Opne klubb | noko"])], {**ACTION, "noko": role})
    assert field(only(found), name) == "noko"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Ansvar", "responsible"),
        ("Frist", "deadline"),
        ("Kostnad", "resources"),
        ("Status", "status"),
        ("Samarbeidspartnarar", "partners"),
        ("Prioritet", "priority"),
        ("Indikator", "indicator"),
    ],
)
def test_a_cell_without_role_fills_the_field_of_its_header(header: str, name: str) -> None:
    found = built([table([f"Tiltak | {header}", "Opne klubb | noko"])], ACTION)
    assert field(only(found), name) == "noko"


def test_a_cell_under_an_unknown_header_is_running_text() -> None:
    found = built([table(["Tiltak | Bilete", "Opne klubb | noko"])], ACTION)
    assert [word.text for word in found.narrative] == ["noko"]


def test_a_second_cell_of_a_field_does_not_replace_the_first() -> None:
    rows = ["Tiltak | Ansvar | Ansvar", "Opne klubb | Kultur | Skule"]
    found = built([table(rows)], {**ACTION, "Kultur": "owner", "Skule": "owner"})
    assert field(only(found), "responsible") == "Kultur"
    assert [word.text for word in found.narrative] == ["Skule"]


@pytest.mark.parametrize("blank", ["-", "–", "...", "*", "/"])
def test_a_cell_that_says_nothing_is_no_field(blank: str) -> None:
    found = built([table(["Tiltak | Ansvar", f"Opne klubb | {blank}"])], {**ACTION, blank: "owner"})
    assert only(found).responsible is None


def test_a_merged_field_is_inherited_by_the_rows_below() -> None:
    rows = ["Tiltak | Ansvar | Frist", "Opne klubb | Kultur | 2026", "Lage plan | ^ | ^"]
    found = built([table(rows)], {**ACTION, "Lage plan": "action", "Kultur": "owner"})
    first, second = found.actions
    assert field(first, "responsible") == field(second, "responsible") == "Kultur"
    assert field(second, "deadline") == "2026"
    assert (first.inherited, second.inherited) == ((), ("responsible", "deadline"))


def test_a_code_is_the_number_of_the_action() -> None:
    action = only(built([table(["Nr | Tiltak", "T-1.2 | Opne klubb"])], ACTION))
    assert action.number == "T-1.2"


def test_a_number_of_its_own_stands_against_a_code() -> None:
    found = built([table(["Nr | Tiltak", "7 | 1.2 Opne klubb"])], {"1.2 Opne klubb": "action"})
    assert only(found).number == "1.2"
    assert [word.text for word in found.narrative] == ["7"]


def test_a_comment_is_kept_with_the_action() -> None:
    rows = ["Tiltak | Om", "Opne klubb | Gjeld heile kommunen"]
    action = only(built([table(rows)], {**ACTION, "Gjeld heile kommunen": "comment"}))
    assert [passage.text for passage in action.rest] == ["Gjeld heile kommunen"]


def test_marks_under_years_are_the_deadline() -> None:
    rows = ["Tiltak | 2025 | 2026 | 2027", "Opne klubb | | x | x"]
    action = only(built([table(rows)], ACTION))
    assert field(action, "deadline") == "2026, 2027"
    assert action.inherited == ("deadline",)


def test_a_mark_over_several_years_is_all_of_them() -> None:
    rows = ["Tiltak | 2025 | 2026 | 2027", "Opne klubb | x | < |"]
    assert field(only(built([table(rows)], ACTION)), "deadline") == "2025, 2026"


def test_sums_under_years_are_the_resources_and_the_deadline() -> None:
    rows = ["Tiltak | 2025 | 2026", "Opne klubb | 100 | 250"]
    action = only(built([table(rows)], ACTION))
    assert field(action, "resources") == "100 250"
    assert field(action, "deadline") == "2025, 2026"


def test_a_time_of_its_own_stands_against_marked_years() -> None:
    rows = ["Tiltak | 2025 | 2026", "Opne klubb (innan 2030) | x |"]
    action = only(built([table(rows)], {"Opne klubb (innan 2030)": "action"}))
    assert field(action, "deadline") == "innan 2030"


def test_words_under_years_are_no_marks() -> None:
    rows = ["Tiltak | 2025 | 2026", "Opne klubb | Skildring følgjer |"]
    assert only(built([table(rows)], ACTION)).deadline is None


def test_a_milestone_takes_no_sums() -> None:
    rows = ["Steg | 2025 | 2026", "Høyring | 100 |"]
    found = built([table(rows)], {"Høyring": "milestone"})
    step = found.milestones[0]
    assert step.deadline is not None and step.deadline.text == "2025"
    assert [word.text for word in found.narrative] == ["100"]


def cut(first: str, second: str) -> list[TableBlock]:
    """A table that goes on over a page, its last row cut in two."""
    return [table(["Tiltak | Ansvar", first]), table([second, "Lage plan | Skule"], page=2)]


def test_the_rest_of_a_cut_row_belongs_to_its_record() -> None:
    blocks = cut("Opne klubb | Kultur", "i sentrum | og idrett")
    roles = {**ACTION, "Lage plan": "action", "Kultur": "owner", "og idrett": "owner"}
    first, second = built(blocks, roles).actions
    assert field(first, "responsible") == "Kultur og idrett"
    assert first.text.text == "Opne klubb i sentrum"
    assert second.text.text == "Lage plan"


def test_the_rest_of_another_column_is_kept_beside_the_record() -> None:
    first = table(["Tiltak | Merknad | Ansvar", "Opne klubb | Ny | Kultur"])
    blocks = [first, table([" | i år | ", "Lage plan | – | Skule"], page=2)]
    found = built(blocks, {**ACTION, "Lage plan": "action", "Kultur": "owner", "Skule": "owner"})
    assert found.actions[0].text.text == "Opne klubb"
    assert [passage.text for passage in found.actions[0].rest] == ["i år"]


def test_the_rest_of_a_cut_step_is_kept() -> None:
    blocks = cut("Høyring | Kultur", "av planen | –")
    found = built(blocks, {"Høyring": "milestone", "–": "owner", "Kultur": "owner"})
    step = found.milestones[0]
    assert step.responsible is not None and step.responsible.text == "Kultur"
    assert step.label.text == "Høyring av planen"


def test_a_row_with_a_record_of_its_own_is_no_rest() -> None:
    blocks = cut("Opne klubb | Kultur", "Byggje bad | Teknisk")
    found = built(blocks, {**ACTION, "Byggje bad": "action", "Teknisk": "owner"})
    assert [each.text.text for each in found.actions] == ["Opne klubb", "Byggje bad"]
    assert field(found.actions[0], "responsible") == "Kultur"


def test_a_table_below_a_heading_goes_on_with_nothing() -> None:
    first, second = cut("Opne klubb | Kultur", "i sentrum | og idrett")
    found = built([first, block("Kultur og idrett", "heading", page=2), second], ACTION)
    assert only(found).rest == []


def test_a_merged_sum_is_inherited_by_the_row_below() -> None:
    rows = ["Tiltak | 2025 | 2026", "Opne klubb | 100 | 250", "Lage plan | ^ | ^"]
    first, second = built([table(rows)], {**ACTION, "Lage plan": "action"}).actions
    assert field(first, "resources") == field(second, "resources") == "100 250"
    assert (first.inherited, second.inherited) == (("deadline",), ("deadline", "resources"))
