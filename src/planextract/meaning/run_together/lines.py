"""The lines of a layout's text blocks, as a table's lines stood in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from planextract.meaning.labels import read_label
from planextract.meaning.tables.headers import header_role
from planextract.model.layout import Block, TextBlock
from planextract.model.page import Word

GAP = 1.5
"""White above a line, in its heights, from which a blank line parts it from the one before."""
STRAY = re.compile(r"\W{1,2}|\d{1,3}|(?:https?://|www\.)\S*.*")
"""A lone page number, a speck, a link from the foot of a page: no line of a table."""
CAPTION = re.compile(r"[^:]{3,60}:\s+\S|[A-ZÆØÅ](?:\S+\s+){3,}\S+\.$")
RULE_LETTERS = "|¦"
"""What a ruling line between two columns is read as."""
AREA_LABELS = frozenset({"area", "goal", "sub", "strategy"})


@dataclass(frozen=True)
class Line:
    """One line of text; ``tokens`` are its words without the rules between columns."""

    at: int
    """Place of its block in the layout."""
    words: tuple[Word, ...]
    gap: bool = False
    """Whether a blank line or a new page parts it from the line before."""
    heading: bool = False
    """Whether its type makes it a heading."""

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(clean(word.text) for word in self.words if not is_rule(word))

    @cached_property
    def kept(self) -> tuple[Word, ...]:
        """The words of ``tokens``, without the rules read as their first letter."""
        return tuple(replace(w, text=clean(w.text)) for w in self.words if not is_rule(w))

    @cached_property
    def rules(self) -> tuple[Word, ...]:
        """Ruling lines that were read as words."""
        return tuple(word for word in self.words if is_rule(word))

    @cached_property
    def bars(self) -> frozenset[int]:
        """Places between tokens where a ruling line stands."""
        found, at = set(), 0
        for word in self.words:
            if word.text[0] in RULE_LETTERS:
                found.add(at)
            if not is_rule(word):
                at += 1
                if word.text[-1] in RULE_LETTERS:
                    found.add(at)
        return frozenset(found - {0})

    @property
    def is_stray(self) -> bool:
        return not self.tokens or STRAY.fullmatch(self.text) is not None


def is_rule(word: Word) -> bool:
    """Whether a word is a ruling line and nothing else."""
    return not word.text.strip(RULE_LETTERS)


def clean(text: str) -> str:
    """A word without the ruling line (``|``, a lone bracket) read at its edge."""
    plain = text.strip(RULE_LETTERS)
    if plain[:1] in "[]" and len(plain) > 1 and "]" not in plain[1:]:
        plain = plain[1:]
    return plain


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """All lines of the text blocks, top to bottom; a table parts them with a gap."""
    found: list[Line] = []
    last: Word | None = None
    for at, block in enumerate(blocks):
        if not isinstance(block, TextBlock):
            last = None
            continue
        for words in _split(block):
            first = words[0]
            parted = last is None or last.page != first.page
            if last is not None and not parted:
                parted = first.box.top - last.box.bottom > GAP * first.box.height - 5.0
            found.append(Line(at, words, parted, block.kind == "heading"))
            last = words[-1]
    return found


def _split(block: TextBlock) -> Iterator[tuple[Word, ...]]:
    words = (*block.marker_words, *block.passage.words)
    for _, line in groupby(words, key=lambda word: (word.page, round(word.box.top))):
        yield tuple(line)


def is_label(line: Line) -> bool:
    """Whether a line is a heading or names an area or a goal: it stands between tables."""
    if line.heading:
        return True
    label = read_label(line.text, heading=False)
    if label is not None and label.explicit and label.role in AREA_LABELS:
        return True
    first = line.tokens[0] if line.tokens else ""
    role = header_role(first) if first.endswith(":") else None
    return role is not None and role.role in AREA_LABELS


def is_caption(line: Line, below: Line | None) -> bool:
    """Whether a line by itself says something of the document: "Foto: …", a sentence."""
    alone = line.gap and (below is None or below.gap)
    return alone and CAPTION.match(line.text) is not None
