"""The area, the goals and the strategy in force where the reader stands."""

from __future__ import annotations

from made_blocks import passage

from planextract.meaning.build.tree import Tree
from planextract.model.finding import GoalFound
from planextract.model.plan import GoalLevel


def goal(tree: Tree, text: str, level: GoalLevel = "goal") -> GoalFound:
    return tree.add_goal(passage(text), level, None, 0.9)


def in_area(rank: int) -> Tree:
    tree = Tree()
    tree.enter_area(passage("Oppvekst"), rank)
    goal(tree, "Trygg skule")
    return tree


def test_headings_that_outrank_an_area_end_it_and_its_goals() -> None:
    for rank in (1, 2):
        tree = in_area(2)
        tree.pass_heading(rank)
        assert tree.area is None
        assert tree.act() == ()


def test_weaker_headings_and_texts_without_rank_end_no_area() -> None:
    for rank in (3, 0):
        tree = in_area(2)
        tree.pass_heading(rank)
        assert tree.area is not None and tree.area.title.text == "Oppvekst"
        assert [g.text.text for g in tree.act()] == ["Trygg skule"]


def test_an_area_without_rank_ends_at_any_heading() -> None:
    tree = in_area(0)
    tree.pass_heading(9)
    assert tree.area is None


def test_the_same_area_again_is_no_new_one() -> None:
    tree = in_area(2)
    tree.enter_area(passage("Helse"), 2)
    again = passage("OPPVEKST")
    tree.enter_area(again, 2)
    assert [area.title.text for area in tree.found.areas] == ["Oppvekst", "Helse"]
    assert tree.area is tree.found.areas[0]
    assert tree.found.structure == list(again.words)
    assert tree.act() == ()


def test_goals_belong_to_the_area_in_force() -> None:
    tree = in_area(2)
    assert tree.found.goals[0].area is tree.found.areas[0]
    tree.pass_heading(1)
    assert goal(tree, "God helse").area is None


def test_siblings_are_all_served() -> None:
    tree = Tree()
    one, two = goal(tree, "Trygg skule"), goal(tree, "God helse")
    assert tree.act() == (one, two)


def test_a_goal_after_cleared_siblings_is_served_alone() -> None:
    tree = Tree()
    goal(tree, "Trygg skule")
    tree.siblings.clear()
    two = goal(tree, "God helse")
    assert tree.act() == (two,)


def test_a_repeated_goal_is_a_mention() -> None:
    tree = Tree()
    one = goal(tree, "Trygg skule.")
    again = goal(tree, "Trygg skule")
    assert again is one
    assert tree.found.goals == [one]
    assert [mention.text for mention in one.mentions] == ["Trygg skule"]
    assert tree.act() == (one,)


def test_the_same_words_at_another_level_are_another_goal() -> None:
    tree = Tree()
    assert goal(tree, "Trygg skule", "main") is not goal(tree, "Trygg skule", "sub")


def test_a_mention_below_gives_the_area_and_parent_that_were_missing() -> None:
    tree = Tree()
    one = goal(tree, "Trygg skule", "sub")
    assert (one.area, one.parent) == (None, None)
    tree.enter_area(passage("Oppvekst"), 2)
    main = goal(tree, "Gode år", "main")
    goal(tree, "Trygg skule", "sub")
    assert one.area is tree.found.areas[0]
    assert one.parent is main


def test_parents_by_level() -> None:
    tree = Tree()
    vision = goal(tree, "Saman", "vision")
    main = goal(tree, "Gode år", "main")
    sub = goal(tree, "Trygg skule", "sub")
    other = goal(tree, "God helse", "main")
    assert (vision.parent, main.parent, sub.parent, other.parent) == (None, None, main, None)
    assert tree.act() == (other,)


def test_no_parent_where_several_stand_together() -> None:
    tree = Tree()
    goal(tree, "Trygg skule", "main")
    goal(tree, "God helse", "main")
    assert goal(tree, "Bygge veg", "sub").parent is None


def test_actions_serve_the_strategy_and_the_goal_above_it() -> None:
    tree = Tree()
    main = goal(tree, "Gode år", "main")
    strategy = goal(tree, "Tidleg hjelp", "strategy")
    assert strategy.parent is main
    assert tree.act() == (main, strategy)
    assert tree.strategy is strategy.text
    other = goal(tree, "God helse", "main")
    assert tree.strategy is None
    assert tree.act()[-1] is other
    assert strategy not in tree.act()


def test_a_vision_is_served_by_no_action() -> None:
    tree = Tree()
    goal(tree, "Saman", "vision")
    assert tree.act() == ()
