"""Owner and time in brackets behind an action."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.brackets import take_brackets
from planextract.model.finding import ActionFound


@pytest.mark.parametrize(
    ("text", "owner", "time"),
    [
        ("Lage rutine (Kulturkonsulent, 2025)", "Kulturkonsulent", "2025"),
        ("Lage rutine (rektor, innan 2027).", "rektor", "innan 2027"),
        ("Lage rutine (2026)", None, "2026"),
        ("Lage rutine (Barn, familie og helse, årleg)", "Barn, familie og helse", "årleg"),
        ("Lage rutine (NAV – hausten 2026)", "NAV", "hausten 2026"),
    ],
)
def test_brackets_that_hold_a_time(text: str, owner: str | None, time: str) -> None:
    action = ActionFound(passage(text))
    take_brackets(action)
    assert action.text.text == "Lage rutine"
    assert action.deadline and action.deadline.text == time
    assert (action.responsible.text if action.responsible else None) == owner


@pytest.mark.parametrize(
    "text",
    [
        "Lage rutine (sjå kapittel 4)",
        "Lage rutine (K-sak 76/05)",
        "Lage rutine (ROS)",
        "Lage rutine (gratis for alle under 18 år)",
        "Følgje opp (2025) planen for alle",
        "Lage rutine",
        "Lage rutine ()",
    ],
)
def test_other_brackets_belong_to_the_text(text: str) -> None:
    action = ActionFound(passage(text))
    take_brackets(action)
    assert action.text.text == text
    assert action.deadline is None and action.responsible is None


def test_a_field_that_is_known_is_not_overruled() -> None:
    action = ActionFound(passage("Lage rutine (2026)"), deadline=passage("2027"))
    take_brackets(action)
    assert action.deadline and action.deadline.text == "2027"
    assert action.text.text == "Lage rutine (2026)"
