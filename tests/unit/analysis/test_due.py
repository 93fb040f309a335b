from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from analysis_plans import action, deadline, examples, published
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from planextract.analysis.due import due, undated
from planextract.analysis.due_rows import COLUMNS, row
from planextract.analysis.ical import to_ical
from planextract.analysis.periods import plan_days
from planextract.analysis.settings import MOST_OCCURRENCES
from planextract.texts import Texts

BY = date(2026, 12, 31)
STAMP = datetime(2026, 6, 1, 12, tzinfo=UTC)


def _days(
    by: date = BY,
    since: date | None = None,
    period: dict[str, str] | None = None,
    **values: Any,
) -> list[str]:
    values = {"raw": "x", "kind": "recurring", **values}
    shelf = [published(period=period, actions=[action("a", "Lese", deadline=deadline(**values))])]
    return [str(item.day) for item in due(shelf, by, since)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"kind": "date", "start": "2026-02-25", "end": "2026-02-25"}, ["2026-02-25"]),
        ({"kind": "period", "start": "2026-01-01", "end": "2026-06-30"}, ["2026-06-30"]),
        ({"kind": "by", "end": "2026-12-31"}, ["2026-12-31"]),
        ({"kind": "by", "end": "2027-01-01"}, []),
        ({"kind": "plan_period", "start": "2024-01-01", "end": "2025-12-31"}, ["2025-12-31"]),
        ({"kind": "from", "start": "2026-01-01"}, []),
        ({"kind": "ongoing"}, []),
    ],
)
def test_a_deadline_falls_due_at_its_end(values, expected):
    assert _days(**values) == expected


PERIOD = {"start": "2024", "end": "2027"}
YEAR = {"since": date(2026, 1, 1)}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"rrule": "FREQ=YEARLY"}, ["2024-12-31", "2025-12-31", "2026-12-31"]),
        ({"rrule": "FREQ=YEARLY", **YEAR}, ["2026-12-31"]),
        ({"rrule": "FREQ=YEARLY", "by": date(2026, 6, 30)}, ["2024-12-31", "2025-12-31"]),
        ({"rrule": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=22", **YEAR}, ["2026-09-22"]),
        ({"rrule": "FREQ=YEARLY;BYMONTH=3", **YEAR}, ["2026-03-31"]),
        ({"rrule": "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6", **YEAR}, ["2026-06-30"]),
        ({"rrule": "FREQ=YEARLY;BYMONTH=3,9", **YEAR}, ["2026-03-31", "2026-09-30"]),
        (
            {"rrule": "FREQ=YEARLY;BYMONTH=12,1,2"},
            ["2024-02-29", "2025-02-28", "2026-02-28"],
        ),
        ({"rrule": "FREQ=YEARLY;BYWEEKNO=39", **YEAR}, ["2026-09-27"]),
        ({"rrule": "FREQ=MONTHLY;INTERVAL=6", **YEAR}, ["2026-06-30", "2026-12-31"]),
        ({"rrule": "FREQ=YEARLY;INTERVAL=2", "assumptions": ["parity=odd"]}, ["2025-12-31"]),
        (
            {"rrule": "FREQ=YEARLY;INTERVAL=2", "assumptions": ["parity=even"]},
            ["2024-12-31", "2026-12-31"],
        ),
        ({"rrule": "RRULE:FREQ=YEARLY;COUNT=1"}, ["2024-12-31"]),
        ({"rrule": "FREQ=YEARLY;UNTIL=20250601T000000Z"}, ["2024-12-31", "2025-12-31"]),
        (
            {"rrule": "FREQ=YEARLY", "by": date(2035, 12, 31), "since": date(2027, 5, 1)},
            ["2027-12-31"],
        ),
    ],
)
def test_a_recurring_deadline_is_laid_out_within_the_plans_period(values, expected):
    assert _days(period=PERIOD, **values) == expected


def test_without_a_period_the_rule_starts_with_the_year_asked_for():
    since = date(2025, 3, 1)
    assert _days(rrule="FREQ=YEARLY", since=since) == ["2025-12-31", "2026-12-31"]
    assert _days(rrule="FREQ=MONTHLY;INTERVAL=6", since=since) == [
        "2025-06-30",
        "2025-12-31",
        "2026-06-30",
        "2026-12-31",
    ]
    odd = {"rrule": "FREQ=YEARLY;INTERVAL=2", "assumptions": ["parity=odd"]}
    assert _days(**odd, since=since) == ["2025-12-31"]
    assert _days(**odd, since=date(2026, 1, 1)) == []
    assert _days(rrule="FREQ=YEARLY") == ["2026-12-31"]


