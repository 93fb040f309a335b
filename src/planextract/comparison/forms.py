"""One base form for a word of either written form: bridged, stemmed, split, merged.

``heimetenesta`` and ``hjemmetjenesten`` both become ``hjem`` and ``tjenest``. The forms
are made for matching, not for reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wordfreq import get_frequency_dict

from planextract.lexicons import read_rows, read_toml

SHORTEST_STEM = 4
"""Letters that must remain when an ending is taken off; below it ``lege`` and ``leg`` meet."""
SHORTEST_PART = 3
"""Letters of the shortest part of a compound (``rus``, ``hav``)."""
COMMON_WHOLE = 5e-6
"""Frequency in running Bokmål above which a word is known as a whole and never split
(``barnehage``, ``ungdom``); Zipf 3.7."""
COMMON_PART = 1e-6
"""Frequency of a part of a compound, at least: Zipf 3.0; rarer ones split words by chance."""
JOINTS = ("", "s", "e")
"""Letters that join the parts of a compound."""

SHORT_PLURAL = re.compile(r"a(r|ne)$")
"""A Nynorsk plural of a word too short to lose it (``artar``, ``arter``)."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")


def words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, soft hyphens out, compound hyphens kept."""
    return WORD.findall(text.lower().replace("\u00ad", ""))


@cache
def _rules() -> tuple[dict[str, str], dict[str, str], dict[tuple[str, str], str]]:
    """Whole words, phrases, and parts of words by (place, part)."""
    whole: dict[str, str] = {}
    phrases: dict[str, str] = {}
    parts: dict[tuple[str, str], str] = {}
    for row in read_rows("written_forms"):
        if row["where"] == "word":
            whole[row["nynorsk"]] = row["bokmal"]
        elif row["where"] == "phrase":
            phrases[row["nynorsk"]] = row["bokmal"]
        else:
            parts[row["where"], row["nynorsk"]] = row["bokmal"]
    return whole, phrases, parts


@cache
def _part_pattern() -> re.Pattern[str]:
    """All parts of words in one pattern, the longest first."""
    anchors = {"any": "{}", "start": r"\b{}", "end": r"{}\b"}
    by_length = sorted(_rules()[2], key=lambda rule: (-len(rule[1]), rule))
    return re.compile("|".join(anchors[place].format(re.escape(p)) for place, p in by_length))


def _bridged_part(found: re.Match[str]) -> str:
    parts, read = _rules()[2], found.group()
    return next(parts[place, read] for place in ("any", "start", "end") if (place, read) in parts)


@cache
def bridged(word: str) -> str:
    """A Nynorsk word as Bokmål would write it, endings aside; a Bokmål word stays."""
    return _part_pattern().sub(_bridged_part, _rules()[0].get(word, word))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(read_toml("action_words")["endings"], key=len, reverse=True))


@cache
def _kept() -> dict[str, str]:
    """Words that look as if they had an ending, with each ending that they can take."""
    kept = read_toml("action_words")["whole"]
    return {word + ending: word for word in kept for ending in ("", "s", *_endings())}


@cache
def stem(word: str) -> str:
    """A word without its ending and without a doubled last consonant."""
    if word in _kept():
        return _kept()[word]
    for ending in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    else:
        word = SHORT_PLURAL.sub(r"e\1", word)
    return word[:-1] if len(word) >= SHORTEST_STEM and word[-1] == word[-2] else word


@cache
def base(word: str) -> str:
    """The stem of the bridged word."""
    return stem(bridged(word))


@cache
def _vocabulary() -> dict[str, float]:
    """Stems of common Bokmål words with the frequency of the commonest form.

    Method: the list of wordfreq (Robyn Speer, 2022), forms above COMMON_PART.
    """
    stems: dict[str, float] = {}
    for word, frequency in get_frequency_dict("nb", wordlist="best").items():
        if frequency < COMMON_PART:
            break
        if word.isalpha() and len(word) >= SHORTEST_PART:
            stems[base(word)] = max(stems.get(base(word), 0.0), frequency)
    return stems


@cache
def split(stemmed: str) -> tuple[str, ...]:
    """The parts of a compound; one part for a word that is common, short, or unknown."""
    if "-" in stemmed:
        return tuple(part for piece in stemmed.split("-") if piece for part in split(base(piece)))
    known = _vocabulary()
    if len(stemmed) < 2 * SHORTEST_PART or known.get(stemmed, 0.0) >= COMMON_WHOLE:
        return (stemmed,)
    halves = [half for half in _halves(stemmed) if half[0] in known]
    best = max(((min(known[a], known[b]), a, b) for a, b in halves if b in known), default=None)
    if best:
        return (*split(best[1]), *split(best[2]))
    for first, rest in sorted(halves, key=lambda half: -len(half[0])):
        if len(split(rest)) > 1:
            return (*split(first), *split(rest))
    return (stemmed,)


def _halves(stemmed: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word in two parts that can be words, the joint letter left out."""
    short = read_toml("action_words")["short_parts"]
    for at in range(SHORTEST_PART, len(stemmed) - SHORTEST_PART + 1):
        tail = stem(stemmed[at:])
        for joint in JOINTS:
            head = stem(stemmed[:at].removesuffix(joint)) if stemmed[:at].endswith(joint) else ""
            if all(len(part) > SHORTEST_PART or part in short for part in (head, tail)):
                yield head, tail


def phrase_bridged(text: str) -> str:
    """A text in lower case whose listed phrases are replaced by one word."""
    for phrase, word in _rules()[1].items():
        text = text.replace(phrase, word)
    return text
