"""The gate: damaged pages are told from undamaged ones, whatever the language."""

from pathlib import Path

import pytest

from planextract.lexicons.variants import Damage, damage_of
from planextract.triage.damage import damage

PAGES = Path(__file__).parents[2] / "data" / "repair"


@pytest.mark.parametrize("page", sorted(PAGES.glob("*/*.read.txt")), ids=str)
def test_a_page_read_in_the_wrong_language_is_damaged(page: Path) -> None:
    assert damage(page.read_text(encoding="utf-8").split()) > 0.9


@pytest.mark.parametrize("page", sorted(PAGES.glob("*/*.truth.txt")), ids=str)
def test_the_same_page_undamaged_is_not(page: Path) -> None:
    assert damage(page.read_text(encoding="utf-8").split()) == 0.0


def test_marks_and_capitals_do_not_hide_a_word() -> None:
    assert damage_of(["(Pa", "omrdde,"]) == Damage(damaged=2, sound=0)
    assert damage_of(["«På", "område»."]) == Damage(damaged=0, sound=2)


def test_a_slip_on_a_sound_page_is_no_damage() -> None:
    assert damage(["på", "når", "også", "får", "går", "område"] * 5 + ["pa"]) < 0.1


def test_no_words_no_damage() -> None:
    assert damage([]) == 0.0
    assert damage(["the", "plan", "2026"]) == 0.0
