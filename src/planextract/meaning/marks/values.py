"""What a short text is like: a time, an owner, a sum, a code, a mark."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from planextract.meaning.deadlines import read_deadline
from planextract.meaning.deadlines.time_words import time_words
from planextract.meaning.marks import Table
from planextract.meaning.marks._once import once
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.resources import looks_like_resources
from planextract.meaning.units.gather import Units

NAMES = ("time", "vague_time", "owner", "resources", "code", "mark", "blank", "figure",
         "time_at_end", "owner_in_bracket")  # fmt: skip
LONGEST = 14
LONGEST_TIME = 8
FEW = 3
"""Words up to which a text is read as a time whatever its words are: "Årleg", "Ved behov"."""
SHORT_KINDS = ("cell", "cell_item", "line", "item", "banner")
CODE = re.compile(r"^[A-ZÆØÅ]{0,3}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?[.)]?$")
MARK = re.compile(r"^[xX✓✔☑■●•*√v]+$")
BLANK = re.compile(r"^[\s\-–—.*/]*$")
FIGURE = re.compile(r"^[-\d\s.,%±]+(?:kr|mill\.?|kroner|prosent|pst)?\.?$", re.I)
BRACKET = re.compile(r"\(([^()]{3,60})\)\s*\.?$")
PLAIN = (0.0,) * len(NAMES)
TAIL = re.compile(r"[:,;]\s+|\s[–—-]\s|\.{4,}")
SURE = ("date", "period", "by", "from", "recurring", "ongoing", "plan_period")


@once
def compute(units: Units) -> Table:
    """One row a unit; longer texts are like none of these."""
    return np.array(
        [_of_text(unit.body.text) if unit.kind in SHORT_KINDS else PLAIN for unit in units.all],
        np.float32,
    )


@lru_cache(maxsize=65536)
def _of_text(text: str) -> tuple[float, ...]:
    bracket = BRACKET.search(text)
    inside = bracket[1] if bracket else ""
    tail = inside.split(",")[-1] if inside else TAIL.split(text)[-1]
    at_end = _time(tail.strip())[0] if len(tail) < len(text) else 0.0
    owner = _owner(inside.split(",")[0]) if inside else 0.0
    if len(text.split()) > LONGEST:
        return (*(0.0,) * 8, at_end, owner)
    sure, vague = _time(text)
    return (
        sure,
        vague,
        _owner(text),
        float(looks_like_resources(text)),
        float(bool(CODE.match(text))),
        float(bool(MARK.match(text))),
        float(bool(BLANK.match(text))),
        float(bool(FIGURE.match(text))),
        at_end,
        owner,
    )


def _may_be_time(text: str) -> bool:
    """Whether a text has a figure or a word of time, so that reading it as a time can succeed."""
    words = re.findall(r"[a-zæøå]+", text.lower())
    return any(map(str.isdigit, text)) or not time_words().isdisjoint(words)


@lru_cache(maxsize=65536)
def _owner(text: str) -> float:
    return float(looks_like_owner(text)) if text else 0.0


@lru_cache(maxsize=65536)
def _time(text: str) -> tuple[float, float]:
    words = len(text.split())
    if not words or words > LONGEST_TIME or (words > FEW and not _may_be_time(text)):
        return 0.0, 0.0
    read = read_deadline(text)
    if read is None or read.kind == "unknown":
        return 0.0, 0.0
    return float(read.kind in SURE), 1.0
