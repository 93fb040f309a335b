"""Lines to blocks: paragraphs, list items and headings, by marker, leading, fit and typography."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planextract.layout.breaks import WIDEST_PITCH, Break, breaks_of, is_wide, pitch_of
from planextract.layout.joining import join_words
from planextract.layout.lines import Line
from planextract.layout.marking import Habits, Marked, habits_of, with_markers
from planextract.layout.styles import LARGER, style_of
from planextract.layout.wrapping import (
    SENTENCE_END,
    begins_sentence,
    broken_on_purpose,
    stays_open,
)
from planextract.model.layout import Block, TextBlock
from planextract.model.page import Box, Fill
from planextract.model.passage import Passage

HEADING_LINES = 4
HEADING_LETTERS = 220


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of a column is set: what its lines are measured against."""

    column: int
    body: float
    """Font size of the body text, in points."""
    right: float
    """Right edge of the column, where its lines may reach."""
    pitch: float
    """Distance from line to line inside a paragraph, in font sizes."""
    fills: Sequence[Fill] = ()
    habits: Habits | None = None
    """The weak markers and numbered labels that repeat in the document; else in the column."""


def make_blocks(lines: Sequence[Line], setting: Setting) -> Iterator[TextBlock]:
    """The blocks of one column from top to bottom."""
    for group in group_lines(lines, setting):
        yield block_of(group, setting)


def group_lines(lines: Sequence[Line], setting: Setting) -> Iterator[list[Marked]]:
    """The lines of each block of one column."""
    largest = LARGER * setting.body
    habits = setting.habits or habits_of([lines], largest)
    return _grouped(list(with_markers(lines, habits, largest)), setting)


def _grouped(lines: Sequence[Marked], setting: Setting) -> Iterator[list[Marked]]:
    group: list[Marked] = []
    plain = [marked.line for marked in lines]
    shapes = breaks_of(plain, [marked.begins for marked in lines], setting.pitch)
    for marked, shape in zip(lines, shapes, strict=True):
        if group and _starts_new(group, marked, shape, setting):
            yield group
            group = []
        group.append(replace(marked, hangs=True) if shape == "hang" else marked)
    if group:
        yield group


def _starts_new(group: Sequence[Marked], marked: Marked, shape: Break, setting: Setting) -> bool:
    """Whether a line begins a block of its own and is no continuation of the group."""
    last, line = group[-1].line, marked.line
    if marked.begins:
        return True
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size) or last.bold != line.bold:
        return not _mixed_weight(group, line, setting)
    if last.color != line.color and last.bold:
        return True
    if shape == "white" or (shape == "hang" and not group[0].holds):
        return True
    if _goes_on(group, line, setting):
        return False
    if is_wide(last, line, setting.pitch):
        return True
    if group[0].holds:
        if line.box.x0 >= group[0].left - 0.6 * line.size:
            return False
        return _leaves_item(group, marked)
    return broken_on_purpose(last, line, setting.right) and begins_sentence(line.text)


def _goes_on(group: Sequence[Marked], line: Line, setting: Setting) -> bool:
    """Whether a line in lower case goes on below a full one, or in an item, though wide apart."""
    last = group[-1].line
    return (
        line.text[:1].islower()
        and pitch_of(last, line) < WIDEST_PITCH * setting.pitch
        and not SENTENCE_END.search(last.text)
        and (group[0].holds or not broken_on_purpose(last, line, setting.right))
    )


def _mixed_weight(group: Sequence[Marked], line: Line, setting: Setting) -> bool:
    """A paragraph whose first words are bold ("Tiltak 3:") goes on in plain type."""
    last = group[-1].line
    if broken_on_purpose(last, line, setting.right) and last.bold != line.bold:
        return False
    weights = {word.bold for word in last.words}
    starts = line.text[:1].islower()
    return starts and (len(weights) > 1 or abs(last.size - line.size) < 0.3)


def _leaves_item(group: Sequence[Marked], marked: Marked) -> bool:
    """Below an item a line further left ends it, unless it goes on mid-sentence."""
    if stays_open(group[-1].line.text):
        return False
    return marked.line.box.x0 <= group[0].line.box.x0 + 1 and begins_sentence(marked.line.text)


def block_of(group: Sequence[Marked], setting: Setting) -> TextBlock:
    """The block that the lines of a group make."""
    first = group[0]
    passage = join_words([m.line.words[m.skip :] for m in group])
    if first.marker and not first.skip:
        passage = passage[len(first.marker) :].strip()
    box = Box.around(m.line.box for m in group)
    size, bold = first.line.size, all(m.line.bold for m in group)
    heading = _is_heading(group, passage, setting.body)
    kind = "heading" if heading else "item" if first.marker or first.hangs else "paragraph"
    return TextBlock(
        kind=kind,  # type: ignore[arg-type]
        passage=passage,
        page=first.line.page,
        box=box,
        size=size,
        bold=bold,
        color=first.line.color,
        marker=first.marker,
        marker_words=first.line.words[: first.skip],
        marker_kind="label" if first.label else "hang" if first.hangs else first.kind,
        indent=first.left,
        right=setting.right,
        column=setting.column,
        line_boxes=tuple(m.line.box for m in group),
        fill=_fill_behind(box, setting.fills),
    )


def _is_heading(group: Sequence[Marked], passage: Passage, body: float) -> bool:
    """Short, set off by size, weight or capitals, and no sentence that ends in a full stop."""
    text = passage.text
    if len(group) > HEADING_LINES or len(text) > HEADING_LETTERS or not any(map(str.isalpha, text)):
        return False
    if group[0].kind in ("bullet", "dash", "lost"):
        return False
    size, bold, capitals = style_of(group[0].line.size, all(m.line.bold for m in group), text)
    if size >= LARGER * body:
        return not (text.endswith(".") and len(text) > 60)
    return (bold or capitals) and not text.endswith((".", ",", ";")) and len(text) < 140


def _fill_behind(box: Box, fills: Sequence[Fill]) -> str | None:
    """The colour of the smallest shaded area that holds the block."""
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    behind = [fill for fill in fills if fill.box.contains(*middle)]
    return min(behind, key=lambda fill: fill.box.area).color if behind else None


def lists_from_headings(blocks: Sequence[Block]) -> list[Block]:
    """Numbered headings of one style with nothing between them are a list in large type."""
    found = list(blocks)
    for at, (above, below) in enumerate(pairwise(blocks)):
        if _are_list(above, below):
            for place in (at, at + 1):
                block = found[place]
                if isinstance(block, TextBlock):
                    found[place] = replace(block, kind="item", level=0)
    return found


def _are_list(above: Block, below: Block) -> bool:
    return (
        isinstance(above, TextBlock)
        and isinstance(below, TextBlock)
        and above.kind == below.kind == "heading"
        and bool(above.marker and below.marker)
        and "code" not in (above.marker_kind, below.marker_kind)
        and (above.size, above.bold) == (below.size, below.bold)
        and above.marker.count(".") == below.marker.count(".")
    )
