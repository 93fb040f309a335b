from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planextract.comparison.change_report import as_json, html, marked, shown
from planextract.comparison.changes import Change, changes
from planextract.model.plan import Plan
from planextract.texts import Texts

PARTS = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "invented_actions.toml").read_text(encoding="utf-8")
)
THINGS, NEW_THINGS, FRAMES = PARTS["things"], PARTS["new_things"], PARTS["frames"]
AREAS = ["Helse og omsorg", "Oppvekst", "Klima og natur", "Kultur og fritid", "Samferdsle"]
OWNERS = ["Sektor helse", "Sektor oppvekst", "Teknisk eining", "Kommunedirektøren", "NAV"]

Made = Callable[..., Plan]


def invented(chance: random.Random) -> dict[str, Any]:
    """200 distinct actions, each with an area, an owner and a deadline."""
    said = [frame.format(thing) for thing in THINGS for frame in FRAMES]
    chance.shuffle(said)
    rows: list[dict[str, Any]] = [
        {
            "text": text,
            "area": f"area-{number // 40}",
            "owner": chance.choice(OWNERS),
            "end": str(date(2025, 1, 1) + timedelta(days=chance.randrange(900))),
        }
        for number, text in enumerate(said)
    ]
    return {"name": "Storvik", "actions": rows, "areas": AREAS}


def reworded(text: str, chance: random.Random) -> str:
    return chance.choice(
        [
            text + " med årleg rapport",
            "Kommunen skal " + text[0].lower() + text[1:],
            text.replace("alle krinsar", "kvar krins").replace(" saman med ", " ilag med ")
            + " innan planperioden",
        ]
    )


def injected(old: dict[str, Any], chance: random.Random) -> tuple[dict[str, Any], list[Any]]:
    """The next edition with 100 changes, and what they are: (what, text of the action)."""
    new = deepcopy(old)
    rows = new["actions"]
    picked = chance.sample(range(len(rows)), 85)
    truth: list[tuple[str, str]] = []
    for number in picked[:15]:
        rows[number]["text"] = reworded(rows[number]["text"], chance)
        truth.append(("reworded", rows[number]["text"]))
    for number in picked[15:32]:
        end = date.fromisoformat(rows[number]["end"])
        rows[number]["end"] = str(end + timedelta(days=chance.choice([31, 182, 365])))
        truth.append(("deadline", rows[number]["text"]))
    for number in picked[32:47]:
        rows[number]["owner"] = chance.choice([o for o in OWNERS if o != rows[number]["owner"]])
        truth.append(("owners", rows[number]["text"]))
    for number in picked[47:62]:
        here = int(rows[number]["area"][-1])
        rows[number]["area"] = f"area-{(here + chance.randrange(1, 5)) % 5}"
        truth.append(("moved", rows[number]["text"]))
    for number in picked[62:70]:
        rows[number]["resources"] = {"raw": "500 000 kr", "amount": 5e5, "currency": "NOK"}
        truth.append(("resources", rows[number]["text"]))
    dropped = [rows[number] for number in picked[70:]]
    truth += [("dropped", row["text"]) for row in dropped]
    new["actions"] = [row for row in rows if row not in dropped]
    for thing in NEW_THINGS:
        row = {"text": f"Byggje opp {thing} på nytt", "area": "area-0", "owner": "NAV"}
        new["actions"].insert(chance.randrange(len(new["actions"])), row)
        truth.append(("added", row["text"]))
    return new, truth


def renamed(plan: Plan, pages: int) -> Plan:
    """The same plan with other ids and later pages."""
    data = plan.model_dump(mode="json")
    text = Plan.model_validate(data).model_dump_json()
    for kind in ("action", "area", "goal"):
        text = text.replace(f'"{kind}-', f'"new-{kind}-')
    data = Plan.model_validate_json(text).model_dump(mode="json")
    for part in ("actions", "goals", "focus_areas"):
        for item in data[part]:
            item["source"]["page"] += pages
    return Plan.model_validate(data)


def told(found: list[Change]) -> list[tuple[str, str]]:
    return sorted((c.what, c.item.text) for c in found)


@pytest.mark.parametrize("seed", range(5))
def test_each_of_100_injected_changes_is_found_and_no_other(plan: Made, seed: int) -> None:
    chance = random.Random(seed)
    before = invented(chance)
    after, truth = injected(before, chance)
    assert len(truth) == 100
    found = changes(plan(**before), renamed(plan(**after), pages=2))
    assert told(found) == sorted(truth)


@pytest.mark.parametrize(("seed", "pages"), [(1, 0), (2, 1), (3, 5)])
def test_nothing_is_found_between_two_runs(plan: Made, seed: int, pages: int) -> None:
    same = plan(**invented(random.Random(seed)))
    assert changes(same, renamed(same, pages)) == []
    assert changes(same, same) == []


def test_an_action_carried_to_another_place_of_its_area_has_moved(plan: Made) -> None:
    before = invented(random.Random(7))
    after = deepcopy(before)
    after["actions"].insert(30, after["actions"].pop(3))
    (found,) = changes(plan(**before), plan(**after))
    assert (found.what, found.field) == ("moved", "order")
    assert found.item.text == before["actions"][3]["text"]


