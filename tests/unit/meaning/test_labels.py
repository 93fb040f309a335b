"""Labels and lead-ins: every entry of the lexicon, and the traps around them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.lexicons import read_toml
from planextract.meaning.labels import inline_labels, leads_in_actions, read_label

LABELS: dict[str, Any] = read_toml("labels")
SENTENCES: dict[str, Any] = read_toml("sentences")
ENTRIES = [(role, word) for role, entry in LABELS.items() for word in entry["words"]]
EXAMPLES = [(role, text) for role, entry in LABELS.items() for text in entry["examples"]]
MISSES = [(role, text) for role, entry in LABELS.items() for text in entry["not"]]


@pytest.mark.parametrize(("role", "text"), EXAMPLES)
def test_examples_are_read_as_their_role(role: str, text: str) -> None:
    label = read_label(text, heading=True)
    assert label is not None
    assert label.role == role


@pytest.mark.parametrize(("role", "text"), MISSES)
@pytest.mark.parametrize("heading", [True, False])
def test_counter_examples_are_no_labels(role: str, text: str, heading: bool) -> None:
    label = read_label(text, heading=heading)
    assert label is None or label.role != role


@pytest.mark.parametrize("role", list(LABELS))
def test_every_role_has_hits_and_misses(role: str) -> None:
    assert LABELS[role]["words"] and LABELS[role]["examples"] and LABELS[role]["not"]


def test_a_word_stands_under_one_role() -> None:
    roles: dict[str, set[str]] = {}
    for role, word in ENTRIES:
        roles.setdefault(word, set()).add(role)
    several = {word: found for word, found in roles.items() if len(found) > 1}
    # A schedule's heading ("Tidsplan") and the label of a deadline ("Tidsplan: 2026").
    assert several == {"tidsplan": {"schedule", "deadline"}}


def test_the_words_are_in_lower_case_and_each_stands_once() -> None:
    assert [word for _, word in ENTRIES if word != word.lower() or word != word.strip()] == []
    assert len(ENTRIES) == len(set(ENTRIES))


@pytest.mark.parametrize(("role", "word"), ENTRIES)
def test_every_word_alone_is_its_label(role: str, word: str) -> None:
    for form in (word.capitalize(), word.upper(), f"{word.capitalize()}:"):
        label = read_label(form, heading=True)
        assert label is not None
        if word != "tidsplan":
            assert label.role == role
        assert label.start == len(form)


@pytest.mark.parametrize(("role", "word"), ENTRIES)
def test_every_word_labels_the_text_behind_its_colon(role: str, word: str) -> None:
    text = f"{word.capitalize()}: Noko heilt anna her"
    label = read_label(text, heading=False)
    assert label is not None
    assert text[label.start :] == "Noko heilt anna her"
    assert label.explicit


NUMBERED = [
    ("Tiltak 12: Lage rutine", "12", "Lage rutine"),
    ("Tiltak 4 : Lage rutine", "4", "Lage rutine"),
    ("Tiltak 1.2 – Lage rutine", "1.2", "Lage rutine"),
    ("Tiltak nr. 7: Lage rutine", "7", "Lage rutine"),
    ("TILTAK A3: Lage rutine", "A3", "Lage rutine"),
    ("MÅL 2 Trygg oppvekst", "2", "Trygg oppvekst"),
    ("DELMÅL 1: Fleire deltek", "1", "Fleire deltek"),
    ("Mål 36: Meir lokalmat", "36", "Meir lokalmat"),
    ("Satsingsområde II – Klima", "II", "Klima"),
    ("Innsatsområde 1. Førebygging", "1", "Førebygging"),
    ("Strategi 1.1 Tidleg innsats", "1.1", "Tidleg innsats"),
]


@pytest.mark.parametrize(("text", "number", "rest"), NUMBERED)
def test_numbers_of_labels(text: str, number: str, rest: str) -> None:
    label = read_label(text, heading=True)
    assert label is not None
    assert (label.number, text[label.start :]) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Tiltaket er gjennomført",
        "Tiltak 2 og 3 er avslutta",
        "Tiltak som er sette i verk har verka",
        "Mål og resultat vart drøfta på møtet med alle",
        "Måltid er viktig",
        "Tiltaksplan for 2025",
        "Vi skal bli betre på dette",
        "Status er uendra",
        "Tema på møtet var skule",
    ],
)
def test_sentences_that_begin_with_a_label_word_are_none(text: str) -> None:
    assert read_label(text, heading=False) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("4.2 Tiltak", "action"),
        ("Tiltak for eldre", "action"),
        ("Tiltak i planperioden 2025–2028", "action"),
        ("Tiltak 2025–2028", "action"),
        ("Mål 2030", "goal"),
        ("Strategiske grep for mål 2", "strategy"),
        ("Korleis koma der – nå måla? (Strategi)", "strategy"),
        ("Dette skal me gjera (oppdrag)", "oppdrag"),
        ("Klima og energi – Mål", "goal"),
        ("Prioriterte tiltak:", "action"),
        ("Framdriftsplan for arbeidet", "schedule"),
    ],
)
def test_headings_that_open_a_section(text: str, role: str) -> None:
    label = read_label(text, heading=True)
    assert label is not None
    assert (label.role, label.start) == (role, len(text))


@pytest.mark.parametrize("text", ["Oppdrag held fram", "Tiltak (forts.)", "Mål fortsetter"])
def test_headings_that_go_on(text: str) -> None:
    label = read_label(text, heading=True)
    assert label is not None
    assert label.continued


@pytest.mark.parametrize("text", ["Mål og tiltak", "Mål, strategiar og tiltak"])
def test_headings_that_name_several_things(text: str) -> None:
    label = read_label(text, heading=True)
    assert label is not None
    assert label.combined


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ansvar: Oppvekst Frist: 2026", ["owner", "deadline"]),
        ("Ansvar: Oppvekst. Frist: 2026. Kostnad: 20 000 kr", ["owner", "deadline", "resources"]),
        ("Byte lyspærer (ansvar: vaktmeister, frist: 2026)", ["owner", "deadline"]),
        ("Ansvarleg: Rektor | Tidsramme: 1 år | Status: I gang", ["owner", "deadline", "status"]),
        ("Lage rutine Ansvar: Rektor", ["owner"]),
        ("frist: 2026", ["deadline"]),
    ],
)
def test_fields_inside_a_line(text: str, roles: list[str]) -> None:
    assert [role for _, _, role in inline_labels(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen har ansvar for dette",
        "Det er eit ansvar: alle må delta",
        "Les meir på https://kommune.no",
        "Møtet er kl. 10:30 i kommunestyresalen",
        "Medansvarlegheit: eit ord",
    ],
)
def test_lines_without_fields(text: str) -> None:
    assert inline_labels(text) == []


@given(st.text(alphabet="Ansvar:FristTiltakMål 12.–()|æøå\n", max_size=60))
def test_spans_of_labels_lie_inside_the_text(text: str) -> None:
    for heading in (True, False):
        label = read_label(text, heading=heading)
        assert label is None or 0 < label.start <= len(text)
    at = 0
    for start, stop, _ in inline_labels(text):
        assert at <= start < stop <= len(text)
        at = stop


@pytest.mark.parametrize("text", SENTENCES["lead_ins"]["examples"])
def test_examples_lead_in_actions(text: str) -> None:
    assert leads_in_actions(text)


@pytest.mark.parametrize("text", SENTENCES["lead_ins"]["not"])
def test_counter_examples_lead_in_nothing(text: str) -> None:
    assert not leads_in_actions(text)


LEAD_INS = [
    ["Derfor skal vi:", "For å nå målet skal vi", "Difor treng kommunen:"],
    ["Ungdomsrådet vil difor:", "Tromsø vil også:"],
    ["Målet skal oppnås ved å", "Måla kan nåast gjennom å:"],
    ["Dette gjer vi ved å", "Målet når kommunen gjennom å:"],
    ["Følgjande tiltak skal gjennomførast:", "Disse oppgavene skal løses:"],
    ["Tiltak som skal gjennomførast i planperioden:", "Oppgaver i perioden:"],
    ["Slik skal vi gjere det", "Slik løyser vi utfordringane"],
    ["Kva vi skal gjere", "4.1 Dette skal kommunen gjøre"],
    ["Kommunen skal …", "Voss herad vil:", "Me må:"],
]


def test_every_pattern_of_lead_ins_has_lines_that_it_meets() -> None:
    patterns = SENTENCES["lead_ins"]["patterns"]
    assert len(patterns) == len(LEAD_INS)
    for pattern, lines in zip(patterns, LEAD_INS, strict=True):
        assert [line for line in lines if not re.search(pattern, line, re.I)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen skal ha ein plan for dette.",
        "Derfor er dette eit viktig arbeid:",
        "Slik er det blitt",
        "Planen gjeld for heile kommunen",
        "Arbeidsgruppa har vore:",
        "Kontaktperson i kommunen:",
        "Tiltaka i førre plan er gjennomførte",
    ],
)
def test_lines_that_lead_in_nothing(text: str) -> None:
    assert not leads_in_actions(text)
