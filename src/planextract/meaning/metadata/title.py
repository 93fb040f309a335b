"""What a plan is called, what kind it is and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from planextract.lexicons import read_toml
from planextract.meaning.metadata.dates import dates_in
from planextract.meaning.metadata.evidence import Evidence, Line
from planextract.meaning.metadata.register import by_name

SAME_SIZE = 0.16
"""Share by which the sizes of two lines of one title may differ; OCR measures them so well."""
PLAN_BONUS = 0.6
"""What the word for a plan in a line is worth against the share of the largest size."""
READABLE = 0.6
"""How surely a line of the cover must have been read to be a title: pictures of a cover give
large letters that nobody wrote."""
LONG_TITLE = 16
"""Words beyond which a line is no title."""
OWNER = re.compile(
    r"\b(?:(?:i|for)\s+)?(?:[A-ZÆØÅ][\w-]+(?: (?:og|i) | ))?[A-ZÆØÅ][\w.-]+\s+"
    r"(?:kommune|herad|fylkeskommune|KOMMUNE|HERAD)\b"
)
GENITIVES = ("ets", "ens", "enes", "anes")
"""Ends of a body's name before its plan: "Ungdomsrådets handlingsplan"."""
GENERIC = "plan"
"""The kind of a plan that is only called one."""
LONGEST_ACRONYM = 4
"""Letters of a theme that stays in capitals: IKT, BPA."""
SHORT_SENTENCE = 5
"""Words up to which a line that ends with a full stop may still be a title."""
YEARS = re.compile(r"\(?\b(?:19|20)\d\d\b(?:\s?[-–—/]\s{0,2}(?:(?:19|20)?\d\d))?\)?")


@dataclass(frozen=True, slots=True)
class PlanType:
    """A kind of plan and where a title names it."""

    name: str
    start: int
    end: int
    yearly: bool = False
    broad: bool = False


def find_title(evidence: Evidence) -> str | None:
    """The largest type on the cover, lines of one size joined; then headings, then the file."""
    cover = [line for line in evidence.cover if line.sure >= READABLE]
    lines = [line for line in cover if _may_be_title(line.text)]
    best = _best(lines)
    sizes = {line.size for line in cover}
    plain = len(sizes) == 1 and len(lines) > 1
    if best is None or (plain and plan_type_in(best.text) is None):
        return _title_elsewhere(evidence)
    whole = _same_size(lines, best) if len(sizes) > 1 else [best]
    title = _tidy(" ".join(line.text for line in whole))
    kind = plan_type_in(title)
    if kind and kind.start == 0 and kind.end == len(title):
        second = _best([line for line in lines if line.text not in title])
        if second and plan_type_in(second.text) and second.size <= best.size:
            return f"{title}: {_tidy(second.text)}"
    return title


def _title_elsewhere(evidence: Evidence) -> str | None:
    """A heading that names a plan, a sentence that begins with one, the file's name."""
    named = [ln for ln in evidence.headings[:LONG_TITLE] if _may_be_title(ln.text)]
    heading = next((line.text for line in named if plan_type_in(line.text)), None)
    return _named_in_text(evidence) or (_tidy(heading) if heading else _from_file(evidence.stem))


def find_type(evidence: Evidence, title: str | None) -> PlanType | None:
    """The kind of plan: by the title, by another line of the cover where it only says "plan"."""
    kinds = [plan_type_in(text) for text in [title or "", evidence.stem]]
    kind = next((kind for kind in kinds if kind), None)
    if kind and kind.name != GENERIC:
        return kind
    lines = [(line.text, plan_type_in(line.text)) for line in evidence.cover]
    alone = [k for text, k in lines if k and k.name != GENERIC and k.end - k.start >= len(text) - 1]
    return alone[0] if alone else kind


def plan_type_in(text: str) -> PlanType | None:
    """The kind of plan that a title names first; the longest of the names that fit there."""
    best: PlanType | None = None
    for pattern, row in _patterns():
        found = pattern.search(text)
        if found and (best is None or (found.start(1), -found.end(1)) < (best.start, -best.end)):
            yearly, broad = bool(row.get("yearly")), bool(row.get("broad"))
            best = PlanType(row["name"], found.start(1), found.end(1), yearly, broad)
    return best


def theme_of(title: str, kind: PlanType | None) -> str | None:
    """What the plan is about, short: ``helse og omsorg``; None for plans about everything."""
    if kind is None or kind.broad:
        return None
    rules = read_toml("plan_types")["theme"]
    after = _without_owner(YEARS.sub(" ", title[kind.end :]))
    before = YEARS.sub(" ", title[: kind.start])
    first, glued = _trim(_compound(before), rules), before.strip() and not before[-1].isspace()
    if not glued and first.endswith(GENITIVES):
        first = ""
    theme = first if glued and first else _trim(after, rules) or first
    if not theme or theme in rules["never"] or plan_type_in(theme) is not None:
        inner = plan_type_in(theme) if theme else None
        return theme_of(theme, inner) if theme and inner and inner.name != GENERIC else None
    return theme


