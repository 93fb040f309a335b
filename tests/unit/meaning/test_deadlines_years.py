"""Years of a schedule's rows: from the document, the rows around and the weekdays."""

from __future__ import annotations

from datetime import date

import pytest

from planextract.meaning.deadlines import Context, infer_years

SCHEDULE = {
    "Jan": "2025-01",
    "Feb": "2025-02",
    "Tysdag 24. juni": "2025-06-24",
    "Tysdag 29. juli": "2025-07-29",
    "Måndag 04. aug": "2025-08-04",
    "Møte 27. aug": "2025-08-27",
    "01. sept – 10. okt": "2025-09-01/2025-10-10",
    "Frist fredag 10. okt": "2025-10-10",
    "Tysdag 14. okt": "2025-10-14",
    "Tysdag 14.okt": "2025-10-14",
    "Måndag 20. okt": "2025-10-20",
    "Møte 13. nov": "2025-11-13",
}


def edtfs(rows: list[str], context: Context) -> list[str | None]:
    return [found and found.edtf for found in infer_years(rows, context)]


@pytest.mark.parametrize(
    "context",
    [
        Context(document_date=date(2025, 6, 5)),
        Context(document_date=date(2025, 1, 10)),
        Context(default_year=2025),
        Context(plan_start=date(2025, 1, 1), plan_end=date(2029, 12, 31)),
    ],
    ids=["document", "document before", "year", "weekday in the plan's period"],
)
def test_a_schedule_gets_its_year(context: Context) -> None:
    assert edtfs(list(SCHEDULE), context) == list(SCHEDULE.values())


def test_nothing_gives_the_year() -> None:
    found = infer_years(list(SCHEDULE), Context())
    assert all(row and (row.start, row.end, row.edtf) == (None, None, None) for row in found)


def test_the_inferred_year_is_named_with_its_ground() -> None:
    bare, weekday = infer_years(["Feb", "Tysdag 24. juni"], Context(document_date=date(2025, 6, 5)))
    assert bare and any(fact.startswith("year 2025 inferred from") for fact in bare.assumptions)
    assert weekday and any("proved by the weekday" in fact for fact in weekday.assumptions)
    assert weekday.confidence > bare.confidence


def test_over_the_turn_of_the_year() -> None:
    rows = ["Nov", "Des", "Jan", "Feb", "15. mars", "Juni"]
    wanted = ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03-15", "2026-06"]
    assert edtfs(rows, Context(document_date=date(2025, 11, 5))) == wanted


def test_from_the_rows_around() -> None:
    rows = ["15. november 2025", "Desember", "Jan", "Mars"]
    assert edtfs(rows, Context()) == ["2025-11-15", "2025-12", "2026-01", "2026-03"]


def test_late_in_the_year_the_next_spring_is_meant() -> None:
    assert edtfs(["Jan", "Mars"], Context(document_date=date(2025, 11, 5))) == [
        "2026-01", "2026-03",
    ]  # fmt: skip


@pytest.mark.parametrize(("raw", "edtf"), [("Feb", "2026-02"), ("Mai", "2025-05")])
def test_one_row_is_read_forward_but_for_the_month_just_past(raw: str, edtf: str) -> None:
    assert edtfs([raw], Context(document_date=date(2025, 6, 5))) == [edtf]


def test_the_weekday_outweighs_the_date_of_the_document() -> None:
    assert edtfs(["Onsdag 24. juni"], Context(document_date=date(2025, 6, 5))) == ["2026-06-24"]


def test_a_blank_row_stays_blank() -> None:
    blank, row = infer_years(["", "Mai"], Context(default_year=2026))
    assert blank is None and row is not None and row.edtf == "2026-05"


def test_a_repeating_row_gets_no_year() -> None:
    (found,) = infer_years(["22. september kvart år"], Context(document_date=date(2025, 6, 5)))
    assert found is not None and (found.kind, found.start, found.edtf) == ("recurring", None, None)
