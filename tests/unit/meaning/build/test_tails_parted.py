"""Owner and time behind a record's text."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.build.tails import Tail, is_time, part_tail, part_time


def texts(tail: Tail) -> tuple[str | None, ...]:
    return tuple(part.text if part is not None else None for part in tail)


@pytest.mark.parametrize(
    ("said", "text", "owner", "time"),
    [
        ("Lage ny rutine (Rektor, 2026)", "Lage ny rutine", "Rektor", "2026"),
        ("Lage ny rutine (Rektor, 2026).", "Lage ny rutine", "Rektor", "2026"),
        ("Lage ny rutine (2026)", "Lage ny rutine", None, "2026"),
        ("Lage ny rutine (kommunedirektøren; 2026)", "Lage ny rutine", "kommunedirektøren", "2026"),
        ("Lage ny rutine (Kommunedirektøren)", "Lage ny rutine", "Kommunedirektøren", None),
        ("Lage ny rutine – Rektor – 2026", "Lage ny rutine", "Rektor", "2026"),
        ("Lage ny rutine - 2026", "Lage ny rutine", None, "2026"),
        ("Lage ny rutine | Rektor | 2026", "Lage ny rutine", "Rektor", "2026"),
        ("Lage ny rutine ........ 2026", "Lage ny rutine", None, "2026"),
        ("Lage ny rutine – for alle – 2026", "Lage ny rutine – for alle", None, "2026"),
    ],
)
def test_tails_in_brackets_and_behind_dashes(
    said: str, text: str, owner: str | None, time: str | None
) -> None:
    assert texts(part_tail(passage(said))) == (text, owner, time)


@pytest.mark.parametrize(
    "said",
    [
        "Lage ny rutine",
        "Lage ny rutine (sjå vedlegg)",
        "Lage rutine (Rektor, 2026) for varsling",
        "Lage rutine for samarbeid – saman med skulane",
        "Følgje opp vedtaket frå 2026",
        "Byggje 3-5 nye bustader",
        "Lage ny rutine (og endå meir av alt, 2026)",
        "2026-2030",
        "",
    ],
)
def test_texts_that_stay_as_they_are(said: str) -> None:
    assert texts(part_tail(passage(said))) == (said, None, None)


@pytest.mark.parametrize("said", ["(2026)", "– 2026", "... – 2026"])
def test_a_tail_needs_a_text_before_it(said: str) -> None:
    assert part_tail(passage(said)).text.text == said


@pytest.mark.parametrize(
    ("said", "text", "time"),
    [
        ("Høyring av planen: hausten 2026", "Høyring av planen", "hausten 2026"),
        ("Hausten 2026: Høyring av planen", "Høyring av planen", "Hausten 2026"),
        ("Høyring av planen, mai 2026", "Høyring av planen", "mai 2026"),
        ("Mai 2026, høyring av planen", "høyring av planen", "Mai 2026"),
        ("Høyring (juni 2026)", "Høyring", "juni 2026"),
    ],
)
def test_steps_have_times_behind_and_before_colons_and_commas(
    said: str, text: str, time: str
) -> None:
    assert texts(part_time(passage(said))) == (text, None, time)


@pytest.mark.parametrize(
    "said", ["Høyring: innspel frå lag", "Høyring, og vedtak", "Planen skal rullerast"]
)
def test_steps_without_a_time_stay(said: str) -> None:
    assert texts(part_time(passage(said))) == (said, None, None)


def test_actions_keep_times_behind_commas() -> None:
    said = "Høyring av planen, mai 2026"
    assert texts(part_tail(passage(said))) == (said, None, None)


def test_parts_lead_back_to_their_words() -> None:
    whole = passage("Lage ny rutine (Rektor, 2026)")
    tail = part_tail(whole)
    assert tail.text.words == whole.words[:3]
    assert tail.owner is not None and tail.owner.words == whole.words[3:4]
    assert tail.time is not None and tail.time.words == whole.words[4:]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026", True), ("2026–2030", True), ("innan 1. mai 2026", True), ("årleg", True),
        ("", False), ("rektor", False), ("for alle born i heile kommunen innan 2026", False),
    ],
)  # fmt: skip
def test_what_is_a_time(text: str, time: bool) -> None:
    assert is_time(text) is time
