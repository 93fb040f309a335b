"""Where the reader stands: which area, goals and strategy hold for what comes next."""

from __future__ import annotations

from made_blocks import passage

from planextract.meaning.build.tree import Tree
from planextract.model.finding import GoalFound
from planextract.model.plan import GoalLevel


def add(tree: Tree, text: str, level: GoalLevel = "goal", rank: int = 0) -> GoalFound:
    return tree.add_goal(passage(text), level, None, 0.9, rank)


def serving(tree: Tree) -> list[str]:
    return [goal.text.text for goal in tree.act()]


def in_area(rank: int = 2) -> Tree:
    tree = Tree()
    tree.enter_area(passage("Oppvekst"), rank)
    return tree


def test_a_goal_stands_in_the_area() -> None:
    tree = in_area()
    goal = add(tree, "Alle barn er trygge")
    assert goal.area is tree.found.areas[0]


def test_an_area_ends_at_a_heading_as_strong() -> None:
    tree = in_area(2)
    add(tree, "Alle barn er trygge")
    tree.pass_heading(2)
    assert tree.area is None
    assert serving(tree) == []


def test_an_area_goes_on_below_a_weaker_heading() -> None:
    tree = in_area(2)
    add(tree, "Alle barn er trygge")
    tree.pass_heading(3)
    assert tree.area is not None
    assert serving(tree) == ["Alle barn er trygge"]


def test_a_line_that_is_no_heading_ends_nothing() -> None:
    tree = in_area(2)
    tree.pass_heading(0)
    assert tree.area is not None


def test_an_area_without_rank_ends_at_any_heading() -> None:
    tree = in_area(0)
    tree.pass_heading(5)
    assert tree.area is None


def test_a_new_area_ends_the_goals_of_the_one_before() -> None:
    tree = in_area()
    add(tree, "Alle barn er trygge")
    tree.enter_area(passage("Kultur"), 2)
    assert serving(tree) == []
    assert [area.title.text for area in tree.found.areas] == ["Oppvekst", "Kultur"]


def test_an_area_that_is_named_again_is_the_same() -> None:
    tree = in_area()
    tree.enter_area(passage("Kultur"), 2)
    again = passage("OPPVEKST:")
    tree.enter_area(again, 2)
    assert tree.area is tree.found.areas[0]
    assert len(tree.found.areas) == 2
    assert tree.found.structure == list(again.words)


def test_a_sub_goal_hangs_from_the_goal_and_the_goal_from_the_main_goal() -> None:
    tree = Tree()
    main = add(tree, "Eit godt liv", "main")
    goal = add(tree, "Alle barn er trygge")
    sub = add(tree, "Ingen barn blir mobba", "sub")
    assert (main.parent, goal.parent, sub.parent) == (None, main, goal)
    assert serving(tree) == ["Ingen barn blir mobba"]


def test_a_goal_ends_the_sub_goals_of_the_goal_before() -> None:
    tree = Tree()
    add(tree, "Alle barn er trygge")
    add(tree, "Ingen barn blir mobba", "sub")
    add(tree, "Alle eldre er trygge")
    assert serving(tree) == ["Alle eldre er trygge"]


def test_nothing_hangs_from_a_vision_and_no_action_serves_it() -> None:
    tree = Tree()
    add(tree, "Saman om framtida", "vision")
    assert serving(tree) == []
    assert add(tree, "Alle barn er trygge").parent is None


def test_an_action_serves_all_goals_that_stand_together() -> None:
    tree = Tree()
    add(tree, "Alle barn er trygge")
    add(tree, "Alle eldre er trygge")
    assert serving(tree) == ["Alle barn er trygge", "Alle eldre er trygge"]


def test_a_strategy_under_several_goals_has_no_parent() -> None:
    tree = Tree()
    add(tree, "Alle barn er trygge")
    add(tree, "Alle eldre er trygge")
    assert add(tree, "Arbeide på tvers", "strategy").parent is None


def test_a_strategy_under_one_goal_hangs_from_it_and_holds_for_actions() -> None:
    tree = Tree()
    goal = add(tree, "Alle barn er trygge")
    strategy = add(tree, "Arbeide på tvers", "strategy")
    assert strategy.parent is goal
    assert tree.strategy is strategy.text
    assert serving(tree) == ["Alle barn er trygge", "Arbeide på tvers"]


def test_a_new_goal_ends_the_strategy() -> None:
    tree = Tree()
    add(tree, "Alle barn er trygge")
    add(tree, "Arbeide på tvers", "strategy")
    add(tree, "Alle eldre er trygge")
    assert tree.strategy is None
    assert "Arbeide på tvers" not in serving(tree)


def test_a_goal_that_is_printed_again_is_a_mention() -> None:
    tree = Tree()
    first = add(tree, "Alle barn er trygge")
    tree.enter_area(passage("Oppvekst"), 1)
    again = passage("Alle barn er trygge.")
    assert tree.add_goal(again, "goal", None, 0.9) is first
    assert first.mentions == [again]
    assert first.area is tree.found.areas[0]
    assert tree.found.goals == [first]


def test_a_goal_that_is_printed_twice_in_a_row_is_served_once() -> None:
    tree = Tree()
    goal = add(tree, "Alle barn er trygge")
    add(tree, "Alle barn er trygge")
    assert tree.act() == (goal,)
    assert add(tree, "Arbeide på tvers", "strategy").parent is goal


def test_the_same_words_on_another_level_are_another_goal() -> None:
    tree = Tree()
    assert add(tree, "Trygge barn", "main") is not add(tree, "Trygge barn", "sub")


def test_a_goal_without_an_area_holds_below_headings_weaker_than_its_own() -> None:
    tree = Tree()
    add(tree, "Alle barn er trygge", rank=2)
    tree.pass_heading(3)
    assert serving(tree) == ["Alle barn er trygge"]
    tree.pass_heading(2)
    assert serving(tree) == []
