"""What each page is, with reasons; and which of two readings is the better."""

from planextract.triage.choosing import better_reading
from planextract.triage.judging import judge, judge_document

__all__ = ["better_reading", "judge", "judge_document"]
