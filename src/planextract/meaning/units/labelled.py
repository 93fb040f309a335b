"""What stands before a text and names it: "Mål 2:", "Tiltak 1.3 –", "4.2", "Strategi:"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from planextract.meaning.concepts import names_field, names_kind
from planextract.model.passage import Passage

NUMBER = (
    r"(?:nr\.?\s*)?(?P<number>[A-ZÆØÅ]{1,2}[.\-]?\d{1,3}(?:\.\d{1,2}){0,3}|\d{1,3}(?:[.\-]\d{1,2}){0,3}[a-z]?"
    r"|[IVX]{1,5}|[A-H])(?![\wæøåÆØÅ])"
)
NAMED = re.compile(
    rf"^(?P<word>[A-ZÆØÅa-zæøå][^\d.:;!?()–—]{{1,38}}?)(?:\s+{NUMBER})?"
    r"(?P<delimiter>\s*[:.)]\s+|\s+[–—-]\s+|\s*[:]\s*$|\s+(?=[A-ZÆØÅ«\"“]))"
)
NUMBERED = re.compile(
    r"^\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}(?=[.):])|[A-ZÆØÅ]{1,2}[.\-]?\d{1,3}(?:\.\d{1,2})?"
    r"|[a-hA-H](?=\))|[IVX]{1,4}(?=[.):]))[.):]?\s+(?=[A-ZÆØÅa-zæøå«\"“(])"
)
LETTERED = re.compile(r"^(?P<number>[a-hA-H])[.:]\s+(?=[A-ZÆØÅa-zæøå«\"“])")
PART = re.compile(
    rf"^(?:kapit(?:tel|el)|kap\.?|del|punkt|avsnitt|vedlegg)\s+{NUMBER}\s*[:.)–—-]?\s+(?=\S)", re.I
)
"""What a part of a document is called by its number: "Kapittel 4 Kultur"."""
DATE = re.compile(r"^\d{1,2}\. ?(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)", re.I)
BARE_NUMBER = re.compile(r"^(?P<number>0?\d{1,2})\s+(?=[A-ZÆØÅ«\"“])")
BEHIND = re.compile(r"\s*\((?P<word>[^()\d]{3,30})\)\s*[:.]?$")
LABEL_WORDS = 4


class Split(NamedTuple):
    """Where the text proper of a unit begins and ends, and its number."""

    start: int
    end: int
    number: str | None


@lru_cache(maxsize=32768)
def split_label(text: str, *, line: bool) -> Split:
    """Where a label and number end; ``line`` allows numbers without a dot ("3 Trygge veger").

    A word before a colon is a label where it names a kind of record or field; other words
    before a colon belong to the text ("Samarbeid: Helse skapes i alle sektorer").
    """
    lead = (None if DATE.match(text) else NUMBERED.match(text)) or (
        BARE_NUMBER.match(text) or LETTERED.match(text) or PART.match(text) if line else None
    )
    start, number = (lead.end(), lead["number"]) if lead else (0, None)
    named = NAMED.match(text[start:])
    if named and len(named["word"].split()) <= LABEL_WORDS and _is_label(named, text[start:]):
        rest = start + named.end()
        number = named["number"] or number
        if (
            number is None
            and not names_field(named["word"])
            and (inner := NUMBERED.match(text[rest:]))
        ):
            number, rest = inner["number"], rest + inner.end()
        if rest < len(text) or named["delimiter"].strip():
            return Split(rest, len(text), number)
    behind = BEHIND.search(text)
    if line and behind and names_kind(behind["word"]):
        return Split(start, behind.start(), number)
    return Split(start, len(text), number)


def _is_label(named: re.Match[str], text: str) -> bool:
    word, delimiter = named["word"], named["delimiter"]
    if not names_kind(word):
        return bool(named["number"]) and len(word.split()) <= 2 and bool(delimiter.strip(" ."))
    if named["number"]:
        return True
    if not delimiter.strip():
        return False
    return ":" in delimiter or (delimiter.strip() in "–—-" and len(word.split()) == 1)


def parts(passage: Passage, *, line: bool) -> tuple[Passage, Passage, str | None]:
    """Label, text proper and number of a passage."""
    found = split_label(passage.text, line=line)
    if found.start == 0 and found.end == len(passage.text) == len(passage.text.strip()):
        return Passage(), passage, found.number
    body = passage[found.start : found.end].strip()
    return passage[: found.start].strip(), body, found.number
