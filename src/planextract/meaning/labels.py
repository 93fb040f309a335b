"""Labels and lead-ins: what a heading or the start of a paragraph says that follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planextract.lexicons import read_toml, words_of

NUMBER = r"(?:nr\.?\s*)?(?P<number>[A-ZÆØÅ]?\d{1,3}(?:[.\-]\d{1,2}){0,3}[a-z]?|[A-H]|[IVX]{1,4})"
DELIMITER = r"(?P<delimiter>\s*[:–—]\s*|\s+-\s+|\s*\.\s+|\s*\)\s+)"
PREPOSITION = re.compile(
    r"^(?:for|i|innan|innanfor|innen|innenfor|knytt til|knyttet til|til|på|under|mot|som|frå|fra"
    r"|utan|uten|med|etter|ved|over|me|vi)\b",
    re.I,
)
YEARS = re.compile(r"^(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?$")
"""What a heading says of its section's time: "Tiltak 2025–2028"."""
COMBINED = re.compile(r"^(?:,|og|&|/|\+)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """A label read at the start of a text (or, in a heading, at its end)."""

    role: str
    word: str
    number: str | None
    start: int
    """Where the text that it labels begins; the text's length where nothing follows."""
    continued: bool = False
    """Whether it says that it goes on from before ("Oppdrag held fram")."""
    combined: bool = False
    """Whether it names several things at once ("Mål og tiltak")."""
    explicit: bool = False
    """Whether a delimiter or a number parts it from its text."""


@cache
def _roles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for role, entry in read_toml("labels").items():
        for word in entry["words"]:
            roles.setdefault(word, role)
    return roles


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_roles(), key=len, reverse=True)
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(
        rf"^(?P<lead>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]?\s+)?(?P<word>{choice})(?![\wæøåÆØÅ-])(?:\s+(?:vårt|vår|våre))?"
        rf"(?:\s*{NUMBER}(?![\w]))?{DELIMITER}?",
        re.I,
    )


def read_label(text: str, *, heading: bool) -> Label | None:
    """The label that a text begins with; in a heading also one that it ends with.

    Outside headings a label needs a delimiter, a number, or to stand alone.
    """
    found = _pattern().match(text)
    if found:
        label = _judge(found, text, heading)
        if label:
            return label
    return _at_end(text) if heading else None


def _judge(found: re.Match[str], text: str, heading: bool) -> Label | None:
    word = re.sub(r"\s+", " ", found["word"].lower())
    role = _roles()[word]
    rest = text[found.end() :].strip()
    number = found["number"] or None
    bare = rest.strip(" :.?!()").lower()
    delimited = bool(found["delimiter"]) and bool(found["delimiter"].strip(" ."))
    if number and not delimited and rest and rest[0].islower():
        return None
    if not rest:
        return Label(role, word, number or _lead(found), len(text), explicit=bool(number))
    if bare in words_of("structure", "continued"):
        return Label(role, word, number, len(text), continued=True, explicit=True)
    if rest.startswith("(") and rest.rstrip(" :").endswith(")") and heading:
        inner = _roles().get(rest.strip(" :()").lower())
        return Label(inner or role, word, number, len(text))
    if delimited or (number and (found["delimiter"] or heading)):
        return Label(role, word, number, len(text) - len(rest), explicit=True)
    if heading and COMBINED.match(rest):
        return Label(role, word, None, len(text), combined=_names_other(rest))
    if heading and (PREPOSITION.match(rest) or YEARS.match(rest)):
        return Label(role, word, None, len(text))
    return None


def _lead(found: re.Match[str]) -> str | None:
    return found["lead"].strip(" .)") if found["lead"] else None


def _names_other(rest: str) -> bool:
    """Whether what follows "og" is a label of its own: "Mål og tiltak"."""
    after = COMBINED.sub("", rest)
    return bool(_pattern().match(after)) or bool(COMBINED.match(rest))


def _at_end(text: str) -> Label | None:
    """A heading's last word as its label: "Korleis kome dit? (Strategi)", "Klimaplan – Mål"."""
    bracketed = re.search(r"\(([^()]{3,30})\)\s*:?$", text)
    if bracketed and bracketed[1].lower() in _roles():
        return Label(_roles()[bracketed[1].lower()], bracketed[1].lower(), None, len(text))
    last = re.search(r"(?:^|\s)([A-ZÆØÅ][\wæøåÆØÅ]+)\s*:?$", text)
    if last and len(text.split()) > 1 and last[1].lower() in _roles():
        role = _roles()[last[1].lower()]
        if role in ("goal", "main", "sub", "strategy", "action", "oppdrag", "schedule"):
            return Label(role, last[1].lower(), None, len(text))
    return None


@cache
def _inline() -> re.Pattern[str]:
    """A field label inside a line: "… Ansvar: Oppvekst Frist: 2026"."""
    fields = ("owner", "partner", "deadline", "resources", "status", "priority", "indicator",
              "description")  # fmt: skip
    words = sorted((w for w, role in _roles().items() if role in fields), key=len, reverse=True)
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?:(?<=^)|(?<=[\s;|,.(]))(?:{choice})\s*:\s*", re.I)


def inline_labels(text: str) -> list[tuple[int, int, str]]:
    """Field labels with a colon anywhere in a text: start, end, role; capital or at its start."""
    found = []
    for match in _inline().finditer(text):
        word = re.sub(r"\s+", " ", match[0].rstrip().rstrip(":").rstrip().lower())
        before = text[: match.start()].rstrip()
        if not before or text[match.start()].isupper() or before[-1] in "(,;|":
            found.append((match.start(), match.end(), _roles()[word]))
    return found


@cache
def _lead_ins() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.I) for p in read_toml("sentences")["lead_ins"]["patterns"])


def leads_in_actions(text: str) -> bool:
    """Whether a line leads in a list of actions: "Derfor skal vi:", "Ungdomsrådet vil difor:"."""
    plain = text.strip()
    return not _duty().search(plain) and any(p.search(plain) for p in _lead_ins())


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(read_toml("sentences")["lead_ins"]["duty"], re.I)
