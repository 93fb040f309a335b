"""Deadlines: time expressions of Norwegian plans and their normal forms."""

from planextract.meaning.deadlines.api import infer_years, read_deadline
from planextract.meaning.deadlines.context import Context, SeasonPolicy

__all__ = ["Context", "SeasonPolicy", "infer_years", "read_deadline"]
