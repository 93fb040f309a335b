"""Who answers for an action and who takes part: from a cell's text to owners.

Split on "saman med" and its like, on slashes and on lines; never on "og" or a comma alone,
since "helse og omsorg" and "barn, familie og helse" are one owner. The words are in
``lexicons/owners.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from planextract.lexicons import read_toml
from planextract.model.plan import Owner

Role = Literal["lead", "partner"]

BULLET = re.compile(
    r"^\s*(?:[•▪◦●○■□‣∙·*–—\uf0b7\uf0a7]|[-o](?=\s)|\d{1,2}[.)](?=\s)|[a-h]\)(?=\s))\s*"
)
NUMBERED = re.compile(r"1[.)]\s.*\s2[.)]\s", re.DOTALL)
EDGES = " \t\n,;:–—-•|"
OPEN_END = re.compile(
    r"(?:[,/&+-]|\b(?:og|eller|i|for|med|ved|av|til|på|under|hos|frå|fra|v/|m/))$", re.I
)
INITIALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]?[A-ZÆØÅ]{1,4}|[A-ZÆØÅ]{2}")
LISTED = re.compile(r"\bog/eller\b|[,/&]|\b(?:og|eller)\b")
DATE_SLASH = re.compile(r"\d\s*/\s*\d")


def read_owners(text: str) -> list[Owner]:
    """The owners named in a cell, in reading order; a line break in ``text`` is a new line.

    Those before "saman med" lead, those after it are partners; a blank or a dash is nobody.
    A name is given as it stands ("NAV m.fl.", "Kultursjef v/ leiar av biblioteket").
    """
    owners: list[Owner] = []
    for role, name in _parts(_flatten_brackets(text)):
        if _names_nobody(name) or any(owner.name == name for owner in owners):
            continue
        owners.append(Owner(name=name, role=role))
    return owners


def _parts(text: str) -> Iterator[tuple[Role, str]]:
    """Each name with its role; a role holds from its word to the next label."""
    role: Role = "lead"
    for line in _lines(text):
        at = 0
        for found in _border().finditer(line):
            yield from ((role, name) for name in _split_slashes(line[at : found.start()]))
            role = _role_after(found, role)
            at = found.end()
        yield from ((role, name) for name in _split_slashes(line[at:]))


def _role_after(found: re.Match[str], role: Role) -> Role:
    if found["label"]:
        return "lead"
    return "partner" if found["with"] or found["partner"] else role


def _lines(text: str) -> Iterator[str]:
    """The lines that begin a name; one that goes on from the line before is joined to it."""
    current = ""
    if NUMBERED.match(text.strip()):
        text = re.sub(r"\s(?=[2-9][.)]\s)", "\n", text)
    for raw in text.splitlines():
        line = BULLET.sub("", raw).strip()
        if not line:
            continue
        if current and BULLET.match(raw) is None and _goes_on(current, line):
            current = f"{current} {line}"
        else:
            if current:
                yield current
            current = line
    if current:
        yield current


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the one before: an open end, or a small letter."""
    return OPEN_END.search(before) is not None or line[0].islower() or not line[0].isalnum()


def _split_slashes(text: str) -> Iterator[str]:
    """The names between slashes, semicolons and plus signs."""
    for part in re.split(r";|\s\+\s", text):
        start = 0
        for place in (found.start() for found in re.finditer("/", part)):
            if _is_border(part, place):
                yield from _cleaned(part[start:place])
                start = place + 1
        yield from _cleaned(part[start:])


def _is_border(text: str, place: int) -> bool:
    """Whether the slash at ``place`` stands between two owners."""
    if text.count("(", 0, place) > text.count(")", 0, place):
        return False
    word = re.search(r"\S*$", text[:place])
    around = (word[0] if word else "") + re.split(r"\s", text[place:], maxsplit=1)[0]
    if any(around.lower().startswith(known) for known in _words()["slash_words"]):
        return False
    if DATE_SLASH.search(text[max(0, place - 2) : place + 3]) or text[:place].endswith("-"):
        return False
    right = text[place + 1 :].strip()
    return bool(right) and not _are_fields_of_one_unit(text[:place], right)


def _are_fields_of_one_unit(left: str, right: str) -> bool:
    """Whether a slash stands between the fields of one unit: "Sektor helse/omsorg"."""
    words = left.split()
    first = re.match(r"[^\s/,;]*", right)
    inside = first is not None and first[0] in _areas()
    return inside and len(words) > 1 and words[-1] in _areas() and bool(_offices(words[0]))


