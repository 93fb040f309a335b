"""Deadline cells, real and invented, against their values by the contract."""

from __future__ import annotations

import csv
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr

from planextract.meaning.deadlines import Context, SeasonPolicy, read_deadline

DATA = Path(__file__).parents[2] / "data"
PLAN = Context(plan_start=date(2024, 1, 1), plan_end=date(2027, 12, 31))
INVENTED = ["deadlines_imagined.tsv", "deadlines_imagined_hard.tsv", "deadlines_traps.tsv"]
OF_PLAN = {"plan.start": "2024-01-01", "plan.end": "2027-12-31", "": None}
ONE = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01])(?:-\d{2})?)?"
PLAIN = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?"
EDTF = re.compile(
    rf"{ONE}|(?:{PLAIN}|\.\.)/(?:{PLAIN}|\.\.)|\{{{PLAIN}(?:,{PLAIN})*\}}|\[{PLAIN}(?:,{PLAIN})*\]"
)


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("deadlines_real.tsv"), ids=lambda row: row["raw"])
def test_real_expression(row: dict[str, str]) -> None:
    context = Context(document_date=date.fromisoformat(row["date"])) if row["date"] else PLAN
    found = read_deadline(row["raw"], context)
    assert found is not None
    wanted = (row["kind"], OF_PLAN.get(row["start"], row["start"]))
    assert (found.kind, found.start) == wanted
    assert found.end == OF_PLAN.get(row["end"], row["end"])
    assert (found.rrule or "").startswith(row["rrule"])


@pytest.mark.parametrize(
    "row",
    [row for name in INVENTED for row in rows(name) if row.get("fails") != "yes"],
    ids=lambda row: row["raw"],
)
def test_invented_expression(row: dict[str, str]) -> None:
    found = read_deadline(row["raw"].replace("\\n", "\n"), PLAN)
    if row["kind"] == "null":
        assert found is None
        return
    assert found is not None
    assert (found.kind, found.start, found.end) == (
        row["kind"], row["start"] or None, row["end"] or None,
    )  # fmt: skip
    assert (found.rrule or "").startswith(row["rrule"])


@pytest.mark.parametrize(
    "name", ["deadlines_real.tsv", "deadlines_imagined.tsv", "deadlines_imagined_hard.tsv"]
)
def test_every_edtf_and_rule_is_valid(name: str) -> None:
    for row in rows(name):
        found = read_deadline(row["raw"], PLAN)
        if found is not None and found.edtf is not None:
            assert EDTF.fullmatch(found.edtf), (found.raw, found.edtf)
        if found is not None and found.rrule is not None:
            assert rrulestr(found.rrule, dtstart=datetime(2019, 1, 1)) is not None


@pytest.mark.xfail(strict=True, reason="a given name or a unit that reads as a time")
@pytest.mark.parametrize(
    "raw", [row["raw"] for row in rows("deadlines_traps.tsv") if row["fails"] == "yes"]
)
def test_known_to_be_read_wrong(raw: str) -> None:
    found = read_deadline(raw, PLAN)
    assert found is not None and found.kind == "unknown"


@pytest.mark.parametrize(
    ("raw", "edtf"),
    [
        ("25.02.2016", "2016-02-25"),
        ("2026", "2026"),
        ("Haust 2025", "2025-23"),
        ("1. kvartal 2026", "2026-33"),
        ("2. tertial 2026", "2026-38"),
        ("2. halvår 2026", "2026-41"),
        ("2026/2027", "2026/2027"),
        ("1. sept – 10. okt 2025", "2025-09-01/2025-10-10"),
        ("innan utgangen av 2027", "../2027-12-31"),
        ("frå 2026", "2026-01-01/.."),
        ("24.09.25 og 25.09.25", "{2025-09-24,2025-09-25}"),
        ("februar eller mars 2022", "[2022-02,2022-03]"),
        ("skuleåret 2025/2026", "2025-08-01/2026-07-31"),
        ("Årleg", None),
        ("Jamleg", None),
    ],
)
def test_edtf_by_the_contract(raw: str, edtf: str | None) -> None:
    found = read_deadline(raw)
    assert found is not None and found.edtf == edtf


@pytest.mark.parametrize(
    ("raw", "fact"),
    [
        ("innan 1 veke", "duration=P1W"),
        ("4 veker før", "duration=-P4W"),
        ("to gonger i året", "times_per_period=2"),
        ("minst ein gong kvart år", "at_least=true"),
        ("Oddetalsår", "parity=odd"),
        ("innan 2027", "bare year read as end of year"),
        ("Haust 2025", "season policy: autumn is 08-01..12-31"),
        ("drleg", "damaged text read as 'årleg'"),
    ],
)
def test_what_was_assumed_is_said(raw: str, fact: str) -> None:
    found = read_deadline(raw)
    assert found is not None and fact in found.assumptions


def test_damaged_text_is_less_sure_than_sound_text() -> None:
    sound, damaged = read_deadline("Årleg"), read_deadline("drleg")
    assert sound is not None and damaged is not None
    assert damaged.kind == sound.kind and damaged.confidence < sound.confidence


@pytest.mark.parametrize("raw", ["", "  ", "-", "–", "\n", "."])
def test_a_blank_cell_has_no_deadline(raw: str) -> None:
    assert read_deadline(raw) is None


def test_half_known_plan_period_gives_the_known_half() -> None:
    found = read_deadline("i planperioden", Context(plan_end=date(2027, 12, 31)))
    assert found is not None
    assert (found.start, found.end, found.edtf) == (None, "2027-12-31", "../2027-12-31")


def test_the_season_policy_can_be_set() -> None:
    policy = SeasonPolicy(spring=((3, 1), (5, 31)))
    found = read_deadline("Vår 2026", Context(policy=policy))
    assert found is not None and (found.start, found.end) == ("2026-03-01", "2026-05-31")
    assert "season policy: spring is 03-01..05-31" in found.assumptions


def test_the_end_of_a_unit_can_be_an_open_bound() -> None:
    policy = SeasonPolicy(end_of_unit_is_a_point=False)
    found = read_deadline("Ved utgangen av 2007", Context(policy=policy))
    assert found is not None and (found.start, found.end) == (None, "2007-12-31")


def test_winter_of_a_leap_year_ends_on_the_29th() -> None:
    found = read_deadline("Vinteren 2023/2024")
    assert found is not None and (found.start, found.end) == ("2023-12-01", "2024-02-29")


def test_a_weekday_that_does_not_fit_is_said() -> None:
    found = read_deadline("Måndag 24. juni 2025")
    assert found is not None and found.confidence <= 0.5
    assert "the weekday does not fit the date" in found.assumptions


def test_raw_is_kept_with_its_white_space_folded() -> None:
    found = read_deadline("  August\n 2025 ")
    assert found is not None and found.raw == "August 2025"
