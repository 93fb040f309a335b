"""The result of one stage on one page, as data for JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planextract.layout.lines import find_lines
from planextract.model.layout import TableBlock, TextBlock
from planextract.model.page import Box, Page, Word
from planextract.pipeline import Run

Data = list[dict[str, Any]]


def tell(run: Run, number: int, stage: str) -> Data:
    """What ``stage`` (a key of ``STAGES``) made of page ``number``, in reading order."""
    return STAGES[stage](run, run.layout.pages[number - 1])


def _page(run: Run, page: Page) -> Data:
    info = next(p for p in run.plan().document.page_kinds if p.page == page.number)
    size = {"width": page.width, "height": page.height, "method": page.method}
    counts = {"words": len(page.words), "rules": len(page.rules), "fills": len(page.fills)}
    said = [d.model_dump() for d in run.plan().diagnostics if d.page == page.number]
    return [{**info.model_dump(), **size, **counts, "diagnostics": said}]


def _words(run: Run, page: Page) -> Data:
    return [_word(word) for word in page.words]


def _word(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "box": _box(word.box),
        "size": round(word.size, 1),
        "bold": word.bold,
        "color": word.color,
        "confidence": round(word.confidence, 3),
    }


def _rules(run: Run, page: Page) -> Data:
    return [
        {"box": _box(Box(rule.x0, rule.top, rule.x1, rule.bottom)), "horizontal": rule.horizontal}
        for rule in page.rules
    ]


def _lines(run: Run, page: Page) -> Data:
    found = find_lines(list(page.words))
    return [
        {"text": ln.text, "box": _box(ln.box), "size": round(ln.size, 1), "bold": ln.bold}
        for ln in found
    ]


def _blocks(run: Run, page: Page) -> Data:
    return [
        {
            "kind": block.kind,
            "text": block.passage.text,
            "box": _box(block.box),
            "level": block.level,
            "marker": block.marker,
            "column": block.column,
        }
        for block in run.layout.blocks
        if isinstance(block, TextBlock) and block.page == page.number
    ]


def _tables(run: Run, page: Page) -> Data:
    return [
        {
            "box": _box(block.box),
            "rows": block.rows,
            "columns": block.columns,
            "ruled": block.ruled,
            "cells": [
                {
                    "row": cell.row,
                    "column": cell.column,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                    "text": cell.passage.text,
                    "box": _box(cell.box),
                }
                for cell in block.cells
            ],
        }
        for block in run.layout.blocks
        if isinstance(block, TableBlock) and block.page == page.number
    ]


def _findings(run: Run, page: Page) -> Data:
    """The records as they are published, those that stand on the page."""
    plan = run.plan()
    kinds = (("focus_area", plan.focus_areas), ("goal", plan.goals), ("action", plan.actions),
             ("milestone", plan.milestones), ("candidate", plan.candidates))  # fmt: skip
    return [
        {"record": kind, **record.model_dump(mode="json")}
        for kind, records in kinds
        for record in records
        if page.number in {record.source.page, *(part.page for part in record.source.parts)}
    ]


def _box(box: Box) -> list[float]:
    return [round(edge, 2) for edge in box]


STAGES: dict[str, Callable[[Run, Page], Data]] = {
    "page": _page,
    "words": _words,
    "rules": _rules,
    "lines": _lines,
    "blocks": _blocks,
    "tables": _tables,
    "findings": _findings,
}
