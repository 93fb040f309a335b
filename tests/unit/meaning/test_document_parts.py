"""Parts of a document: a plan behind a case paper, minutes behind it."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.document_evidence import document_evidence
from planextract.meaning.document_openings import find_openings
from planextract.meaning.document_type import judge_parts
from planextract.meaning.understand import understand
from planextract.model.layout import Layout

CASE: list[Line] = [
    ("Saksframlegg", 18),
    ("Saksbehandlar: Kari Nordmann  Arkivsak: 25/118  Møtedato: 12.03.2025", 10),
    ("Framlegg til vedtak", 14),
    ("Kommunestyret vedtek planen slik han ligg føre.", 10),
    ("Saksopplysningar", 14),
    ("Saka gjeld ny plan for kultur. Saka vart handsama første gong i november.", 10),
]
COVER: list[Line] = [("Kulturplan for Bygda", 30), ("2025–2029", 16)]
CHAPTER: list[Line] = [
    ("Mål og tiltak for bygdene", 16),
    ("Planen skal gje retning for kulturarbeidet i kommunen fram mot 2029.", 10),
    ("Kommunen skal opne kulturhuset kvar laurdag og leige ut rom til laga.", 10),
    ("Oppfølging av planen", 16),
    ("Planen skal rullerast kvart år, og tiltaka skal inn i økonomiplanen.", 10),
]
LETTER: list[Line] = [
    ("Vår ref. 25/118  Dykkar ref. 25/2  Saksbehandlar: Ola Nordmann", 10),
    ("Vi sender over planen slik kommunestyret vedtok han.", 10),
    ("Med helsing", 10),
    ("Rådmannen", 10),
]
MINUTES: list[Line] = [
    ("Saksprotokoll", 30),
    ("Utvalssak 12/25  Møtedato 12.03.2025  Behandling i kommunestyret", 10),
    ("Vedtak", 14),
    ("Planen vart samrøystes vedteken.", 10),
    ("Røysting", 14),
    ("Til stades var 19 av 19 medlemer, og møtet vart sett klokka ti.", 10),
]


def kinds(made: Layout) -> list[tuple[str, int]]:
    """The kind of each part and the page it begins on."""
    return [(part.kind, made.blocks[part.first_block].page) for part in judge_parts(made)]


def test_a_plan_begins_behind_its_case_paper() -> None:
    assert kinds(layout(CASE, COVER, CHAPTER)) == [("minutes", 1), ("plan", 2)]


def test_a_plan_begins_behind_a_letter() -> None:
    assert kinds(layout(LETTER, COVER, CHAPTER))[-1] == ("plan", 2)
    assert kinds(layout(LETTER, COVER, CHAPTER))[0][0] != "plan"


def test_a_case_paper_without_its_plan_is_no_plan() -> None:
    made = layout(CASE, [("Vedlegg: Kulturplan for Bygda", 10), ("Uttale frå laga", 10)])
    assert kinds(made) == [("minutes", 1)]


def test_minutes_behind_a_plan_are_a_part_of_their_own() -> None:
    assert kinds(layout(COVER, CHAPTER, MINUTES)) == [("plan", 1), ("minutes", 3)]


def test_the_title_pages_of_a_plan_part_nothing() -> None:
    inner: list[Line] = [("Handlingsplan", 30)]
    assert kinds(layout(COVER, CHAPTER, inner, CHAPTER)) == [("plan", 1)]


def test_an_opening_is_large_and_names_what_follows() -> None:
    small: list[Line] = [("Kulturplan for Bygda", 12), *CHAPTER]
    other: list[Line] = [("Bygda i bilete", 30)]
    assert find_openings(layout(CASE, small)) == [0]
    assert find_openings(layout(CASE, other, CHAPTER)) == [0]
    assert find_openings(layout(CASE, COVER, CHAPTER)) == [0, len(CASE)]


@pytest.mark.parametrize(
    "made",
    [layout(CASE, COVER, CHAPTER), layout(COVER, CHAPTER, MINUTES), layout(COVER), layout([])],
)
def test_parts_hold_every_block_once(made: Layout) -> None:
    held = [n for p in judge_parts(made) for n in range(p.first_block, p.last_block + 1)]
    assert held == list(range(len(made.blocks)))


def test_records_come_only_from_the_plan_and_the_rest_is_said() -> None:
    found = understand(layout(CASE, COVER, CHAPTER), "sak.pdf")
    assert [(d.code, d.page) for d in found.diagnostics if d.code == "part_not_read"] == [
        ("part_not_read", 1)
    ]
    pages = {word.page for word in found.found.narrative}
    assert 1 in pages


def test_a_document_in_danish_says_so_and_gives_nothing() -> None:
    text = (
        "Planen blev vedtaget af kommunen og handler om, hvad der skal gøres for de unge, der "
        "ikke har noget arbejde. Mere hjælp bliver givet efter behov, og målene ses på igen."
    )
    found = understand(layout([("Handleplan", 26)], [(text, 10)]), "plan.pdf")
    assert [d.code for d in found.diagnostics][:2] == ["municipality_unknown", "language_not_read"]
    assert found.found.actions == []
    assert found.found.goals == []


def test_each_number_lies_between_minus_one_and_one() -> None:
    for made in (layout(CASE, COVER, CHAPTER), layout(MINUTES), layout([])):
        numbers = document_evidence(made, "Kulturplan 2025.pdf")
        assert all(-1.0 <= value <= 1.0 for value in numbers.values())


@pytest.mark.parametrize(
    ("pages", "name"),
    [
        ([COVER], "cover_plan"),
        ([COVER], "cover_period"),
        ([MINUTES], "cover_minutes"),
        ([CASE], "other_headings"),
        ([CHAPTER], "aim_headings"),
        ([CHAPTER], "act_headings"),
        ([COVER, CHAPTER], "calls_itself_plan"),
        ([COVER, CHAPTER], "looks_ahead"),
        ([[("Ring 22 33 44 55 eller skriv til post@bygda.no i dag", 10)]], "contacts"),
        ([[("Tiltaket er venta å koste 2 mill. kroner i alt i perioden", 10)]], "money"),
        ([[("Du kan søkje om det du treng der du bur i kommunen", 10)]], "speaks_to_reader"),
    ],
)
def test_each_number_speaks_where_it_should(pages: list[list[Line]], name: str) -> None:
    plain: list[Line] = [("Bygda", 20), ("Her er eit bilete av fjorden og fjella om hausten.", 10)]
    assert document_evidence(layout(*pages))[name] > document_evidence(layout(plain))[name]
