"""Tables whose columns have run together, made tables again before anything else is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planextract.meaning.owners import looks_like_owner
from planextract.meaning.run_together.heads import Head, find_head
from planextract.meaning.run_together.lines import Line, is_caption, is_label, lines_of
from planextract.meaning.run_together.rows import Rows, build_rows, first_models, learnt
from planextract.meaning.run_together.scoring import Model, stops
from planextract.meaning.run_together.search import read_lines
from planextract.meaning.run_together.tables import JoinWords, make_table
from planextract.meaning.run_together.times import is_time, times_of
from planextract.model.layout import Block, Layout, TextBlock
from planextract.model.page import Box
from planextract.model.plan import Diagnostic

ROUNDS = 2
"""Readings from which widths and owners are learnt; a third changed nothing."""
FEWEST_ROWS = 2
FIELDS_READ = 0.5
"""Share of the rows with a time or an owner that makes them rows of a table."""
OWNER_LIKE = 0.5


@dataclass
class _Region:
    """The lines of one table: its header and its body, page numbers and links left out."""

    head: Head
    body: list[Line]
    rows: Rows | None = None


def part_columns(layout: Layout, join_words: JoinWords) -> tuple[Layout, list[Diagnostic]]:
    """The layout with a table in the place of lines whose columns have run together.

    Such lines stand below a header of three or more known column names with single spaces
    between them. ``join_words`` makes one passage of the words of a cell's lines.
    """
    lines = lines_of(layout.blocks)
    regions = list(_regions(lines))
    for _, alike in _alike(regions):
        _read(alike)
    regions = [region for region in regions if region.rows and _is_table(region)]
    if not regions:
        return layout, []
    blocks = list(_replaced(layout.blocks, lines, regions, join_words))
    return replace(layout, blocks=tuple(blocks)), _said(regions)


def _regions(lines: Sequence[Line]) -> Iterator[_Region]:
    at = 0
    while at < len(lines):
        head = find_head(lines, at)
        at += len(head.lines) if head else 1
        if head is None:
            continue
        region = _Region(head, [])
        gap = False
        while at < len(lines) and not _ends(lines, at, region):
            line = lines[at]
            gap = gap or line.gap
            if not line.is_stray:
                region.body.append(replace(line, gap=gap))
            gap = line.is_stray
            at += 1
        if at < len(lines):
            _drop_title(region, lines[at])
        yield region


def _drop_title(region: _Region, below: Line) -> None:
    """Leave the title of the text below out of the table: a lone line that ends nothing."""
    if len(region.body) > 1 and below.gap:
        above, last = region.body[-2:]
        lone = last.gap and last.text[0].isupper() and not _has_time(last)
        if lone and stops(above.tokens[-1]) == 0:
            region.body.pop()


def _ends(lines: Sequence[Line], at: int, region: _Region) -> bool:
    """Whether a table has ended before a line."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if is_label(line) or find_head(lines, at) is not None:
        return True
    if line.is_stray or not region.body:
        return False
    return is_caption(line, below) or _is_prose(line, region)


def _is_prose(line: Line, region: _Region) -> bool:
    """Whether a line below a blank one is wider than the table, and has no time."""
    timed = [one for one in region.body if _has_time(one)]
    widest = max((len(one.text) for one in timed), default=0)
    return line.gap and bool(timed) and len(line.text) > widest and not _has_time(line)


def _has_time(line: Line) -> bool:
    return any(not line.tokens[start][0].islower() for start, _ in times_of(line.tokens))


def _alike(regions: Sequence[_Region]) -> Iterator[tuple[tuple[str, ...], list[_Region]]]:
    """Regions with the same columns: their widths and owners are learnt together."""

    def kinds(region: _Region) -> tuple[str, ...]:
        return tuple(column.kind for column in region.head.columns)

    for key, group in groupby(sorted(regions, key=kinds), key=kinds):
        yield key, [region for region in group if region.body]


def _read(regions: Sequence[_Region]) -> None:
    """Read the rows of like tables, each round by what the one before has taught."""
    if not regions:
        return
    kinds = tuple(column.kind for column in regions[0].head.columns)
    starts = first_models([line for region in regions for line in region.body], kinds)
    read = max((_read_by(regions, model) for model in starts), key=lambda found: found[0])
    for _ in range(ROUNDS):
        model = learnt(kinds, read[1])
        read = _read_by(regions, model)
    for region, rows in zip(regions, read[1], strict=True):
        region.rows = rows


def _read_by(regions: Sequence[_Region], model: Model) -> tuple[float, list[Rows]]:
    """The rows of tables by one model, and how well they fit."""
    total, found = 0.0, []
    for region in regions:
        score, choices = read_lines(region.body, model)
        total += score
        found.append(build_rows(region.body, choices, model.kinds))
    return total, found


def _is_table(region: _Region) -> bool:
    """Whether the rows have what their columns say: enough of them a time or an owner."""
    assert region.rows is not None
    kinds = [column.kind for column in region.head.columns]
    filled = {
        cell.row
        for cell in region.rows.cells
        if (kinds[cell.column] == "time" and is_time(cell.text))
        or (kinds[cell.column] == "owner" and looks_like_owner(cell.text) >= OWNER_LIKE)
    }
    count = region.rows.count
    return count >= FEWEST_ROWS and len(filled) >= FIELDS_READ * count


def _replaced(
    blocks: Sequence[Block], lines: Sequence[Line], regions: Sequence[_Region], join: JoinWords
) -> Iterator[Block]:
    """The blocks with the tables before the first block that is left of their lines."""
    tables = {r.head.lines[0].words[0].key: r for r in regions}
    inside = {
        word.key
        for region in regions
        for line in (*region.head.lines, *region.body)
        for word in line.words
    }
    for at, block in enumerate(blocks):
        if not isinstance(block, TextBlock):
            yield block
            continue
        own = [line for line in lines if line.at == at]
        kept: list[Line] = []
        for line in own:
            if line.words[0].key in tables:
                yield from _rest(block, kept, own, join)
                kept = []
                region = tables[line.words[0].key]
                assert region.rows is not None
                yield make_table(region.head, region.rows, join)
            if line.words[0].key not in inside:
                kept.append(line)
        yield from _rest(block, kept, own, join)


def _rest(
    block: TextBlock, kept: Sequence[Line], own: Sequence[Line], join: JoinWords
) -> Iterator[TextBlock]:
    """What is left of a block whose other lines went into a table."""
    if len(kept) == len(own):
        yield block
    elif kept:
        words = [line.words for line in kept]
        box = Box.around(word.box for line in words for word in line)
        boxes = tuple(Box.around(word.box for word in line) for line in words)
        yield replace(
            block, kind="paragraph", passage=join(words), box=box, line_boxes=boxes,
            marker="", marker_words=(),
        )  # fmt: skip


def _said(regions: Sequence[_Region]) -> list[Diagnostic]:
    pages = [region.head.lines[0].words[0].page for region in regions]
    return [
        Diagnostic(
            code="columns_run_together",
            severity="warning",
            message=(
                f"The columns of {pages.count(page)} table(s) have run together in the text. "
                "They were told apart by their words: compare each row with the document."
            ),
            page=page,
        )
        for page in sorted(set(pages))
    ]
