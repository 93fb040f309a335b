"""Rows of tables: parents of merged and repeated cells, banners, the record of a row."""

from __future__ import annotations

from built_records import built
from made_blocks import block, table, with_items

from planextract.model.finding import ActionFound, Findings

HEAD = "Mål | Tiltak | Ansvar"


def served(found: Findings) -> list[tuple[str, list[str]]]:
    return [(each.text.text, [goal.text.text for goal in each.goals]) for each in found.actions]


def areas(found: Findings) -> list[str | None]:
    return [each.area.title.text if each.area else None for each in found.actions]


def strategies(found: Findings) -> list[str | None]:
    return [each.strategy.text if each.strategy else None for each in found.actions]


def owners(found: Findings) -> list[str | None]:
    return [each.responsible.text if each.responsible else None for each in found.actions]


def test_a_merged_goal_holds_for_all_its_rows() -> None:
    rows = [HEAD, "Trygge barn | Opne klubb | Kultur", "^ | Lage plan | Skule",
            "Aktive eldre | Byggje bad | Teknisk"]  # fmt: skip
    roles = {"Trygge barn": "goal", "Aktive eldre": "goal", "Opne klubb": "action",
             "Lage plan": "action", "Byggje bad": "action", "Kultur": "owner", "Skule": "owner",
             "Teknisk": "owner"}  # fmt: skip
    found = built([table(rows)], roles)
    assert served(found) == [("Opne klubb", ["Trygge barn"]), ("Lage plan", ["Trygge barn"]),
                             ("Byggje bad", ["Aktive eldre"])]  # fmt: skip
    assert owners(found) == ["Kultur", "Skule", "Teknisk"]


def test_a_goal_that_each_row_repeats_is_one_without_mentions() -> None:
    rows = [HEAD, "Trygge barn | Opne klubb | Kultur", "Trygge barn | Lage plan | Skule"]
    found = built([table(rows)], {"Trygge barn": "goal", "Opne klubb": "action",
                                  "Lage plan": "action"})  # fmt: skip
    assert [(goal.text.text, goal.mentions) for goal in found.goals] == [("Trygge barn", [])]
    assert [goals for _, goals in served(found)] == [["Trygge barn"]] * 2


def test_the_same_goal_in_another_area_holds_there_too() -> None:
    rows = ["Område | Mål | Tiltak", "Skule | Trygge barn | Opne klubb",
            "Kultur | Trygge barn | Lage plan"]  # fmt: skip
    roles = {"Skule": "area", "Kultur": "area", "Trygge barn": "goal", "Opne klubb": "action",
             "Lage plan": "action"}  # fmt: skip
    found = built([table(rows)], roles)
    assert areas(found) == ["Skule", "Kultur"]
    assert served(found) == [("Opne klubb", ["Trygge barn"]), ("Lage plan", ["Trygge barn"])]


def test_a_merged_area_holds_for_its_rows_and_ends_with_the_next() -> None:
    rows = ["Område | Tiltak | Ansvar", "Skule | Opne klubb | A", "^ | Lage plan | B",
            "Kultur | Byggje bad | C"]  # fmt: skip
    roles = {"Skule": "area", "Kultur": "area", "Opne klubb": "action", "Lage plan": "action",
             "Byggje bad": "action"}  # fmt: skip
    assert areas(built([table(rows)], roles)) == ["Skule", "Skule", "Kultur"]


def test_a_merged_cell_left_of_actions_groups_them() -> None:
    rows = ["Innsats | Tiltak | Ansvar", "Tidleg innsats | Opne klubb | A", "^ | Lage plan | B"]
    found = built([table(rows)], {"Opne klubb": "action", "Lage plan": "action"})
    assert strategies(found) == ["Tidleg innsats"] * 2


def test_a_merged_cell_of_one_word_or_right_of_the_actions_groups_nothing() -> None:
    rows = ["Nr | Tiltak | Om", "Fyrste | Opne klubb | Noko om dei", "^ | Lage plan | ^"]
    found = built([table(rows)], {"Opne klubb": "action", "Lage plan": "action"})
    assert strategies(found) == [None, None]


def test_a_merged_action_beside_actions_of_single_rows_groups_them() -> None:
    rows = ["Hovudtiltak | Tiltak | Ansvar", "Styrkje førebygging | Opne klubb | A",
            "^ | Lage plan | B"]  # fmt: skip
    roles = {"Styrkje førebygging": "action", "Opne klubb": "action", "Lage plan": "action"}
    found = built([table(rows)], roles)
    assert [each.text.text for each in found.actions] == ["Opne klubb", "Lage plan"]
    assert strategies(found) == ["Styrkje førebygging"] * 2


