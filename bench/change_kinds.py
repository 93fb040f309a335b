"""Changes of small plans that leave their meaning as it is, each a function from plan to plans."""

from __future__ import annotations

import itertools
import random
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from change_drawing import Look, Piece, Plan

WORDS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("change_words.toml").read_text("utf-8")
)
MARKS: dict[str, str] = {name: str(mark) for name, mark in WORDS["marks"].items()}
CONCEPTS = [name for name in WORDS if name not in ("sentences", "marks")]
BULLETS = "–-*»·o▪■●➢✓❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
COUNTS: dict[str, Callable[[int], str]] = {
    "1.": lambda nth: f"{nth}.",
    "1)": lambda nth: f"{nth})",
    "(1)": lambda nth: f"({nth})",
    "01": lambda nth: f"{nth:02}",
    "a)": lambda nth: f"{chr(96 + nth)})",
    "a.": lambda nth: f"{chr(96 + nth)}.",
    "A.": lambda nth: f"{chr(64 + nth)}.",
    "i.": lambda nth: f"{('i', 'ii', 'iii', 'iv', 'v', 'vi')[nth - 1]}.",
}
LOOKS = [
    *(Look(size=size) for size in (7.5, 9.0, 12.0, 14.0)),
    *(Look(font) for font in ("Times-Roman", "Courier", "Vera")),
]
Changed = Iterator[tuple[str, Plan]]
Change = Callable[[Plan, random.Random, int], Changed]
"""From a plan, a source of chance and how many words to try at most (0: all)."""


def _with(plan: Plan, pieces: list[Piece], said: str = "") -> Changed:
    """The plan with other pieces, if they are others."""
    if tuple(pieces) != plan.pieces:
        yield said, replace(plan, pieces=tuple(pieces))


def bullet(glyph: str, plan: Plan, _: random.Random, __: int) -> Changed:
    """Another glyph before the items, or none; those below them keep one of their own."""

    def marked(piece: Piece) -> Piece:
        if _is_item(piece):
            return replace(piece, marker=glyph)
        return replace(piece, marker="•") if glyph and piece.marker == glyph else piece

    return _with(plan, [marked(piece) for piece in plan.pieces])


def count(form: str, plan: Plan, _: random.Random, __: int) -> Changed:
    """Numbers or letters before the items of each list that has two or more."""
    pieces: list[Piece] = []
    for listed, group in groupby(plan.pieces, lambda piece: piece.kind == "item"):
        each = list(group)
        if listed and sum(map(_is_item, each)) > 1:
            numbers = itertools.count(1)
            each = [
                replace(p, marker=COUNTS[form](next(numbers))) if _is_item(p) else p for p in each
            ]
        pieces += each
    return _with(plan, pieces)


def letters_in_labels(plan: Plan, _: random.Random, __: int) -> Changed:
    """``Tiltak A:`` for ``Tiltak 1:``, ``A.1`` for ``1.1``."""

    def letter(text: str) -> str:
        return re.sub(MARKS["numbered"], lambda m: m[1] + chr(64 + int(m[2])), text)

    return _with(plan, [_each_text(piece, letter) for piece in plan.pieces])


def list_deeper(plan: Plan, _: random.Random, __: int) -> Changed:
    pieces = [replace(p, level=p.level + (p.kind == "item")) for p in plan.pieces]
    return _with(plan, pieces)


def headings_moved(by: int, plan: Plan, _: random.Random, __: int) -> Changed:
    """All headings below the title one level deeper, or higher where all can be."""
    pieces = [replace(p, level=p.level + by * _is_heading(p)) for p in plan.pieces]
    return _with(plan, pieces)


def lowest_moved(by: int, plan: Plan, _: random.Random, __: int) -> Changed:
    """The headings of the lowest level alone, where there are higher ones below the title."""
    levels = {piece.level for piece in plan.pieces if _is_heading(piece)}
    if len(levels) > 1:
        low = max(levels)
        yield from _with(
            plan,
            [replace(p, level=low + by) if _is_heading(p) and p.level == low else p
             for p in plan.pieces],
        )  # fmt: skip


def capitals(plan: Plan, _: random.Random, __: int) -> Changed:
    pieces = [replace(p, text=p.text.upper()) if _is_heading(p) else p for p in plan.pieces]
    return _with(plan, pieces)


def heading_missing(plan: Plan, _: random.Random, __: int) -> Changed:
    """Without each heading in turn that a label or lead-in below makes dispensable."""
    for at, piece in enumerate(plan.pieces):
        if any(re.search(MARKS["needed"], above.text) for above in plan.pieces[: at + 1]):
            break
        if _is_heading(piece) and _dispensable(piece, plan.pieces[at + 1 :]):
            rest = [each for nth, each in enumerate(plan.pieces) if nth != at]
            yield from _with(plan, rest, f"without {piece.text!r}")


