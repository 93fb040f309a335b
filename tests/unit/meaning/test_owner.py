"""Whose plan it is, from invented covers and first pages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from written_pages import Line, layout

from planextract.meaning.metadata import MetadataReading, read_metadata

TEXT = "Kommunen skal vere ein god stad å bu for alle innbyggjarane i heile perioden."


@dataclass(frozen=True)
class Case:
    """A cover with what follows it, and whose plan it is."""

    cover: list[Line]
    kind: str | None
    names: list[str]
    text: str = TEXT
    footer: str = ""


def one(title: str, *below: str, size: float = 28) -> list[Line]:
    return [(title, size), *((line, 14.0) for line in below)]


MUNICIPALITY = [
    Case(one("Kommunedelplan for oppvekst", "Hareid kommune"), "municipality", ["Hareid"]),
    Case(one("Temaplan kultur", "ULVIK HERAD"), "municipality", ["Ulvik"]),
    Case(one("Næringsplan", "Nore og Uvdal kommune"), "municipality", ["Nore og Uvdal"]),
    Case(one("Idrettsplan", "Rana kommune", "Tilskot frå Nordland fylkeskommune"),
         "municipality", ["Rana"]),
    Case(one("Klimaplan", "Luster kommune", "Med støtte frå Miljødirektoratet"),
         "municipality", ["Luster"]),
    Case(one("Flomplan", "Nord-Fron kommune", "Godkjent av Statsforvalteren i Innlandet"),
         "municipality", ["Nord-Fron"]),
    Case(one("Hovudplan for vatn", "Voss herad", "I samarbeid med Vaksdal og Vik"),
         "municipality", ["Voss"]),
    Case(one("Beredskapsplan", "Strand kommune", "Rogaland fylke"), "municipality", ["Strand"]),
    Case(one("Strategisk plan", "Bydel Grünerløkka, Oslo kommune"), "municipality", ["Oslo"]),
    Case(one("Trafikksikkerhetsplan", "Hitra kommune"), "municipality", ["Hitra"],
         "Statens vegvesen og Trøndelag fylkeskommune eier veiene. Frøya kommune har samme plan."),
    Case(one("Kulturplan for Rana"), "municipality", ["Rana"], footer="Rana kommune"),
    Case(one("Velferdsplan", "Vinje kommune"), "municipality", ["Vinje"],
         "Vi har interkommunalt samarbeid med Tokke, Seljord og Kviteseid om barnevern."),
    Case(one("Skulebruksplan", "Sogndal kommune", "Utarbeidd av Vestrådgjeving AS"),
         "municipality", ["Sogndal"]),
    Case(one("Reiselivsplan for Lom", "Lom kommune"), "municipality", ["Lom"],
         "Kommunane Skjåk og Vågå har eigne planar."),
]  # fmt: skip
SEVERAL = [
    Case(one("Felles idrettsplan", "for Hareid, Ulstein og Volda kommunar"),
         "municipalities", ["Hareid", "Ulstein", "Volda"]),
    Case(one("Interkommunal plan for landbruk", "Voss, Vik og Vaksdal"),
         "municipalities", ["Voss", "Vik", "Vaksdal"]),
    Case(one("Kommunedelplan for Tverrfjorden", "Kviteseid kommune", "Seljord kommune"),
         "municipalities", ["Kviteseid", "Seljord"]),
    Case(one("Interkommunal kystsoneplan", "ALVER – AUSTRHEIM – MASFJORDEN"),
         "municipalities", ["Alver", "Austrheim", "Masfjorden"]),
    Case(one("Interkommunal temaplan for rus"), "municipalities", ["Lærdal", "Aurland", "Årdal"],
         "Planen er felles for kommunane Lærdal, Aurland og Årdal og gjeld i fire år."),
    Case(one("Regional næringsstrategi", "Lom / Skjåk / Vågå"),
         "municipalities", ["Lom", "Skjåk", "Vågå"]),
    Case(one("Felles handlingsplan mot vold", "Nes og Gol kommuner"),
         "municipalities", ["Nes", "Gol"]),
    Case(one("Boligsosial plan for Fjellregionen"), "municipalities", ["Tolga", "Tynset", "Os"],
         "Planen er utarbeidet av kommunene Tolga, Tynset og Os i fellesskap."),
    Case(one("Kommunedelplan for overvatn", "Os kommune", "Tolga kommune", "Tynset kommune"),
         "municipalities", ["Os", "Tolga", "Tynset"]),
]  # fmt: skip
COUNTY = [
    Case(one("Regional plan for klima", "Nordland fylkeskommune"),
         "county", ["Nordland fylkeskommune"]),
    Case(one("Regional plan for klima", "Nordland fylkeskommune 2024"),
         "county", ["Nordland fylkeskommune"]),
    Case(one("Fylkesplan for Nordland"), "county", ["Nordland fylkeskommune"]),
    Case(one("Regional transportplan", "Vestland"), "county", ["Vestland fylkeskommune"]),
    Case(one("Handlingsplan for tannhelse", "Møre og Romsdal fylkeskommune"),
         "county", ["Møre og Romsdal fylkeskommune"],
         "Herøy kommune og Sande kommune er døme på kommunar som har gjort det."),
    Case(one("Regional plan for vatn", "Vedteken av fylkestinget i Agder"),
         "county", ["Agder fylkeskommune"]),
    Case(one("Kulturstrategi", "TRØNDELAG FYLKESKOMMUNE"), "county",
         ["Trøndelag fylkeskommune"], footer="Trøndelag fylkeskommune"),
]  # fmt: skip
STATE = [
    Case(one("Nasjonal handlingsplan for demens", "Helse- og omsorgsdepartementet"),
         "state", ["Helse- og omsorgsdepartementet"]),
    Case(one("Embetsoppdrag og strategi", "Statsforvaltaren i Vestland"),
         "state", ["Statsforvaltaren i Vestland"]),
    Case(one("Strategi for vannforvaltning", "Miljødirektoratet"),
         "state", ["Miljødirektoratet"]),
    Case(one("Handlingsplan for trafikksikkerhet", "Statens vegvesen"),
         "state", ["Statens vegvesen"], "Oslo kommune og Bergen kommune er med i arbeidet."),
    Case(one("Fellesskap og meistring", "Meld. St. 24 (2022–2023)"), "state", ["Meld. St. 24"]),
]  # fmt: skip
OTHER = [
    Case(one("Utviklingsplan", "Helse Førde HF"), "other", ["Helse Førde HF"]),
    Case(one("Strategiplan", "Nordfjord Miljø IKS"), "other", ["Nordfjord Miljø IKS"]),
    Case(one("Plan for alt"), None, []),
]


def read(case: Case) -> MetadataReading:
    return read_metadata(layout(case.cover, [(case.text, 10)], footer=case.footer), "dokument.pdf")


@pytest.mark.parametrize(
    "case",
    [*MUNICIPALITY, *SEVERAL, *COUNTY, *STATE, *OTHER],
    ids=lambda case: " | ".join(line for line, _ in case.cover),
)
def test_each_owner(case: Case) -> None:
    found = read(case).plan
    assert (found.owner.kind if found.owner else None) == case.kind
    assert (found.owner.names if found.owner else []) == case.names
    assert (found.municipality is not None) == (case.kind == "municipality")


@pytest.mark.parametrize("case", [MUNICIPALITY[0], SEVERAL[0], COUNTY[0], STATE[0]])
def test_a_plain_owner_is_sure_and_makes_no_diagnostic(case: Case) -> None:
    found = read(case)
    assert found.plan.owner is not None
    assert found.plan.owner.confidence > 0.8
    assert found.diagnostics == []


def test_an_owner_in_doubt_is_said() -> None:
    cover = one("Plan for friluftsliv", "Rana kommune", "Nordland fylkeskommune")
    found = read(Case(cover, None, []))
    assert [d.code for d in found.diagnostics] == ["owner_doubtful"]
    assert "Nordland fylkeskommune" in found.diagnostics[0].message
    assert "Rana" in found.diagnostics[0].message


def test_a_joint_plan_that_lists_nobody_is_said() -> None:
    found = read(Case(one("Interkommunal plan for landbruk"), None, []))
    assert found.plan.owner is not None
    assert (found.plan.owner.kind, found.plan.owner.names) == ("municipalities", [])
    assert [d.code for d in found.diagnostics] == ["owner_doubtful"]


def test_a_list_of_neighbours_in_the_text_makes_no_joint_plan() -> None:
    text = "Kommunane Tokke, Seljord, Nissedal og Fyresdal grensar til oss. " * 3
    found = read(Case(one("Næringsplan", "Kviteseid kommune"), None, [], text)).plan
    assert found.owner is not None
    assert (found.owner.kind, found.owner.names) == ("municipality", ["Kviteseid"])
