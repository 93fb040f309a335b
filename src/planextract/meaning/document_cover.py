"""What the cover and the running heads of a document call it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from planextract.lexicons import read_toml
from planextract.meaning.document_kinds import (
    kind_marks_in,
    kind_word_in,
    kinds,
    plan_word_in,
)
from planextract.model.layout import Layout, TextBlock

COVER_WORDS = 150
"""Words on a first page beyond which only its upper part is a cover."""
TOP_SHARE = 0.4
"""Upper share of a full first page in which a document says what it is."""
TITLE_SIZE = 0.8
"""A cover line this large against the largest is part of the title."""
LONG_LINE = 120
"""Letters beyond which a line of a first page is a paragraph."""
FIRST_LINES = 4
"""Lines that can be the title where all are set alike."""
APART = re.compile(r"[\n:.–—]|\s-\s")
"""What parts a title from a second one."""
HEAD = re.compile(r"\s*(?::|(?:for|til|om|i|av|mot)\b)", re.IGNORECASE)
"""After the word that says what a document is: "Veileder til beredskapsplan"."""
ABOUT = re.compile(r"\b(?:for|til|om|i|av|mot|frå|fra|med)\b", re.IGNORECASE)
"""Before the word for a plan: something about it."""
DRAFT = re.compile(r"\b(?:utkast|forslag|framlegg) til\b", re.IGNORECASE)
YEARS = re.compile(r"(?<!\d)20\d\d\s?[-–—/]\s?(?:20)?\d\d(?!\d)")

# How much a word of the cover says by its place against the word that names a plan.
HEAD_WORD, BESIDE, JOINED, SUBJECT = 1.0, 0.6, 0.3, 0.0
"""It says what the document is; it is a second title; a plan is joined to it ("Årsmelding og
tiltaksplan"); it is what the plan is about."""
SMALL_LINE = 0.7
"""What is left of a word in the smaller lines of a cover below a title that names a kind."""
MARKED, FEW_MARKS = 0.8, 3
"""What a first page with the marks of a case paper or letter says, and how many they are."""
PROGRAMME_TYPE = "planprogram"
"""The type of plan that says how a plan is to be made."""
FROM_FILE = 0.4
"""What is left of a word in the file's name."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says, as weights from 0 to 1."""

    plan: float
    plan_word: str
    kinds: dict[str, float]
    """Weight of each kind that is named, in the order of the data."""
    words: dict[str, str]
    """The word that named it."""
    running_plan: float
    running_other: float
    programme: bool
    """Whether the plan word says how a plan is to be made: a planprogram."""
    period: float
    """1 where years from – to stand on it."""


def read_cover(layout: Layout, file_name: str = "") -> Cover:
    """Weigh the words of the title, of the cover's other lines, of running heads and file."""
    plan, plan_word = 0.0, ""
    named: dict[str, float] = {kind.name: 0.0 for kind in kinds()}
    words: dict[str, str] = {}
    for text, weight in _titles(layout, file_name):
        found = plan_word_in(text)
        share = weight * _plan_weight(text)
        if found and share > plan:
            plan, plan_word = share, found[0]
        for kind in kinds():
            match = kind_word_in(text, kind)
            share = weight * _kind_weight(text, match) if match else 0.0
            if match and share > named[kind.name]:
                named[kind.name], words[kind.name] = share, match[0]
    for name, marks in _marked(layout):
        if named[name] < MARKED:
            named[name], words[name] = MARKED, ", ".join(sorted(marks)[:FEW_MARKS])
    heads = [text for _, text in furniture_lines(layout)]
    told = {text: _names(text) for text in set(heads)}
    titles = [text for text, _ in _titles(layout, "")]
    return Cover(
        plan,
        plan_word,
        named,
        words,
        sum(told[text][0] for text in heads) / max(1, len(heads)),
        sum(told[text][1] for text in heads) / max(1, len(heads)),
        any(_names_programme(line) for text in titles for line in text.split("\n")),
        float(any(YEARS.search(text) for text in titles)),
    )


def _titles(layout: Layout, file_name: str) -> Iterator[tuple[str, float]]:
    """The title, the cover's other lines and the file's name, each with its weight."""
    page = next((page for page in layout.pages if page.words), None)
    if page is not None:
        blocks = [b for b in layout.blocks if isinstance(b, TextBlock) and b.page == page.number]
        full = len(page.words) > COVER_WORDS
        limit = page.height * (TOP_SHARE if full else 1.0)
        large, small = title_lines([block for block in blocks if block.box.top <= limit])
        yield "\n".join(large), 1.0
        if not full:
            named = _names_anything("\n".join(large))
            yield "\n".join(small), SMALL_LINE if named else 1.0
    stem = re.sub(r"[-_+\s]+", " ", PurePath(file_name).stem)
    yield stem, FROM_FILE


def _names_anything(title: str) -> bool:
    """Whether a title says what the document is: "Saman for bygda" leaves it to a line below."""
    return plan_word_in(title) is not None or any(kind_word_in(title, kind) for kind in kinds())


def _marked(layout: Layout) -> Iterator[tuple[str, set[str]]]:
    """The kinds whose marks stand on the first page."""
    page = next((page for page in layout.pages if page.words), None)
    text = " ".join(word.text for word in page.words) if page else ""
    for kind in kinds():
        found = kind_marks_in(text, kind)
        if len(found) >= FEW_MARKS:
            yield kind.name, found


def title_lines(blocks: Sequence[TextBlock]) -> tuple[list[str], list[str]]:
    """The lines that can be the title of a page, and the smaller ones."""
    lines = [block for block in blocks if len(block.passage) <= LONG_LINE]
    sizes = [line.size for line in lines]
    if len(set(sizes)) == 1:
        lines = lines[:FIRST_LINES]
    large = [line for line in lines if line.size >= TITLE_SIZE * max(sizes)]
    small = [line for line in lines if line not in large]
    return [line.passage.text for line in large], [line.passage.text for line in small]


def names_plan(title: str) -> bool:
    """Whether a line of a title is the name of a plan: "Oppfølging av planen" is none."""
    lines = title.split("\n")
    named = ((line, plan_word_in(line)) for line in lines)
    return _plan_weight(title) > SUBJECT and any(
        found and not ABOUT.search(DRAFT.sub("", line[: found.start()])) for line, found in named
    )


def _names_programme(line: str) -> bool:
    """Whether the first plan that a line names is a planprogram."""
    plan = plan_word_in(line)
    return plan is not None and plan[0].lower().endswith(_programme_words())


@cache
def _programme_words() -> tuple[str, ...]:
    rows = read_toml("plan_types")["types"]
    return tuple(word for row in rows if row["name"] == PROGRAMME_TYPE for word in row["words"])


def _plan_weight(text: str) -> float:
    """How far a title's word for a plan says that the document is one."""
    plan = plan_word_in(text)
    if plan is None:
        return 0.0
    before = [m for kind in kinds() if (m := kind_word_in(text, kind)) and m.end() <= plan.start()]
    about = any(HEAD.match(text[match.end() :]) for match in before)
    beside = before or any(_is_line(text, m) for kind in kinds() if (m := kind_word_in(text, kind)))
    return SUBJECT if about else BESIDE if beside else HEAD_WORD


def _kind_weight(text: str, found: re.Match[str]) -> float:
    """How far a title's word for another kind says that the document is of it."""
    plan = plan_word_in(text)
    if plan is None:
        return HEAD_WORD
    if _is_line(text, found):
        return HEAD_WORD
    if plan.start() < found.start():
        return BESIDE if APART.search(text[plan.end() : found.start()]) else SUBJECT
    return HEAD_WORD if HEAD.match(text[found.end() :]) else JOINED


def _is_line(text: str, found: re.Match[str]) -> bool:
    """Whether a word is a line of its own: the part of a plan that this document is."""
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    line = text[start : end if end >= 0 else None]
    return line.strip(" .:–-()").lower() == found[0].lower()


def furniture_lines(layout: Layout) -> Iterator[tuple[int, str]]:
    """The running heads and feet of each page as one text, all numbers alike."""
    for page in layout.pages:
        words = [word.text for word in page.words if word.key in layout.furniture]
        if words:
            yield page.number, re.sub(r"\d+", "0", " ".join(words))


def _names(text: str) -> tuple[bool, bool]:
    """Whether a running head names a plan, and whether another kind of document."""
    other = any(_kind_weight(text, m) for kind in kinds() if (m := kind_word_in(text, kind)))
    return _plan_weight(text) > BESIDE, other
