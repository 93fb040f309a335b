"""Findings and layouts of a few words, for the writers of plans."""

from __future__ import annotations

from pathlib import Path

from planextract.model.finding import ActionFound, Findings
from planextract.model.layout import Layout, TextBlock
from planextract.model.page import Box, Page, Word
from planextract.model.passage import Passage
from planextract.model.plan import Plan, PlanInfo
from planextract.model.source import Source
from planextract.output.assemble import assemble

FILE = Source(Path("plan.pdf"), "plan.pdf", b"", "application/pdf", "sha256:" + "0" * 64)


def words(text: str, page: int = 1, first: int = 0, top: float = 0.0) -> list[Word]:
    return [
        Word(token, Box(10.0 * at, top, 10.0 * at + 8, top + 10), page, first + at)
        for at, token in enumerate(text.split())
    ]


def passage(text: str, page: int = 1, first: int = 0, top: float = 0.0) -> Passage:
    return Passage.of(words(text, page, first, top))


def layout(*passages: Passage, furniture: frozenset[tuple[int, int]] = frozenset()) -> Layout:
    """The pages and blocks that passages stand on."""
    numbers = sorted({page for each in passages for page in each.pages})
    pages = [
        Page(n, 595.0, 842.0, tuple(w for p in passages for w in p.words if w.page == n))
        for n in numbers
    ]
    blocks = [TextBlock("paragraph", p, p.pages[0], p.box(), 10.0) for p in passages if p]
    return Layout(tuple(pages), tuple(blocks), furniture)


def plan_of(texts: list[str], page: int = 1, ahead: tuple[str, ...] = ()) -> Plan:
    """A plan of actions, one line each, with pages of running text ahead of them."""
    before = [passage(text, n) for n, text in enumerate(ahead, 1)]
    actions = [
        passage(text, page + len(ahead), 100 * at, 12.0 * at) for at, text in enumerate(texts)
    ]
    found = Findings(
        actions=[ActionFound(each) for each in actions],
        narrative=[word for each in before for word in each.words],
    )
    return assemble(FILE, layout(*before, *actions), found, PlanInfo())
