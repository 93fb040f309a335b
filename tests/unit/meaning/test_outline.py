"""Where in the plan the reader stands."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.outline import Outline, is_generic


def test_a_goal_hangs_from_the_one_above_it() -> None:
    outline = Outline()
    main = outline.add_goal(passage("Trygg heim"), "main", "1")
    goal = outline.add_goal(passage("Alle har ein bustad"), "goal", "1.1")
    sub = outline.add_goal(passage("Fleire utleigebustader"), "sub", None)
    again = outline.add_goal(passage("Færre flyttar"), "goal", "1.2")
    assert (goal.parent, sub.parent, again.parent, main.parent) == (main, goal, main, None)


def test_a_vision_is_over_no_goal() -> None:
    outline = Outline()
    outline.add_goal(passage("Saman for livet"), "vision", None)
    assert outline.add_goal(passage("Trygg heim"), "goal", None).parent is None


def test_actions_serve_the_lowest_goal_in_force_and_no_strategy() -> None:
    outline = Outline()
    outline.add_goal(passage("Trygg heim"), "main", None)
    sub = outline.add_goal(passage("Fleire bustader"), "sub", None)
    strategy = outline.add_goal(passage("Byggje tett"), "strategy", None)
    assert outline.goals_in_force() == (sub,)
    assert outline.strategy is strategy.text


def test_goals_listed_together_are_all_served() -> None:
    outline = Outline()
    goals = [outline.add_goal(passage(text), "goal", None) for text in ("Trygt", "Grønt")]
    outline.siblings = goals
    assert outline.goals_in_force() == tuple(goals)


def test_a_goal_that_is_named_again_is_one() -> None:
    outline = Outline()
    first = outline.add_goal(passage("Alle har ein bustad."), "goal", None)
    again = passage("ALLE HAR EIN BUSTAD")
    assert outline.add_goal(again, "goal", None) is first
    assert outline.found.goals == [first]
    assert outline.found.structure == list(again.words)


def test_the_same_words_in_another_area_are_another_goal() -> None:
    outline = Outline()
    outline.set_area(passage("Helse"), labelled=True)
    first = outline.add_goal(passage("Fleire deltek"), "goal", None)
    outline.set_area(passage("Kultur"), labelled=True)
    assert outline.add_goal(passage("Fleire deltek"), "goal", None) is not first


def test_a_new_area_ends_goals_and_strategy() -> None:
    outline = Outline()
    outline.set_area(passage("Helse"), labelled=True)
    outline.add_goal(passage("Alle er friske"), "goal", None)
    outline.add_goal(passage("Førebyggje"), "strategy", None)
    outline.set_area(passage("Kultur"), labelled=True)
    assert (outline.goals_in_force(), outline.strategy) == ((), None)


def test_an_area_named_twice_is_one() -> None:
    outline = Outline()
    first = outline.set_area(passage("Helse og omsorg"), labelled=True)
    outline.set_area(passage("Kultur"), labelled=True)
    assert outline.set_area(passage("HELSE OG OMSORG"), labelled=True) is first
    assert len(outline.found.areas) == 2


def test_a_bare_heading_ends_goals_of_its_rank_and_not_of_a_stronger() -> None:
    outline = Outline()
    outline.pass_heading(2)
    outline.add_goal(passage("Alle er friske"), "goal", None)
    outline.pass_heading(3, passage("Meir om dette"))
    assert outline.goals_in_force()
    outline.pass_heading(2, passage("Noko anna"))
    assert not outline.goals_in_force()


def test_a_heading_is_the_area_where_no_label_names_one() -> None:
    outline = Outline()
    outline.pass_heading(1, passage("Handlingsplan 2025"))
    outline.pass_heading(2, passage("4.2 Trygg oppvekst"))
    outline.name_area()
    assert [area.title.text for area in outline.found.areas] == ["Trygg oppvekst"]


def test_bare_headings_name_nothing_in_a_plan_with_labels() -> None:
    outline = Outline()
    outline.set_area(passage("Helse"), labelled=True)
    outline.pass_heading(3, passage("Meir om dette"))
    outline.name_area()
    assert [area.title.text for area in outline.found.areas] == ["Helse"]


@pytest.mark.parametrize(
    "title", ["Handlingsplan 2025", "Vedlegg 1", "Temaplan for kultur", "Klimaplan", "Strategi"]
)
def test_titles_of_documents_and_parts_are_no_areas(title: str) -> None:
    assert is_generic(title)


@pytest.mark.parametrize("title", ["Trygg oppvekst", "Planta vår", "Klima og energi", "Planet"])
def test_other_titles_may_be(title: str) -> None:
    assert not is_generic(title)
