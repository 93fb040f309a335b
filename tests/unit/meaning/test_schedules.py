"""Lines of a schedule whose columns have run together."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.schedules import is_column_heads, split_step


@pytest.mark.parametrize(
    ("line", "label", "owner", "deadline"),
    [
        ("Handsaming Formannskapet 27. aug", "Handsaming", "Formannskapet", "27. aug"),
        ("Oppstartsmøte Tysdag 24. juni", "Oppstartsmøte", None, "Tysdag 24. juni"),
        ("Høyring 01. sept – 10. okt", "Høyring", None, "01. sept – 10. okt"),
        ("Vedtak Heradsstyret Møte 13. nov", "Vedtak", "Heradsstyret", "Møte 13. nov"),
        ("Høyringsfrist Frist fredag 10. okt", "Høyringsfrist", None, "Frist fredag 10. okt"),
        ("Høyring 6 veker 01. sept – 10. okt", "Høyring 6 veker", None, "01. sept – 10. okt"),
        ("Ferdig plan Våren 2026", "Ferdig plan", None, "Våren 2026"),
        ("27. aug", "", None, "27. aug"),
    ],
)
def test_lines_in_their_columns(line: str, label: str, owner: str | None, deadline: str) -> None:
    step = split_step(passage(line))
    assert step is not None
    assert (step.label.text, step.owner.text if step.owner else None) == (label, owner)
    assert step.deadline.text == deadline


@pytest.mark.parametrize(
    "line", ["Handsaming i formannskapet", "Planen gjeld 12 skular", "Høyring 6 veker", "Kap. 4"]
)
def test_lines_that_end_in_no_time(line: str) -> None:
    assert split_step(passage(line)) is None


@pytest.mark.parametrize("line", ["Aktivitet Frist", "Tiltak Ansvar Tidsfrist Kostnad"])
def test_names_of_columns(line: str) -> None:
    assert is_column_heads(line)


@pytest.mark.parametrize("line", ["Aktivitet", "Aktivitet og frist", "Rektor 2026", ""])
def test_other_lines_are_none(line: str) -> None:
    assert not is_column_heads(line)