def _dispensable(heading: Piece, below: tuple[Piece, ...]) -> bool:
    """Whether the first list or table below is told by its own header, lead-in or heading."""
    if ":" in heading.text:
        return False
    before = heading
    for piece in below:
        if _is_heading(piece) and piece.level <= heading.level:
            return False
        if piece.kind == "table":
            return _has_actions(piece)
        if piece.kind == "item":
            label = _is_heading(before) and re.match(MARKS["list_label"], before.text)
            return before is not heading and bool(label or before.text.endswith(":"))
        before = piece
    return False


def other_word(concept: str, plan: Plan, chance: random.Random, most: int) -> Changed:
    """Another word for a concept wherever the plan names it."""
    for word in _drawn(concept, plan, chance, most):
        pieces = [_reworded(WORDS[concept], piece, word) for piece in plan.pieces]
        yield from _with(plan, pieces, repr(word))


def _drawn(concept: str, plan: Plan, chance: random.Random, most: int) -> list[str]:
    words = [str(word).split("|")[-1 if plan.bokmaal else 0] for word in WORDS[concept]["words"]]
    return chance.sample(words, min(most, len(words))) if most else words


def _reworded(concept: dict[str, str], piece: Piece, word: str) -> Piece:
    def put(place: str, text: str) -> str:
        if place not in concept:
            return text
        bare = text.removeprefix("**")

        def fitting(found: re.Match[str]) -> str:
            return word.lower() if found[0].islower() else word

        return text[: len(text) - len(bare)] + re.sub(concept[place], fitting, bare)

    if _is_title(piece):
        return piece
    if piece.kind != "table":
        text = put("heading", piece.text) if _is_heading(piece) else piece.text
        return replace(piece, text=put("text", text))
    header, *rows = piece.rows
    if _has_actions(piece):
        header = tuple(put("header", cell) for cell in header)
    return replace(piece, rows=(header, *(tuple(put("text", c) for c in row) for row in rows)))


def sentence(place: str, plan: Plan, chance: random.Random, most: int) -> Changed:
    """A sentence that promises nothing, between a heading and its list or after the list."""
    for words in _drawn("sentences", plan, chance, most):
        pieces = list(plan.pieces[:1])
        for before, piece in pairwise((*plan.pieces, Piece("page"))):
            listed = [each.kind in ("item", "table") for each in (before, piece)]
            between = place == "before" and _is_heading(before) and listed[1]
            after = place == "after" and listed[0] and not (before.kind == piece.kind == "item")
            pieces += [Piece("text", words)] if between or after else []
            pieces.append(piece)
        yield from _with(plan, pieces[:-1], repr(words))


def look(other: Look, plan: Plan, _: random.Random, __: int) -> Changed:
    yield "", replace(plan, look=other)


def _has_actions(table: Piece) -> bool:
    return any(re.match(MARKS["table_of_actions"], cell) for cell in table.rows[0])


def _is_item(piece: Piece) -> bool:
    return piece.kind == "item" and piece.level == 0


def _is_title(piece: Piece) -> bool:
    return piece.kind == "heading" and piece.level == 0


def _is_heading(piece: Piece) -> bool:
    return piece.kind == "heading" and piece.level > 0


def _each_text(piece: Piece, change: Callable[[str], str]) -> Piece:
    rows = tuple(tuple(change(cell) for cell in row) for row in piece.rows)
    return piece if _is_title(piece) else replace(piece, text=change(piece.text), rows=rows)


def _name(glyph: str) -> str:
    return glyph if unicodedata.category(glyph) != "Co" else f"U+{ord(glyph):04X}"


def kinds() -> dict[str, Change]:
    """All kinds of change by name."""
    return {
        **{f"bullet {_name(glyph)}": partial(bullet, glyph) for glyph in BULLETS},
        "bullet none": partial(bullet, ""),
        **{f"count {form}": partial(count, form) for form in COUNTS},
        "letters in labels": letters_in_labels,
        "list deeper": list_deeper,
        "headings deeper": partial(headings_moved, 1),
        "headings shallower": partial(headings_moved, -1),
        "lowest headings deeper": partial(lowest_moved, 1),
        "lowest headings shallower": partial(lowest_moved, -1),
        "headings in capitals": capitals,
        "heading missing": heading_missing,
        **{f"word: {concept}": partial(other_word, concept) for concept in CONCEPTS},
        "sentence before list": partial(sentence, "before"),
        "sentence after list": partial(sentence, "after"),
        **{f"font {each.font} {each.size}": partial(look, each) for each in LOOKS},
    }