def _best(lines: Sequence[Line]) -> Line | None:
    """The line most like a title: large, and naming a plan."""
    largest = max((line.size for line in lines), default=0.0) or 1.0

    def worth(line: Line) -> float:
        return line.size / largest + (PLAN_BONUS if plan_type_in(line.text) else 0.0)

    return max(lines, key=worth, default=None)


def _same_size(lines: Sequence[Line], best: Line) -> Iterator[Line]:
    """The neighbours of the best line that are set like it, itself among them."""
    at = lines.index(best)
    start = end = at
    while start > 0 and _alike(lines[start - 1], best):
        start -= 1
    while end + 1 < len(lines) and _alike(lines[end + 1], best):
        end += 1
    yield from lines[start : end + 1]


def _alike(line: Line, best: Line) -> bool:
    near = abs(line.size - best.size) <= SAME_SIZE * best.size
    return near and line.page == best.page


def _may_be_title(text: str) -> bool:
    """Whether a line can be part of a title: no date, credit, owner or number alone."""
    plain = text.strip()
    starts = tuple(read_toml("plan_types")["not_title"]["starts"])
    if not re.search(r"[^\W\d_]{2}", plain) or len(plain.split()) > LONG_TITLE:
        return False
    if plain.lower().startswith(starts) and plan_type_in(plain) is None:
        return False
    if len(plain.split()) > SHORT_SENTENCE and (plain.endswith((".", ":")) or _is_sentence(plain)):
        return False
    rest = _without_owner(YEARS.sub("", plain))
    for place, _ in dates_in(plain):
        rest = rest if place else ""
    return bool(re.search(r"[^\W\d_]{2}", rest))


def _is_sentence(text: str) -> bool:
    """Whether a verb stands in it; "som" stands in titles too."""
    verbs = set(read_toml("plan_types")["sentence"]["verbs"]) - {"som"}
    return not verbs.isdisjoint(text.lower().split())


def _without_owner(text: str) -> str:
    """Without "i Herøy kommune" and its like, a bare name of the register too."""
    text = OWNER.sub("", text)
    words = text.strip().split()
    if words and words[-1].lower() in by_name() and words[-1][0].isupper():
        words = words[:-1]
    if words and words[-1].lower() in ("i", "for"):
        words = words[:-1]
    return " ".join(words)


def _compound(before: str) -> str:
    """The first part of a compound without its link: Klima- og energi|plan."""
    text = before.strip().rstrip("-").strip()
    last = text.split()[-1] if text.split() else ""
    own = tuple(read_toml("plan_types")["theme"]["own_s"])
    linked = last.endswith("s") and not last.endswith(own)
    if linked and not before[-1].isspace():
        text = text[:-1]
    return re.sub(r"(\w)- og ", r"\1 og ", text)


def _trim(text: str, rules: dict[str, list[str]]) -> str:
    """A theme without connectors and adjectives in front and what follows a stop."""
    words = re.sub(r"[()«»\"]", " ", text).split()
    loose = {*rules["connectors"], *rules["adjectives"]}
    while words and words[0].lower().strip(":,") in loose:
        words = words[1:]
    ends = [place for place in range(1, len(words)) if _stops(words, place, rules)]
    words = words[: ends[0]] if ends else words
    while words and words[-1].lower().strip(":,.") in [*rules["connectors"], "og", ""]:
        words = words[:-1]
    theme = " ".join(words).strip(" .,:;–-")
    return theme if theme.isupper() and len(theme) <= LONGEST_ACRONYM else theme.lower()


def _stops(words: Sequence[str], place: int, rules: dict[str, list[str]]) -> bool:
    """Whether a theme ends before the word at a place."""
    word, after = words[place].lower(), words[place + 1 : place + 2]
    named = not after or not after[0][0].islower()
    return word in rules["stops"] or (word in rules["stops_before_name"] and named)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .,:;–-")


def _named_in_text(evidence: Evidence) -> str | None:
    """The plan's name at the start of a sentence on the first page that has text."""
    first = [line.text for line in evidence.blocks if line.page == evidence.blocks[0].page]
    verbs = "|".join(read_toml("plan_types")["sentence"]["verbs"])
    for text in first:
        name = re.split(rf"[,.:;]|\s(?:{verbs})\s", text, maxsplit=1)[0]
        kind = plan_type_in(name)
        if kind and kind.start == 0 and kind.end < len(name) < len(text):
            return _tidy(name)
    return None


def _from_file(stem: str) -> str | None:
    """The file's name as a title, where it names a plan."""
    return _tidy(stem[0].upper() + stem[1:]) if stem and plan_type_in(stem) else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    made: list[tuple[re.Pattern[str], dict[str, Any]]] = []
    for row in read_toml("plan_types")["types"]:
        for word in row["words"]:
            made.append((re.compile(rf"({re.escape(word)})(?!\w)", re.IGNORECASE), row))
    return tuple(made)
