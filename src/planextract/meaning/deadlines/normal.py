"""Text brought to one form to match on, and the undoing of scanning damage in its words."""

from __future__ import annotations

import re
from functools import lru_cache

from planextract.meaning.deadlines.words import LETTER, lexicon

_SAME = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "\xad": "-", "\xa0": " ",
        "’": "'", "‘": "'", "⁄": "/", "[": " ", "]": " ", "|": " ", "…": " ", "⇒": "→", "➔": "→",
        "➡": "→", "¬": "-",
    }
)  # fmt: skip
_BREAK = re.compile(rf"(?<=[{LETTER}])- (?=(?!og |eller |til )[{LETTER}]{{3}})")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(rf"[{LETTER}0-9@|!]+")
_ONE = re.compile(r"(?<![\w.,])[il|](?=\.?\s?[^\W\d_])(?=\.)")
_YEAR = re.compile(r"(?<![^\W_])[2z][0-9oq][0-9o][0-9oilz](?![^\W_])")
_SHORT = (
    (re.compile(r"^h\s?'?(\d\d)$"), r"haust 20\1"),
    (re.compile(r"^v\s?'?(\d\d)$"), r"vår 20\1"),
    (re.compile(r"^'(\d\d)$"), r"20\1"),
    (re.compile(r"^(?:→|->|-)\s?((?:19|20)\d\d)$"), r"innan \1"),
)
"""Whole cells in short: "H26", "V27", "'26", "→ 2028"."""
_ZERO = str.maketrans("oqilz", "00112")


def fold(raw: str) -> str:
    """White space folded: what is kept as ``raw``."""
    return " ".join(raw.split())


def lowered(text: str) -> str:
    """Lower case and one kind of dash, character for character: positions stay."""
    lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.translate(_SAME)


def normal(text: str) -> str:
    """The form that cells are matched in: lower case, words broken at a line end joined."""
    plain = _ADDRESS.sub(" ", " ".join(lowered(text).split()))
    for short, long in _SHORT:
        plain = short.sub(long, plain)
    return _BREAK.sub("", " ".join(plain.split()))


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    for before, after in lexicon()["damage"]["pairs"]:
        word = word.replace(before, after)
    return word.translate(_class_table())


@lru_cache(maxsize=1)
def _class_table() -> dict[int, str]:
    classes = lexicon()["damage"]["classes"]
    return {ord(char): letters[0] for letters in classes for char in letters}


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, str]:
    """Skeleton to word; a skeleton that two unlike words share is left out."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for word in lexicon()["damage"]["words"]:
        key = _skeleton(word)
        if key in found:
            doubtful.add(key)
        found[key] = word
    return {key: word for key, word in found.items() if key not in doubtful}


@lru_cache(maxsize=1)
def _whole_words() -> frozenset[str]:
    table = lexicon()["damage"]
    return frozenset(table["words"]) | frozenset(table["sound"])


def mended(text: str) -> str:
    """Normal text with damaged words of time put right ("drleg" to "årleg", "2o26" to "2026")."""
    text = _ONE.sub("1", text)
    text = _YEAR.sub(lambda found: found.group().translate(_ZERO), text)
    whole = _whole_words()

    def mend(found: re.Match[str]) -> str:
        word = found.group()
        if word in whole or word.isdecimal():
            return word
        return _by_skeleton().get(_skeleton(word), word)

    return _WORD.sub(mend, text)
