"""Whose document it is: names weighed by where they stand, namesakes told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from planextract.lexicons import read_toml
from planextract.meaning.metadata.evidence import Evidence
from planextract.meaning.metadata.namesakes import addresses_in, weigh_namesakes
from planextract.meaning.metadata.register import Entry, at_address, by_name, resembling
from planextract.model.plan import Candidate, Diagnostic, Municipality

# What a naming counts by its place, and the most that a place may count in all: the owner
# stands on the cover and in headers, partners and examples stand in the text.
COVER, FURNITURE, HEADING, TEXT, ADDRESS, BARE, FILE = 4.0, 1.0, 1.5, 0.5, 1.0, 1.5, 1.0
TITLED = 1.0
"""Weight of a short name that ends a title: such names are common words too."""
LONGEST_SHORT = len("Time")
MOST = {"cover": 8.0, "furniture": 4.0, "heading": 4.0, "text": 3.0, "address": 4.0}
OTHER_SPOKEN_OF = 0.1
"""What is left of a naming after "samarbeid med" and its like."""
COUNCIL_IN_TEXT = 0.3
"""What is left of a county council's naming in the text, in a sentence on the first page or
in an address: municipalities name them often."""
LOST_LETTERS = 0.8
"""What is left of a name whose letters are damaged."""
LEAST = 0.4
"""Weight for anything to be said: less than one plain naming in the text."""
DOUBT = 0.15
"""From this probability on, another bearer is worth a warning."""
SHOWN = 0.01
"""From this probability on, another bearer is listed."""

NAMED = re.compile(
    r"\b(fylkeskommune|fylkesting|kommunestyre|heradsstyre|herredsstyre|bystyre|kommune|herad)"
    r"(?:n|ns|s|t|et|ets)?\b",
    re.IGNORECASE,
)
Weights = dict[str, dict[str, float]]


def find_municipality(
    evidence: Evidence, language: str | None, weights: Weights
) -> tuple[Municipality | None, list[Diagnostic]]:
    """The municipality by the register with a probability, and what must be said of it."""
    totals = {n: sum(p.values()) for n, p in weights.items() if not is_council(n)}
    found = _candidates(totals, evidence, language)
    if not found or max(totals.values()) < LEAST:
        return None, [_unknown(evidence)]
    best, others = found[0], found[1:]
    district = _oslo_district(evidence) if best.number == "0301" else None
    municipality = Municipality(**best.model_dump(), candidates=found if others else [])
    return municipality, list(_doubts(best, others, district))


def _doubts(best: Candidate, others: list[Candidate], district: str | None) -> Iterator[Diagnostic]:
    rivals = [other for other in others if other.confidence >= DOUBT]
    if rivals:
        named = ", ".join(f"{c.name} ({c.number}, {c.county})" for c in [best, *rivals])
        message = f"The document may belong to more than one municipality: {named}."
        yield Diagnostic(code="municipality_ambiguous", severity="warning", message=message)
    if district:
        message = f"The document is of bydel {district}; its municipality {best.name} is given."
        yield Diagnostic(code="municipality_ambiguous", severity="info", message=message)


def _unknown(evidence: Evidence) -> Diagnostic:
    """Nobody of the register is named; a name on the cover that it lacks is told."""
    for line in evidence.cover:
        found = re.search(r"([A-ZÆØÅ][\w-]+) (?:kommune|herad)\b", line.text)
        if found:
            message = f"{found[0]} on the cover is not in the register of 2024."
            return Diagnostic(code="municipality_unknown", severity="warning", message=message)
    message = "No municipality is named in a way that shows whose document it is."
    return Diagnostic(code="municipality_unknown", severity="warning", message=message)


def weigh_names(evidence: Evidence) -> Weights:
    """What speaks for each name, by place, none above the most it may count."""
    weights: Weights = defaultdict(lambda: defaultdict(float))

    def add(place: str, name: str, weight: float) -> None:
        sum_ = weights[name][place] + weight
        weights[name][place] = min(sum_, MOST.get(place, sum_))

    for place, weight, texts in (
        ("cover", COVER, [line.text for line in evidence.cover]),
        ("furniture", FURNITURE, evidence.furniture),
        ("heading", HEADING, [line.text for line in evidence.headings]),
        ("text", TEXT, [evidence.text]),
    ):
        for text in texts:
            for name, share in named_in(text, place):
                add(place, name, weight * share)
    for name in _in_addresses(evidence):
        add("address", name, ADDRESS)
    for name in filter(is_council, weights):
        weights[name]["address"] *= COUNCIL_IN_TEXT
    for line in evidence.cover:
        for name in _short_at_end(line.text):
            add("cover", name, TITLED)
        for name in _bare_in(line.text):
            if not is_council(name):
                add("cover", name, BARE)
    for name in _bare_in(evidence.stem.title()):
        add("file", name, FILE)
    return weights


def named_in(text: str, place: str) -> Iterator[tuple[str, float]]:
    """Names before "kommune" or "herad" in a text, each with what is left of its weight."""
    for found in NAMED.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()].rstrip()
        council = found[1].lower().startswith("fylkes")
        name, share = _name_at_end(before, council)
        if name is None:
            continue
        left = before[: len(before) - len(name)].rstrip().lower()
        if f" {left}".endswith(others_before()):
            share *= OTHER_SPOKEN_OF
        if council and (place == "text" or _goes_on(text[found.end() :])):
            share *= COUNCIL_IN_TEXT
        yield by_name_key(name, council), share
    if place != "text":
        yield from (("oslo", 1.0) for _ in _districts_in(text))


def by_name_key(name: str, council: bool) -> str:
    """The key of a name as read: its bearers' first official name in lower case."""
    full = f"{name} fylkeskommune" if council else name
    bearers = by_name().get(full.lower()) or resembling(full)
    return bearers[0].name.lower()