def test_slipped_deadline_counts_its_days(plan: Made) -> None:
    old = plan("Vik", [{"text": "Byggje bru", "end": "2026-06-30"}])
    new = plan("Vik", [{"text": "Byggje bru", "end": "2027-06-30"}])
    (found,) = changes(old, new)
    assert (found.what, found.days) == ("deadline", 365)
    assert shown([found], Texts("nn"))[0].detail == "365 dagar seinare"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, "2026-12-31", "deadline"),
        ("2026-12-31", None, "deadline"),
    ],
)
def test_deadline_set_or_taken_away(
    plan: Made, before: str | None, after: str | None, expected: str
) -> None:
    old, new = (plan("Vik", [{"text": "Byggje bru", "end": end}]) for end in (before, after))
    assert [c.what for c in changes(old, new)] == [expected]


def test_a_deadline_in_other_words_is_no_change(plan: Made) -> None:
    old = plan("Vik", [{"text": "Byggje bru", "end": "2026-12-31"}])
    data = old.model_dump(mode="json")
    data["actions"][0]["deadline"]["raw"] = "innen utgangen av 2026"
    assert changes(old, Plan.model_validate(data)) == []


def test_an_owner_in_the_other_written_form_is_no_change(plan: Made) -> None:
    old = plan("Vik", [{"text": "Byggje bru", "owner": "Heimetenesta"}])
    new = plan("Vik", [{"text": "Byggje bru", "owner": "Hjemmetjenesten"}])
    assert changes(old, new) == []


def test_a_renamed_area_is_one_change_not_one_for_each_action(plan: Made) -> None:
    rows = [{"text": f"Byggje {thing}", "area": "area-0"} for thing in THINGS]
    old = plan("Vik", rows, areas=["Klima og natur"])
    new = plan("Vik", rows, areas=["Klima, natur og miljø"])
    assert [(c.what, c.kind) for c in changes(old, new)] == [("reworded", "area")]


def test_a_new_text_about_another_thing_is_no_rewording(plan: Made) -> None:
    old = plan("Vik", ["Informere innbyggjarane om tursti"])
    new = plan("Vik", ["Informere innbyggjarane om tannhelse"])
    assert [c.what for c in changes(old, new)] == ["added", "dropped"]


def test_the_same_action_twice_is_counted(plan: Made) -> None:
    old = plan("Vik", ["Rydde stiar", "Rydde stiar"])
    assert [c.what for c in changes(old, plan("Vik", ["Rydde stiar"]))] == ["dropped"]


def test_words_that_differ_are_marked_and_escaped() -> None:
    before, after = marked("Byggje <b>to</b> bruer", "Byggje tre bruer")
    assert before == "Byggje <del>&lt;b&gt;to&lt;/b&gt;</del> bruer"
    assert after == "Byggje <ins>tre</ins> bruer"


@pytest.mark.parametrize("lang", ["nn", "nb", "en"])
def test_reports_hold_every_change(published: Callable[..., Any], lang: str) -> None:
    chance = random.Random(3)
    before = invented(chance)
    after, truth = injected(before, chance)
    old, new = published(**before), published(**{**after, "name": "Storvik 2027"})
    found = changes(old.plan, new.plan)
    page = html(found, old, new, Texts(lang), "../pdf")
    assert page.count('<tr><th scope="row">') == len(truth)
    assert "../pdf/Storvik%202027.pdf#page=" in page
    data = as_json(found, old, new)
    assert len(data["changes"]) == len(truth)
    assert all(change["old"] or change["new"] for change in data["changes"])


def test_hostile_texts_stay_text(published: Callable[..., Any]) -> None:
    hostile = "<script>window.hacked=1</script>"
    old, new = published("Vik", ["Rydde"]), published("Vik", [hostile, "Rydde"])
    assert hostile not in html(changes(old.plan, new.plan), old, new, Texts("nb"))


def test_a_strategy_is_called_one_and_candidates_are_no_change(
    published: Callable[..., Any],
) -> None:
    maybe = {
        "kind": "goal", "text": "Rein fjord", "confidence": 0.4, "why": "Near.",
        "source": {
            "page": 6, "bbox": (0, 0, 9, 9), "quote": "q", "method": "text", "confidence": 1.0,
        },
    }  # fmt: skip
    old = published("Vik", ["Rydde"])
    new = published("Vik", ["Rydde"], strategies=["Rydde saman"], candidates=[maybe])
    found = changes(old.plan, new.plan)
    (row,) = shown(found, Texts("nn"))
    assert (row.what, row.kind, row.after) == ("nytt", "strategi", "Rydde saman")
    assert as_json(found, old, new)["changes"][0]["kind"] == "goal"
    assert "1 kandidat i den nye utgåva" in html(found, old, new, Texts("nn"))
    assert "kandidat" not in html(changes(old.plan, old.plan), old, old, Texts("nn"))
