"""From units with known roles to records."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_blocks import block, layout, table, with_items, words_in
from made_roles import reading_of

from planextract.meaning.build import build
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import gather
from planextract.model.finding import ActionFound, Findings
from planextract.model.passage import Passage

ACTION, OWNER, DEADLINE = Role.ACTION, Role.OWNER, Role.DEADLINE


def built(roles: dict[str, Role], *blocks: Any) -> Findings:
    """What is built of blocks whose units have these roles by their texts."""
    made = layout(*blocks)
    units = gather(made)
    missing = set(roles) - {unit.text for unit in units.all}
    assert not missing, f"no unit says {missing}"
    return build(made, units, reading_of(units, roles))


def said(value: Passage | None) -> str | None:
    return value.text if value is not None else None


def only(found: Findings) -> ActionFound:
    assert len(found.actions) == 1, [action.text.text for action in found.actions]
    return found.actions[0]


def test_a_row_is_an_action_with_its_fields() -> None:
    made = table(["#Nr | #Tiltak | #Ansvar | #Frist", "1.2 | Lage veg til øya | Per | 2026"])
    found = built({"Lage veg til øya": ACTION, "Per": OWNER, "2026": DEADLINE}, made)
    action = only(found)
    assert (action.text.text, action.number) == ("Lage veg til øya", "1.2")
    assert (said(action.responsible), said(action.deadline)) == ("Per", "2026")
    assert action.inherited == ()
    assert [word.text for word in found.structure] == ["Nr", "Tiltak", "Ansvar", "Frist"]
    assert found.narrative == []


def test_merged_cells_group_rows_and_hand_fields_down() -> None:
    made = table(
        [
            "#Gruppe | #Tiltak | #Ansvar",
            "Veg og hamn | Lage veg til øya | Per",
            "^ | Rive gamle bruer | ^",
            "Hus og heim | Bygge nye hus | Kari",
        ]
    )
    roles = dict.fromkeys(("Lage veg til øya", "Rive gamle bruer", "Bygge nye hus"), ACTION)
    found = built(roles | {"Per": OWNER, "Kari": OWNER}, made)
    assert [said(a.strategy) for a in found.actions[:2]] == ["Veg og hamn"] * 2
    assert [said(a.responsible) for a in found.actions] == ["Per", "Per", "Kari"]
    assert [a.inherited for a in found.actions] == [(), ("responsible",), ()]


def test_a_group_of_one_row_is_not_that_of_the_rows_above() -> None:
    rows = [
        "#Gruppe | #Tiltak",
        "Veg og hamn | Lage veg",
        "^ | Rive bru",
        "Hus og heim | Bygge hus",
    ]
    found = built(dict.fromkeys(("Lage veg", "Rive bru", "Bygge hus"), ACTION), table(rows))
    assert said(found.actions[2].strategy) == "Hus og heim"


def test_a_goal_left_of_its_rows_is_served_by_them() -> None:
    rows = ["#Mål | #Tiltak", "Trygg skule | Lage veg", "^ | Rive bru", "God helse | Bygge hus"]
    roles = dict.fromkeys(("Lage veg", "Rive bru", "Bygge hus"), ACTION)
    found = built(roles | {"Trygg skule": Role.GOAL, "God helse": Role.GOAL}, table(rows))
    one, two = found.goals
    assert [action.goals for action in found.actions] == [(one,), (one,), (two,)]


def test_year_columns_are_a_period_of_their_headers() -> None:
    rows = ["#Tiltak | #2026 | #2027 | #2028", "Lage veg til øya | x | x | "]
    action = only(built({"Lage veg til øya": ACTION}, table(rows)))
    assert said(action.deadline) == "2026, 2027"
    assert action.inherited == ("deadline",)
    assert action.resources is None


def test_sums_in_year_columns_are_resources() -> None:
    rows = ["#Tiltak | #2026 | #2027", "Lage veg til øya | 500 | 700"]
    action = only(built({"Lage veg til øya": ACTION}, table(rows)))
    assert said(action.resources) == "500 700"
    assert said(action.deadline) == "2026, 2027"


def test_a_banner_opens_an_area_a_goal_or_a_group() -> None:
    rows = ["#Tiltak | #Ansvar", "Oppvekst | <", "Lage veg | Per"]
    area = only(built({"Oppvekst": Role.AREA, "Lage veg": ACTION}, table(rows)))
    assert area.area is not None and area.area.title.text == "Oppvekst"
    goal = only(built({"Oppvekst": Role.GOAL, "Lage veg": ACTION}, table(rows)))
    assert [g.text.text for g in goal.goals] == ["Oppvekst"]
    group = only(built({"Lage veg": ACTION}, table(rows)))
    assert (group.area, group.goals, said(group.strategy)) == (None, (), "Oppvekst")


def test_rows_without_a_record_are_running_text() -> None:
    found = built({}, table(["#Kva | #Tal", "Folketal | 5"]))
    assert not found.actions and not found.goals
    assert [word.text for word in found.narrative] == ["Folketal", "5"]


def test_items_of_a_cell_are_actions_that_share_its_fields() -> None:
    made = table(["#Tiltak | #Ansvar", "Alle | Per"])
    made = with_items(made, 1, 0, ["Lage veg til øya", "Rive gamle bruer"])
    roles = {"Lage veg til øya": ACTION, "Rive gamle bruer": ACTION, "Per": OWNER}
    found = built(roles, made)
    assert [action.text.text for action in found.actions] == list(roles)[:2]
    assert [said(action.responsible) for action in found.actions] == ["Per", "Per"]


def test_lines_with_labels_are_fields_of_the_record_above() -> None:
    text = "Lage veg til øya\nAnsvar: Per\nFrist: 2026"
    found = built({"Lage veg til øya": ACTION}, block(text, "item"))
    action = only(found)
    assert (said(action.responsible), said(action.deadline)) == ("Per", "2026")
    assert {word.text for word in found.structure} == {"Ansvar:", "Frist:"}


def test_a_heading_ends_the_record_that_fields_belong_to() -> None:
    blocks = (block("Lage veg til øya", "item"), block("Anna", "heading"), block("Ansvar: Per"))
    found = built({"Lage veg til øya": ACTION}, *blocks)
    assert only(found).responsible is None
    assert [word.text for word in found.narrative] == ["Ansvar:", "Per"]


@pytest.mark.parametrize(("indent", "details"), [(30.0, ["med fortau"]), (10.0, [])])
def test_items_set_further_in_are_details(indent: float, details: list[str]) -> None:
    blocks = (
        block("Lage veg til øya", "item", indent=10.0),
        block("med fortau", "item", indent=indent),
    )
    found = built({"Lage veg til øya": ACTION}, *blocks)
    assert [rest.text for rest in only(found).rest] == details
    assert bool(found.narrative) is not bool(details)


def test_sentences_are_promised_actions_and_the_rest_running_text() -> None:
    vow = "Vi skal lage veg."
    found = built({vow: ACTION}, block(f"Øya er stor. {vow} Ho er fin."))
    action = only(found)
    assert action.promised and action.text.text == vow
    assert [word.text for word in found.narrative] == ["Øya", "er", "stor.", "Ho", "er", "fin."]
    assert not only(built({"Lage veg": ACTION}, block("Lage veg", "item"))).promised


def test_labels_name_the_type_and_are_structure() -> None:
    found = built({"Oppdrag: Lage veg til øya": ACTION}, block("Oppdrag: Lage veg til øya"))
    action = only(found)
    assert (action.type, action.text.text) == ("oppdrag", "Lage veg til øya")
    assert [word.text for word in found.structure] == ["Oppdrag:"]


def test_steps_have_their_times() -> None:
    text = "Høyring av planen: hausten 2026"
    found = built({text: Role.MILESTONE}, block(text, "item"))
    step = found.milestones[0]
    assert (step.label.text, said(step.deadline)) == ("Høyring av planen", "hausten 2026")


def test_goals_with_an_action_between_stand_apart() -> None:
    texts = {"Trygg skule": Role.GOAL, "Lage veg": ACTION, "God helse": Role.GOAL, "Rive": ACTION}
    found = built(texts, *(block(text, "item") for text in texts))
    one, two = found.goals
    assert [action.goals for action in found.actions] == [(one,), (two,)]


def test_an_empty_layout_gives_nothing() -> None:
    assert built({}) == Findings()


CODED = table(
    [
        "#Nr | #Mål | #Tiltak | #Ansvar | #2026 | #2027",
        "Barn og unge | < | < | < | < | <",
        "1 | Trygg skule | Lage veg (Rektor, 2026) | Per | x | 500",
        "2 | ^ | Frist: 2027 | ^ | <  | -",
        "3 | Mål: | God helse | Kari | 700 | x",
    ]
)
GOING_ON = table(
    ["#Nr | #Mål | #Tiltak | #Ansvar | #2026 | #2027", " |  | til øya | og Ola |  | "], 2
)
MADE = layout(
    block("Oppvekst", "heading"),
    block("Mål 1: Trygg skule. Alle skal med. Vi lagar veg – 2026."),
    block("Lage veg til øya\nAnsvar: Per\nFrist: 2026", "item", indent=10.0),
    block("med fortau", "item", indent=30.0),
    block("Tiltak:"),
    with_items(CODED, 2, 2, ["Lage veg (Rektor, 2026)", "Tiltak: Rive bru", "Mål:"]),
    GOING_ON,
    block("Oppvekst", "heading", page=2),
    block("Trygg skule", page=2),
    block("(2026)", "item", page=2),
)
UNITS = gather(MADE)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(ROLES), min_size=len(UNITS.all), max_size=len(UNITS.all)))
def test_whatever_the_roles_every_word_is_somewhere(roles: list[Role]) -> None:
    by_place = reading_of(UNITS, {})
    reading = type(by_place)(tuple(roles), by_place.sure, (), by_place.probabilities)
    found = build(MADE, UNITS, reading)
    steps = [passage for step in found.milestones for passage in step.passages()]
    acts = [passage for action in found.actions for passage in action.passages()]
    goals = [passage for goal in found.goals for passage in (goal.text, *goal.mentions)]
    areas = [area.title for area in found.areas]
    own = chain.from_iterable(passage.words for passage in (*areas, *goals, *acts, *steps))
    placed = {word.key for word in (*own, *found.structure, *found.narrative)}
    lost = [w.text for each in MADE.blocks for w in words_in(each) if w.key not in placed]
    assert lost == []
    assert all(text.text for text in (*areas, *goals))
    assert all(action.text for action in found.actions)
    assert all(step.label for step in found.milestones)
