"""Title rows inside tables: areas, goals, groups."""

from __future__ import annotations

import pytest
from reading import read

HEAD = "Tiltak | Ansvar | Frist"
ROW = "Etablere møteplass for unge | Rektor | 2026"
OTHER = "Lage rutine | NAV | 2027"


def areas(found: object) -> list[str | None]:
    return [a.area.title.text if a.area else None for a in found.actions]  # type: ignore[attr-defined]


def test_bare_titles_are_areas_where_nothing_else_names_one() -> None:
    found = read([HEAD, "Trygg oppvekst | < | <", ROW, "Klima og natur | < | <", OTHER])
    assert areas(found) == ["Trygg oppvekst", "Klima og natur"]


def test_labelled_titles_are_areas_and_goals() -> None:
    found = read([HEAD, "Satsingsområde 1: Oppvekst | < | <", "Mål 1: Alle er trygge | < | <", ROW])
    assert areas(found) == ["Oppvekst"]
    assert [(goal.number, goal.text.text) for goal in found.goals] == [("1", "Alle er trygge")]
    assert found.actions[0].goals == (found.goals[0],)


def test_a_sentence_across_the_table_is_a_goal() -> None:
    found = read([HEAD, "Alle barn har ein trygg oppvekst. | < | <", ROW])
    assert [goal.text.text for goal in found.goals] == ["Alle barn har ein trygg oppvekst."]
    assert found.actions[0].goals == (found.goals[0],)


def test_titles_below_an_area_are_groups() -> None:
    found = read([HEAD, "Satsingsområde: Språk | < | <", "Opplæring: | < | <", ROW,
                  "Synleggjering: | < | <", OTHER])  # fmt: skip
    assert areas(found) == ["Språk", "Språk"]
    assert [a.strategy.text for a in found.actions if a.strategy] == ["Opplæring", "Synleggjering"]


def test_a_lone_bold_first_cell_is_a_title() -> None:
    found = read([HEAD, "#Trygg oppvekst |  | ", ROW])
    assert areas(found) == ["Trygg oppvekst"]


def test_a_lone_plain_first_cell_is_an_action_without_fields() -> None:
    found = read([HEAD, ROW, "Lage rutine for varsling |  | "])
    assert [action.text.text for action in found.actions][-1] == "Lage rutine for varsling"


def test_the_goal_of_one_section_ends_with_the_next() -> None:
    found = read([HEAD, "Mål 1: Alle er trygge | < | <", ROW, "Mål 2: Fleire er i arbeid | < | <",
                  OTHER])  # fmt: skip
    assert [action.goals[0].number for action in found.actions] == ["1", "2"]


@pytest.mark.parametrize("title", ["Tiltak | < | <", "Ansvar | < | <"])
def test_a_header_word_across_the_table_names_nothing(title: str) -> None:
    found = read([HEAD, title, ROW])
    assert areas(found) == [None]
