"""Plan metadata from invented covers and first pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_pages import Line, layout

from planextract.meaning.metadata import MetadataReading, read_metadata
from planextract.model.layout import TextBlock
from planextract.model.page import Word
from planextract.model.passage import Passage

NN_TEXT = (
    "Kommunen skal vere ein god stad å bu for alle innbyggjarane. Tiltaka i planen er valde saman "
    "med ungdomsrådet, og leiarane i kvar eining har ansvaret for at måla vert nådde."
)
NB_TEXT = (
    "Kommunen skal være et godt sted å bo for alle innbyggerne. Tiltakene i planen er valgt sammen "
    "med ungdomsrådet, og lederne i hver enhet har ansvaret for at målene blir nådd."
)


def read(*pages: list[Line], name: str = "dokument.pdf", **more: Any) -> MetadataReading:
    return read_metadata(layout(*pages, **more), name)


COVERS: list[tuple[list[Line], dict[str, Any]]] = [
    (
        [("Hareid kommune", 16), ("Kommunedelplan for oppvekst", 28), ("2024 – 2035", 20)],
        {
            "number": "1517",
            "title": "Kommunedelplan for oppvekst",
            "type": "kommunedelplan",
            "theme": "oppvekst",
            "period": ("2024", "2035"),
        },
    ),
    (
        [("ULVIK HERAD", 14), ("Temaplan kultur 2025-2029", 30)],
        {
            "number": "4620",
            "title": "Temaplan kultur 2025-2029",
            "type": "temaplan",
            "theme": "kultur",
            "period": ("2025", "2029"),
        },
    ),
    (
        [("Trafikksikkerhetsplan", 30), ("Hitra kommune 2023–26", 18)],
        {
            "number": "5056",
            "title": "Trafikksikkerhetsplan",
            "type": "plan",
            "theme": "trafikksikkerhet",
            "period": ("2023", "2026"),
        },
    ),
    (
        [("Klima- og energiplan for Luster kommune", 26), ("Høyringsutkast mars 2024", 14)],
        {
            "number": "4644",
            "type": "plan",
            "theme": "klima og energi",
            "status": "høyring",
            "date": date(2024, 3, 1),
            "period": None,
        },
    ),
    (
        [
            ("Handlingsplan", 32),
            ("Kommunedelplan for helse og omsorg 2019 - 2027", 20),
            ("Stad kommune", 16),
        ],
        {
            "number": "4649",
            "type": "handlingsplan",
            "theme": "helse og omsorg",
            "title": "Handlingsplan: Kommunedelplan for helse og omsorg 2019 - 2027",
            "period": ("2019", "2027"),
        },
    ),
    (
        [
            ("Kommuneplanens samfunnsdel 2022-2034", 30),
            ("Lierne kommune", 18),
            ("Vedtatt av kommunestyret 17. juni 2022, sak 43/22", 11),
        ],
        {
            "number": "5042",
            "type": "kommuneplanens samfunnsdel",
            "theme": None,
            "status": "vedteken",
            "adopted": "2022-06-17",
            "case": "43/22",
            "period": ("2022", "2034"),
        },
    ),
    (
        [
            ("Beredskapsplan for oppvekst", 28),
            ("Vågå kommune", 18),
            ("Vedteken i kommunestyret 24.05.12, K-sak 42/12", 11),
        ],
        {
            "number": "3435",
            "type": "beredskapsplan",
            "status": "vedteken",
            "adopted": "2012-05-24",
            "case": "K-sak 42/12",
            "period": None,
        },
    ),
    (
        [
            ("Folkehelsestrategi 2026–2038", 34),
            ("Gjemnes kommune", 14),
            ("Vedteken av kommunestyret xx.xx.xxxx i sak xxx/xxx", 11),
        ],
        {
            "number": "1557",
            "type": "strategi",
            "theme": "folkehelse",
            "status": "utkast",
            "adopted": None,
            "period": ("2026", "2038"),
        },
    ),
    (
        [("UTKAST", 20), ("Tiltaksplan 2025", 30), ("Loppa kommune", 16)],
        {
            "number": "5614",
            "title": "Tiltaksplan 2025",
            "type": "tiltaksplan",
            "status": "utkast",
            "period": ("2025", "2025"),
        },
    ),
    (
        [("Samfunnsdel mot 2040", 30), ("Skiptvet kommune", 16)],
        {"number": "3116", "type": "kommuneplanens samfunnsdel", "period": (None, "2040")},
    ),
    (
        [
            ("Helse og omsorg", 24),
            ("Informasjon til heradsstyret", 24),
            ("5. juni 2025", 12),
            ("Kvam herad", 12),
        ],
        {
            "number": "4622",
            "title": "Helse og omsorg Informasjon til heradsstyret",
            "type": None,
            "date": date(2025, 6, 5),
            "period": None,
        },
    ),
    (
        [("Guovdageaidnu - Kautokeino kommune", 16), ("Handlingsplan for idrett 2024–2027", 28)],
        {"number": "5612", "type": "handlingsplan", "theme": "idrett", "period": ("2024", "2027")},
    ),
    (
        [("Nore og Uvdal kommune", 16), ("Næringsplan 2021-2025", 28)],
        {"number": "3338", "type": "plan", "theme": "næring", "period": ("2021", "2025")},
    ),
    (
        [("Øystre Slidre kommune", 16), ("Demensplan 2021-2025", 28)],
        {"number": "3453", "type": "plan", "theme": "demens"},
    ),
    (
        [("Regional plan for klima 2022-2035", 28), ("Vestland fylkeskommune", 16)],
        {"number": None, "type": "regional plan", "theme": "klima", "period": ("2022", "2035")},
    ),
    (
        [("Strategisk plan 2024-2027", 28), ("Bydel Grünerløkka, Oslo kommune", 14)],
        {"number": "0301", "type": "plan", "period": ("2024", "2027")},
    ),
    (
        [
            ("Rulling av kommunedelplan for idrett 2016-2020", 26),
            ("Ny plan 2024–2028", 26),
            ("Fitjar kommune", 12),
        ],
        {"number": "4615", "type": "kommunedelplan", "period": ("2024", "2028")},
    ),
    (
        [
            ("Handlings- og økonomiplan 2025-2028", 28),
            ("Rana kommune", 12),
            ("Vedtatt av kommunestyret 12. desember 2024. PS 60/24", 10),
        ],
        {
            "number": "1833",
            "type": "økonomiplan",
            "theme": None,
            "adopted": "2024-12-12",
            "case": "PS 60/24",
            "date": date(2024, 12, 12),
        },
    ),
    (
        [
            ("Forslag til planprogram", 26),
            ("Kommunedelplan for vatn og avløp", 20),
            ("Saksnr. 24/01234", 10),
            ("Bremanger kommune", 12),
        ],
        {"number": "4648", "type": "planprogram", "case": "24/01234", "status": "utkast"},
    ),
    (
        [("TYSNES KOMMUNE", 30), ("PÅRØRANDESTRATEGI", 28), ("2025- 2029", 20)],
        {
            "number": "4616",
            "title": "PÅRØRANDESTRATEGI",
            "type": "strategi",
            "theme": "pårørande",
            "period": ("2025", "2029"),
        },
    ),
]
FIELDS = {
    "title": lambda r: r.plan.title,
    "type": lambda r: r.plan.plan_type,
    "theme": lambda r: r.plan.theme,
    "period": lambda r: r.plan.period and (r.plan.period.start, r.plan.period.end),
    "status": lambda r: r.plan.plan_status,
    "adopted": lambda r: r.plan.adopted,
    "case": lambda r: r.plan.case_number,
    "number": lambda r: r.plan.municipality and r.plan.municipality.number,
    "date": lambda r: r.document_date,
}


@pytest.mark.parametrize(
    ("lines", "expected"), COVERS, ids=lambda v: v[0][0] if isinstance(v, list) else ""
)
def test_each_cover(lines: list[Line], expected: dict[str, Any]) -> None:
    found = read(lines, [(NN_TEXT, 10)])
    assert {name: FIELDS[name](found) for name in expected} == expected


@pytest.mark.parametrize(("text", "language"), [(NN_TEXT, "nn"), (NB_TEXT, "nb")])
def test_language(text: str, language: str) -> None:
    assert read([("Plan for skule", 20)], [(text, 10)]).plan.language == language


def number_of(found: MetadataReading) -> str | None:
    return found.plan.municipality.number if found.plan.municipality else None


def codes(found: MetadataReading) -> list[str]:
    return [diagnostic.code for diagnostic in found.diagnostics]


COVER = [("Idrettsplan 2024-2027", 28), ("Herøy kommune", 16)]


@pytest.mark.parametrize(
    ("text", "more", "number"),
    [
        (f"{NN_TEXT}", {}, "1515"),
        (f"{NB_TEXT} Vi er en øykommune på Helgeland.", {}, "1818"),
        (f"{NB_TEXT} Samarbeid med Ulstein, Hareid og Sande på Sunnmøre.", {}, "1515"),
        (f"{NB_TEXT} Samarbeid med Alstahaug, Dønna og Leirfjord.", {}, "1818"),
        (f"{NB_TEXT} Kommunenummer 1818.", {}, "1818"),
        (NB_TEXT, {"links": ("https://www.heroy.kommune.no/plan",)}, "1515"),
        (NB_TEXT, {"links": ("https://www.heroy-no.kommune.no/plan",)}, "1818"),
    ],
)
def test_namesakes_are_told_apart(text: str, more: dict[str, Any], number: str) -> None:
    found = read(COVER, [(text, 10)], **more)
    assert number_of(found) == number
    assert found.plan.municipality is not None
    assert found.plan.municipality.confidence > 0.6


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{NB_TEXT} Kommunen ligger i Solør.", "3419"),
        (f"{NB_TEXT} I Østfold bor mange.", "3114"),
        (f"{NB_TEXT} (kommunenr. 3018)", "3114"),
    ],
)
def test_the_two_called_vaaler(text: str, number: str) -> None:
    assert number_of(read([("Våler kommune", 20), ("Kulturplan", 28)], [(text, 10)])) == number


def test_namesakes_without_evidence_are_both_given() -> None:
    found = read([("Våler kommune", 20), ("Kulturplan", 28)], [(NB_TEXT, 10)])
    assert found.plan.municipality is not None
    assert {c.number for c in found.plan.municipality.candidates} >= {"3114", "3419"}
    assert found.plan.municipality.confidence <= 0.6
    assert codes(found) == ["municipality_ambiguous"]


def test_partners_in_the_text_do_not_own_the_plan() -> None:
    text = f"{NN_TEXT} I samarbeid med Ulstein kommune. Sjå òg Volda kommune og Volda kommune."
    assert (
        number_of(read([("Plan for kultur", 26), ("Hareid kommune", 12)], [(text, 10)])) == "1517"
    )


def test_county_council_in_the_text_does_not_own_the_plan() -> None:
    text = f"{NN_TEXT} Vestland fylkeskommune. Vestland fylkeskommune. Vestland fylkeskommune."
    assert number_of(read([("Plan for veg", 26), ("Kinn kommune", 12)], [(text, 10)])) == "4602"


def test_footer_names_the_owner() -> None:
    found = read([("Barnehageplan", 26)], [(NN_TEXT, 10)], footer="Eidfjord kommune - side")
    assert number_of(found) == "4619"


def test_web_address_names_the_owner() -> None:
    text = f"{NB_TEXT} Les mer på www.lodingen.kommune.no/planer."
    assert number_of(read([("Skoleplan", 26)], [(text, 10)])) == "1851"


def test_lost_letters_are_seen_through() -> None:
    assert (
        number_of(read([("Plan for skule", 26), ("Brgnngy kommune", 12)], [(NB_TEXT, 10)]))
        == "1813"
    )


def test_a_lost_first_letter_is_seen_through() -> None:
    assert (
        number_of(read([("Plan for skule", 26), ("@rsta kommune", 12)], [(NN_TEXT, 10)])) == "1520"
    )


def test_a_schedule_on_a_long_first_page_does_not_tell_the_state() -> None:
    lines = [(f"Linje {count} i ein tekst utan sidemerke", 10.0) for count in range(40)]
    assert read([*lines, ("Send til høyring 6 veker", 10.0)]).plan.plan_status is None


def test_nobody_named_is_said() -> None:
    found = read([("Kulturplan", 26)], [(NN_TEXT, 10)])
    assert found.plan.municipality is None
    assert codes(found) == ["municipality_unknown"]


def test_a_municipality_that_is_no_more_is_said() -> None:
    found = read([("Kulturplan", 26), ("Jølster kommune", 14)], [(NN_TEXT, 10)])
    assert found.plan.municipality is None
    assert "Jølster" in found.diagnostics[0].message


def test_district_of_oslo_is_said() -> None:
    found = read([("Tiltaksplan 2025", 26), ("Bydel Sagene", 14)], [(NB_TEXT, 10)])
    assert number_of(found) == "0301"
    assert "Sagene" in found.diagnostics[0].message


def test_period_told_in_the_text() -> None:
    text = f"{NN_TEXT} Planen gjeld for perioden 2019 - 2027."
    period = read([("Kulturplan", 26)], [(text, 10)]).plan.period
    assert (period and (period.start, period.end)) == ("2019", "2027")


def test_period_of_the_old_plan_is_not_the_new_ones() -> None:
    text = f"{NN_TEXT} Dette er ein revisjon av strategien «Gode dagar» for perioden 2015-2025."
    assert read([("Kulturplan", 26)], [(text, 10)]).plan.period is None


def test_two_periods_on_a_cover_are_none() -> None:
    cover = [("Kulturplan", 26), ("2019-2031", 18), ("2024-2027", 18)]
    assert read(cover, [(NN_TEXT, 10)]).plan.period is None


def test_several_plans_have_no_one_period() -> None:
    slides = [("Omsorgsstrategi 2026-2035", 24)], [("Ungdomsstrategi 2025-2029", 24)]
    assert read([("Informasjon", 30)], *slides).plan.period is None


def test_title_from_the_file_where_the_page_has_none() -> None:
    found = read([(NN_TEXT, 10)], name="kommunedelplan-for-helse-2020.pdf")
    assert found.plan.title == "Kommunedelplan for helse 2020"


def test_title_from_a_sentence_that_begins_with_it() -> None:
    text = f"Temaplan for friluftsliv spring ut frå samfunnsdelen og skal reviderast. {NN_TEXT}"
    assert read([(text, 10)]).plan.title == "Temaplan for friluftsliv"


def test_kind_from_another_line_of_the_cover() -> None:
    cover = [("Trafikktryggingsplan 2026–2029", 26), ("Kommunedelplan", 14)]
    assert read(cover, [(NN_TEXT, 10)]).plan.plan_type == "kommunedelplan"


def test_a_deck_with_plans_on_different_matters_has_no_one_period() -> None:
    slides = [("Ungdomsstrategi 2026–2030", 24)], [("Plan for eit aldersvenleg samfunn", 24)]
    assert read([("Orientering", 30)], *slides).plan.period is None


def test_adoption_of_another_plan_is_not_its_own() -> None:
    text = f"{NN_TEXT} Arealdelen vart vedteken av kommunestyret 12.05.2011."
    found = read(
        [("Kulturplan", 26)], [("Innleiing", 16)], [(NN_TEXT, 10)], [(text, 10)], [(NN_TEXT, 10)]
    )
    assert found.plan.adopted is None
    assert found.plan.plan_status is None


def test_an_empty_document_says_nothing() -> None:
    found = read([])
    assert found.plan.title is None
    assert found.plan.language is None
    assert found.document_date is None


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Digitaliseringsstrategi for Fjordkommunane", "digitalisering"),
        ("Handlingsplan mot vold i nære relasjoner", "vold i nære relasjoner"),
        ("Plan for legetenesta i Vinje kommune", "legetenesta"),
        ("Strategisk næringsplan", "næring"),
        ("Demensplan 2025", "demens"),
        ("IKT-strategi", "IKT"),
        ("Oppvekstplan «Saman for barna»", "oppvekst"),
        ("HANDLINGSPLAN FOR PSYKISK HELSE OG RUS", "psykisk helse og rus"),
        ("Kommunedelplan klima og miljø - handlingsdel", "klima og miljø"),
        ("Kommunal planstrategi 2024-2027", None),
        ("KOMMUNEPLAN Samfunnsdelen", None),
        ("Overordna beredskapsplan", None),
    ],
)
def test_themes(title: str, theme: str | None) -> None:
    assert read([(title, 26)], [(NN_TEXT, 10)]).plan.theme == theme


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("VEDTATT I KOMMUNESTYRET 19.06.2013, SAK 76/13.", ("vedteken", "2013-06-19", "76/13")),
        ("Vedteken i sak 45/22 den 16. juni 2022", ("vedteken", "2022-06-16", "45/22")),
        ("Vedteken 16.06.2022 - revidert 12.12.2024", ("vedteken", "2022-06-16", None)),
        ("Godkjent av bystyret 1.2.24", ("vedteken", "2024-02-01", None)),
        ("Kommunedirektørens forslag 12.10.2024", ("utkast", None, None)),
        ("Høyringsfrist 12. mai 2025", ("høyring", None, None)),
        ("Vedtatt sendt på høring av formannskapet 12.02.2025", ("høyring", None, None)),
        ("Vedteke i heradsstyret <dato>", ("utkast", None, None)),
        ("Vedtatt av kommunestyret __.__.2025", ("utkast", None, None)),
        ("Utvalssak 44/23", (None, None, "44/23")),
        ("Arkivsak 24/01234", (None, None, "24/01234")),
        ("Behandlet i formannskapet 14. august 2012", (None, None, None)),
        ("Kapittel 12/20", (None, None, None)),
    ],
)
def test_state_on_the_cover(line: str, state: tuple[str | None, ...]) -> None:
    plan = read([("Kulturplan", 26), (line, 11)], [(NN_TEXT, 10)]).plan
    assert (plan.plan_status, plan.adopted, plan.case_number) == state


YEAR = st.integers(min_value=2000, max_value=2060)
PIECES = st.sampled_from(
    [
        *("Kommunedelplan for", "Herøy", "kommune", "Voss herad", "2019 - 2027", "vedteken"),
        *("xx.xx.xxxx", "12.05.2020", "sak 43/12", "bydel", "Oslo", "www.bo.kommune.no", "i", "–"),
        *("strategi", "plan", "fylkeskommune", "Vestland", "for perioden", "høyring", "2025-21"),
    ]
)


@given(
    YEAR, st.integers(min_value=1, max_value=20), st.sampled_from(["-", "–", " - ", "- ", " til "])
)
def test_a_range_on_the_cover_is_the_period(start: int, years: int, mark: str) -> None:
    period = read([(f"Kulturplan {start}{mark}{start + years}", 26)]).plan.period
    assert period is not None
    assert (period.start, period.end) == (str(start), str(start + years))


@given(
    st.lists(st.lists(st.one_of(PIECES, st.text(max_size=12)), min_size=1, max_size=8), max_size=6)
)
def test_any_text_is_read(lines: list[list[str]]) -> None:
    written = [(" ".join(" ".join(line).split()), 10.0 + place) for place, line in enumerate(lines)]
    plan = read([line for line in written if line[0]]).plan
    assert (
        plan.period is None
        or plan.period.start is None
        or plan.period.start <= (plan.period.end or "9")
    )
    if plan.municipality:
        assert 0 < plan.municipality.confidence < 1


def test_large_letters_of_a_picture_are_no_title() -> None:
    made = layout([("LU da GJE", 40), ("Kulturplan for Bygda", 18)], [("Innleiing", 16)])
    (cover, page) = made.pages
    blurred = replace(cover, words=tuple(_blurred(word) for word in cover.words))
    blocks = tuple(
        replace(block, passage=Passage.of([_blurred(word) for word in block.passage.words]))
        for block in made.blocks
        if isinstance(block, TextBlock)
    )
    found = read_metadata(replace(made, pages=(blurred, page), blocks=blocks), "plan.pdf")
    assert found.plan.title == "Kulturplan for Bygda"


def _blurred(word: Word) -> Word:
    """The word as read from a picture, where its letters are large."""
    return replace(word, confidence=0.4) if word.size == 40 else word
