"""What a document is, part by part: a plan, a case paper before it, minutes behind it …

A part begins where a page opens another document (a title page that names a plan behind a case
paper, minutes behind a plan). Each is judged by all that speaks for and against its being a plan;
see ``document_evidence``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planextract.meaning.document_cover import read_cover
from planextract.meaning.document_evidence import document_evidence
from planextract.meaning.document_kinds import kinds
from planextract.meaning.document_openings import find_openings
from planextract.meaning.document_score import Score, score_evidence
from planextract.model.layout import Layout

PLAN, PROGRAMME, OTHER = "plan", "planning_programme", "other"
UNLIKE = "The document looks unlike a plan"
EVEN = 0.5
"""Probability from which a document is a plan."""
NAMED = 0.3
"""Weight from which a kind that the cover or the headings name is told."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks of one kind."""

    kind: str
    """``plan``, ``planning_programme``, a kind of ``document_types.toml``, or ``other``."""
    first_block: int
    last_block: int
    """Places in ``layout.blocks``, both counted in."""
    reason: str
    """A sentence: what spoke."""
    strength: float
    """0 to 1: how sure it is that the kind is right."""
    doubtful: bool = False
    """Whether only its records say that it is a plan; ``reason`` is then what spoke against."""

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan: it may hold records."""
        return self.kind in (PLAN, PROGRAMME)

    @property
    def milestones_only(self) -> bool:
        """Whether its records are the steps of a process: it says how a plan is to be made."""
        return self.kind == PROGRAMME


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a document as a whole is a plan, and why."""

    is_plan: bool
    reason: str
    """A sentence."""
    kind: str
    score: Score

    @property
    def strength(self) -> float:
        """How sure that is, 0 to 1."""
        return self.score.is_plan if self.is_plan else 1.0 - self.score.is_plan


def judge_document(layout: Layout, file_name: str = "") -> Judgement:
    """Weigh what speaks for a document, taken as one, being a plan."""
    cover = read_cover(layout, file_name)
    score = score_evidence(document_evidence(layout, file_name, cover))
    if score.is_plan >= EVEN:
        programme = cover.programme and cover.plan > 0
        said = score.reasons(for_plan=True) or "nothing in it says that it is none"
        reason = f"The document is a plan: {said}."
        return Judgement(True, reason, PROGRAMME if programme else PLAN, score)
    named = max(kinds(), key=lambda kind: cover.kinds[kind.name])
    against = score.reasons(for_plan=False)
    if cover.kinds[named.name] < NAMED:
        return Judgement(False, f"{UNLIKE}: {against}.", OTHER, score)
    word = cover.words[named.name]
    reason = f"{named.reason}: its first page says “{word}”, and {against}."
    return Judgement(False, reason, named.name, score)


def judge_parts(layout: Layout, file_name: str = "") -> list[Part]:
    """The parts of a document in order; together they hold every block once."""
    if not layout.blocks:
        return []
    return _joined(_documents(layout, file_name))


def _documents(layout: Layout, file_name: str) -> list[Part]:
    """The documents that a file holds one behind the other."""
    starts = find_openings(layout)
    ends = [*(start - 1 for start in starts[1:]), len(layout.blocks) - 1]
    whole = judge_document(layout, file_name)
    if len(starts) == 1:
        return [_part(whole, 0, ends[0])]
    judged = [
        judge_document(sliced(layout, first, last), file_name if first == 0 else "")
        for first, last in zip(starts, ends, strict=True)
    ]
    before = {kind.name for kind in kinds() if kind.before_plan}
    told = {PLAN, PROGRAMME} | before
    opening = judged[0].kind
    if opening not in told or (opening in (PLAN, PROGRAMME) and not whole.is_plan):
        return [_part(whole, 0, ends[-1])]
    parts: list[Part] = []
    for found, first, last in zip(judged, starts, ends, strict=True):
        if found.kind in told or not parts:
            parts.append(_part(found, first, last))
        else:
            parts[-1] = replace(parts[-1], last_block=last)
    return parts


def _part(judged: Judgement, first: int, last: int) -> Part:
    return Part(judged.kind, first, last, judged.reason, round(judged.strength, 3))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Neighbours of one kind as one part."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].kind == part.kind:
            joined[-1] = replace(joined[-1], last_block=part.last_block)
        else:
            joined.append(part)
    return joined


def sliced(layout: Layout, first: int, last: int) -> Layout:
    """The blocks between two places as a layout of their own, with their pages."""
    blocks = layout.blocks[first : last + 1]
    numbers = {block.page for block in blocks}
    pages = tuple(page for page in layout.pages if page.number in numbers)
    return replace(layout, pages=pages, blocks=blocks)
