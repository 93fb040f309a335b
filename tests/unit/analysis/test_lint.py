from datetime import date
from typing import Any

import pytest
from analysis_plans import action, candidate, deadline, examples, goal, published

from planextract.analysis.lint import lint, read_settings, rules
from planextract.analysis.lint.report import COLUMNS, row, summary
from planextract.analysis.lint.rule import Context
from planextract.analysis.words import is_done, is_vague_owner
from planextract.errors import ConfigError
from planextract.lexicons import read_toml
from planextract.texts import LANGUAGES, Texts

TODAY = date(2026, 6, 1)


def _found(today: date = TODAY, least: float = 0.8, **values: Any) -> list[tuple[str, str | None]]:
    findings = lint([published(**values)], Context(today, least))
    return [(finding.rule, finding.hit.record) for finding in findings]


def _due(raw: str, kind: str = "by", **values: Any) -> dict[str, Any]:
    return {"deadline": deadline(raw, kind, **values)}


SAME = "Lage plan for leseopplæring i skulen"
CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str | None]]]] = {
    "a sound plan": ({"actions": [action("a", "Lese")]}, []),
    "no deadline": (
        {"actions": [action("a", "Lese", deadline=None)]},
        [("action-no-deadline", "a")],
    ),
    "no owner": (
        {"actions": [action("a", "Lese", responsible=[])]},
        [("action-no-owner", "a")],
    ),
    "only a partner": (
        {"actions": [action("a", "Lese", responsible=[{"name": "NAV", "role": "partner"}])]},
        [("action-no-owner", "a")],
    ),
    "a goal without actions": (
        {"goals": [goal(), goal("h", "Alle skal rekne")], "actions": [action("a", "Lese")]},
        [("goal-no-actions", "h")],
    ),
    "a goal served by the goal below it": (
        {
            "goals": [goal("top", "Opplæring", level="main"), goal(parent_id="top")],
            "actions": [action("a", "Lese")],
        },
        [],
    ),
    "a vision needs no action": (
        {"goals": [goal(), goal("v", "Saman", level="vision")], "actions": [action("a", "Lese")]},
        [],
    ),
    "no actions": ({}, [("plan-no-actions", None), ("goal-no-actions", "g")]),
    "vague owner": (
        {"actions": [action("a", "Lese", responsible=[{"name": "Alle", "role": "lead"}])]},
        [("owner-vague", "a")],
    ),
    "a vague owner beside a named one": (
        {
            "actions": [
                action(
                    "a",
                    "Lese",
                    responsible=[
                        {"name": "Alle", "role": "lead"},
                        {"name": "Rektor", "role": "lead"},
                    ],
                )
            ]
        },
        [],
    ),
    "passed": (
        {"actions": [action("a", "Lese", **_due("innan 1. mai 2026", end="2026-05-01"))]},
        [("deadline-passed", "a")],
    ),
    "due today": (
        {"actions": [action("a", "Lese", **_due("1. juni", "date", end="2026-06-01"))]},
        [],
    ),
    "passed but done": (
        {"actions": [action("a", "Lese", status="Gjennomført", **_due("2025", end="2025-12-31"))]},
        [],
    ),
    "after the period": (
        {"actions": [action("a", "Lese", **_due("innan 2030", end="2030-12-31"))]},
        [("deadline-outside-period", "a")],
    ),
    "from after the period": (
        {"actions": [action("a", "Lese", **_due("frå 2029", "from", start="2029-01-01"))]},
        [("deadline-outside-period", "a")],
    ),
    "the last day of the period": (
        {"actions": [action("a", "Lese", **_due("2027", end="2027-12-31"))]},
        [],
    ),
    "no period known": (
        {"period": None, "actions": [action("a", "Lese", **_due("2030", end="2030-12-31"))]},
        [],
    ),
    "deadline backwards": (
        {
            "actions": [
                action("a", "L", **_due("x", "period", start="2027-01-01", end="2026-12-31"))
            ]
        },
        [("deadline-backwards", "a")],
    ),
    "period backwards": (
        {"period": {"start": "2027", "end": "2026-01-01"}, "actions": [action("a", "Lese")]},
        [("period-backwards", None), ("deadline-outside-period", "a")],
    ),
    "vague deadline": (
        {"actions": [action("a", "Lese", **_due("ved behov", "conditional"))]},
        [("deadline-vague", "a")],
    ),
    "unknown deadline": (
        {"actions": [action("a", "Lese", **_due("på s1kt", "unknown"))]},
        [("deadline-unknown", "a")],
    ),
    "the same twice": (
        {"actions": [action("a", SAME), action("b", SAME.upper() + ".", page=2)]},
        [("action-repeated", "b")],
    ),
    "a misspelt repeat": (
        {"actions": [action("a", SAME), action("b", SAME.replace("skulen", "skolen"))]},
        [("action-repeated", "b")],
    ),
    "other numbers are other actions": (
        {"actions": [action("a", SAME + " 2024"), action("b", SAME + " 2025")]},
        [],
    ),
    "short texts that differ by a letter": (
        {"actions": [action("a", "Bygge hus"), action("b", "Bygge bus")]},
        [],
    ),
    "the same with another deadline": (
        {
            "actions": [
                action("a", SAME),
                action("b", SAME, **_due("innan 2027", end="2027-12-31")),
            ]
        },
        [("action-deadlines-differ", "b")],
    ),
    "the same with another owner": (
        {
            "actions": [
                action("a", SAME),
                action("b", SAME, responsible=[{"name": "Skulesjef", "role": "lead"}]),
            ]
        },
        [("action-owners-differ", "b")],
    ),
    "the same deadline in other words": (
        {
            "actions": [
                action("a", SAME, **_due("2026", end="2026-12-31")),
                action("b", SAME, **_due("i 2026", "period", end="2026-12-31")),
            ]
        },
        [("action-repeated", "b")],
    ),
    "a goal twice": (
        {"goals": [goal(), goal("h")], "actions": [action("a", "Lese", goal_ids=["g", "h"])]},
        [("goal-repeated", "h")],
    ),
    "doubtful record": (
        {"actions": [action("a", "Lese", confidence=0.79)]},
        [("low-confidence", "a")],
    ),
    "doubtful deadline": (
        {"actions": [action("a", "L", **_due("2026", end="2026-12-31", confidence=0.5))]},
        [("low-confidence-deadline", "a")],
    ),
    "suspect word": (
        {
            "actions": [action("a", "Lese")],
            "diagnostics": [
                {"code": "suspect_word", "severity": "warning", "message": "s1kt", "page": 4}
            ],
        },
        [("suspect-word", None)],
    ),
    "not whole": (
        {
            "status": "partial",
            "actions": [action("a", "Lese")],
            "diagnostics": [
                {"code": "page_needs_ocr", "severity": "warning", "message": "p", "page": 2}
            ],
        },
        [("plan-not-whole", None)],
    ),
    "a list that gave no records": (
        {
            "status": "partial",
            "actions": [action("a", "Lese")],
            "diagnostics": [
                {"code": "records_unread", "severity": "warning", "message": "p", "page": 2}
            ],
        },
        [("plan-not-whole", None)],
    ),
    "a candidate": (
        {"actions": [action("a", "Lese")], "candidates": [candidate("Skrive")]},
        [("candidate", None)],
    ),
    "strategies are what the plan will do": (
        {"goals": [goal(), goal("s", "Lese saman", level="strategy", parent_id="g")]},
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name):
    values, expected = CASES[name]
    assert sorted(_found(**values), key=str) == sorted(expected, key=str)


def test_every_rule_has_a_case_and_a_sentence_in_every_language():
    tried = {rule for _, expected in CASES.values() for rule, _ in expected}
    assert tried == {rule.id for rule in rules()}
    for lang in LANGUAGES:
        texts = Texts(lang)
        for values, _ in CASES.values():
            for finding in lint([published(**values)], Context(TODAY)):
                assert "{" not in finding.sentence(texts)


def test_steps_of_an_adopted_plan_do_not_pass():
    step = {
        "id": "m",
        "label": "Høyring",
        "deadline": deadline("2025", "period", end="2025-12-31"),
        "source": action("x", "x")["source"],
        "confidence": 1.0,
    }
    values = {"actions": [action("a", "Lese")], "milestones": [step]}
    assert _found(**values) == [("deadline-passed", "m")]
    assert _found(plan_status="vedteken", **values) == []


def test_severity_can_be_set_and_switched_off():
    shelf = [published(actions=[action("a", "Lese", deadline=None, responsible=[])])]
    levels = {"action-no-deadline": "error", "action-no-owner": "off"}
    found = list(lint(shelf, Context(TODAY), levels))
    assert [(finding.rule, finding.severity) for finding in found] == [
        ("action-no-deadline", "error")
    ]


@pytest.mark.parametrize("levels", [{"no-such-rule": "off"}, {"owner-vague": "loud"}])
def test_a_wrong_severity_is_an_error_for_people(levels):
    with pytest.raises(ConfigError):
        list(lint(examples(), Context(TODAY), levels))


def test_settings_from_a_file(tmp_path):
    file = tmp_path / "lint.toml"
    file.write_text('min_confidence = 0.5\n[severity]\nowner-vague = "error"\n')
    settings = read_settings(file)
    assert (settings.min_confidence, settings.severity) == (0.5, {"owner-vague": "error"})


@pytest.mark.parametrize(
    "content",
    ["min_confidence = 2", "severity = 1", "[severity]\nx = 'off'", "colour = 'red'", "[[", ""],
)
def test_wrong_settings_are_an_error_for_people(content, tmp_path):
    file = tmp_path / "lint.toml"
    file.write_text(content)
    if content:
        with pytest.raises(ConfigError):
            read_settings(file)
    else:
        assert read_settings(file).severity == {}


@pytest.mark.parametrize("name", read_toml("followup")["vague_owner"]["examples"])
def test_vague_owner(name):
    assert is_vague_owner(name)


@pytest.mark.parametrize("name", read_toml("followup")["vague_owner"]["counter_examples"])
def test_named_owner(name):
    assert not is_vague_owner(name)


@pytest.mark.parametrize("status", read_toml("followup")["done_status"]["examples"])
def test_done(status):
    assert is_done(status)


@pytest.mark.parametrize(
    "status", [*read_toml("followup")["done_status"]["counter_examples"], "", None]
)
def test_not_done(status):
    assert not is_done(status)


def test_rows_and_the_sum_of_the_examples():
    findings = list(lint(examples(), Context(TODAY)))
    rows = [row(finding, Texts("nn")) for finding in findings]
    assert all(tuple(one) == COLUMNS for one in rows)
    assert rows[0]["link"] == "Eksempelfjord%20helse%20og%20omsorg%202024-2031.pdf#page=3"
    assert summary(findings, 3, Texts("en")) == (
        f"{len(findings)} findings in 3 plans: 3 errors, "
        f"{sum(f.severity == 'warning' for f in findings)} warnings, 3 for information."
    )
    assert summary([], 1, Texts("nb")) == "Ingen merknader i 1 plan."
