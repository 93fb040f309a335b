"""What a text is about, by the rules of ``lexicons/themes.toml`` and ``sdg.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planextract.comparison.forms import base, split, words
from planextract.lexicons import read_toml

NUMBERS = r"\s*(?:nr\.?\s*|nummer\s*)?((?:\d{1,2}(?:\.\d{1,2})?(?:\s*(?:,|og|/|&|-|–)\s*)?)+)"
"""One or several goal numbers: ``3``, ``3, 4 og 11``, ``3.4``; a range counts its ends."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that a text has, and the words of the list that say so."""

    id: str
    words: tuple[str, ...]


def theme_ids() -> tuple[str, ...]:
    """All themes, in the order of the list."""
    return tuple(read_toml("themes"))


def theme_name(theme: str, lang: str) -> str:
    """The theme's name in nn, nb or en."""
    return str(read_toml("themes")[theme][lang])


@cache
def themes(text: str) -> tuple[Theme, ...]:
    """The themes of a text, in the order of the list; none where no word of it is listed."""
    parts = _parts(text)
    found = ((theme, tuple(dict.fromkeys(_found(parts, theme)))) for theme in theme_ids())
    return tuple(Theme(theme, listed) for theme, listed in found if listed)


@cache
def goals_named(text: str) -> tuple[int, ...]:
    """Numbers of the UN goals that a text names, ascending."""
    numbers = {
        int(number)
        for named in _numbered().finditer(text)
        for number in re.findall(r"(?<![\d.])\d{1,2}", named.group(1))
    }
    lower = " ".join(text.lower().split())
    named = {
        int(number)
        for number, names in read_toml("sdg")["names"].items()
        if any(names[lang].lower() in lower for lang in ("nn", "nb"))
    }
    return tuple(sorted(n for n in numbers | named if str(n) in read_toml("sdg")["names"]))


def goal_uri(number: int) -> str:
    """The address of a UN goal."""
    return str(read_toml("sdg")["uri"]).format(number=number)


def goal_name(number: int, lang: str) -> str:
    """The short name of a UN goal."""
    return str(read_toml("sdg")["names"][str(number)][lang])


Entry = tuple[str, ...]


@cache
def _listed(theme: str) -> dict[Entry, str]:
    """The words of a theme by their base forms; those that are no sign of it are empty."""
    rule = read_toml("themes")[theme]
    listed = {_parts(word): "" for word in rule.get("except", ())}
    for word in rule["words"]:
        listed.setdefault(_parts(word), word)
    return listed


def _found(parts: Entry, theme: str) -> Iterator[str]:
    """Words of a theme in a text from left to right, at each place the longest."""
    listed, at = _listed(theme), 0
    if not any(entry[0] in parts for entry in listed):
        return
    longest = max(len(entry) for entry in listed)
    while at < len(parts):
        lengths = range(min(longest, len(parts) - at), 0, -1)
        length = next((n for n in lengths if parts[at : at + n] in listed), 0)
        if length and listed[parts[at : at + length]]:
            yield listed[parts[at : at + length]]
        at += length or 1


def _parts(text: str) -> Entry:
    return tuple(part for word in words(text) for part in split(base(word)))


@cache
def _numbered() -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in read_toml("sdg")["numbered"])
    return re.compile(rf"(?i)\b(?:{heads})(?:ene|a|et)?:?{NUMBERS}")
