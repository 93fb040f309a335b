"""Which roles the gold gives to units."""

from __future__ import annotations

from typing import Any

import pytest
from made_blocks import block, layout, table
from made_units import sized

from fit.labels import label_units
from planextract.meaning.roles.role import Role
from planextract.meaning.units.gather import gather


def roles(gold: dict[str, Any], *blocks: Any) -> dict[str, Role]:
    units = gather(layout(*blocks))
    found = zip(units.all, label_units(units, gold), strict=True)
    return {unit.text: role for unit, role in found}


ACTION = {
    "text": "Byggje ny gangveg til skulen", "page": 1, "responsible": "Teknisk sjef",
    "deadline_raw": "2027", "group": "Trygge vegar",
}  # fmt: skip
ROWS = table(
    [
        "Strategi | Tiltak | Ansvar | Frist",
        "Trygge vegar | Byggje ny gangveg til skulen | Teknisk sjef | 2027",
        "Trygge vegar | Noko heilt anna som ikkje er i fasit | Rådmannen | 2031",
    ]
)


def test_a_row_gives_the_action_its_fields_and_its_group() -> None:
    found = roles({"actions": [ACTION]}, ROWS)
    assert found["Byggje ny gangveg til skulen"] is Role.ACTION
    assert found["Teknisk sjef"] is Role.OWNER
    assert found["2027"] is Role.DEADLINE
    assert found["Trygge vegar"] is Role.GROUP


def test_a_row_that_the_gold_does_not_know_gives_nothing() -> None:
    found = roles({"actions": [ACTION]}, ROWS)
    for text in ("Noko heilt anna som ikkje er i fasit", "Rådmannen", "2031"):
        assert found[text] is Role.NONE


def test_headers_of_tables_have_no_role() -> None:
    found = roles({"goals": [{"kind": "strategy", "text": "Strategi", "page": 1}]}, ROWS)
    assert found["Strategi"] is Role.NONE


def test_a_record_is_found_on_its_own_page_and_the_next_to_it_only() -> None:
    text = "Alle barn skal kjenne seg trygge på veg til skulen"
    gold = {"goals": [{"kind": "main", "text": text, "page": 4}]}
    for page, role in ((1, Role.NONE), (4, Role.MAIN), (5, Role.MAIN)):
        assert roles(gold, block(text, page=page))[text] is role


def test_a_near_text_is_the_record_and_a_far_one_is_not() -> None:
    gold = {"focus_areas": ["Oppvekst og læring"]}
    assert roles(gold, block("OPPVEKST  OG LÆRING:", "heading"))["OPPVEKST OG LÆRING:"] is Role.AREA
    assert roles(gold, block("Oppvekst i tal", "heading"))["Oppvekst i tal"] is Role.NONE


def test_what_is_no_plan_has_no_records() -> None:
    found = roles({"is_plan": False, "actions": [ACTION]}, ROWS)
    assert set(found.values()) == {Role.NONE}


def test_an_area_stands_where_its_records_do_and_not_where_it_is_only_named() -> None:
    goal = {"kind": "goal", "text": "Alle har ein trygg heim", "focus_area": "Bustad", "page": 1}
    blocks = (
        block("Bustad", "item", marker="•"),
        sized(block("Bustad", "heading"), 11.0),
        block("Mange leiger."),
        sized(block("Bustad", "heading"), 16.0),
        block("Alle har ein trygg heim"),
    )
    units = gather(layout(*blocks))
    gold = {"focus_areas": ["Bustad"], "goals": [goal]}
    found = label_units(units, gold)
    assert [role for role in found if role is not Role.NONE] == [Role.AREA, Role.GOAL]
    assert found[3] is Role.AREA
    alone = label_units(units, {"focus_areas": ["Bustad"]})
    assert [at for at, role in enumerate(alone) if role is Role.AREA] == [1, 3]


@pytest.mark.parametrize(
    "titles",
    [
        ("Bolk I Bustadbygging", "Bolk II Barn og unge"),
        ("– Bustadbygging", "– Barn og unge"),
        ("A – Bustadbygging", "B – Barn og unge"),
        ("H1. 2. Bustadbygging", "H2. 3. Barn og unge"),
        ("Arbeidsområde Bustadbygging", "Arbeidsområde Barn og unge"),
        ("Bustadbyg ging", "Barn og unge"),
    ],
)
def test_an_area_stands_at_a_heading_that_has_more_than_its_title(titles: tuple[str, str]) -> None:
    gold = {"focus_areas": ["Bustadbygging", "Barn og unge"]}
    heads = [sized(block(title, "heading"), 16.0) for title in titles]
    found = roles(
        gold, block("Bustadbygging", "item", marker="•"), heads[0], block("Tekst."), heads[1]
    )
    assert [found[title] for title in titles] == [Role.AREA, Role.AREA]
    assert found["Bustadbygging"] is Role.NONE


def test_a_word_that_names_records_is_no_part_of_an_area() -> None:
    gold = {"focus_areas": ["Bustad", "Barn"]}
    heads = [sized(block(f"Tiltak {title}", "heading"), 16.0) for title in ("bustad", "barn")]
    found = roles(gold, *heads)
    assert set(found.values()) == {Role.NONE}


def test_a_step_stands_where_its_time_does() -> None:
    rows = table(["#Plan | #Oppstart | #Slutt", "Plan for kulturskulen | 2027 | 2028"])
    units = gather(layout(block("Plan for kulturskulen", "item", marker="•"), rows))
    gold = {"milestones": [{"text": "Plan for kulturskulen", "raw": "2027", "page": 1}]}
    found = [unit.kind for unit, role in zip(units.all, label_units(units, gold), strict=True)
             if role is Role.MILESTONE]  # fmt: skip
    assert found == ["cell"]
