"""What `planextract evaluate` counts, on outputs made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.cli import main
from planextract.evaluation.gold import BadGold, Gold, gold_name, kind_of, read_gold
from planextract.evaluation.likeness import paired, plain, title
from planextract.evaluation.run import evaluate
from planextract.evaluation.scores import Score, false_per_100_pages, pool, score
from planextract.model.plan import Plan

SOURCE = {"page": 2, "bbox": [0, 0, 9, 9], "quote": "q", "method": "text", "confidence": 1.0}


def output(pages: int = 4, **parts: Any) -> dict[str, Any]:
    """A published plan with the records given, as JSON values."""
    coverage = dict.fromkeys(
        ("words", "records", "structure", "furniture", "narrative", "unassigned"), 0
    )
    document = {
        "id": "sha256:" + "0" * 64,
        "file": "plan.pdf",
        "media_type": "application/pdf",
        "pages": pages,
        "page_kinds": [],
    }
    plan = {"schema_version": "1.0", "status": "complete", "document": document, "plan": {}}
    return plan | {"coverage": coverage} | parts


def action(place: int, text: str, **fields: Any) -> dict[str, Any]:
    return {"id": f"a{place}", "text": text, "source": SOURCE, "confidence": 0.9} | fields


def goal(number: int, text: str, **fields: Any) -> dict[str, Any]:
    base = {"id": f"g{number}", "text": text, "level": "goal", "source": SOURCE, "confidence": 0.9}
    return base | fields


def deadline(raw: str, kind: str, start: str | None = None, end: str | None = None) -> Any:
    return {"raw": raw, "kind": kind, "start": start, "end": end, "confidence": 1.0}


BRIDGE = "Byggje gangbru over elva ved skulen"
BOATS = "Kjøpe inn to robåtar til leirskulen"
BOOKS = "Lese høgt for alle born i barnehagen"
YEAR = {"raw": "2026", "kind": "period", "start": "2026-01-01", "end": "2026-12-31"}


def gold_of(**parts: Any) -> Gold:
    return Gold.model_validate({"document": "plan.pdf", "families": ["ruled"]} | parts)


def scored(gold: Gold, **parts: Any) -> Score:
    return score(gold, Plan.model_validate(output(**parts)), "plan", "digital")


def test_all_right_is_one_everywhere():
    gold = gold_of(
        focus_areas=["Skule"],
        goals=[{"text": "Trygg skuleveg for alle", "level": "goal", "page": 2}],
        actions=[
            {"text": BRIDGE, "responsible": "Teknisk drift", "resources": "2 mill. kr",
             "deadline": YEAR, "focus_area": "Skule", "goal": "Trygg skuleveg for alle", "page": 2},
        ],
    )  # fmt: skip
    made = scored(
        gold,
        focus_areas=[{"id": "f", "title": "Innsatsområde 1: Skule", "source": SOURCE}],
        goals=[goal(1, "Trygg skuleveg for alle.")],
        actions=[
            action(1, BRIDGE, focus_area_id="f", goal_ids=["g1"], responsible_raw="Teknisk drift",
                   resources={"raw": "2 mill. kr"},
                   deadline=deadline("2026", "period", "2026-01-01", "2026-12-31")),
        ],
    )  # fmt: skip
    assert made.mistakes == []
    assert [made.tallies[n].f1 for n in ("actions", "goals", "deadlines")] == [1.0, 1.0, 1.0]
    assert all(made.accuracy(name) == 1.0 for name in made.judged)
    assert set(made.judged) >= {"responsible", "resources", "focus_area", "goal_link", "page"}


def test_lost_and_extra_records_cost_recall_and_precision():
    gold = gold_of(actions=[{"text": BRIDGE}, {"text": BOATS}])
    made = scored(gold, actions=[action(1, BRIDGE), action(2, BOOKS), action(3, "Møte i utvalet")])
    tally = made.tallies["actions"]
    assert tally.precision == pytest.approx(1 / 3)
    assert tally.recall == pytest.approx(1 / 2)
    assert tally.f1 == pytest.approx(0.4)
    assert sorted(m.what for m in made.mistakes) == [
        "actions_extra",
        "actions_extra",
        "actions_lost",
    ]


def test_damaged_text_is_paired_but_not_exact():
    made = scored(
        gold_of(actions=[{"text": BRIDGE}]), actions=[action(1, BRIDGE.replace("å", "a"))]
    )
    assert made.tallies["actions"].recall == 1.0
    made = scored(gold_of(actions=[{"text": BOATS}]), actions=[action(1, BOATS.replace("ø", "o"))])
    assert made.tallies["actions"].exact_rate == 0.0
    assert made.tallies["actions"].cer == pytest.approx(1 / len(BOATS))


@pytest.mark.parametrize(
    ("gold_field", "found_field", "name", "right"),
    [
        ({"responsible": ""}, {"responsible_raw": "Rektor"}, "responsible", False),
        ({"responsible": ""}, {}, "responsible", True),
        ({"responsible": "Rektor"}, {}, "responsible", False),
        (
            {"responsible": "Rektor"},
            {"responsible": [{"name": "Rektor", "role": "lead"}]},
            "responsible",
            True,
        ),
        (
            {"lead": "PPT"},
            {
                "responsible": [
                    {"name": "Rektor", "role": "partner"},
                    {"name": "PPT", "role": "lead"},
                ]
            },
            "lead",
            True,
        ),
        ({"resources": ""}, {"resources": {"raw": "5 kr"}}, "resources", False),
        ({"strategy": None}, {"strategy": "Planlegging"}, "strategy", False),
        ({"strategy": "Planlegging"}, {"strategy": "planlegging:"}, "strategy", True),
        ({"deadline": None}, {"deadline": deadline("2026", "period")}, "deadline_norm", False),
        ({"deadline": YEAR}, {"deadline": deadline("2026", "period")}, "deadline_norm", False),
        ({"deadline": YEAR}, {}, "deadline_raw", False),
        ({"number": "1.2"}, {"number": "1.2"}, "number", True),
        ({"page": 3}, {}, "page", False),
    ],
)
def test_a_field_is_judged_as_the_gold_says(gold_field, found_field, name, right):
    made = scored(
        gold_of(actions=[{"text": BRIDGE} | gold_field]),
        actions=[action(1, BRIDGE, **found_field)],
    )
    assert made.accuracy(name) == float(right)


def test_a_field_that_the_gold_leaves_out_is_not_judged():
    made = scored(gold_of(actions=[{"text": BRIDGE}]), actions=[action(1, BRIDGE, strategy="X")])
    assert dict(made.judged) == {}


def test_a_wrong_day_costs_the_deadline_only():
    wrong = deadline("2026", "period", "2026-01-01", "2026-06-30")
    made = scored(
        gold_of(actions=[{"text": BRIDGE, "deadline": YEAR}]),
        actions=[action(1, BRIDGE, deadline=wrong)],
    )
    assert made.tallies["actions"].f1 == 1.0
    assert made.tallies["deadlines"].f1 == 0.0
    assert made.accuracy("deadline_raw") == 1.0


def test_records_of_the_same_text_are_paired_in_their_order():
    steps = [{"label": "Godkjenning", "deadline": YEAR}, {"label": "Godkjenning", "deadline": None}]
    found = [
        {"id": "m1", "label": "Godkjenning", "source": SOURCE, "confidence": 1.0,
         "deadline": deadline("2026", "period", "2026-01-01", "2026-12-31")},
        {"id": "m2", "label": "Godkjenning", "source": SOURCE, "confidence": 1.0},
    ]  # fmt: skip
    made = scored(gold_of(milestones=steps), milestones=found)
    assert made.accuracy("milestone_deadline_norm") == 1.0


def test_an_optional_goal_is_neither_missed_nor_wrong():
    gold = gold_of(goals=[{"text": "Trygg skule", "optional": True}])
    assert scored(gold).mistakes == []
    made = scored(gold, goals=[goal(1, "Trygg skule", level="strategy")])
    assert made.tallies["goals"].found == 0
    assert made.mistakes == []


def test_a_goal_may_be_linked_through_a_strategy():
    gold = gold_of(actions=[{"text": BRIDGE, "goal": "Trygg skuleveg"}])
    goals = [goal(1, "Trygg skuleveg"), goal(2, "Skilje trafikk", level="strategy", parent_id="g1")]
    assert (
        scored(gold, goals=goals, actions=[action(1, BRIDGE, goal_ids=["g2"])]).accuracy(
            "goal_link"
        )
        == 1.0
    )
    assert scored(gold, goals=goals, actions=[action(1, BRIDGE)]).accuracy("goal_link") == 0.0


def test_metadata_is_judged_where_given():
    gold = gold_of(
        municipality={"name": "Voss", "number": "4621"},
        language="nn",
        period=["2025", "2030"],
        status="complete",
    )
    info = {"language": "nn", "period": {"start": "2025-01-01", "end": "2030-12-31"}}
    made = scored(gold, plan=info)
    assert made.accuracy("language") == made.accuracy("period") == 1.0
    assert made.accuracy("status_of_document") == 1.0
    assert made.accuracy("municipality") == 0.0


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("Folkehelseplan 2025–2030", True),
        ("Folkehelseplan", True),
        ("Klimaplan", False),
        (None, False),
    ],
)
def test_a_title_may_leave_out_its_period(found, right):
    made = scored(gold_of(title="Folkehelseplan 2025–2030"), plan={"title": found})
    assert made.accuracy("title") == float(right)


def test_false_records_are_counted_in_pages_without_any():
    empty = scored(gold_of(), pages=40, actions=[action(1, BRIDGE)], goals=[goal(1, BOATS)])
    clean = scored(gold_of(), pages=60)
    real = scored(gold_of(actions=[{"text": BRIDGE}]), pages=500, actions=[action(1, BOOKS)])
    assert false_per_100_pages([empty, clean, real]) == pytest.approx(2.0)
    assert false_per_100_pages([real]) is None


def test_pooled_records_count_the_same():
    small = scored(gold_of(actions=[{"text": BRIDGE}]))
    large = scored(
        gold_of(actions=[{"text": t} for t in (BRIDGE, BOATS, BOOKS)]),
        actions=[action(n, t) for n, t in enumerate((BRIDGE, BOATS, BOOKS))],
    )
    assert pool([small, large], "all").tallies["actions"].recall == pytest.approx(3 / 4)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("plan", ("plan", "")),
        ("plan_scan200", ("plan", "scan200")),
        ("plan_b_badlayer", ("plan_b", "badlayer")),
        ("planen", None),
        ("anna", None),
    ],
)
def test_the_end_of_a_name_tells_the_variant(stem, expected):
    assert gold_name(stem, {"plan", "plan_b"}) == expected


@pytest.mark.parametrize(
    ("variant", "document", "kind"),
    [("", "a.pdf", "digital"), ("", "a.txt", "text"), ("scan150", "a.pdf", "scanned"),
     ("badlayer", "a.pdf", "bad layer")],
)  # fmt: skip
def test_kind_of_file(variant, document, kind):
    assert kind_of(variant, document) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Innsatsområde: Førebygging", "førebygging"),
        ("Satsingsområde 2 – Klima og natur", "klima og natur"),
        ("3.1 Levekår", "levekår"),
        ("B. Frivillighet", "frivillighet"),
        ("Tema: Kultur", "kultur"),
        ("Miljø: natur og vatn", "miljø: natur og vatn"),
    ],
)
def test_a_focus_area_is_named_without_label_and_number(text, name):
    assert title(text) == name


@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.text(max_size=12), max_size=6))
def test_pairs_are_one_to_one_and_in_range(gold, found):
    pairs = paired(gold, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(0 <= i < len(gold) and 0 <= j < len(found) for i, j in pairs)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert plain(plain(text)) == plain(text)


def test_an_unknown_key_in_gold_is_said(tmp_path: Path):
    file = tmp_path / "g.json"
    file.write_text('{"document": "a.pdf", "actions": [{"text": "x", "ansvar": "y"}]}', "utf-8")
    with pytest.raises(BadGold, match=r"actions\[0\]\.ansvar"):
        read_gold(file)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Gold of two documents; output of one, digital and scanned."""
    gold, out = tmp_path / "gold", tmp_path / "out"
    gold.mkdir(), out.mkdir()
    for name, text in (("a", BRIDGE), ("b", BOATS)):
        sheet = {"document": f"{name}.pdf", "families": ["ruled"], "actions": [{"text": text}]}
        (gold / f"{name}.json").write_text(json.dumps(sheet), "utf-8")
    for stem, number in (("a", "0"), ("a_scan200", "1")):
        made = output(actions=[action(1, BRIDGE if stem == "a" else BOOKS)])
        made["document"]["id"] = "sha256:" + number * 64
        (out / f"{stem}.json").write_text(json.dumps(made), "utf-8")
    return gold, out


