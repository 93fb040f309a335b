from __future__ import annotations

import re

import pytest

from planextract.comparison.themes import goal_name, goal_uri, goals_named, theme_name, themes
from planextract.lexicons import read_toml

RULES = read_toml("themes")
YES = [(theme, text) for theme, rule in RULES.items() for text in rule["yes"]]
NO = [(theme, text) for theme, rule in RULES.items() for text in rule["no"]]


@pytest.mark.parametrize(("theme", "text"), YES)
def test_example_has_its_theme_and_the_words_that_say_so(theme: str, text: str) -> None:
    found = {coded.id: coded.words for coded in themes(text)}
    assert theme in found
    assert set(found[theme]) <= set(RULES[theme]["words"])


@pytest.mark.parametrize(("theme", "text"), NO)
def test_counter_example_has_not(theme: str, text: str) -> None:
    assert theme not in [coded.id for coded in themes(text)]


def test_every_theme_has_names_and_examples() -> None:
    for theme, rule in RULES.items():
        assert all(theme_name(theme, lang) for lang in ("nn", "nb", "en"))
        assert rule["yes"], theme
        assert rule["no"], theme


def test_text_without_a_listed_word_has_no_theme() -> None:
    assert themes("Dette er bra") == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Bidreg til FNs berekraftsmål 3, 4 og 11", (3, 4, 11)),
        ("Jf. bærekraftsmål 13", (13,)),
        ("Se SDG 4.1 og 4.7", (4,)),
        ("FN-mål: 17", (17,)),
        ("Berekraftige byar og lokalsamfunn", (11,)),
        ("Bærekraftsmålene 8 og 9", (8, 9)),
        ("SDG 42", ()),
        ("Byggje 3 bustader innan 11. mai", ()),
        ("Berekraftig utvikling", ()),
        ("", ()),
    ],
)
def test_un_goals_count_only_where_they_are_named(text: str, numbers: tuple[int, ...]) -> None:
    assert goals_named(text) == numbers


def test_un_goals_have_an_address_and_a_name() -> None:
    assert goal_uri(4) == "http://metadata.un.org/sdg/4"
    assert all(goal_name(n, lang) for n in range(1, 18) for lang in ("nn", "nb", "en"))
    assert not re.search(r"\{", goal_uri(1))
