"""Markdown's marks as typography: headings larger, strong text bold, tables ruled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planextract.model.page import Rule

SIZES = (22.0, 18.5, 16.0, 14.0, 12.5, 11.3)
"""Points of headings from ``#`` down, a tenth apart: nearer ones are one size to a scan."""
BODY = 10.0
CAPITALS = re.compile(r"^[^a-zæøå]*[A-ZÆØÅ]{4}[^a-zæøå]*$")
SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\3(?!\w)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it is set."""

    text: str
    size: float = BODY
    bold: bool = False
    indent: int = 0
    strong: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that are bold."""
    edges: tuple[int, ...] = ()
    """Columns of its cell borders, for a row of a table."""

    def words(self) -> Iterator[tuple[int, str, bool]]:
        """Its words with their column and whether they are bold."""
        for found in re.finditer(r"\S+", self.text):
            bold = any(start <= found.start() < end for start, end in self.strong)
            yield found.start(), found[0], bold


def plain_lines(raw: Sequence[str]) -> list[Line]:
    """Lines of plain text; one in capitals is set bold."""
    return [Line(line, bold=bool(CAPITALS.match(line.strip()))) for line in raw]


def marked_lines(raw: Sequence[str]) -> list[Line]:
    """Lines of Markdown with their marks read."""
    lines: list[Line] = []
    at = 0
    while at < len(raw):
        if _is_row(raw[at]) and at + 1 < len(raw) and SEPARATOR.match(raw[at + 1]):
            stop = at
            while stop < len(raw) and _is_row(raw[stop]):
                stop += 1
            lines += _table(raw[at:stop])
            at = stop
        else:
            lines.append(_line(raw[at]))
            at += 1
    return lines


def _is_row(line: str) -> bool:
    return line.count("|") >= 2


def _line(raw: str) -> Line:
    heading = re.match(r"^(#{1,6})\s+(.*?)\s*#*$", raw)
    if heading:
        return Line(heading[2], SIZES[len(heading[1]) - 1], bold=True)
    item = re.sub(r"^(\s*)[*+-]\s+", r"\1• ", raw)
    text, strong = _without_emphasis(item)
    return Line(text, strong=strong)


def _without_emphasis(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its asterisks, and which stretches were strong."""
    strong: list[tuple[int, int]] = []
    result, at = "", 0
    for found in EMPHASIS.finditer(text):
        result += text[at : found.start()]
        inner = found[2] or found[4]
        if found[2]:
            strong.append((len(result), len(result) + len(inner)))
        result += inner
        at = found.end()
    return result + text[at:], tuple(strong)


def _table(raw: Sequence[str]) -> list[Line]:
    """A table's rows, its cells padded to the width of their column."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in raw]
    body = [row for row, line in zip(rows, raw, strict=True) if not SEPARATOR.match(line)]
    count = max(len(row) for row in body)
    body = [
        [_without_emphasis(cell)[0] for cell in row] + [""] * (count - len(row)) for row in body
    ]
    widths = [max(len(row[c]) for row in body) + 4 for c in range(count)]
    edges = tuple(sum(widths[:c]) for c in range(count + 1))
    return [
        Line(
            "".join(f"  {cell}".ljust(width) for cell, width in zip(row, widths, strict=True)),
            edges=edges,
        )
        for row in body
    ]


def table_rules(lines: Sequence[Line], column: float, pitch: float) -> tuple[Rule, ...]:
    """The borders of the tables' cells, in points."""
    rules: list[Rule] = []
    for row, line in enumerate(lines):
        if not line.edges:
            continue
        top, bottom = pitch * row - 1.0, pitch * (row + 1) - 1.0
        left, right = column * line.edges[0], column * line.edges[-1]
        rules += [Rule(left, y, right, y) for y in (top, bottom)]
        rules += [Rule(column * edge, top, column * edge, bottom) for edge in line.edges]
    return tuple(rules)
