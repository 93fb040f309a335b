"""Content as written by hand -> gold records; the drawing adds only their page numbers."""

from __future__ import annotations

from typing import Any

import yaml

Node = dict[str, Any]
GOAL_LEVELS = ("vision", "main", "goal", "sub", "strategy")
ITEM_KEYS = {"t": "text", "r": "responsible", "d": "deadline", "n": "number", "res": "resources"}


class Ledger:
    """Walks the blocks in reading order and writes down what they say."""

    def __init__(self, sample: Node, deadlines: dict[str, list[Any]]) -> None:
        self.deadlines = deadlines | sample.get("deadlines", {})
        self.focus: str | None = None
        self.goal: str | None = None
        self.strategy: str | None = None
        self.areas: list[str] = []
        self.goals: list[Node] = []
        self.actions: list[Node] = []
        self.milestones: list[Node] = []
        self.order: list[Node] = []
        """All records as they follow each other in the document."""

    def deadline(self, raw: str) -> Node | None:
        """The normal form by the hand-written table; an expression not in it is an error."""
        if not _blank(raw):
            return None
        kind, start, end, *more = self.deadlines[raw]
        form: Node = {"raw": raw, "kind": kind, "start": start, "end": end}
        if more:
            form["edtf"] = more[0]
        return form

    def area(self, title: str) -> None:
        self.focus, self.goal, self.strategy = title, None, None
        if title not in self.areas:
            self.areas.append(title)

    def add_goal(self, text: str, level: str, optional: bool = False) -> Node:
        record: Node = {"text": text, "level": level, "page": None}
        if self.focus:
            record["focus_area"] = self.focus
        if optional:
            record["optional"] = True
        self.goals.append(record)
        self.order.append(record)
        if level == "strategy":
            self.strategy = text
        elif level != "vision":
            self.goal, self.strategy = text, None
        return record

    def add_action(self, values: Node, judged: set[str]) -> Node:
        """One action; ``judged`` names the fields that the plan's layout answers."""
        record: Node = {"text": values["text"], "page": None}
        for key in ("number", "status", "priority", "indicator", "type", "lead", "optional"):
            if values.get(key):
                record[key] = values[key]
        for key in ("responsible", "resources"):
            if key in judged or values.get(key):
                record[key] = _blank(values.get(key) or "")
        if "deadline" in judged or values.get("deadline"):
            record["deadline"] = self.deadline(values.get("deadline") or "")
        if "period" in values:
            kind, start, end = values["period"]
            record["deadline"] = {"kind": kind, "start": start, "end": end}
        record |= self.place(values, judged)
        silent = {*values.get("unjudged", ()), *(["responsible"] if "lead" in values else [])}
        for key in silent & record.keys():
            record.pop(key)
        self.actions.append(record)
        self.order.append(record)
        return record

    def place(self, values: Node, judged: set[str]) -> Node:
        """Area, group and goal that an action stands under, where there are any."""
        stands = {
            "focus_area": values.get("focus") or self.focus,
            "strategy": values.get("group") or self.strategy,
            "goal": values.get("goal") or self.goal,
        }
        return {k: v for k, v in stands.items() if v or (k in judged and k != "goal")}

    def add_milestone(self, values: Node) -> Node:
        record: Node = {
            "label": values["text"],
            "responsible": values.get("responsible") or "",
            "deadline": self.deadline(values.get("deadline") or ""),
            "page": None,
        }
        self.milestones.append(record)
        self.order.append(record)
        return record


def rows_of(rows: str | list[Any]) -> list[Any]:
    """Rows written as lines, cells between bars; ``== text`` is a row over the full width."""
    if not isinstance(rows, str):
        return rows
    made: list[Any] = []
    for line in rows.strip().splitlines():
        kind, _, title = (
            line.strip().partition(" ") if line.strip().startswith("==") else ("", "", "")
        )
        if kind:
            made.append({"section": title, "as": kind[2:] or "group"})
        else:
            line, extra = _extra(line)
            cells = [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
            made.append({"cells": [c.split(" * ") if " * " in c else c for c in cells], **extra})
    return made


def _extra(line: str) -> tuple[str, Node]:
    """A line without the ``{…}`` at its end, and what stands there (YAML, or d=…; r=…)."""
    body, brace, tail = line.strip().rstrip("}").rpartition(" {")
    if not brace or not line.strip().endswith("}"):
        return line.strip(), {}
    pairs = (part.partition("=") for part in tail.split(";"))
    return body, {ITEM_KEYS.get(k.strip(), k.strip()): _value(v.strip()) for k, _, v in pairs}


def entries_of(items: str | list[Any]) -> list[Any]:
    """List items, a line each where they are written so."""
    if not isinstance(items, str):
        return items
    return [{"text": body, **extra} for body, extra in map(_extra, items.strip().splitlines())]


def item_of(entry: str | Node) -> Node:
    """A list item as values: a bare string is the action's text."""
    if isinstance(entry, str):
        return {"text": entry}
    return {ITEM_KEYS.get(key, key): value for key, value in entry.items()}


def drawn(mark: Node | None, page: int) -> None:
    """Write down the page of a record, unless its page is not judged."""
    if mark is not None and "page" in mark:
        mark["page"] = page


def gold_of(sample: Node, ledger: Ledger) -> Node:
    """The gold file of a sample, in the order and names that ``planextract evaluate`` reads."""
    head = {
        key: sample[key]
        for key in ("municipality", "language", "period", "plan_type", "title", "status")
        if key in sample
    }
    return {
        "document": f"{sample['name']}.{sample.get('format', 'pdf')}",
        "families": sample["families"],
        **head,
        "focus_areas": ledger.areas,
        "goals": ledger.goals,
        "actions": ledger.actions,
        "milestones": ledger.milestones,
    }


def _value(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader) if text.startswith("[") else text


def _blank(text: str) -> str:
    """A dash in a cell says that there is nothing."""
    return "" if text in ("–", "-", "—") else text
