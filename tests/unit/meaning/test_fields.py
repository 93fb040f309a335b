"""Fields of label blocks: "Ansvar: Oppvekst  Frist: 2026", on one line or several."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_blocks import passage

from planextract.meaning.fields import (
    separators,
    set_field,
    split_fields,
    split_time,
    take_columns,
    take_fields,
)
from planextract.meaning.outline import Outline
from planextract.model.finding import ActionFound
from planextract.model.passage import Passage, join

LINES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("Ansvar: Oppvekst Frist: 2026", "", [("owner", "Oppvekst"), ("deadline", "2026")]),
    ("Ansvar: Oppvekst | Frist: 2026", "", [("owner", "Oppvekst"), ("deadline", "2026")]),
    ("Byte lyspærer (Ansvar: vaktmeister, frist: 2026)", "Byte lyspærer",
     [("owner", "vaktmeister"), ("deadline", "2026")]),
    ("Lage rutine. Kostnad: 20 000 kr", "Lage rutine.", [("resources", "20 000 kr")]),
    ("Ansvar:", "", [("owner", "")]),
    ("Ansvar: Barn, familie og helse", "", [("owner", "Barn, familie og helse")]),
    ("Frist: Innan utgangen av 2027", "", [("deadline", "Innan utgangen av 2027")]),
    ("Ansvar: Rektor (fungerande) Frist: 2026", "",
     [("owner", "Rektor (fungerande)"), ("deadline", "2026")]),
    ("Ingen felt her", "Ingen felt her", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "before", "fields"), LINES)
def test_fields_of_a_line(text: str, before: str, fields: list[tuple[str, str]]) -> None:
    front, found = split_fields(passage(text))
    assert front.text == before
    assert [(role, value.text) for role, _, value in found] == fields


@given(st.lists(st.sampled_from(["Ansvar:", "Frist:", "|", "Rektor", "(2026)", ",", "Lage", "–"])))
def test_no_word_of_a_line_of_fields_is_lost(tokens: list[str]) -> None:
    line = passage(" ".join(tokens))
    before, fields = split_fields(line)
    keys = {w.key for p in (before, *(x for _, *two in fields for x in two)) for w in p.words}
    keys |= {word.key for word in separators(line, before, fields)}
    assert keys == {word.key for word in line.words}


def action(**more: Any) -> ActionFound:
    return ActionFound(passage("Lage rutine"), **more)


@pytest.mark.parametrize(
    ("role", "name"),
    [("owner", "responsible"), ("deadline", "deadline"), ("resources", "resources"),
     ("status", "status"), ("priority", "priority"), ("indicator", "indicator"),
     ("partner", "partners")],
)  # fmt: skip
def test_a_field_is_set_once(role: str, name: str) -> None:
    made = action()
    assert set_field(made, role, passage("2026"))
    assert not set_field(made, role, passage("2027"))
    assert getattr(made, name).text == "2026"


def test_a_paragraph_is_no_value() -> None:
    made = action()
    assert not set_field(made, "deadline", passage("ord " * 16))
    assert made.deadline is None


@pytest.mark.parametrize(
    ("text", "owner", "time"),
    [
        ("rektor, hausten 2026", "rektor", "hausten 2026"),
        ("Kultursjef – innan 2027", "Kultursjef", "innan 2027"),
        ("Barn, familie og helse", "Barn, familie og helse", None),
        ("Teknisk, ved behov", "Teknisk, ved behov", None),
        ("2026", "2026", None),
    ],
)
def test_a_time_behind_the_owner(text: str, owner: str, time: str | None) -> None:
    found, rest = split_time(passage(text))
    assert (found.text, rest.text if rest else None) == (owner, time)


def test_a_label_alone_waits_for_its_value() -> None:
    outline = Outline(action=action())
    _, fields = split_fields(passage("Ansvar:"))
    take_fields(fields, outline)
    assert outline.waiting == "owner"


def test_fields_without_an_action_are_running_text() -> None:
    outline = Outline()
    _, fields = split_fields(passage("Ansvar: Rektor Frist: 2026"))
    take_fields(fields, outline)
    assert [word.text for word in outline.found.narrative] == ["Rektor", "2026"]
    assert [word.text for word in outline.found.structure] == ["Ansvar:", "Frist:"]


def heads(*places: tuple[str, float, float]) -> Passage:
    return join([passage(text, x=x, top=top) for text, x, top in places])


def test_values_stand_below_their_names() -> None:
    outline = Outline(action=action())
    names = heads(("Ansvar", 60, 0), ("Frist", 200, 0), ("Kostnad", 340, 0))
    values = heads(("Rektor ved skulen", 60, 14), ("Hausten 2026", 200, 14), ("Ingen", 340, 14))
    assert take_columns(names, values, outline)
    made = outline.action
    assert made and made.responsible and made.deadline and made.resources
    assert made.responsible.text == "Rektor ved skulen"
    assert made.deadline.text == "Hausten 2026"
    assert made.resources.text == "Ingen"


def test_a_line_that_stands_by_no_name_is_none_of_them() -> None:
    outline = Outline(action=action())
    assert not take_columns(
        heads(("Ansvar", 260, 0), ("Frist", 400, 0)), heads(("Rektor", 60, 14)), outline
    )
