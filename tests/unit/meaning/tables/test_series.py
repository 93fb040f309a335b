"""Tables that go on over pages, and columns voted over all like tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_blocks import block, table

from planextract.meaning.tables.kinds import is_sure_action, table_kind
from planextract.meaning.tables.series import read_tables
from planextract.model.layout import TableBlock

HEAD = "Tiltak | Ansvar | Frist"
FIRST = table([HEAD, "Etablere møteplass | Rektor | 2026"])
REST = table(["Kartleggje øvingslokale | Kulturskulen | 2027"], page=2)


def test_a_table_goes_on_with_the_roles_of_its_first_page() -> None:
    found = read_tables([FIRST, REST])
    assert not found[0].continues
    assert found[1].continues
    assert found[1].roles == found[0].roles == ("action", "owner", "deadline")
    assert found[1].titles == ("Tiltak", "Ansvar", "Frist")


def test_it_goes_on_with_its_header_repeated() -> None:
    again = table([HEAD, "Kartleggje øvingslokale | Kulturskulen | 2027"], page=2)
    found = read_tables([FIRST, again])
    assert found[1].continues
    assert found[1].header is not None


@pytest.mark.parametrize("between", ["7", "Side 3 av 7", "https://kommune.no/ein/lang/adresse"])
def test_a_stray_line_parts_no_table(between: str) -> None:
    assert read_tables([FIRST, block(between, page=2), REST])[2].continues


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([block("Trygg heim", "heading", page=2), REST], id="heading between"),
        pytest.param([block("Her kjem noko heilt anna i teksten.", page=2), REST], id="text"),
        pytest.param([replace(REST, page=3)], id="a page without"),
        pytest.param([table(["Hending | Sannsyn | Konsekvens", "Flaum | 3 | 4"], page=2)],
                     id="another header"),
        pytest.param([table(["Kartleggje lokale | Kulturskulen"], page=2)], id="fewer columns"),
        pytest.param([replace(REST, column_edges=(0.0, 60.0, 200.0, 300.0))], id="other edges"),
    ],
)  # fmt: skip
def test_what_is_another_table(other: list[TableBlock]) -> None:
    found = read_tables([FIRST, *other])
    assert not found[len(other)].continues


def test_like_tables_vote_together() -> None:
    """One area with few values takes its roles from all tables with the same header."""
    full = table(["Sak | Hjelp | Merk",
                  "Etablere møteplass | Rektor | 2026",
                  "Lage rutine | Kommunalsjef | 2027",
                  "Kartleggje lokale | Kulturskulen | Årleg"])  # fmt: skip
    full = replace(full, cells=tuple(replace(c, bold=c.row == 0) for c in full.cells))
    bare = table(["#Sak | #Hjelp | #Merk", "Byggje benkar |  | "])
    found = read_tables([full, block("Eit anna område", "heading"), bare])
    assert found[2].roles == found[0].roles == ("action", "owner", "deadline")


def test_two_tables_without_headers_do_not_vote_together() -> None:
    people = table(["Kari Nordmann | 99 88 77 66", "Ola Dunk | 11 22 33 44"])
    acts = table(["Etablere møteplass for unge | Rektor | 2026", "Lage rutine | NAV | 2027"])
    found = read_tables([people, block("Tiltak", "heading"), acts])
    assert found[2].roles == ("action", "owner", "deadline")
    assert "action" not in found[0].roles


def kind(rows: list[str], section: str | None = None) -> str:
    return table_kind(read_tables([table(rows)])[0], section)


ACTION = "Etablere møteplass for unge"


@pytest.mark.parametrize(
    ("rows", "section", "wanted"),
    [
        ([HEAD, f"{ACTION} | Rektor | 2026"], None, "actions"),
        ([HEAD, f"{ACTION} | Rektor | 2026"], "milestones", "actions"),
        ([HEAD, f"{ACTION} | Rektor | 2026"], "past", "other"),
        ([HEAD, f"{ACTION} | Rektor | 2026"], "background", "actions"),
        (["Aktivitet | Frist", "Oppstartsmøte | 3. februar 2026"], None, "milestones"),
        (["Aktivitet | Frist", "Oppstartsmøte | 3. februar 2026"], "actions", "actions"),
        (["Aktivitet | Ansvar | Frist", f"{ACTION} | Rektor | 2026"], None, "actions"),
        (["Aktivitet | Ansvar | Frist", "Høyring | Rektor | Mars"], "milestones", "milestones"),
        (["Fase | Tidspunkt", "Høyring | Mars 2026"], None, "milestones"),
        (["Hending | Sannsyn | Konsekvens", "Flaum i sentrum | 3 | 4"], None, "other"),
        (["Namn | Stilling | Telefon", "Kari | Rektor | 99887766"], None, "other"),
        (["Mål | Indikator", "Alle bur trygt heime | Tal på fall"], None, "goals"),
        (["År | Folketal", "2020 | 5 000", "2021 | 5 100"], None, "other"),
        (["Kva | Kven | Når", f"{ACTION} | Rektor | 2026"], None, "actions"),
        (["Kva | Når", "Oppstart | Mars 2026"], None, "milestones"),
        (["Tiltak | Status", f"{ACTION} | Utført"], None, "actions"),
        (["Tiltak | Status", f"{ACTION} | Utført"], "background", "other"),
    ],
)  # fmt: skip
def test_kinds_of_tables(rows: list[str], section: str | None, wanted: str) -> None:
    assert kind(rows, section) == wanted


@pytest.mark.parametrize(
    ("title", "roles", "sure"),
    [
        ("Tiltak", set(), True),
        ("Nye tiltak", set(), True),
        ("Prosjekt", set(), True),
        ("Aktivitet", {"owner"}, False),
        ("Kva", {"owner"}, True),
        ("Kva", {"deadline"}, False),
        ("Hending", {"owner"}, False),
        ("", {"owner"}, False),
        ("Ukjent ord", {"owner"}, False),
    ],
)
def test_which_headers_name_actions_for_sure(title: str, roles: set[str], sure: bool) -> None:
    assert is_sure_action(title, roles) is sure
