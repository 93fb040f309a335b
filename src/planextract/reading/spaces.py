"""How wide a gap parts two words of a page.

PDFium leaves out spaces that a font writes with the glyph of its soft hyphen, so that a whole page
may come without any. Where the gaps between letters fall into two heaps, those of kerning and
those of lost spaces, the white between the heaps is the border; else the usual width is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

WORD_GAP = 0.25
"""Widest gap between two letters of a word, in letter heights; a space is 0.22 to 0.33 wide in
common fonts, and kerning moves letters by less than 0.1."""
NARROWEST = 0.05
"""Gap below which no space lies, in letter heights."""
STEP, WHITE = 0.01, 0.03
"""Grid of borders that are tried, and how wide the white below one must be, in letter heights."""
FEWEST, RAREST = 20, 0.01
"""Gaps above the border, and their share of all, from which they are lost spaces."""
MIXED = 0.05
"""Share of these that may lie in the white."""
LETTERS = 0.3
"""Share of gaps that may follow one another at once: more is spaced type, letter by letter."""

Floats = NDArray[np.float64]


def word_gap(gaps: Floats) -> float:
    """The widest gap between two letters of a word on a page, in letter heights.

    ``gaps`` are those between letters that no space parts, in the order of the text.
    """
    for border in np.arange(NARROWEST, WORD_GAP, STEP):
        wide = gaps > border
        count = int(wide.sum())
        if count < FEWEST or count < RAREST * len(gaps):
            break
        white = int(((gaps > border - WHITE) & ~wide).sum())
        spaced = int((wide[1:] & wide[:-1]).sum())
        if white <= MIXED * count and spaced <= LETTERS * count:
            return float(border)
    return WORD_GAP
