"""Where a record stands: page, box, parts, quote and mentions, from the words of its passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import prod

from planextract.model.page import Box, Method, Word
from planextract.model.passage import Edit, Passage
from planextract.model.plan import Bbox, Mention, Part, Source


def rounded(box: Box) -> Bbox:
    """A box in hundredths of a point."""
    return (round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2))


def words_of(passages: Sequence[Passage]) -> list[Word]:
    """The words of several passages, each once."""
    return list({word.key: word for p in passages for word in p.words}.values())


def make_source(passages: Sequence[Passage], methods: Mapping[int, Method]) -> Source:
    """The source of a record; the first passage is its text and gives page and quote."""
    words = words_of(passages)
    pages = list(dict.fromkeys(word.page for word in words))
    first = words[0].page
    parts = [_part(words, page) for page in pages] if len(pages) > 1 else []
    return Source(
        page=first,
        bbox=rounded(Box.around(w.box for w in words if w.page == first)),
        parts=parts,
        quote=_quote(words),
        method=methods.get(first, "text"),
        confidence=round(min(1.0, sum(w.confidence for w in words) / len(words)), 3),
    )


def make_mentions(passages: Iterable[Passage]) -> list[Mention]:
    """Where a record is printed again: the first page of each place, and its words as read."""
    placed = sorted((words_of([again]) for again in passages if again.words), key=_place)
    return [
        Mention(**_part(words, words[0].page).model_dump(), quote=_quote(words)) for words in placed
    ]


def _place(words: Sequence[Word]) -> tuple[int, int]:
    return words[0].key


def _quote(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in sorted(words, key=lambda word: word.key))


def _part(words: Sequence[Word], page: int) -> Part:
    return Part(page=page, bbox=rounded(Box.around(w.box for w in words if w.page == page)))


def doubt(edits: Sequence[Edit]) -> float:
    """Probability that all edits of a value are right."""
    return prod(edit.score for edit in edits if edit.rule != "line_end_hyphen")
