"""Owner and time behind an action, without labels: "… (Kulturkonsulent, 2025)", "… – 2026"."""

from __future__ import annotations

import re

from planextract.meaning.deadlines import read_deadline
from planextract.meaning.owners import looks_like_owner
from planextract.model.finding import ActionFound
from planextract.model.passage import Passage

LAST_BRACKET = re.compile(r"\s*\(([^()]{3,80})\)\s*\.?$")
DASH = re.compile(r"\s+[–—|/-]\s+")
OWNER_LIKE = 0.5
LONGEST_OWNER = 8
LONGEST_TIME = 5
TIMES = ("date", "period", "by", "from", "recurring", "ongoing", "plan_period")


def take_brackets(action: ActionFound) -> None:
    """Move a last bracket that is a time, or an owner and a time, into the fields."""
    found = LAST_BRACKET.search(action.text.text)
    if found is None or action.deadline or action.responsible:
        return
    inside = action.text[found.start(1) : found.end(1)].strip()
    comma = max(inside.text.rfind(","), inside.text.rfind(";"), inside.text.rfind("–"))
    owner, time = inside[: max(comma, 0)].strip(), inside[comma + 1 :].strip()
    if not _is_time(time) or (owner and not _is_owner(owner)):
        return
    action.deadline = time
    if owner:
        action.responsible = owner
    action.text = action.text[: found.start()].strip()


def take_dashes(action: ActionFound) -> None:
    """Move a time behind the last dash, and an owner behind the dash before, into the fields."""
    text = action.text
    dashes = list(DASH.finditer(text.text))
    if not dashes or action.deadline or action.responsible:
        return
    time = text[dashes[-1].end() :].strip()
    if len(time.text.split()) > LONGEST_TIME or not _is_time(time):
        return
    action.deadline, end = time, dashes[-1].start()
    if len(dashes) > 1:
        owner = text[dashes[-2].end() : end].strip()
        if _is_owner(owner):
            action.responsible, end = owner, dashes[-2].start()
    action.text = text[:end].strip()


def _is_time(passage: Passage) -> bool:
    read = read_deadline(passage.text)
    return read is not None and read.kind in TIMES


def _is_owner(passage: Passage) -> bool:
    words = passage.text.split()
    likely = looks_like_owner(passage.text) >= OWNER_LIKE or passage.text[:1].isupper()
    return len(words) <= LONGEST_OWNER and likely
