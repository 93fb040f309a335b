"""Records made where the reader stands: their place, fields and type."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.build.makers import make_action, make_milestone, set_field, type_of
from planextract.meaning.build.tree import Tree
from planextract.meaning.roles.role import Role
from planextract.model.finding import ActionFound, MilestoneFound


def test_an_action_has_the_area_goal_and_strategy_in_force() -> None:
    tree = Tree()
    tree.enter_area(passage("Oppvekst"), 1)
    goal = tree.add_goal(passage("Alle barn er trygge"), "goal", "1", 0.9)
    strategy = tree.add_goal(passage("Arbeide på tvers"), "strategy", None, 0.9)
    action = make_action(tree, passage("Opne klubb"), "1.1", 0.8, "oppdrag")
    assert action.area is tree.area
    assert action.goals == (goal, strategy)
    assert action.strategy is strategy.text
    assert (action.number, action.confidence, action.type) == ("1.1", 0.8, "oppdrag")
    assert tree.found.actions == [action]


def test_owner_and_time_behind_an_action_are_its_fields_and_the_brackets_structure() -> None:
    tree = Tree()
    action = make_action(tree, passage("Opne klubb | Rektor | 2026"), None, 0.9)
    assert action.text.text == "Opne klubb"
    assert action.responsible is not None and action.responsible.text == "Rektor"
    assert action.deadline is not None and action.deadline.text == "2026"
    assert [word.text for word in tree.found.structure] == ["|", "|"]


def test_a_milestone_may_begin_with_its_time() -> None:
    tree = Tree()
    step = make_milestone(tree, passage("Hausten 2026: Høyring av planen"), 0.7)
    assert step.label.text == "Høyring av planen"
    assert step.deadline is not None and step.deadline.text == "Hausten 2026"
    assert tree.found.milestones == [step]


def test_a_field_is_set_once() -> None:
    action = ActionFound(passage("Opne klubb"))
    first = passage("Rektor")
    assert set_field(action, Role.OWNER, first)
    assert not set_field(action, Role.OWNER, passage("Kultur"))
    assert action.responsible is first


def test_a_milestone_has_no_resources_and_nothing_has_a_goal_as_field() -> None:
    step = MilestoneFound(passage("Høyring"))
    assert not set_field(step, Role.RESOURCES, passage("100 000 kr"))
    assert not set_field(step, Role.GOAL, passage("Trygge barn"))
    assert set_field(step, Role.DEADLINE, passage("2026"))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Oppdrag 3", "oppdrag"),
        ("Mål/aktivitetar", "aktivitet"),
        ("Klimatiltak", "klimatiltak"),
        ("Investeringar i perioden", "investering"),
        ("Tiltak", "tiltak"),
        ("Føroppdrag", "tiltak"),
        ("", "tiltak"),
    ],
)
def test_the_type_is_what_a_word_begins_with(words: str, kind: str) -> None:
    assert type_of(words) == kind
