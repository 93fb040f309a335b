"""Which kind of record a label, heading or lead-in names."""

from __future__ import annotations

import pytest

from planextract.meaning.naming import kind_named, says_means


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mål", "goal"),
        ("Mål 1.2", "goal"),
        ("Delmål", "sub"),
        ("Delmål 1.2", "sub"),
        ("Hovudmål for planperioden", "main"),
        ("Hovedmål", "main"),
        ("Strategiske mål", "main"),
        ("Visjon", "vision"),
        ("Strategiar", "strategy"),
        ("Overordna strategi", "strategy"),
        ("Våre strategiske grep:", "strategy"),
        ("Strategiar for å nå målet: Bygda kommune skal:", "strategy"),
        ("Tiltak", "action"),
        ("Tiltak for å nå målet", "action"),
        ("Tiltak og ansvar", "action"),
        ("For å nå målet skal følgende tiltak gjennomføres:", "action"),
        ("Derfor skal vi:", "action"),
        ("Mål for tiltaket", "goal"),
        ("Dette er måla våre:", "goal"),
        ("Slik vil vi ha det", "goal"),
        ("Kva vil vi oppnå?", "goal"),
        ("Framdriftsplan", "schedule"),
        ("For å nå desse måla vil vi mellom anna:", None),
        ("Slik når vi måla", None),
        ("Målet skal oppnås ved å", None),
        ("Bokmål", None),
        ("Slik gjer vi det", None),
        ("Mål og tiltak", None),
        ("Visjon og overordna mål", None),
        ("Folketal", None),
        ("Målgruppe", None),
        ("", None),
    ],
)
def test_the_head_of_the_phrase_names_the_kind(text: str, kind: str | None) -> None:
    assert kind_named(text) == kind


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("For å nå desse måla vil vi mellom anna:", True),
        ("Slik når vi måla", True),
        ("Strategiar for å nå målet:", True),
        ("Mål", False),
        ("Tiltak", False),
        ("Derfor skal vi:", False),
    ],
)
def test_a_purpose_says_that_means_follow(text: str, means: bool) -> None:
    assert says_means(text) is means