def _name_at_end(before: str, council: bool) -> tuple[str | None, float]:
    """The longest known name that a text ends with, and 1, or less where letters are lost."""
    words = before.split(" ")
    tails = [" ".join(words[-count:]) for count in range(min(4, len(words)), 0, -1)]
    tails = [tail.lstrip("(«\"'") for tail in tails]
    tails = [tail for tail in tails if tail and not tail[0].islower()]
    for lookup, share in ((_known, 1.0), (resembling, LOST_LETTERS)):
        for tail in tails:
            if lookup(f"{tail} fylkeskommune" if council else tail):
                return tail, share
    return None, 0.0


def _known(name: str) -> tuple[Entry, ...]:
    return by_name().get(name.lower(), ())


def _bare_in(text: str) -> Iterator[str]:
    """Names that stand in a line without "kommune", with a capital."""
    words = re.findall(r"[\w-]+", text)
    for start in range(len(words)):
        for count in (3, 2, 1):
            tail = " ".join(words[start : start + count])
            if len(tail) > LONGEST_SHORT and tail[0].isupper() and _known(tail):
                yield _known(tail)[0].name.lower()
                break


def _short_at_end(text: str) -> Iterator[str]:
    """A short name that a title ends with, but for its years: "... for Lom 2026–2029"."""
    found = _title_end().search(text)
    if found and len(found[1]) <= LONGEST_SHORT and _known(found[1]):
        yield _known(found[1])[0].name.lower()


@cache
def _title_end() -> re.Pattern[str]:
    before = "|".join(map(re.escape, read_toml("metadata")["owners_before"]))
    return re.compile(rf"\w (?i:{before}) ([^\W\d_a-zæøå]\w*)[\W\d]*$")


def _goes_on(after: str) -> bool:
    """Whether a name is part of a sentence: a word in small letters follows."""
    return after.lstrip(" ,")[:1].islower()


def is_council(name: str) -> bool:
    """Whether a name is a county council's."""
    return any(entry.number == entry.county_number for entry in _known(name))


def _in_addresses(evidence: Evidence) -> Iterator[str]:
    """Names in web and mail addresses, each address of a page once."""
    for slug in addresses_in([evidence.text, *evidence.furniture, *evidence.links]):
        for entry in at_address(slug)[:1]:
            yield entry.name.lower()


def _oslo_district(evidence: Evidence) -> str | None:
    texts = [*(line.text for line in evidence.cover), *evidence.furniture]
    return next((name for text in texts for name in _districts_in(text)), None)


def _districts_in(text: str) -> list[str]:
    names = "|".join(map(re.escape, read_toml("metadata")["oslo_districts"]))
    return re.findall(rf"\bbydel(?:en)?\s+({names})\b", text, re.IGNORECASE)


@cache
def others_before() -> tuple[str, ...]:
    """What stands before the name of another than the owner: partners, helpers, examples; each
    after a space, as whole words."""
    rows = read_toml("metadata")
    return tuple(f" {words}" for words in (*rows["others_before"], *rows["helpers_before"]))


def _candidates(
    totals: Mapping[str, float], evidence: Evidence, language: str | None
) -> list[Candidate]:
    """The bearers of the names with their probabilities, the likeliest first."""
    squares = {name: weight**2 for name, weight in totals.items()}
    found = []
    for name, square in squares.items():
        bearers = [entry for entry in by_name()[name] if entry.name.lower() == name]
        certain = (1 - 0.5 ** (totals[name] + 1)) * square / (sum(squares.values()) or 1.0)
        for entry, share in weigh_namesakes(bearers, evidence, language):
            if certain * share >= SHOWN:
                found.append(_candidate(entry, certain * share))
    return sorted(found, key=lambda c: (-c.confidence, c.number))


def _candidate(entry: Entry, confidence: float) -> Candidate:
    return Candidate(
        name=entry.name,
        number=entry.number,
        county=entry.county,
        county_number=entry.county_number,
        confidence=round(min(confidence, 0.99), 3),
    )
