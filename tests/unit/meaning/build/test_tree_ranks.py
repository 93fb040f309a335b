"""How long goals that are headings hold."""

from __future__ import annotations

from made_blocks import passage

from planextract.meaning.build.tree import Tree


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
