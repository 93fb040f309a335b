"""What a document is, part by part, by all that speaks for and against its being a plan."""

from __future__ import annotations

import pytest
from written_pages import Line, layout

from planextract.meaning.document_type import judge_document, judge_parts

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
    (["Behovsanalyse for skule", "Sluttrapport"], "study"),
    (["Mulighetsstudie for sentrum"], "study"),
    (["Investeringsbudsjett 2026"], "budget"),
    (["Faktura"], "invoice"),
    (["Vekemeny"], "menu"),
    (["Telefonliste for heimetenesta"], "contacts"),
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
    judged = judge_document(layout(*pages(title)))
    assert (judged.is_plan, judged.kind) == (False, kind)
    assert judged.reason.endswith(".")
    assert judged.strength > 0.5


@pytest.mark.parametrize(("title", "below", "kind"), SUBTITLED)
def test_a_cover_may_say_it_below_the_title(title: str, below: str, kind: str) -> None:
    cover = [(title, 28.0), (below, 14.0)]
    assert judge_document(layout(cover, BODY)).kind == kind


def test_a_plan_named_below_the_title_is_a_plan() -> None:
    cover = [("Reint hav", 28.0), ("Handlingsplan mot plast", 14.0)]
    assert judge_document(layout(cover, [("Statistikk", 14.0)])).is_plan


@pytest.mark.parametrize("title", PLANS, ids=lambda value: value[0])
def test_plans_are_never_refused_for_what_they_cite(title: list[str]) -> None:
    cited = [("Statistikk", 14.0), ("Rettleiar", 14.0)]
    assert judge_document(layout(*pages(title, CITING, cited))).is_plan


PROGRAMMES = [
    ["Planprogram for kommunedelplan kultur"],
    ["Kommunedelplan for kultur", "Forslag til planprogram"],
]


@pytest.mark.parametrize("title", PROGRAMMES, ids=lambda value: value[0])
def test_a_planprogram_is_a_plan_of_milestones(title: list[str]) -> None:
    (part,) = judge_parts(layout(*pages(title)))
    assert part.is_plan
    assert part.milestones_only


@pytest.mark.parametrize(
    "title", [["Kommunal planstrategi 2024–2027"], ["Kommunal planstrategi og planprogram"]]
)
def test_a_planstrategi_is_a_plan(title: list[str]) -> None:
    (part,) = judge_parts(layout(*pages(title)))
    assert (part.kind, part.milestones_only) == ("plan", False)
