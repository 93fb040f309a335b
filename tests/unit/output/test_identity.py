"""Ids: stable, and one for each record."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from made_findings import plan_of

from planextract.output.identity import Namer

TEXTS = st.lists(
    st.sampled_from(["Lage rutine", "lage  RUTINE", "Opne klubb", "Byggje"]), min_size=1, max_size=6
)


@given(st.lists(st.tuples(st.sampled_from(["goal", "action"]), st.text(max_size=5)), max_size=20))
def test_no_two_records_have_one_id(records: list[tuple[str, str]]) -> None:
    namer = Namer()
    names = [namer.name(kind, text) for kind, text in records]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"(goal|action)-[0-9a-f]{10}(-\d+)?", name) for name in names)


def test_the_same_text_again_has_a_running_number() -> None:
    namer = Namer()
    first = namer.name("action", "Lage rutine")
    assert namer.name("action", " lage   Rutine ") == f"{first}-2"
    assert namer.name("goal", "Lage rutine") != first
    assert namer.name("action", "Lage rutine", "Oppvekst") not in (first, f"{first}-3")


def test_texts_are_not_run_together() -> None:
    namer = Namer()
    assert namer.name("action", "a", "bc")[:17] != namer.name("action", "ab", "c")[:17]


@given(TEXTS, st.lists(st.just("Føreord om planen"), max_size=3))
def test_a_page_added_in_front_leaves_the_ids(texts: list[str], ahead: list[str]) -> None:
    before = plan_of(texts)
    after = plan_of(texts, ahead=tuple(ahead))
    assert [action.id for action in after.actions] == [action.id for action in before.actions]


def test_another_action_added_leaves_the_ids_of_the_others() -> None:
    few = plan_of(["Lage rutine", "Opne klubb"])
    more = plan_of(["Byggje benk", "Lage rutine", "Opne klubb"])
    assert [a.id for a in more.actions][1:] == [a.id for a in few.actions]
