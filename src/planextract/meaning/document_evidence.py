"""What speaks for and against a document being a plan, as plain numbers from -1 to 1.

What the cover calls it is one of them; how it is written says as much: what it calls itself,
what its headings and columns are, whether it looks ahead or back, how much of it is figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from planextract.lexicons import read_toml, words_of
from planextract.meaning.document_cover import Cover, read_cover
from planextract.meaning.document_kinds import kind_headings_in, kinds
from planextract.model.layout import Layout, TableBlock, TextBlock

FIGURE = re.compile(r"[-–(]?\s*\d[\d\s.,]*\)?\s*(?:%|kr|mill\.?|prosent)?\.?")
MONEY = re.compile(r"\d[\d .]*(?:,\d+)?\s*(?:kr\b|kroner|mill)|\bkr\.?\s*\d", re.IGNORECASE)
TELEPHONE = re.compile(r"\b(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})\b")
OPENING = 400
"""Words of running text in which a document says what it is."""
EVEN = 4.0
"""Words added on both sides of a comparison, so that few words tell little."""
FULL = 0.25
"""Share of the headings from which more of them say nothing new."""
MANY = 3.0
"""Tables, or words in a hundred, from which more say nothing new."""
ROLES = ("action", "goal", "strategy", "owner", "deadline", "resources")
"""Columns of a plan's tables; two of them make such a table."""
SHORT_STEM = len("mål")
"""Letters of a stem that only ends words: "målgruppe" is no aim."""
SENTENCE = 40
"""Letters from which a block is running text."""


def document_evidence(
    layout: Layout, file_name: str = "", cover: Cover | None = None
) -> dict[str, float]:
    """The numbers by name; ``cover_<kind>`` for each kind of other document among them."""
    cover = cover or read_cover(layout, file_name)
    texts = [block for block in layout.blocks if isinstance(block, TextBlock)]
    tables = [block for block in layout.blocks if isinstance(block, TableBlock)]
    headings = [b.passage.text.lower() for b in texts if b.kind == "heading"]
    running = [b.passage.text for b in texts if len(b.passage) >= SENTENCE]
    words = re.findall(r"[^\W\d_]+", " ".join(running).lower())
    return {
        **_cover_numbers(cover),
        **_heading_numbers(headings),
        **_table_numbers(tables),
        **_word_numbers(Counter(words)),
        "opens_as_plan": _opens_as(words[:OPENING], "opens"),
        "opens_as_other": _opens_as(words[:OPENING], "opens_other"),
        "contacts": _contacts(layout),
        "money": _often(len(MONEY.findall(" ".join(running))), len(words)),
        "measures_listed": _measures_listed(texts),
    }


def _cover_numbers(cover: Cover) -> dict[str, float]:
    other = max(cover.kinds.values(), default=0.0)
    named = {f"cover_{name}": weight for name, weight in cover.kinds.items()}
    return {
        "cover_plan": cover.plan,
        "cover_other": other,
        "cover_other_alone": other * (1.0 - cover.plan),
        "running_plan": cover.running_plan,
        "running_other": cover.running_other,
        "cover_period": cover.period,
        **named,
    }


def _heading_numbers(headings: Sequence[str]) -> dict[str, float]:
    other = 0.0
    for kind in kinds():
        hits = [kind_headings_in(text, kind) for text in headings]
        if len(set().union(*hits)) > 1:
            other = max(other, _share(map(bool, hits)))
    return {
        "aim_headings": _share(_has_stem(text, "aims") for text in headings),
        "act_headings": _share(_has_stem(text, "acts") for text in headings),
        "other_headings": other,
    }


def _table_numbers(tables: Sequence[TableBlock]) -> dict[str, float]:
    cells = [cell.passage.text for table in tables for cell in table.cells if cell.passage]
    figures = sum(FIGURE.fullmatch(text.strip()) is not None for text in cells)
    return {
        "figure_cells": figures / len(cells) if cells else 0.0,
        "plan_tables": min(1.0, sum(len(_roles(table)) > 1 for table in tables) / MANY),
        "other_tables": min(1.0, sum(not _roles(table) for table in tables) / MANY),
    }


def _roles(table: TableBlock) -> set[str]:
    """The roles of a plan's columns that the first row names."""
    heads = {cell.passage.text.lower().strip(" :.?") for cell in table.row_cells(0)}
    return {role for role in ROLES if heads & words_of("columns", f"{role}.words")}


def _word_numbers(words: Counter[str]) -> dict[str, float]:
    def count(key: str) -> float:
        return float(sum(words[word] for word in words_of("document_types", key)))

    own, other = count("self.plan"), count("self.other")
    ahead, past = count("tense.ahead"), count("tense.past")
    return {
        "calls_itself_plan": (own - other) / (own + other + EVEN),
        "looks_ahead": (ahead - past) / (ahead + past + EVEN),
        "ahead_often": _often(int(ahead), words.total()),
        "speaks_to_reader": _often(int(count("reader.words")), words.total()),
    }


def _opens_as(words: Sequence[str], key: str) -> float:
    text = " ".join(words)
    hits = sum(text.count(phrase) for phrase in read_toml("document_types")["self"][key])
    return min(1.0, hits / MANY)


def _measures_listed(texts: Sequence[TextBlock]) -> float:
    """Share of the list items that begin with a verb as measures do."""
    items = [block.passage.text.lower().split() for block in texts if block.kind == "item"]
    verbs = words_of("verbs", "infinitives")
    hits = sum(bool(words) and words[0] in verbs for words in items)
    return hits / (len(items) + EVEN)


def _contacts(layout: Layout) -> float:
    """How much of the text is telephone numbers and addresses."""
    words = [word.text for page in layout.pages for word in page.words]
    mails = sum("@" in word for word in words)
    return _often(mails + len(TELEPHONE.findall(" ".join(words))), len(words))


def _often(count: int, words: int) -> float:
    """A count in a hundred words, 1 where more would say nothing new."""
    return min(1.0, 100.0 * count / (words + 100.0) / MANY)


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return min(1.0, sum(found) / len(found) / FULL) if found else 0.0


def _has_stem(text: str, sort: str) -> bool:
    stems = _stems(sort)
    long = tuple(stem for stem in stems if len(stem) > SHORT_STEM)
    words = re.findall(r"[^\W\d_]+", text)
    return any(word.endswith(stems) or word.startswith(long) for word in words)


@cache
def _stems(sort: str) -> tuple[str, ...]:
    return tuple(read_toml("document_types")["headings"][sort])
