"""A content file, block by block, as drawing steps; each record goes into the ledger on the way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from .background import background
from .records import Ledger, Node, entries_of, item_of, rows_of
from .tables import MERGED

INVENTED = {
    "nn": "Oppdikta innhald – laga for å prøve programmet",
    "nb": "Oppdiktet innhold – laget for å prøve programmet",
}
ALL = {"responsible", "deadline", "resources"}
Step = tuple[str, Node]
"""What to draw (heading, para, item, table, …) and with what."""


def _unlabelled(text: str) -> str:
    """A heading without its «Mål 1:»."""
    return re.sub(r"^(Mål|Innsatsområde|Satsingsområde|Delmål) [\d.]+: ", "", text)


class Script:
    """The drawing steps of one sample."""

    def __init__(self, sample: Node, ledger: Ledger) -> None:
        self.sample, self.ledger = sample, ledger

    def steps(self) -> Iterator[Step]:
        for block in self.sample["blocks"]:
            for key, value in block.items():
                make: Callable[[Any], Iterator[Step]] = getattr(self, f"_{key}")
                yield from make(value)

    # -- headings and text --------------------------------------------------------------
    def _cover(self, cover: Node) -> Iterator[Step]:
        yield "cover", cover | {"note": INVENTED[self.sample["language"]]}

    def _h(self, value: Any) -> Iterator[Step]:
        text, level = (
            (value, 1) if isinstance(value, str) else (value["text"], value.get("level", 1))
        )
        yield "heading", {"text": text, "level": level}

    def _focus(self, value: Any) -> Iterator[Step]:
        value = {"title": value} if isinstance(value, str) else value
        self.ledger.area(value["title"])
        if not value.get("hidden"):
            yield (
                "heading",
                {"text": value.get("label", "") + value["title"], "level": value.get("size", 1)},
            )

    def _goal(self, value: Any) -> Iterator[Step]:
        value = {"text": value} if isinstance(value, str) else value
        mark = self.ledger.add_goal(
            value["text"], value.get("level", "goal"), value.get("optional", False)
        )
        look = value.get("look", "plain")
        step = "heading" if look == "heading" else "para"
        yield step, {
            "text": value["text"], "prefix": value.get("label", ""), "mark": mark, "look": look,
            "level": value.get("size", 2),
        }  # fmt: skip

    def _strategy(self, value: Any) -> Iterator[Step]:
        yield from self._goal(
            {"level": "strategy", "look": "bold"}
            | ({"text": value} if isinstance(value, str) else value)
        )

    def _group(self, value: Any) -> Iterator[Step]:
        """A heading that groups actions and is no goal."""
        value = {"text": value} if isinstance(value, str) else value
        self.ledger.strategy = value.get("title", value["text"])
        yield "heading", {"text": value["text"], "level": value.get("size", 3)}

    def _end(self, _: Any) -> Iterator[Step]:
        """What follows belongs to no area, goal or strategy."""
        self.ledger.focus = self.ledger.goal = self.ledger.strategy = None
        return iter(())

    def _p(self, value: Any) -> Iterator[Step]:
        for text in [value] if isinstance(value, str) else value:
            yield "para", {"text": text, "look": "plain"}

    def _prose(self, value: Node) -> Iterator[Step]:
        """A paragraph with actions in its sentences; only what is given is judged."""
        marks = [
            self.ledger.add_action(item_of(act), set(value.get("judge", ())))
            for act in value.get("acts", ())
        ]
        yield "para", {"text": value["text"], "look": "plain", "marks": marks}

    def _box(self, text: str) -> Iterator[Step]:
        yield "para", {"text": text, "look": "box"}

    # -- lists --------------------------------------------------------------------------
    def _items(self, value: Node) -> Iterator[Step]:
        """``as``: actions (default), goals, strategies, plain."""
        for number, entry in enumerate(entries_of(value["items"]), value.get("first", 1)):
            values = item_of(entry)
            mark = self._item_record(values, value)
            marker = value.get("marker", "•").format(n=number, a=chr(96 + number))
            yield "item", {
                "text": values.get("shown", values["text"]), "marker": marker, "mark": mark,
                "indent": values.get("indent", value.get("indent", 16)), "bold": value.get("bold", False),
            }  # fmt: skip

    def _item_record(self, values: Node, block: Node) -> Node | None:
        kind = values.get("as", block.get("as", "actions"))
        if kind == "actions":
            for key in ("responsible", "deadline"):
                if key in block:
                    values.setdefault(key, block[key])
            if "type" in block:
                values["type"] = block["type"]
            return self.ledger.add_action(values, set(block.get("judge", ALL)))
        if kind in ("goals", "strategies"):
            level = block.get("level", "strategy" if kind == "strategies" else "goal")
            return self.ledger.add_goal(values["text"], level, block.get("optional", False))
        return None

    def _cards(self, value: Node) -> Iterator[Step]:
        """Label blocks; a line a card: text | description | and the fields of ``labels``."""
        names = list(value["labels"])
        for number, row in enumerate(rows_of(value["cards"]), value.get("first", 1)):
            cells = [*row["cells"], *[""] * (2 + len(names) - len(row["cells"]))]
            said = dict(zip(names, cells[2:], strict=True))
            values = {"text": cells[0]} | {k: v for k, v in row.items() if k != "cells"}
            values |= {name: text for name, text in said.items() if name not in ("note", "more")}
            mark = self.ledger.add_action(values, set(value.get("judge", ALL)))
            yield "card", {
                "title": value.get("title", "{t}").format(n=number, t=cells[0]),
                "lines": self._labelled(value, cells[1], said),
                "mark": mark, "look": value.get("look", "plain"), "keep": value.get("keep", False),
            }  # fmt: skip

    @staticmethod
    def _labelled(value: Node, description: str, said: dict[str, str]) -> list[str]:
        """The lines below a card's title; a blank field has no label."""
        lines = [f"{value.get('about', '')}{description}"] if description else []
        pairs = [(value["labels"][name], text) for name, text in said.items() if text]
        if value.get("join"):
            return [*lines, value["join"].join(f"{label}: {text}" for label, text in pairs)]
        return lines + [f"{label}::{text}" for label, text in pairs]

    def _charter(self, value: Node) -> Iterator[Step]:
        """A key and value a line; a key named under ``goals`` holds a goal."""
        for label, text in value["lines"]:
            level = value.get("goals", {}).get(label)
            mark = self.ledger.add_goal(text, level) if level else None
            yield "para", {"text": text, "prefix": f"{label}:", "mark": mark, "look": "plain"}

    # -- tables -------------------------------------------------------------------------
    def _table(self, block: Node) -> Iterator[Step]:
        yield "table", self._filled(block)

    def _background(self, value: Node) -> Iterator[Step]:
        """Paragraphs of background, put together from invented sentences by a fixed seed."""
        yield from background(self.sample["sentences"], value)

    def _figures(self, block: Node) -> Iterator[Step]:
        """A table of invented figures, from a fixed seed."""
        draw = random.Random(block["seed"])
        low, high = block.get("range", [0, 100])
        rows = []
        for name in block["names"]:
            level = draw.uniform(low, high)
            count = len(block["heads"]) - 1
            values = [
                f"{level * draw.uniform(0.9, 1.1):.{block.get('digits', 1)}f}" for _ in range(count)
            ]
            rows.append([name, *(value.replace(".", ",") for value in values)])
        widths = [30, *[70 / (len(block["heads"]) - 1)] * (len(block["heads"]) - 1)]
        table = {"as": "plain", "columns": [""] * len(widths), "widths": widths, "rows": rows}
        yield "table", self._filled({"look": "rows", **block, **table})

    def _pair(self, blocks: list[Node]) -> Iterator[Step]:
        """Two tables side by side."""
        yield "pair", {"tables": [self._filled(block) for block in blocks]}

    def _filled(self, block: Node) -> Node:
        kept: dict[int, str] = {}
        rows = []
        for row in rows_of(block["rows"]):
            row = {"cells": row} if isinstance(row, list) else dict(row)
            if "section" in row:
                row["mark"] = self._section(row)
            elif block.get("as", "actions") != "plain":
                self._record(block, row, kept)
            rows.append(row)
        return block | {"rows": rows}

    def _section(self, row: Node) -> Node:
        text, kind = row.get("title", _unlabelled(row["section"])), row.get("as", "group")
        if kind == "focus":
            self.ledger.area(text)
        elif kind == "group":
            self.ledger.strategy = text
        elif kind != "none":
            return self.ledger.add_goal(text, kind)
        return {}

    def _record(self, block: Node, row: Node, kept: dict[int, str]) -> None:
        values: Node = {k: v for k, v in row.items() if k not in ("cells", "split")}
        marks: list[Node] = []
        for column, name in enumerate(block["columns"]):
            value = row["cells"][column]
            if value == MERGED:
                value = kept[column]
            elif name == "focus":
                self.ledger.area(self._flat(value))
            elif name == "goal":
                marks.append(self.ledger.add_goal(self._flat(value), block.get("level", "goal")))
            kept[column] = value
            if name and name not in ("note", "cell"):
                values.setdefault(name, value if isinstance(value, list) else self._flat(value))
        if not values.get("text") or row.get("as") == "plain":
            return
        row["marks"] = marks
        judged = set(block.get("judge", ALL | {"focus_area", "strategy"}))
        if block.get("as") == "milestones":
            marks.append(self.ledger.add_milestone(values))
        elif isinstance(values["text"], list):
            row["item_marks"] = [
                self.ledger.add_action(values | {"text": text}, judged) for text in values["text"]
            ]
        else:
            marks.append(self.ledger.add_action(values, judged))

    @staticmethod
    def _flat(value: Any) -> str:
        return " ".join(str(value).split())

    # -- pages --------------------------------------------------------------------------
    def _columns(self, count: int) -> Iterator[Step]:
        yield "columns", {"count": count}

    def _page(self, how: str | None) -> Iterator[Step]:
        yield "page", {"landscape": {"landscape": True, "portrait": False}.get(how or "")}

    def _advance(self, _: None) -> Iterator[Step]:
        """Go on in the next column."""
        yield "advance", {}

    def _toc(self, lines: list[list[Any]]) -> Iterator[Step]:
        yield "toc", {"lines": lines}

    def _space(self, points: float) -> Iterator[Step]:
        yield "space", {"points": points}

    def _slide(self, slide: Node) -> Iterator[Step]:
        """A slide: what stands on it is drawn together."""
        self.ledger.strategy = None
        inner = Script(self.sample | {"blocks": slide.get("blocks", [])}, self.ledger)
        yield "slide", {**slide, "steps": list(inner.steps())}

    def _badges(self, texts: list[str]) -> Iterator[Step]:
        """Goals in columns with numbers 01 02 03."""
        marks = [self.ledger.add_goal(text, "goal") for text in texts]
        self.ledger.goal = None
        yield "badges", {"texts": texts, "marks": marks}