def test_a_group_of_a_table_holds_no_longer_than_the_table() -> None:
    rows = ["Innsats | Tiltak", "Tidleg innsats | Opne klubb", "^ | Lage plan"]
    blocks = [table(rows), block("Byggje bad", "item", marker="•")]
    roles = {"Opne klubb": "action", "Lage plan": "action", "Byggje bad": "action"}
    assert strategies(built(blocks, roles))[2] is None


def test_a_banner_opens_an_area_or_a_goal() -> None:
    rows = ["Tiltak | Ansvar", "Skule | <", "Mål 1: Trygge barn | <", "Opne klubb | A",
            "Kultur | <", "Lage plan | B"]  # fmt: skip
    roles = {"Skule": "area", "Kultur": "area", "Mål 1: Trygge barn": "goal",
             "Opne klubb": "action", "Lage plan": "action"}  # fmt: skip
    found = built([table(rows)], roles)
    assert areas(found) == ["Skule", "Kultur"]
    assert served(found) == [("Opne klubb", ["Trygge barn"]), ("Lage plan", [])]
    assert found.goals[0].number == "1"


def test_a_banner_without_role_titles_the_rows_below() -> None:
    rows = ["Tiltak | Ansvar", "Tidleg innsats | <", "Opne klubb | A", "God drift | <",
            "Lage plan | B"]  # fmt: skip
    found = built([table(rows)], {"Opne klubb": "action", "Lage plan": "action"})
    assert strategies(found) == ["Tidleg innsats", "God drift"]


def test_a_goal_repeated_below_a_banner_holds_there_too() -> None:
    rows = ["Mål | Tiltak", "Skule | <", "Trygge barn | Opne klubb", "Kultur | <",
            "Trygge barn | Lage plan"]  # fmt: skip
    roles = {"Skule": "area", "Kultur": "area", "Trygge barn": "goal", "Opne klubb": "action",
             "Lage plan": "action"}  # fmt: skip
    assert [goals for _, goals in served(built([table(rows)], roles))] == [["Trygge barn"]] * 2


def test_a_banner_may_be_an_action_or_a_milestone() -> None:
    rows = ["Tiltak | Ansvar", "Tiltak 1: Opne klubb | <", "Høyring: hausten 2026 | <",
            "Lage plan | B"]  # fmt: skip
    roles = {"Tiltak 1: Opne klubb": "action", "Høyring: hausten 2026": "milestone",
             "Lage plan": "action"}  # fmt: skip
    found = built([table(rows)], roles)
    assert [each.text.text for each in found.actions] == ["Opne klubb", "Lage plan"]
    assert [each.label.text for each in found.milestones] == ["Høyring"]
    assert strategies(found) == [None, None]


def test_a_cell_that_is_only_a_label_is_no_record() -> None:
    rows = ["A | B | C", "Tiltak: | Mål: | Delmål:", "Frist: | Opne klubb | X"]
    roles = {"Tiltak:": "action", "Mål:": "goal", "Delmål:": "milestone", "Opne klubb": "action"}
    found = built([table(rows)], roles)
    assert [each.text.text for each in found.actions] == ["Opne klubb"]
    assert found.goals == found.milestones == []


def test_of_several_actions_in_a_row_the_one_in_the_column_of_records_is_it() -> None:
    rows = ["A | B | C", "Opne klubb | Leige hus | x1", "Lage plan | Ingenting | x2",
            "Byggje bad | Ingenting no | x3"]  # fmt: skip
    roles = {"Opne klubb": "action", "Leige hus": "action", "Lage plan": "action",
             "Byggje bad": "action"}  # fmt: skip
    found = built([table(rows)], roles)
    assert [each.text.text for each in found.actions] == ["Opne klubb", "Lage plan", "Byggje bad"]


def test_items_of_a_cell_are_records_with_the_fields_of_the_row() -> None:
    made = with_items(
        table([HEAD, "Trygge barn | x | Kultur"]), 1, 1, ["Opne klubb", "1.2 Lage plan"]
    )
    roles = {"Trygge barn": "goal", "Opne klubb": "action", "1.2 Lage plan": "action",
             "Kultur": "owner"}  # fmt: skip
    found = built([made], roles)
    assert served(found) == [("Opne klubb", ["Trygge barn"]), ("Lage plan", ["Trygge barn"])]
    assert owners(found) == ["Kultur", "Kultur"]
    assert [each.number for each in found.actions] == [None, "1.2"]


