"""The form of the sentence: infinitive, modal, tense, question, who acts."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from planextract.meaning.marks import Table
from planextract.meaning.prose import is_infinitive
from planextract.meaning.units.gather import Units

MODALS = ("skal", "vil", "bør", "må", "kan")
WORD = re.compile(r"[\wæøåÆØÅ-]+")
NAMES = (
    "infinitive", "infinitive_marker", "ends_e", "ends_ing", "ends_er", 
    *MODALS, "modal_at", "modal_first3", "we", "municipality", "has_er", "has_har", "perfect", "passive",
    "be_after_modal", "that", "who_which", "negation", "past", "all_every", "more",
)  # fmt: skip


def compute(units: Units) -> Table:
    """One row a unit, of its text without label."""
    return np.array([_of_text(unit.body.text) for unit in units.all], np.float32)


@lru_cache(maxsize=65536)
def _of_text(text: str) -> tuple[float, ...]:
    words = [word.lower() for word in WORD.findall(text)]
    first = words[0] if words else ""
    at = next((i for i, word in enumerate(words) if word in MODALS), -1)
    after = words[at + 1 : at + 4] if at >= 0 else []
    return (
        float(bool(first) and is_infinitive(first)),
        float(first == "å"),
        float(first.endswith("e")),
        float(first.endswith(("ing", "else", "sjon"))),
        float(any(word.endswith(("er", "ar")) for word in words[1:4])),
        *(float(modal in words) for modal in MODALS),
        float(at),
        float(0 <= at <= 3),
        float(bool({"vi", "me"} & set(words[:6]))),
        float(any(word.startswith("kommun") for word in words[:6])),
        float("er" in words),
        float("har" in words),
        float(bool(re.search(r"\b(?:har|er|vart|ble|blei|blitt|vorte)\s+\w+(?:t|d|a)\b", text))),
        float(any(len(word) > 4 and word.endswith("es") for word in words)),
        float(bool({"vere", "være", "ha", "få", "bli", "oppleve"} & set(after))),
        float("at" in words),
        float("som" in words),
        float(bool({"ikkje", "ikke"} & set(words))),
        float(bool({"vart", "ble", "blei", "var", "hadde", "fekk", "fikk"} & set(words))),
        float(bool({"alle", "kvar", "hver", "innbyggjarar", "innbyggere"} & set(words[:3]))),
        float(bool({"fleire", "flere", "meir", "mer", "færre", "betre", "bedre"} & set(words[:4]))),
    )
