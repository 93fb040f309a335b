"""Whose plan it is, where the municipality is named without its word or beside a county."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.metadata import read_metadata
from planextract.model.plan import Municipality

TEXT = "Kommunen skal vere ein god stad å bu for alle innbyggjarane i heile perioden."
SCHEME = "Tilskot til tiltak er gjeve av Nordland fylkeskommune i denne perioden."


def owner(*pages: list[Line]) -> Municipality | None:
    return read_metadata(layout(*pages), "dokument.pdf").plan.municipality


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Reiselivsstrategi for Lom", "3434"),
        ("Bibliotekplan for Tinn 2025–2029", "4026"),
        ("KULTURPLAN FOR RANA (2024 - 2027)", "1833"),
        ("Plan for idrett og friluftsliv for Time, 2030", "1121"),
    ],
)
def test_a_short_name_ends_the_title(title: str, number: str) -> None:
    found = owner([(title, 30)], [(TEXT, 10)])
    named = owner([(title, 30), ("Hareid kommune", 14)], [(TEXT, 10)])
    assert found is not None
    assert found.number == number
    assert named is not None
    assert named.number == "1517"
    assert found.confidence < named.confidence


@pytest.mark.parametrize(
    "title",
    ["Plan for tid", "Lom 2026", "Bruk av lom for Lom fuglestasjon", "Strategi for time 2025",
     "Time for time", "Reise gjennom Lom 2026"],
)  # fmt: skip
def test_a_short_name_elsewhere_tells_nothing(title: str) -> None:
    assert owner([(title, 30)], [(TEXT, 10)]) is None


@pytest.mark.parametrize(
    "pages",
    [
        [[("Rana kommune", 14), ("Nordland fylkeskommune gir tilskot", 10), (SCHEME, 10)]],
        [[("Rana kommune", 14)], [(f"Sjå www.nfk.no. {SCHEME}", 10)] * 12],
        [[("Rana kommune", 14)], *[[("Sjå www.nfk.no om tilskot", 10)] for _ in range(6)]],
    ],
)
def test_the_cover_outweighs_a_county_in_the_text(pages: list[list[Line]]) -> None:
    found = owner([("Næringsplan", 28), *pages[0]], *pages[1:])
    assert found is not None
    assert found.number == "1833"
    assert found.confidence > 0.6
