"""Goals that are headings hold below weaker headings; a goal printed twice is served once."""

from __future__ import annotations

from made_blocks import passage

from planextract.meaning.build.tree import Tree


def test_a_goal_without_an_area_holds_below_headings_weaker_than_its_own() -> None:
    tree = Tree()
    goal = tree.add_goal(passage("Alle barn er trygge"), "goal", None, 0.9, 2)
    tree.pass_heading(3)
    assert tree.act() == (goal,)
    tree.pass_heading(2)
    assert tree.act() == ()


def test_the_strongest_of_several_goals_says_how_long_they_hold() -> None:
    tree = Tree()
    tree.add_goal(passage("Eit godt liv"), "main", None, 0.9, 1)
    goal = tree.add_goal(passage("Alle barn er trygge"), "goal", None, 0.9, 3)
    tree.pass_heading(2)
    assert tree.act() == (goal,)


def test_a_goal_does_not_lengthen_its_area() -> None:
    tree = Tree()
    tree.enter_area(passage("Oppvekst"), 2)
    tree.add_goal(passage("Alle barn er trygge"), "goal", None, 0.9, 1)
    tree.pass_heading(2)
    assert (tree.area, tree.act()) == (None, ())


def test_a_goal_that_is_printed_twice_in_a_row_is_served_once() -> None:
    tree = Tree()
    goal = tree.add_goal(passage("Alle barn er trygge"), "goal", None, 0.9)
    tree.add_goal(passage("Alle barn er trygge."), "goal", None, 0.9)
    assert tree.act() == (goal,)
    assert tree.add_goal(passage("På tvers"), "strategy", None, 0.9).parent is goal
