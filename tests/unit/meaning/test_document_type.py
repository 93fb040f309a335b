"""Plan or not, judged by titles and headings, never by running text."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.document_type import judge_document

BODY: list[Line] = [("Kommunen skal leggje til rette for gode tenester i heile bygda.", 10)]
CITING: list[Line] = [
    ("Vi viser til statistikk, årsmelding, rettleiar, møteprotokoll og planprogram.", 10),
    ("Sjå òg saksframlegg og føresegner, konkurransegrunnlag og valprogram.", 10),
]

OTHERS = [
    (["Folkehelseoversikt 2024"], "statistics"),
    (["Nøkkeltall for kommunen"], "statistics"),
    (["Temaplan for oppvekst", "Kunnskapsgrunnlag"], "statistics"),
    (["Møteprotokoll", "Formannskapet"], "minutes"),
    (["Møtebok frå kommunestyret"], "minutes"),
    (["Saksframlegg: Handlingsplan for kultur"], "minutes"),
    (["Rettleiar i overgangar mellom skule og barnehage"], "guidance"),
    (["Veileder til beredskapsplan"], "guidance"),
    (["Retningslinjer for startlån"], "rules"),
    (["Kommuneplanens arealdel", "Føresegner"], "provisions"),
    (["Planbestemmelser til områderegulering"], "provisions"),
    (["Reguleringsføresegner"], "provisions"),
    (["Valprogram 2023-2027"], "party_programme"),
    (["Planprogram for kommunedelplan kultur"], "planning_programme"),
    (["Kommunedelplan for kultur", "Forslag til planprogram"], "planning_programme"),
    (["Kommunal planstrategi og planprogram"], "planning_programme"),
    (["Årsmelding 2024"], "annual_report"),
    (["Tertialrapport 2"], "annual_report"),
    (["Konkurransegrunnlag for vintervedlikehald"], "tender"),
    (["Høringsuttalelse til handlingsplan"], "letter"),
]
PLANS = [
    ["Kommunedelplan for helse og omsorg"],
    ["Handlingsplan", "Kommunedelplan for kultur"],
    ["Plan for statistikk og analyse"],
    ["Plan for rettleiing av nyutdanna lærarar"],
    ["Temaplan for betre rettleiing"],
    ["Strategi for innkjøp og kontraktoppfølging"],
    ["Klima- og energiplan med klimarekneskap"],
    ["Pårørandestrategi"],
    ["Trafikktryggingsplan"],
    ["Handlingsprogram 2025-2028"],
    ["Beredskapsplan"],
    ["Informasjon frå helse og omsorg"],
    ["Folkehelseoversikt og handlingsplan"],
    ["Årsmelding 2024 og tiltaksplan 2025"],
]


SUBTITLED = [
    ("Saman for bygda", "Valprogram 2027–2031", "party_programme"),
    ("Frå ord til handling", "Rettleiar for kommunane", "guidance"),
    ("Oversyn over helsa i Bygda", "Oversiktsdokument 2024", "statistics"),
]


def pages(title: list[str], *more: list[Line]) -> list[list[Line]]:
    return [[(line, 26.0) for line in title] + [("Ei kommune", 12.0)], BODY, *more]


@pytest.mark.parametrize(("title", "kind"), OTHERS, ids=lambda value: str(value))
def test_other_documents_are_refused(title: list[str], kind: str) -> None:
    judged = judge_document(layout(*pages(title)), action_count=0)
    assert (judged.is_plan, judged.kind) == (False, kind)
    assert judged.reason.endswith(".")
    assert judged.strength > 0.5


@pytest.mark.parametrize(("title", "below", "kind"), SUBTITLED)
def test_a_cover_may_say_it_below_the_title(title: str, below: str, kind: str) -> None:
    cover = [(title, 28.0), (below, 14.0)]
    assert judge_document(layout(cover, BODY), 0).kind == kind


def test_a_plan_named_below_the_title_is_a_plan() -> None:
    cover = [("Reint hav", 28.0), ("Handlingsplan mot plast", 14.0)]
    assert judge_document(layout(cover, [("Statistikk", 14.0)]), 0).is_plan


@pytest.mark.parametrize("title", PLANS, ids=lambda value: value[0])
@pytest.mark.parametrize("actions", [0, 40])
def test_plans_are_never_refused_for_what_they_cite(title: list[str], actions: int) -> None:
    cited = [("Statistikk", 14.0), ("Rettleiar", 14.0)]
    assert judge_document(layout(*pages(title, CITING, cited)), actions).is_plan


@pytest.mark.parametrize("title", ["Årsmelding 2024", "Statusrapport for handlingsplanen"])
def test_a_real_list_of_actions_outweighs_a_weak_title(title: str) -> None:
    assert judge_document(layout(*pages([title])), action_count=30).is_plan


@pytest.mark.parametrize(
    "title", ["Møteprotokoll", "Planprogram for kultur", "Valprogram", "Rettleiar for kommunane"]
)
def test_a_list_of_actions_does_not_outweigh_a_plain_title(title: str) -> None:
    assert not judge_document(layout(*pages([title])), action_count=30).is_plan


def test_headings_tell_where_the_title_does_not() -> None:
    headings = ["Saksopplysningar", "Framlegg til vedtak", "Saksutgreiing", "Vedlegg"]
    written = [[(heading, 14.0), ("Saka gjeld ei brygge.", 10.0)] for heading in headings]
    assert judge_document(layout(*pages(["Ny brygge"]), *written), 0).kind == "minutes"
    assert judge_document(layout(*pages(["Ny brygge"]), *written), 20).is_plan


def test_one_heading_does_not_tell() -> None:
    written: list[list[Line]] = [[("Vedtak", 14.0), ("Planen vart vedteken.", 10.0)]]
    assert judge_document(layout(*pages(["Gode dagar"]), *written), 0).is_plan


def test_an_empty_document_is_not_refused() -> None:
    assert judge_document(layout([]), 0).is_plan
