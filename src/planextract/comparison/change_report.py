"""Changes between two editions for people and programs: HTML, terminal rows, JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from planextract.comparison.changes import WHATS, Change
from planextract.comparison.items import Item
from planextract.comparison.report import DOUBTFUL, asset, environment, page_link
from planextract.published import Published
from planextract.texts import Texts


@dataclass(frozen=True, slots=True)
class Shown:
    """A change in the reader's language."""

    what: str
    kind: str
    item: str
    before: str
    after: str
    detail: str
    """The name of the value, or how many days later."""
    doubtful: bool
    change: Change


def shown(changes: Sequence[Change], texts: Texts) -> list[Shown]:
    """The changes as a person reads them, sort by sort, slipped deadlines before others."""
    ordered = sorted(changes, key=lambda c: (WHATS.index(c.what), not _slipped(c)))
    return [_shown(change, texts) for change in ordered]


def counts(rows: Sequence[Shown]) -> list[tuple[str, int]]:
    """How many changes there are of each sort."""
    return list(Counter(f"{row.kind}: {row.what}" for row in rows).items())


def as_json(changes: Sequence[Change], old: Published, new: Published) -> dict[str, Any]:
    """The changes as plain data; nothing in it depends on a language."""
    return {
        "old": {"document": old.plan.document.id, "file": old.file},
        "new": {"document": new.plan.document.id, "file": new.file},
        "changes": [
            {
                "what": change.what,
                "kind": change.kind,
                "field": change.field or None,
                "before": change.before or None,
                "after": change.after or None,
                "days_later": change.days,
                "old": _place(change.old),
                "new": _place(change.new),
            }
            for change in changes
        ],
    }


def html(
    changes: Sequence[Change], old: Published, new: Published, texts: Texts, pdfs: str = ""
) -> str:
    """A report in one file; links lead to the PDFs in ``pdfs`` as seen from it."""
    rows = shown(changes, texts)
    return (
        environment()
        .get_template("diff.html.j2")
        .render(
            t=texts.t,
            lang=texts.lang,
            css=asset("report.css"),
            old=old,
            new=new,
            rows=rows,
            sections=[(what, list(group)) for what, group in groupby(rows, lambda row: row.what)],
            counts=counts(rows),
            marked=marked,
            link=lambda published, page: page_link(published, page, pdfs),
        )
    )


def marked(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts with the words that differ marked as deleted and inserted."""
    old, new = before.split(), after.split()
    sides: tuple[list[Markup], list[Markup]] = ([], [])
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, name, part in ((0, "del", old[i:i_end]), (1, "ins", new[j:j_end])):
            text = escape(" ".join(part))
            if text:
                sides[side].append(text if tag == "equal" else Markup(f"<{name}>{text}</{name}>"))
    return Markup(" ").join(sides[0]), Markup(" ").join(sides[1])


def _slipped(change: Change) -> bool:
    return change.what == "deadline" and (change.days or 0) > 0


def _shown(change: Change, texts: Texts) -> Shown:
    known = [item.confidence for item in (change.old, change.new) if item]
    return Shown(
        what=texts.t(f"diff.whats.{'slipped' if _slipped(change) else change.what}"),
        kind=texts.t(f"diff.kinds.{_kind(change.item)}"),
        item=change.item.wording,
        before=_value(change, change.before, texts),
        after=_value(change, change.after, texts),
        detail=", ".join(_details(change, texts)),
        doubtful=min(known) < DOUBTFUL,
        change=change,
    )


def _kind(item: Item) -> str:
    """What a reader calls it: a goal of level ``strategy`` is what the plan will do, no aim."""
    return "strategy" if item.fields.get("level") == "strategy" else item.kind


def _value(change: Change, value: str, texts: Texts) -> str:
    if change.what in ("added", "dropped") or change.field == "order":
        return value
    if change.field in ("type", "level"):
        topic = "action_type" if change.field == "type" else "goal_level"
        return texts.t(f"values.{topic}.{value}")
    return value or texts.t("diff.nothing")


def _details(change: Change, texts: Texts) -> Iterator[str]:
    if change.field == "order":
        yield texts.t("diff.moved_order")
    elif change.field:
        yield texts.t(f"diff.fields.{change.field}")
    if change.days:
        yield texts.t(f"diff.{'later' if change.days > 0 else 'earlier'}", n=abs(change.days))


def _place(item: Item | None) -> dict[str, Any] | None:
    return {"id": item.id, "text": item.text, "page": item.page} if item else None