def test_a_document_without_output_is_lost_with_all_its_records(folders):
    gold, out = folders
    assert [(s.name, s.kind, s.tallies["actions"].recall) for s in evaluate(gold, [out])] == [
        ("a", "digital", 1.0),
        ("a_scan200", "scanned", 0.0),
        ("b", "digital", 0.0),
    ]
    assert [s.name for s in evaluate(gold, [out / "a.json"])] == ["a"]


def test_the_command_gives_tables_json_and_markdown(folders, capsys):
    gold, out = map(str, folders)
    assert main(["evaluate", gold, out, "--errors"]) == 0
    table = capsys.readouterr().out
    assert "ruled · scanned" in table
    assert f"a_scan200 p. ?  actions_lost: {BRIDGE}" in table
    assert f"a_scan200 p. 2  actions_extra: {BOOKS}" in table
    assert main(["evaluate", gold, out, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {k["name"]: k["actions"]["f1"] for k in data["kinds"]} == {
        "digital": pytest.approx(0.66667),
        "scanned": 0.0,
        "all": 0.4,
    }
    assert main(["evaluate", gold, out, "--markdown"]) == 0
    assert "| ruled · digital | 2 | 2 | 0.667 |" in capsys.readouterr().out


def test_no_output_with_gold_is_an_error_in_one_sentence(folders, capsys):
    gold, out = folders
    (out / "z.json").write_text(json.dumps(output()), "utf-8")
    assert main(["evaluate", str(gold), str(out / "z.json")]) == 78
    assert "names must agree" in capsys.readouterr().err
