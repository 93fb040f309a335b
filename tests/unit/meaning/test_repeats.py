"""Actions that stand twice: counted once, unless their fields say that they differ."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from made_blocks import passage

from planextract.meaning.repeats import merge_repeats
from planextract.model.finding import ActionFound, Area, Findings

TEXT = "Lage rutine for varsling"


def action(text: str = TEXT, page: int = 1, **fields: str | Area | None) -> ActionFound:
    more: dict[str, Any] = {
        name: passage(value, page) if isinstance(value, str) else value
        for name, value in fields.items()
    }
    return ActionFound(passage(text, page), **more)


def merged(*actions: ActionFound) -> Findings:
    found = Findings(actions=list(actions))
    merge_repeats(found)
    return found


def test_a_summary_that_agrees_is_a_repeat() -> None:
    full = action(responsible="Rektor", deadline="2026")
    again = action("LAGE RUTINE, for varsling", page=7, responsible="Rektor")
    found = merged(full, again)
    assert found.actions == [full]
    assert [again.pages for again in full.mentions] == [(7,)]
    assert [(d.code, d.page) for d in found.diagnostics] == [("repeat_merged", 7)]


def test_the_fuller_one_is_kept_at_the_place_of_the_first() -> None:
    bare, other = action(), action("Opne klubb for ungdom")
    full = action(page=7, responsible="Rektor", deadline="2026")
    found = merged(bare, other, full)
    assert found.actions == [full, other]
    assert [again.text for again in full.mentions] == [TEXT]


def test_other_owners_or_deadlines_make_other_actions() -> None:
    assert len(merged(action(deadline="2026"), action(page=2, deadline="2027")).actions) == 2
    two = (action(responsible="Rektor"), action(page=2, responsible="NAV"))
    assert len(merged(*two).actions) == 2


def test_the_same_text_twice_on_one_page_is_two_actions() -> None:
    assert len(merged(action(responsible="NAV"), action(responsible="NAV")).actions) == 2


def test_short_texts_are_not_merged() -> None:
    two = (action("Informasjon", deadline="2026"), action("Informasjon", 2, deadline="2026"))
    assert len(merged(*two).actions) == 2


def test_bare_actions_of_two_areas_are_two() -> None:
    areas = Area(passage("Helse")), Area(passage("Kultur"))
    assert len(merged(action(area=areas[0]), action(page=2, area=areas[1])).actions) == 2
    assert len(merged(action(area=areas[0]), action(page=2, area=areas[0])).actions) == 1


MADE = st.builds(
    action,
    st.sampled_from([TEXT, "Opne klubb for ungdom", "Kort"]),
    page=st.integers(1, 4),
    responsible=st.sampled_from([None, "Rektor", "NAV"]),
    deadline=st.sampled_from([None, "2026", "Årleg"]),
)


@given(st.lists(MADE, max_size=8))
def test_merging_again_changes_nothing_and_loses_no_word(actions: list[ActionFound]) -> None:
    keys = {w.key for a in actions for p in a.passages() for w in p.words}
    found = merged(*actions)
    once = list(found.actions)
    merge_repeats(found)
    assert found.actions == once
    kept = {w.key for a in once for p in (*a.passages(), *a.mentions) for w in p.words}
    assert kept == keys
