"""Blocks of text to units: lines that begin with a label, sentences of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planextract.meaning.concepts import names_kind
from planextract.meaning.prose import sentences
from planextract.meaning.units.label_lines import NUMBER
from planextract.meaning.units.labelled import parts, split_label
from planextract.meaning.units.unit import Kind, Unit
from planextract.model.layout import TextBlock
from planextract.model.page import Box
from planextract.model.passage import Passage

COLON = re.compile(r":\s+(?=\S)")
"""What ends the label of a field inside a line: "Ansvar: …"."""
WORDS = re.compile(r"[\wæøåÆØÅ/-]+(?: [\wæøåÆØÅ/-]+)*$")
"""The words right before a colon, with no stop between."""
LABEL_WORDS = 3
LINE_LABEL = re.compile(r"[A-ZÆØÅ][^\d.:;!?]{1,30}:(?:\s|$)")
"""How a line begins that is a field of its own."""
SENTENCES = 2
"""Sentences from which a block is parted into them."""


def text_units(block: TextBlock, at: int, first: int, above: Passage) -> list[Unit]:
    """The units of a block; ``at`` is its place in the layout, ``first`` that of its first unit.

    ``above`` is its label, where that stands on a line of its own above it.
    """
    pieces = _pieces(block.passage)
    if len(pieces) == 1:
        whole = _labelled(_unit(block, at, block.kind, block.passage), above)
        return [whole, *_sentences(block, at, first, block.passage)]
    found = [_labelled(_unit(block, at, block.kind, pieces[0]), above)]
    found += _sentences(block, at, first, pieces[0])
    found += [_unit(block, at, "line", piece) for piece in pieces[1:]]
    return found


def _unit(block: TextBlock, at: int, kind: Kind, passage: Passage) -> Unit:
    label, body, number = parts(passage, line=kind != "sentence")
    marked = block.marker.strip("().:") if any(c.isalnum() for c in block.marker) else None
    if kind in ("line", "sentence"):
        marked = None
    return Unit(
        kind=kind, passage=passage, label=label, body=body, number=marked or number, block=at,
        page=passage.pages[0] if passage.pages else block.page, box=_box(passage, block),
        size=block.size, bold=block.bold, color=block.color, fill=block.fill,
        indent=block.indent, column=block.column, marker=block.marker, level=block.level,
    )  # fmt: skip


def _labelled(unit: Unit, above: Passage) -> Unit:
    """A unit with the label or number that stands apart from it, unless it has its own."""
    if not above:
        return unit
    text = above.text.rstrip(" :.)")
    number = text if NUMBER.match(text) else split_label(f"{text}:", line=True).number
    return replace(unit, label=unit.label or above, number=unit.number or number)


def _box(passage: Passage, block: TextBlock) -> Box:
    return passage.box() if passage.pages else block.box


def _sentences(block: TextBlock, at: int, first: int, passage: Passage) -> Iterator[Unit]:
    """The sentences of a paragraph or item that has several."""
    if block.kind == "heading":
        return
    found = sentences(passage)
    if len(found) < SENTENCES:
        return
    for sentence in found:
        yield replace(_unit(block, at, "sentence", sentence), whole=first)


def _pieces(passage: Passage) -> list[Passage]:
    """A block cut where a line or a stretch of a line begins with the label of a field."""
    cuts = [start for start in _field_starts(passage) if start > 0]
    if not cuts:
        return [passage]
    starts = [0, *cuts]
    ends = [*cuts, len(passage)]
    pieces = [_trimmed(passage[a:b]) for a, b in zip(starts, ends, strict=True)]
    return [piece for piece in pieces if piece] or [passage]


def _trimmed(piece: Passage) -> Passage:
    """Without what parts a field from the next, or a bracket that holds several of them."""
    kept = piece.strip(" ;|,/–")
    if kept.text.endswith(("(", "[")):
        return kept[:-1].strip(" ;|,/–")
    closes = kept.text.count(")") > kept.text.count("(")
    kept = kept.strip(" )];|,/") if closes else kept
    return kept[:-1].strip() if closes and kept.text.endswith(".") else kept


def _field_starts(passage: Passage) -> list[int]:
    text = passage.text
    lines = _line_starts(passage)
    found = {start for start in lines if LINE_LABEL.match(text[start:])}
    found |= {start for colon in COLON.finditer(text) if (start := _label_start(text, colon)) >= 0}
    return sorted(found)


def _label_start(text: str, colon: re.Match[str]) -> int:
    """Where the label before a colon begins: the fewest words that name a field; -1 for none."""
    before = WORDS.search(text[: colon.start()].rstrip())
    if before is None:
        return -1
    words = before[0].split(" ")
    for count in range(1, min(LABEL_WORDS, len(words)) + 1):
        label = " ".join(words[-count:])
        start = before.end() - len(label)
        opened = text[:start].rstrip().endswith(("(", ",", ";", "|"))
        if (label[0].isupper() or opened) and names_kind(label):
            return start
    return -1


def _line_starts(passage: Passage) -> list[int]:
    """Places in the text where a line begins on the page."""
    found, previous = [], None
    for piece in passage.pieces:
        word = piece.word
        if previous is not None and word.box.top > previous.box.top + 0.5 * word.box.height:
            found.append(piece.start)
        previous = word
    return found
