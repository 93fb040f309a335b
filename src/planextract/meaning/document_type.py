"""Whether a document is a plan at all: judged by what its cover and headings call it.

Running text decides nothing: plans cite statistics, minutes and guidance all the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from planextract.lexicons import read_toml
from planextract.model.layout import Layout, TextBlock

COVER_WORDS = 150
"""Words on a first page beyond which only its upper part is a cover."""
TOP_SHARE = 0.4
"""Upper share of a full first page in which a document says what it is."""
TITLE_SIZE = 0.8
"""A cover line this large against the largest is part of the title."""
LONG_LINE = 120
"""Letters beyond which a line of a first page is a paragraph."""
FIRST_LINES = 4
"""Lines that can be the title where all are set alike."""
APART = re.compile(r"[\n:.–—]|\s-\s")
"""What parts a title from a second one."""
HEAD = re.compile(r"\s*(?:for|til|om|i|av|mot)\b", re.IGNORECASE)
"""After the word that says what a document is: "Veileder til beredskapsplan"."""
FEW_HEADINGS = 3
"""Different headings of one kind that together tell the kind."""
LEAST_SHARE = 0.25
"""Share of a document's headings that must be of the kind, for headings to tell it."""
REAL_TABLE = 5
"""Actions from which a document that is not called a plan has a plan in it all the same."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a document is a plan, why, and how sure that is."""

    is_plan: bool
    reason: str
    """A sentence; of a plan, what speaks for it."""
    strength: float
    """0 to 1; of a document that is no plan, how little its prose should be read for actions."""
    kind: str = "plan"


def judge_document(layout: Layout, action_count: int) -> Judgement:
    """Judge a document by its cover, its headings and the actions that were found.

    ``action_count`` is the number of actions in tables, lists and cards, not in prose. A
    document whose title names another kind is refused, unless it holds a real action list and
    its title is not a plain statement of that kind.
    """
    for title in _titles(layout):
        for row in read_toml("document_types")["kinds"]:
            found = _named_in(title, row)
            if found and _is_refused(row, title, found, action_count):
                reason = f"{row['reason']}: its cover says “{found[0]}”."
                return Judgement(False, reason, 0.95, row["name"])
        plan = _plan_word().search(title)
        if plan:
            return Judgement(True, f"Its cover says “{plan[0]}”.", 0.9)
    return _by_headings(layout, action_count)


def _is_refused(row: dict[str, Any], title: str, found: re.Match[str], action_count: int) -> bool:
    """Whether a title's word for another kind decides.

    Not where it is a plan's subject ("Plan for statistikk"), nor, for most kinds, where a list
    of actions was found ("Årsmelding og tiltaksplan").
    """
    if row.get("anywhere"):
        return True
    strict, few = bool(row.get("strict")), action_count < REAL_TABLE
    plan = _plan_word().search(title)
    if plan is None:
        return strict or few
    if plan.start() < found.start():
        apart = APART.search(title[plan.end() : found.start()]) is not None
        return apart and (strict or few)
    about = HEAD.match(title[found.end() :]) is not None
    return strict or (about and (few or bool(row.get("of_plan"))))


def _by_headings(layout: Layout, action_count: int) -> Judgement:
    """The verdict on a document whose title does not tell."""
    if action_count >= REAL_TABLE:
        return Judgement(True, f"It holds {action_count} actions in lists or tables.", 0.7)
    headings = [
        block.passage.text.lower()
        for block in layout.blocks
        if isinstance(block, TextBlock) and block.kind == "heading"
    ]
    for row in read_toml("document_types")["kinds"]:
        if action_count and not row.get("strict"):
            continue
        hits = {word for word in row["headings"] for text in headings if _has_word(text, word)}
        share = sum(any(_has_word(t, w) for w in hits) for t in headings) / max(1, len(headings))
        if len(hits) >= FEW_HEADINGS and share >= LEAST_SHARE:
            listed = ", ".join(f"“{word}”" for word in sorted(hits)[:FEW_HEADINGS])
            return Judgement(
                False, f"{row['reason']}: its headings say {listed}.", 0.7, row["name"]
            )
    return Judgement(True, "Nothing in its title or headings says that it is no plan.", 0.3)


def _titles(layout: Layout) -> list[str]:
    """The largest lines of the first page as one text; then, of a cover, its other lines."""
    page = next((page for page in layout.pages if page.words), None)
    if page is None:
        return []
    full = len(page.words) > COVER_WORDS
    limit = page.height * (TOP_SHARE if full else 1.0)
    lines = [
        block
        for block in layout.blocks
        if isinstance(block, TextBlock) and block.page == page.number and block.box.top <= limit
    ]
    lines = [line for line in lines if len(line.passage) <= LONG_LINE]
    sizes = [line.size for line in lines]
    if len(set(sizes)) == 1:
        lines = lines[:FIRST_LINES]
    large = [line for line in lines if line.size >= TITLE_SIZE * max(sizes)]
    small = [line for line in lines if line not in large]
    groups = [large] if full else [large, small]
    return ["\n".join(line.passage.text for line in group) for group in groups]


def _named_in(title: str, row: dict[str, Any]) -> re.Match[str] | None:
    """The first word of the title that names a kind."""
    found = [match for word in row["title"] if (match := _word(word).search(title))]
    return min(found, key=lambda match: match.start(), default=None)


def _has_word(text: str, word: str) -> bool:
    return _word(word).search(text) is not None


@cache
def _word(word: str) -> re.Pattern[str]:
    """A word by itself, or with ``*`` also as the end of a compound."""
    head = r"\b[\w-]*" if word.startswith("*") else r"\b"
    return re.compile(rf"{head}{re.escape(word.lstrip('*'))}\b", re.IGNORECASE)


@cache
def _plan_word() -> re.Pattern[str]:
    """A word of a title that names a plan: a whole word or the end of a compound."""
    words = [word for row in read_toml("plan_types")["types"] for word in row["words"]]
    stems = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b[\w-]*(?:{stems})\b", re.IGNORECASE)
