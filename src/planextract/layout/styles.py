"""Typography of a document: the size of its body text and the ranks of its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from planextract.layout.lines import Line

LARGER = 1.12
"""A line this many times the body size is set as a heading; below it sizes vary by chance."""


def body_size(lines: Iterable[Line]) -> float:
    """The font size of most letters, in points (10.0 where there are none)."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


Style = tuple[float, bool, bool]
"""Size to half a point, bold, all capitals."""


def style_of(size: float, bold: bool, text: str) -> Style:
    """What a heading looks like."""
    letters = [c for c in text if c.isalpha()]
    capitals = len(letters) >= 4 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
    return (round(size * 2) / 2, bold, capitals)


def ranks(styles: Sequence[Style]) -> dict[Style, int]:
    """Heading styles from the strongest, 1, down; larger before bolder before capitals."""
    ordered = sorted(set(styles), reverse=True)
    return {style: rank for rank, style in enumerate(ordered, 1)}
