"""Words to lines: words on one baseline, cut where a gap is a gutter and no word space."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planextract.layout.markers import SURE, is_bullet, is_sure, kind_of
from planextract.layout.stretched import margins_of, stretched
from planextract.model.page import Box, Word

WIDE_GAP = 2.0
"""A gap above this many font sizes cuts a line; justified text stays below 1.5."""
GUTTER_GAP = 0.9
"""A gap above this many font sizes cuts a line where its neighbours have it at the same x."""
GUTTER_LINES = 4
"""So many lines in a row share a gutter; chance gaps of justified text hardly reach three."""
ALIGNED_GAP = 1.1
"""A gap above this many font sizes is a gutter where the next line starts at its edge too."""
ALIGNED_LINES = 2
NEAR_LINES = 10
COLUMN_LINES = 3
"""So many of the lines near by that begin at one x make it the left edge of a column."""
BESIDE = 0.42
"""Share of its height by which a word stands beside a line; OCR boxes "og" from x-height down."""
LEVEL = 0.7
"""The same for a lone marker and its text."""
TALLER = 1.25
"""A word so much taller than its line's first one gives the line its height."""
STACKED = 0.3
"""Share of the narrower of two words by which they stand one above the other."""
BOLD_SHARE = 0.9
"""A line with a bold label and a plain value ("Frist: 2026") is not bold."""
MARKER_GAP = 6.0
"""A lone marker (a bullet, a number) belongs to the text up to this many font sizes right."""

WEAK_GAP = 4.0
"""The same for a lone letter or number that could also be a word of the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline with no gutter between them, left to right."""

    words: tuple[Word, ...]
    box: Box
    size: float
    bold: bool
    color: str

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def page(self) -> int:
        return self.words[0].page


def make_line(words: Sequence[Word]) -> Line:
    """A line of words, its size and colour those of most of its letters; bold if nearly all is."""
    sizes: Counter[tuple[float, str]] = Counter()
    bold = 0
    for word in words:
        sizes[round(word.size, 1), word.color] += len(word.text)
        bold += len(word.text) * word.bold
    (size, color), _ = sizes.most_common(1)[0]
    is_bold = bold >= BOLD_SHARE * sizes.total()
    return Line(tuple(words), Box.around(w.box for w in words), size, is_bold, color)


def find_lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a page from top to bottom, pieces of one baseline from left to right."""
    baselines = _baselines([word for word in words if word.upright])
    gutters = _shared_gutters(baselines)
    _add_column_starts(baselines, gutters)
    margins = margins_of(baselines, gutters)
    lines = []
    for row, shared in zip(baselines, gutters, strict=True):
        spaces = stretched(row, shared, margins)
        lines += [make_line(piece) for piece in _cut(row, shared, spaces)]
    return _with_lone_markers(lines)


def _with_lone_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines, a marker that was put beside another column's line given back to its text."""
    found: list[Line | None] = list(lines)
    for at, line in enumerate(lines):
        if len(line.words) > 1 or not is_sure(line.words[0].text):
            continue
        near = [
            other
            for other, text in enumerate(lines)
            if other != at and found[other] is text and _follows(line, text)
        ]
        if near:
            first = min(near, key=lambda other: lines[other].box.x0)
            found[first] = make_line([*line.words, *lines[first].words])
            found[at] = None
    return [line for line in found if line]


def _follows(marker: Line, text: Line) -> bool:
    """Whether a line begins right of a marker, on its height."""
    (_, top, right, bottom), box = marker.box, text.box
    shared = min(bottom, box.bottom) - max(top, box.top)
    level = shared >= LEVEL * min(bottom - top, box.height)
    return level and 0 < box.x0 - right <= MARKER_GAP * text.size


def _baselines(words: list[Word]) -> list[list[Word]]:
    """Words that stand side by side, each group sorted left to right, groups top to bottom."""
    groups: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.box.top + w.box.bottom, w.box.x0)):
        for at in range(len(groups) - 1, max(-1, len(groups) - 8), -1):
            if _beside(word.box, spans[at]) and not _stacked(word.box, groups[at]):
                groups[at].append(word)
                if word.box.height > TALLER * (spans[at][1] - spans[at][0]):
                    spans[at] = (word.box.top, word.box.bottom)
                break
        else:
            groups.append([word])
            spans.append((word.box.top, word.box.bottom))
    return [sorted(group, key=lambda w: w.box.x0) for group in groups]


def _beside(box: Box, span: tuple[float, float]) -> bool:
    """Whether a word's box and a line's span cover most of the lower of the two."""
    top, bottom = span
    shared = min(box.bottom, bottom) - max(box.top, top)
    return shared >= BESIDE * min(box.height, bottom - top)


