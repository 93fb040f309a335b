"""The outer form of a text: length, ends, capitals, digits, money, law, links, quotes."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.units.gather import Units

MONEY = re.compile(r"\b(?:kr|mill|mrd|kroner|tkr|mnok)\b|\d\s?000\b", re.I)
LAW = re.compile(r"§|\blov(?:a|en|verk)?\b|\w+lov(?:a|en)\b|forskrift", re.I)
LINK = re.compile(r"https?:|www\.|\w@\w|\.no\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SOURCE = re.compile(r"^(?:kilde|kjelde|foto|figur|tabell|se også|sjå også|merk)\b", re.I)
PERSON = re.compile(
    r"\((?:[A-ZÆØÅ]\w+,? )?"
    r"(?:\d{1,2}|jente|gut|gutt|kvinne|mann|elev|bruker|brukar|pårørende|pårørande)\b",
    re.I,
)
END = ".:,;?!)"
NAMES = (
    "words", "letters", "commas", "parts", "digits", "year", "money", "percent", "law", "link",
    "source", "quoted", "person", "capitals", "begins_upper", "begins_lower", "begins_digit",
    "bracket", "dash", "colon_inside", "colon_at",
    "has_label", "has_number", "number_depth", "number_letter", "label_words",
    *(f"ends_{i}" for i in range(len(END))), "ends_open",
)  # fmt: skip


def compute(units: Units) -> Table:
    """One row of plain figures a unit."""
    rows = []
    for unit in units.all:
        number = unit.number or ""
        rows.append(
            (
                *_of_text(unit.body.text)[:21],
                float(bool(unit.label)),
                float(bool(number)),
                float(number.count(".") + 1 if number else 0),
                float(any(c.isalpha() for c in number)),
                float(len(unit.label.text.split())),
                *_of_text(unit.body.text)[21:],
            )
        )
    return np.array(rows, np.float32)


@lru_cache(maxsize=65536)
def _of_text(text: str) -> tuple[float, ...]:
    words = text.split()
    length = max(1, len(text))
    first = text[:1]
    colon = text.find(":")
    return (
        float(len(words)),
        float(len(text)),
        float(text.count(",")),
        float(len(re.findall(r"[.!?](?:\s|$)", text))),
        sum(map(str.isdigit, text)) / length,
        float(bool(YEAR.search(text))),
        float(bool(MONEY.search(text))),
        float("%" in text or "prosent" in text),
        float(bool(LAW.search(text))),
        float(bool(LINK.search(text))),
        float(bool(SOURCE.search(text))),
        float(any(c in text for c in '«»“”"')),
        float(bool(PERSON.search(text))),
        sum(map(str.isupper, text)) / length,
        float(first.isupper()),
        float(first.islower()),
        float(first.isdigit()),
        float("(" in text),
        float("–" in text or " - " in text),
        float(0 <= colon < len(text) - 1),
        float(len(text[:colon].split()) if 0 <= colon < len(text) - 1 else 0),
        *(float(text.endswith(end)) for end in END),
        float(bool(text) and text[-1] not in END),
    )
