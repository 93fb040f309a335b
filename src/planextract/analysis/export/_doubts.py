"""Which records of a workbook are doubtful, why, and in which columns."""

from __future__ import annotations

from typing import NamedTuple

from planextract.analysis.settings import DOUBTFUL
from planextract.model.plan import Action, Goal, Milestone
from planextract.texts import Texts


class Doubt(NamedTuple):
    """Why a record should be looked up in the plan, and which columns that is about."""

    reasons: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()


WORDS = frozenset({"action", "goal", "label", "text", "check"})
TIMES = frozenset({"raw", "kind", "start", "end", "check"})
"""Columns that a doubt about a record's text, or about its deadline, is about."""


def doubts(record: Goal | Action | Milestone, texts: Texts) -> Doubt:
    """The doubts about a record and its deadline, in the reader's words."""
    doubt = Doubt()
    if record.confidence < DOUBTFUL:
        share = texts.percent(record.confidence)
        doubt = _also(doubt, texts.t("export.check_confidence", share=share), WORDS)
    due = None if isinstance(record, Goal) else record.deadline
    if due and due.kind == "unknown":
        doubt = _also(doubt, texts.t("export.check_unknown"), TIMES)
    elif due and due.confidence < DOUBTFUL:
        share = texts.percent(due.confidence)
        doubt = _also(doubt, texts.t("export.check_deadline", share=share), TIMES)
    return doubt


def _also(doubt: Doubt, reason: str, columns: frozenset[str]) -> Doubt:
    return Doubt((*doubt.reasons, reason), doubt.columns | columns)
