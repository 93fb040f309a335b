"""Signs that a plan is not one municipality's: lists of municipalities, counties, the state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from planextract.lexicons import read_toml
from planextract.meaning.metadata.evidence import Evidence
from planextract.meaning.metadata.municipality import others_before
from planextract.meaning.metadata.register import entries

# What a sign counts, as in ``municipality``: a name on the cover 4, in a running head 1.
LISTED, LISTED_MORE = 5.0, 0.5
"""Municipalities in a row on a cover; each beyond two."""
EACH_NAMED = 4.0
"""Several of them on lines of their own."""
JOINT_WORD, JOINT_WEAK = 3.0, 1.0
LISTED_IN_TEXT = 2.5
"""A sentence of the first pages that lists those whose plan it is."""
COUNTY_TITLE, COUNTY_NAMED = 3.0, 3.0
STATE_ON_COVER, STATE_IN_HEADS, STATE_TITLE = 4.0, 1.0, 3.0
BODY_ON_COVER = 1.5
MOST_HEADS = 3
"""Running heads that count."""
OPENING = 6000
"""Letters of text in which a plan says whose it is."""
BEFORE = 60
SEVERAL = 2
BETWEEN = re.compile(
    r"(?:\s+(?:kommune|herad|KOMMUNE|HERAD))?\s*(?:,|/|&|\+|\||–|-|og|OG|samt)+\s*"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a kind of owner, and its names."""

    weight: float
    names: tuple[str, ...] = ()


def joint_owners(evidence: Evidence) -> Sign:
    """Municipalities that stand together as owners on the cover or in the plan's own words."""
    lines = [line.text for line in evidence.cover]
    cover = "\n".join(lines)
    listed = max(_runs(cover), key=len, default=())
    weight = LISTED + LISTED_MORE * (len(listed) - SEVERAL) if listed else 0.0
    each = tuple(dict.fromkeys(name for line in lines for name in _alone(line)))
    if len(each) >= SEVERAL and len(each) > len(listed):
        listed, weight = each, max(weight, EACH_NAMED)
    told = _told_in_text(evidence)
    if len(told) > len(listed):
        listed, weight = told, weight + LISTED_IN_TEXT
    marks = cover.lower()
    if _has_word(marks, _words("joint")):
        weight += JOINT_WORD
    elif listed and _has_word(marks, _words("joint_weak")):
        weight += JOINT_WEAK
    return Sign(weight, listed)


def county_title(evidence: Evidence) -> Sign:
    """A title as a county's plans have it, with the county that the cover names."""
    cover = "\n".join(line.text for line in evidence.cover)
    if not _has_word(cover.lower(), _words("county_titles")):
        return Sign(0.0)
    counties = {entry.county for entry in entries()}
    named = [c for c in counties if re.search(rf"\b{re.escape(c)}\b", cover, re.IGNORECASE)]
    if not named:
        return Sign(COUNTY_TITLE)
    return Sign(COUNTY_TITLE + COUNTY_NAMED, (f"{max(named, key=len)} fylkeskommune",))


def state_bodies(evidence: Evidence) -> Sign:
    """Bodies of the state on the cover and in running heads, and titles that only it has."""
    cover = "\n".join(line.text for line in evidence.cover)
    named = list(_bodies_in(cover, _words("state")))
    heads = [name for text in evidence.furniture for name in _bodies_in(text, _words("state"))]
    weight = STATE_ON_COVER * bool(named) + STATE_IN_HEADS * min(MOST_HEADS, len(heads))
    if _has_word(cover.lower(), _words("state_titles")):
        weight += STATE_TITLE
    return Sign(weight, tuple(dict.fromkeys(named or heads)))


def bodies(evidence: Evidence) -> Sign:
    """Companies, hospitals, parks and their like on the cover."""
    cover = "\n".join(line.text for line in evidence.cover)
    named = tuple(dict.fromkeys(_bodies_in(cover, _words("bodies"), re.NOFLAG)))
    return Sign(BODY_ON_COVER * bool(named), named)


def _bodies_in(
    text: str, patterns: Sequence[str], flags: re.RegexFlag = re.IGNORECASE
) -> Iterator[str]:
    """Bodies that a text names as its own, not as helpers or partners."""
    for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", text, flags):
        before = text[max(0, found.start() - BEFORE) : found.start()].rstrip().lower()
        if not f" {before}".endswith((*others_before(), *_makers_before())):
            yield found[0].strip()


def _told_in_text(evidence: Evidence) -> tuple[str, ...]:
    """The longest list in a sentence of the first pages that says whose plan it is."""
    found: list[tuple[str, ...]] = []
    for sentence in re.split(r"(?<=[.:!?])\s+|\n", evidence.text[:OPENING]):
        if _has_word(sentence.lower(), _words("joint_text")):
            found += _runs(sentence, told_by=True)
    return max(found, key=len, default=())


def _runs(text: str, told_by: bool = False) -> list[tuple[str, ...]]:
    """Names of municipalities in a row; after "samarbeid med" they are another's partners,
    but not where the sentence is of those who made the plan."""
    runs: list[list[re.Match[str]]] = []
    for match in _names().finditer(text):
        if runs and BETWEEN.fullmatch(text, runs[-1][-1].end(), match.start()):
            runs[-1].append(match)
        else:
            runs.append([match])
    found = []
    for run in runs:
        before = text[max(0, run[0].start() - BEFORE) : run[0].start()].rstrip().lower()
        partners = f" {before}".endswith(others_before())
        names = tuple(dict.fromkeys(_name(match) for match in run))
        if len(names) >= SEVERAL and (told_by or not partners):
            found.append(names)
    return found


def _alone(line: str) -> Iterator[str]:
    """The municipality that is all of a line, with or without "kommune"."""
    plain = re.sub(r"\s+(?:kommune|herad)$", "", line.strip(), flags=re.IGNORECASE)
    found = _names().fullmatch(plain)
    if found:
        yield _name(found)


def _name(match: re.Match[str]) -> str:
    return _spelled()[match[0].lower()]


@cache
def _spelled() -> dict[str, str]:
    towns = [entry for entry in entries() if entry.number != entry.county_number]
    return {name.lower(): entry.name for entry in towns for name in (*entry.names, entry.name)}


@cache
def _names() -> re.Pattern[str]:
    """Names of municipalities as they are spelled, or in capitals."""
    spelled = {form for e in entries() for n in (*e.names, e.name) for form in (n, n.upper())}
    known = (form for form in spelled if form.lower() in _spelled())
    longest = sorted(map(re.escape, known), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])")


def _has_word(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


@cache
def _makers_before() -> tuple[str, ...]:
    return tuple(f" {words}" for words in read_toml("metadata")["makers_before"])


def _words(name: str) -> list[str]:
    return list(read_toml("metadata")[name])
