"""Deadlines: time expressions of Norwegian plans and their normal forms."""

from planextract.meaning.deadlines.api import infer_years, read_deadline
from planextract.meaning.deadlines.context import Context, SeasonPolicy
from planextract.meaning.deadlines.mentions import Mention, find_deadlines

__all__ = [
    "Context",
    "Mention",
    "SeasonPolicy",
    "find_deadlines",
    "infer_years",
    "read_deadline",
]
