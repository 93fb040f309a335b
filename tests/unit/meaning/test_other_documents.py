"""Whole documents that are no plans, written as such documents are; some name no kind at all."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.document_type import judge_document

Pages = list[list[Line]]


def text(*lines: str) -> list[Line]:
    """A heading first, then paragraphs."""
    return [(lines[0], 16.0), *((line, 10.0) for line in lines[1:])]


NAMELESS: dict[str, Pages] = {
    "a report by a consultant": [
        [("Når fabrikken flyttar", 30), ("Følgjer for Bygda", 14)],
        text("Om oppdraget", "På oppdrag frå kommunen har Fjordråd undersøkt kva flyttinga betyr."),
        text("Metode", "Rapporten byggjer på intervju. Vi snakka med tolv leiarar, og 80 svara."),
        text("Funn", "Folketalet gjekk ned i fem av sju grender, og skulen var halvtom i 2024."),
        text("Konklusjon", "Analysen viste at flyttinga var venta, og at få hadde førebudd seg."),
    ],
    "minutes without their name": [
        [("Formannskapet", 20), ("Møtedato: 4.3.2025. Til stades: 7 av 7. Sakliste: 4 saker", 10)],
        text("Sak 12/25", "Saka vart samrøystes vedteken. Møtet vart heva klokka 14."),
        text("Vedtak", "Formannskapet sel tomta."),
        text("Røysting", "Tilrådinga fekk sju røyster og vart vedteken."),
    ],
    "accounts": [
        [("Året som gjekk", 28), ("Bygda kommune", 14)],
        text("Rekneskap", "Netto driftsresultat var 2,1 mill. kroner og vart betre enn i 2023."),
        text("Balanse", "Gjelda auka til 410 mill. kroner, og fondet var 18 mill. kroner."),
        text("Noter", "Note 1. Prinsippa var dei same. Kommunen kom ut med 3 mill. kroner."),
    ],
    "an invoice": [
        [("Bygda rekneskap", 20), ("Fakturanr 2210 Fakturadato 1.3.2025 Kundenr 88", 10),
         ("Å betale 4 500 kr innan 31.3.2025. KID 00221. Kontonummer 1234 56 78901", 10)],
    ],
    "a list of people to call": [
        [("Bygda kommune", 20), ("Vakt 22 33 44 55 vakt@bygda.no", 10),
         ("Lege 33 44 55 66 lege@bygda.no", 10), ("Brann 44 55 66 77 brann@bygda.no", 10)],
    ],
    "a letter": [
        [("Bygda kommune", 14), ("Vår ref. 25/1 Dykkar ref. 25/7 Saksbehandlar Ola", 10),
         ("Vi fekk brevet ditt i går. Du kan klage innan tre veker.", 10), ("Med helsing", 10)],
    ],
}  # fmt: skip
PLAN: Pages = [
    [("Saman for bygda", 30), ("2025–2029", 14)],
    text("Innleiing", "Planen skal gje retning for arbeidet i kommunen. Planperioden er fire år."),
    text("Mål", "Alle skal ha ein trygg heim."),
    text(
        "Tiltak", "Kommunen skal byggje tolv omsorgsbustader.", "Kommunen skal tilsetje ein lege."
    ),
]


@pytest.mark.parametrize("name", NAMELESS)
def test_a_document_that_is_written_as_none_is_none(name: str) -> None:
    judged = judge_document(layout(*NAMELESS[name]))
    assert not judged.is_plan
    assert judged.reason.endswith(".")


def test_a_plan_whose_cover_says_nothing_is_a_plan() -> None:
    assert judge_document(layout(*PLAN)).is_plan


@pytest.mark.parametrize("word", ["Rapport", "Utgreiing", "Analyse"])
def test_one_word_on_the_cover_does_not_outweigh_all_else(word: str) -> None:
    cover: list[Line] = [("Temaplan for bustader", 30), (f"{word} og tiltak 2025–2029", 14)]
    assert judge_document(layout(cover, *PLAN[1:])).is_plan


def test_the_file_name_says_a_little() -> None:
    plain = judge_document(layout([("Bygda", 20)])).score.is_plan
    named = judge_document(layout([("Bygda", 20)]), "arsmelding_rapport.pdf").score.is_plan
    assert named < plain < judge_document(layout([("Bygda", 20)]), "Kulturplan.pdf").score.is_plan