def _stacked(box: Box, words: Sequence[Word]) -> bool:
    """Whether a word stands above or below another of a line: two lines of a column beside
    large type, which is as high as both."""
    x0, top, x1, bottom = box
    for word in words:
        left, upper, right, lower = word.box
        shared = min(x1, right) - max(x0, left)
        apart = abs(top + bottom - upper - lower) > bottom - top
        if apart and shared > STACKED * min(x1 - x0, right - left):
            return True
    return False


_Gap = tuple[int, float, float]


def _gaps(words: Sequence[Word]) -> list[_Gap]:
    """Gaps wider than a word space: place of the word after, left and right edge."""
    found = []
    right = words[0].box.x1
    for at in range(1, len(words)):
        left = words[at].box.x0
        if left - right > GUTTER_GAP * min(words[at - 1].size, words[at].size):
            found.append((at, right, left))
        right = max(right, words[at].box.x1)
    return found


def _shared_gutters(baselines: list[list[Word]]) -> list[set[int]]:
    """For each baseline the gaps (place of the word after) that its neighbours have too."""
    gaps = [_gaps(words) for words in baselines]
    shared: list[set[int]] = [set() for _ in baselines]
    for row, row_gaps in enumerate(gaps):
        for gap in row_gaps:
            wide = gap[2] - gap[1] > ALIGNED_GAP * baselines[row][gap[0]].size
            if (wide and _run(gaps, row, gap, _starts_alike) >= ALIGNED_LINES) or _run(
                gaps, row, gap, _overlaps
            ) >= GUTTER_LINES:
                shared[row].add(gap[0])
    return shared


def _add_column_starts(baselines: list[list[Word]], shared: list[set[int]]) -> None:
    """Add the gaps after which a column begins: other baselines near by begin there, or go on
    there after a wide gap. Cells that are centred upright share no baselines with their row."""
    gaps = [_gaps(words) for words in baselines]
    starts = [
        {words[0].box.x0, *(left for at, right, left in row if _is_wide(words[at], right, left))}
        for words, row in zip(baselines, gaps, strict=True)
    ]
    for row, (words, row_gaps) in enumerate(zip(baselines, gaps, strict=True)):
        near = [*starts[max(0, row - NEAR_LINES) : row], *starts[row + 1 : row + NEAR_LINES]]
        for at, right, left in row_gaps:
            if left - right > ALIGNED_GAP * words[at].size and at > 1 + _is_marker(words[0]):
                alike = sum(any(abs(x - left) < 1.5 for x in each) for each in near)
                if alike >= COLUMN_LINES:
                    shared[row].add(at)


def _is_wide(word: Word, right: float, left: float) -> bool:
    return left - right > WIDE_GAP * word.size


def _is_marker(word: Word) -> bool:
    return bool(kind_of(word.text))


def _run(gaps: list[list[_Gap]], row: int, gap: _Gap, alike: Callable[[_Gap, _Gap], bool]) -> int:
    """How many baselines in a row, this one counted in, have a gap like this one."""
    run = 1
    for step in (-1, 1):
        other = row + step
        while 0 <= other < len(gaps) and any(alike(gap, each) for each in gaps[other]):
            run += 1
            other += step
            if run >= GUTTER_LINES:
                return run
    return run


def _starts_alike(gap: _Gap, other: _Gap) -> bool:
    return abs(gap[2] - other[2]) < 1.5


def _overlaps(gap: _Gap, other: _Gap) -> bool:
    return min(gap[2], other[2]) - max(gap[1], other[1]) > 2


def _parts(before: Word, word: Word) -> bool:
    """Whether a gap is a gutter by what stands on its sides: a bullet, or type of another size."""
    small, large = sorted((before.size, word.size))
    return is_bullet(word.text) or large > TALLER * small


def _cut(words: Sequence[Word], shared: set[int], spaces: set[int]) -> list[list[Word]]:
    """A baseline cut at its gutters, not at its stretched word ``spaces``.

    A lone marker stays with the text after it.
    """
    starts = [0]
    for at, left, right in _gaps(words):
        if at in spaces:
            continue
        size = min(words[at - 1].size, words[at].size)
        before = words[starts[-1] : at]
        limit = WIDE_GAP * size
        kind = kind_of(before[0].text) if len(before) == 1 else ""
        if kind:
            limit = (MARKER_GAP if kind in SURE else WEAK_GAP) * size
        elif at in shared or _parts(words[at - 1], words[at]):
            limit = 0.0
        if right - left > limit:
            starts.append(at)
    ends = [*starts[1:], len(words)]
    return [list(words[start:end]) for start, end in zip(starts, ends, strict=True)]