def _cleaned(text: str) -> Iterator[str]:
    """The name without loose punctuation, if anything is left."""
    name = re.sub(r"\s+", " ", text).strip(EDGES)
    name = re.sub(r"^(?:og|samt)\s+", "", name)
    name = re.sub(r"\s+(?:og|samt)$", "", name)
    if name.count(")") > name.count("("):
        name = name.strip(")")
    if name.endswith(".") and not re.search(r"\b(?:m\.?\s?fl|m\.?m|mv|etc|avd|o\.?l)\.$", name):
        name = name.rstrip(". ")
    if name:
        yield name


def _names_nobody(name: str) -> bool:
    return name.lower() in _words()["nobody"] or not any(map(str.isalnum, name))


def _flatten_brackets(text: str) -> str:
    """ "Rektor (i samarbeid med PPT)" without its brackets, so that the words inside split."""
    return re.sub(
        rf"\(\s*(?=(?:{_alternatives('with_words')})\b)([^()]*)\)", r" \1", text, flags=re.I
    )


@cache
def _border() -> re.Pattern[str]:
    """A label, or what stands between a leader and those who take part."""
    return re.compile(
        rf"(?P<partner>\b(?:{_alternatives('partner_labels')})\s*:)"
        rf"|(?P<label>\b\w*(?:{_alternatives('labels')})\s*:)"
        rf"|(?P<with>,?\s*\b(?:{_alternatives('with_words')})\b:?)",
        re.IGNORECASE,
    )


@cache
def _alternatives(key: str) -> str:
    words = sorted(_words()[key], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def _words() -> dict[str, Any]:
    return read_toml("owners")


LONG_NAME = 14
"""Words beyond which a cell is a sentence, not a name: the longest of 126 seen had 13."""


def looks_like_owner(text: str) -> float:
    """How much a cell's text looks like an owner, 0 to 1; for votes on the role of a column."""
    plain = " ".join(text.split()).strip(EDGES)
    words = re.findall(r"[^\W\d_][\w.-]*", plain)
    if not words or _names_nobody(plain):
        return 0.0
    return min(1.0, _best_evidence(plain, words) * _brevity(plain, words))


def _best_evidence(plain: str, words: list[str]) -> float:
    """The strongest sign of an owner in the words themselves."""
    lower = plain.lower()
    if lower in _words()["not_owner"]["states"]:
        return 0.0
    if lower in _areas() or lower.startswith(tuple(_words()["everyone"]["starts"])):
        return 0.9
    if _office_is_head(plain):
        return 0.95
    if _border().search(plain):
        return 0.7
    if all(part.strip().lower() in _areas() for part in LISTED.split(plain)):
        return 0.8
    if all(INITIALS.fullmatch(word) for word in words):
        return 0.6
    if _offices(plain):
        return 0.3
    return 0.3 if 1 < len(words) <= 3 and all(word[0].isupper() for word in words) else 0.1


def _office_is_head(text: str) -> bool:
    """Whether the text names an office, unit or body before any preposition."""
    offices = _offices(text)
    if not offices:
        return False
    before = text[: text.lower().index(offices[0].lower())].lower().split()
    return not set(before).intersection(_words()["not_owner"]["prepositions"])


def _offices(text: str) -> list[str]:
    """The words for an office, unit or body in a text."""
    return [word for word in re.findall(r"[\w-]+", text) if _is_office(word.lower())]


@cache
def _is_office(word: str) -> bool:
    others = _words()["not_owner"]["words"]
    return word not in others and _office().fullmatch(word) is not None


def _brevity(plain: str, words: list[str]) -> float:
    """1 for a name, less for what reads like a sentence or holds dates and sums."""
    share = 1.0
    rules = _words()["not_owner"]
    if words[0].lower() in rules["first_words"]:
        share *= 0.15
    if words[0].lower() in rules["news"] or plain[0].isdigit():
        share *= 0.2
    if any(word.lower() in rules["finite"] for word in words[1:]):
        share *= 0.4
    if len(words) > LONG_NAME:
        share *= LONG_NAME / len(words) / 2
    if re.search(r"\d{3,}|%|\bkr\b", plain):
        share *= 0.5
    return share


@cache
def _areas() -> frozenset[str]:
    return frozenset(_words()["areas"]["words"])


@cache
def _office() -> re.Pattern[str]:
    """A word for an office, a unit or a body, in any of its forms."""
    ends = [end for table in ("roles", "units", "bodies") for end in _words()[table]["ends"]]
    stems = "|".join(sorted(map(re.escape, ends), key=len, reverse=True))
    forms = "|".join(sorted(_words()["inflections"]["ends"], key=len, reverse=True))
    return re.compile(rf"[\w-]*(?:{stems})(?:{forms})", re.IGNORECASE)
