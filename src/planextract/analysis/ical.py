"""Deadlines as a calendar: iCalendar (RFC 5545), an all-day event each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from planextract.analysis.due import Due
from planextract.texts import Texts


def to_ical(items: Iterable[Due], texts: Texts, stamp: datetime) -> bytes:
    """The calendar of all items with a day; ``stamp`` (UTC) is the time of writing.

    An event's UID is made of the plan, the record and the day, so that a calendar that is read
    in again replaces its events.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//planextract//deadlines//NO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", texts.t("due.calendar_name"))
    for item in items:
        if item.day is not None:
            calendar.add_component(_event(item, texts, stamp))
    return bytes(calendar.to_ical())


def _event(item: Due, texts: Texts, stamp: datetime) -> Event:
    assert item.day is not None
    published = item.published
    event = Event()
    event.add("uid", f"{published.key}.{item.record.id}.{item.day:%Y%m%d}@planextract")
    event.add("dtstamp", stamp)
    event.add("dtstart", item.day)
    event.add("dtend", item.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    place = published.municipality or published.name
    event.add("summary", texts.t("due.event", place=place, text=item.text))
    event.add("description", "\n".join(_description(item, texts)))
    if published.municipality:
        event.add("categories", [published.municipality])
    return event


def _description(item: Due, texts: Texts) -> list[str]:
    published = item.published
    lines = [texts.t("due.deadline", raw=item.deadline.raw)]
    for role, key in (("lead", "responsible"), ("partner", "partners")):
        if names := item.owners(role):
            lines.append(texts.t(f"due.{key}", names=names))
    if note := item.note(texts):
        lines.append(note)
    page = str(item.record.source.page)
    source = texts.t("due.source", plan=published.name, page=page, file=published.file)
    return [*lines, source]
