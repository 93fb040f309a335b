"""Owner and time behind a record's text: "… (Rektor, 2026)", "… – Rektor – 2026", "…: hausten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planextract.meaning.deadlines import read_deadline
from planextract.meaning.owners import looks_like_owner
from planextract.model.passage import Passage

BRACKET = re.compile(r"\s*\(([^()]{3,90})\)\s*\.?$")
PARTED = re.compile(r"\s*[;,|/]\s+|\s+[–—-]\s+")
DASH = re.compile(r"\s+[–—]\s+|\s+-\s+|\s*\.{4,}\s*|\s+\|\s+")
NUMBERED = re.compile(r"\w\.?\s?\d+$")
"""What a bracket behind it dates: "St.meld. 37 (2007–2008)"."""
REFERENCE = re.compile(r"^(?:jf|jfr|sjå|se|sak|kap)\b|\w-?sak\b", re.I)
"""What refers to something else: "(K-sak 76/05)"."""
COLON = re.compile(r":\s+")
OWNER_LIKE = 0.5
LONGEST_OWNER, LONGEST_TIME = 8, 6
TIMES = ("date", "period", "by", "from", "recurring", "ongoing", "plan_period")


class Tail(NamedTuple):
    """A text and what was parted from its end."""

    text: Passage
    owner: Passage | None = None
    time: Passage | None = None


def part_tail(text: Passage) -> Tail:
    """Part owner and time from a record's end, where they stand in brackets or behind dashes."""
    for found in (_bracket(text), _dashes(text)):
        if found and found.text.wording:
            return found
    return Tail(text)


def part_time(text: Passage) -> Tail:
    """As ``part_tail``, and a time behind a colon or comma, as schedules have it."""
    found = part_tail(text)
    if found.time:
        return found
    for pattern in (COLON, PARTED):
        for said, time in _ends(found.text, pattern):
            if said.wording and is_time(time.text):
                return Tail(said, found.owner, time)
    return found


def _ends(text: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, Passage]]:
    """A text without its last and its first part, and that part."""
    cuts = list(pattern.finditer(text.text))
    if cuts:
        yield text[: cuts[-1].start()].strip(), text[cuts[-1].end() :].strip()
        yield text[cuts[0].end() :].strip(), text[: cuts[0].start()].strip()


def _bracket(text: Passage) -> Tail | None:
    found = BRACKET.search(text.text)
    if found is None:
        return None
    inside = text[found.start(1) : found.end(1)].strip()
    dated = NUMBERED.search(text.text[: found.start()]) and is_time(inside.text)
    if dated or REFERENCE.search(inside.text):
        return None
    cuts = list(PARTED.finditer(inside.text))
    before = text[: found.start()].strip()
    if not before:
        return None
    last = inside[cuts[-1].end() :].strip() if cuts else inside
    if not is_time(last.text):
        sole = not cuts and looks_like_owner(inside.text) >= 0.9
        return Tail(before, inside) if sole else None
    owner = inside[: cuts[-1].start()].strip() if cuts else None
    if owner and not is_owner(owner.text):
        return None
    return Tail(before, owner or None, last)


def _dashes(text: Passage) -> Tail | None:
    cuts = list(DASH.finditer(text.text))
    if not cuts:
        return None
    time = text[cuts[-1].end() :].strip()
    if not is_time(time.text) or not any(map(str.isalnum, text.text[: cuts[0].start()])):
        return None
    end, owner = cuts[-1].start(), None
    if len(cuts) > 1:
        between = text[cuts[-2].end() : end].strip()
        if is_owner(between.text):
            owner, end = between, cuts[-2].start()
    return Tail(text[:end].strip(), owner, time)


def is_time(text: str) -> bool:
    """Whether a few words are a time."""
    if not text or len(text.split()) > LONGEST_TIME:
        return False
    read = read_deadline(text)
    return read is not None and read.kind in TIMES


def is_owner(text: str) -> bool:
    """Whether a few words can name who answers for something."""
    likely = looks_like_owner(text) >= OWNER_LIKE or text[:1].isupper()
    return len(text.split()) <= LONGEST_OWNER and likely


def split_time(owner: Passage) -> tuple[Passage, Passage | None]:
    """An owner and the time behind its last comma or dash: "rektor, hausten 2026"."""
    last = max(owner.text.rfind(mark) for mark in (",", ";", "–"))
    rest = owner[last + 1 :].strip()
    if last <= 0 or not is_time(rest.text):
        return owner, None
    return owner[:last].strip(), rest