def test_what_the_plan_leaves_open_is_said():
    def note(rrule: str, *assumptions: str) -> str:
        made = deadline("x", "recurring", rrule=rrule, assumptions=list(assumptions))
        (item,) = due([published(period=PERIOD, actions=[action("a", "L", deadline=made)])], BY)[:1]
        return item.note(Texts("en"))

    assert note("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=22") == ""
    assert "no day" in note("FREQ=YEARLY;BYMONTH=9")
    assert "no first year" in note("FREQ=YEARLY;INTERVAL=2")
    assert "no first year" not in note("FREQ=YEARLY;INTERVAL=2", "parity=odd")
    assert "4 times" in note("FREQ=YEARLY", "times_per_period=4", "at_least=true")


@pytest.mark.parametrize(
    "rrule", ["FREQ=SOMETIMES", "nonsense", "FREQ=YEARLY;BYMONTH=13", "FREQ=HOURLY"]
)
def test_a_rule_that_cannot_be_worked_out_is_listed_without_a_day(rrule):
    shelf = [
        published(actions=[action("a", "L", deadline=deadline("x", "recurring", rrule=rrule))])
    ]
    assert due(shelf, BY) == []
    (item,) = undated(shelf)
    assert "lot seg ikke regne ut" in item.note(Texts("nb"))


def test_a_rule_with_two_times_a_day_gives_the_day_once():
    rrule = "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;BYHOUR=8,12"
    assert _days(rrule=rrule) == ["2026-03-01"]


def test_a_rule_with_too_many_days_says_that_it_was_cut():
    made = deadline("kvar dag", "recurring", rrule="FREQ=DAILY")
    shelf = [published(actions=[action("a", "L", deadline=made)])]
    items = due(shelf, BY)
    assert len(items) == MOST_OCCURRENCES
    assert "berre dei første" in items[0].note(Texts("nn"))


def test_what_has_no_day_is_listed_apart_and_nothing_is_lost():
    shelf = examples()
    dated = {item.record.source.quote for item in due(shelf, date(2099, 12, 31))}
    without = {item.record.source.quote for item in undated(shelf)}
    records = [r for p in shelf for r in (*p.plan.actions, *p.plan.milestones) if r.deadline]
    assert dated | without == {record.source.quote for record in records}
    assert {item.deadline.kind for item in undated(shelf)} == {
        "from", "ongoing", "unknown", "conditional",
    }  # fmt: skip


def test_the_list_is_sorted_and_has_the_values_of_its_columns():
    items = due(examples(), BY)
    assert [item.day for item in items] == sorted(item.day for item in items if item.day)
    rows = [row(item, Texts("en")) for item in items]
    assert all(tuple(one) == COLUMNS for one in rows)
    (bridge,) = [one for one in rows if one["due"] == "2022-03-01"]
    assert bridge["note"] == "reported done: Gjennomført"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024", "2027", (date(2024, 1, 1), date(2027, 12, 31))),
        ("2024-02-05", "2027-02", (date(2024, 2, 5), date(2027, 2, 28))),
        (None, "snart", (None, None)),
        ("2024-13-01", "0000", (None, None)),
    ],
)
def test_the_days_of_a_period(start, end, expected):
    assert plan_days(published(period={"start": start, "end": end}).plan) == expected


def test_the_calendar_reads_back():
    texts = Texts("nn")
    items = due(examples(), BY, date(2026, 1, 1))
    calendar = Calendar.from_ical(to_ical(items, texts, STAMP))
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [item.day for item in items]
    for event, item in zip(events, items, strict=True):
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event.decoded("dtstamp") == STAMP
        assert item.text in event["summary"]
        assert item.deadline.raw in event["description"]
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_the_calendar_is_the_same_each_time_but_for_its_stamp():
    one, two = (to_ical(due(examples(), BY), Texts("nb"), STAMP) for _ in range(2))
    assert one == two
    assert all(len(line) <= 75 for line in one.split(b"\r\n"))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_any_text_passes_through_a_calendar(text):
    made = deadline("2026", "by", end="2026-05-01")
    shelf = [published(actions=[action("a", text, deadline=made)])]
    (event,) = Calendar.from_ical(to_ical(due(shelf, BY), Texts("nb"), STAMP)).walk("VEVENT")
    assert str(event["summary"]) == f"Prøveplan: {text}"