def test_items_without_role_beside_records_are_running_text() -> None:
    made = with_items(table(["Tiltak | Om", "x | y"]), 1, 0, ["Opne klubb", "Bakgrunn for dette"])
    found = built([made], {"Opne klubb": "action"})
    assert [each.text.text for each in found.actions] == ["Opne klubb"]
    assert {"Bakgrunn", "for", "dette"} <= {word.text for word in found.narrative}


def test_steps_in_the_items_of_a_cell_are_milestones() -> None:
    made = with_items(table(["Fase | Steg", "Haust | x"]), 1, 1, ["Høyring – mai 2026", "Vedtak"])
    found = built([made], {"Høyring – mai 2026": "milestone", "Vedtak": "milestone"})
    assert [each.label.text for each in found.milestones] == ["Høyring", "Vedtak"]


def test_goals_in_the_items_of_a_cell_hold_for_the_action_of_the_row() -> None:
    rows = [HEAD, "Gamalt mål | Lage plan | A", "x | Opne klubb | B"]
    made = with_items(table(rows), 2, 0, ["Trygge barn", "Aktive barn"])
    roles = {"Gamalt mål": "goal", "Trygge barn": "goal", "Aktive barn": "goal",
             "Lage plan": "action", "Opne klubb": "action"}  # fmt: skip
    assert served(built([made], roles)) == [
        ("Lage plan", ["Gamalt mål"]),
        ("Opne klubb", ["Trygge barn", "Aktive barn"]),
    ]


def test_the_items_behind_the_text_of_an_action_are_its_details() -> None:
    made = with_items(table(["Tiltak | Ansvar", "x | Kultur"]), 1, 0, ["Opne klubb", "leige hus"])
    whole = made.cells[2].passage.text
    action = only(built([made], {whole: "action"}))
    assert action.text.text == "Opne klubb"
    assert [passage.text for passage in action.rest] == ["leige hus"]


def test_a_row_without_record_is_running_text() -> None:
    found = built([table([HEAD, "Noko anna | Opne klubb | Kultur"])], {"Kultur": "owner"})
    assert found.actions == []
    assert [word.text for word in found.narrative] == ["Noko", "anna", "Opne", "klubb", "Kultur"]


def test_a_step_in_a_row_is_a_milestone_with_its_time() -> None:
    rows = ["Milepæl | Når", "Høyring av planen | hausten 2026"]
    found = built([table(rows)], {"Høyring av planen": "milestone", "hausten 2026": "deadline"})
    step = found.milestones[0]
    assert (step.label.text, step.deadline and step.deadline.text) == (
        "Høyring av planen", "hausten 2026",
    )  # fmt: skip


def test_the_header_tells_the_type_of_action() -> None:
    found = built([table(["Oppdrag | Ansvar", "Opne klubb | A"])], {"Opne klubb": "action"})
    assert only(found).type == "oppdrag"


def only(found: Findings) -> ActionFound:
    assert len(found.actions) == 1
    return found.actions[0]


def test_a_time_in_the_text_stays_where_the_row_has_a_column_for_it() -> None:
    rows = ["Aktivitet | Frist", "Melde sak (seinast 5. august 2026) | 29. juli 2026",
            "Skrive sak (seinast 11. august 2026) |"]  # fmt: skip
    roles = {"Melde sak (seinast 5. august 2026)": "milestone", "29. juli 2026": "deadline",
             "Skrive sak (seinast 11. august 2026)": "milestone"}  # fmt: skip
    found = built([table(rows)], roles)
    assert [(step.label.text, step.deadline and step.deadline.text) for step in found.milestones] \
        == [("Melde sak (seinast 5. august 2026)", "29. juli 2026"),
            ("Skrive sak", "seinast 11. august 2026")]  # fmt: skip


def test_a_column_of_times_that_says_nothing_leaves_the_time_in_the_text() -> None:
    rows = ["Tiltak | Frist", "Byggje bad (2027) | –"]
    found = built([table(rows)], {"Byggje bad (2027)": "action", "–": "deadline"})
    assert [(each.text.text, each.deadline and each.deadline.text) for each in found.actions] == [
        ("Byggje bad", "2027")
    ]
