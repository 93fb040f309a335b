"""Lines of a schedule whose columns have run together: "Handsaming Formannskapet 27. aug"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from planextract.lexicons import read_toml, words_of
from planextract.meaning.deadlines import read_deadline
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.tables.headers import header_role
from planextract.model.passage import Passage

LONGEST_TIME = 7
"""Words of a time at the end of a line: "Frist fredag 10. oktober 2025 kl. 12"."""
DATED = ("date", "period", "by", "from")
TIME_TABLES = ("months", "weekdays", "seasons", "ordinals", "parts")
"""Tables of ``lexicons/deadlines.toml`` whose words are parts of a date."""
OWNER_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """A schedule line in its columns."""

    label: Passage
    owner: Passage | None
    deadline: Passage


def is_column_heads(text: str) -> bool:
    """Whether a line holds nothing but the names of columns: "Aktivitet Frist"."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(header_role(word) for word in words)


def split_step(line: Passage) -> Step | None:
    """A line as a step; None where it ends in no time. The label is empty for a lone time."""
    starts = [found.start() for found in re.finditer(r"\S+", line.text)]
    begin = None
    for start in reversed(starts[-LONGEST_TIME:]):
        words = line.text[start:].split()
        if not _is_time_word(words[0]):
            break
        if not _is_count(words) and _is_time(line.text[start:]):
            begin = start
    if begin is None:
        return None
    label, owner = split_owner(line[:begin].strip())
    return Step(label, owner, line[begin:].strip())


def _is_time(text: str) -> bool:
    read = read_deadline(text)
    return read is not None and read.kind in DATED


def _is_time_word(word: str) -> bool:
    plain = word.lower().strip(".,;:–—-")
    if "(" in word or ")" in word:
        return False
    return not plain or any(c.isdigit() for c in plain) or plain in time_words()


def _is_count(words: list[str]) -> bool:
    """Whether a run begins with a bare number of something: "6 veker 01. sept"."""
    bare = re.match(r"^\d{1,3}$", words[0]) is not None
    months = read_toml("deadlines")["months"]
    named = len(words) > 1 and any(
        words[1].lower().rstrip(".") in forms for forms in map(list, months.values())
    )
    return bare and len(words) > 1 and not named


@cache
def time_words() -> frozenset[str]:
    """The words that times are made of, and what a schedule puts before a date ("Møte")."""
    lexicon = read_toml("deadlines")
    found = set(words_of("structure", "before_dates"))
    for table in TIME_TABLES:
        for phrase in _phrases(lexicon[table]):
            found.update(re.findall(r"[a-zæøå]+", phrase.lower()))
    return frozenset(found - words_of("structure", "durations"))


def _phrases(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for each in entry:
            yield from _phrases(each)
    elif isinstance(entry, dict):
        for key, each in entry.items():
            if key not in ("examples", "not"):
                yield from _phrases(each)


def split_owner(text: Passage) -> tuple[Passage, Passage | None]:
    """A label and the unit at its end: from the capital that a unit's name begins with."""
    for found in re.finditer(r"(?<=\s)(?:[Tt]il\s+)?[A-ZÆØÅ][\wæøå]+", text.text):
        rest = text.text[found.start() :]
        if any(c.isdigit() for c in rest):
            continue
        if looks_like_owner(re.sub(r"^[Tt]il\s+", "", rest)) >= OWNER_LIKE:
            return text[: found.start()].strip(), text[found.start() :].strip()
    return text, None
