"""Wrapped lines told from lines broken on purpose: by fit, by case, by the usual pitch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from planextract.layout.lines import Line
from planextract.lexicons import words_of

SENTENCE_END = re.compile(r"[.!?:;][»”\"')]*$")
DEFAULT_PITCH = 1.25
"""Single spacing of common fonts is 1.15 to 1.3 font sizes."""
FIT_SLACK = 1.06
"""A word that would have fitted with this much to spare was put on a new line on purpose."""
SPACE = 0.28
"""Width of a word space, in type sizes."""


def usual_pitch(columns: Iterable[Sequence[Line]]) -> float:
    """Distance between the lines of a paragraph, in font sizes.

    Measured where a line surely goes on: it starts in lower case below a full one.
    """
    pitches = []
    for lines in columns:
        right = max((line.box.x1 for line in lines), default=0.0)
        pitches += [
            (below.box.bottom - above.box.bottom) / below.size
            for above, below in pairwise(lines)
            if _surely_wrapped(above, below, right)
        ]
    likely = sorted(p for p in pitches if 0.8 < p < 2.5)
    return likely[len(likely) // 4] if len(likely) >= 3 else DEFAULT_PITCH


def _surely_wrapped(above: Line, below: Line, right: float) -> bool:
    return (
        abs(above.size - below.size) < 0.1
        and below.text[0].islower()
        and len(above.words) > 3
        and not SENTENCE_END.search(above.text)
        and not broken_on_purpose(above, below, right)
    )


def broken_on_purpose(last: Line, line: Line, right: float) -> bool:
    """Whether the next word would have fitted on the line above."""
    first = line.words[0].box
    space = SPACE * last.size
    return last.box.x1 + space + first.width * FIT_SLACK < right - 0.5 * last.size


def begins_sentence(text: str) -> bool:
    """Whether a line begins with a capital or a number, quotes and brackets left out."""
    first = text.lstrip("«\"'([“”-–")[:1]
    return first.isupper() or first.isdigit()


def stays_open(text: str) -> bool:
    """Whether a line ends in a word that more must follow: "… omsorgsbustader på"."""
    return text.split()[-1] in words_of("structure", "open_words")
