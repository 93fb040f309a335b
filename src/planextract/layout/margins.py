"""Where lines may reach: the right edge of a column, known from its fullest lines anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from planextract.layout.lines import Line
from planextract.model.page import Page

BUCKET = 6.0
"""Points within which left edges are one."""
FULLEST = 0.9
"""Quantile of the right edges that is the margin; a stray wide line is not."""


class Margins:
    """Right edges of lines by their left edge and the width of the page."""

    def __init__(self, pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> None:
        rights: dict[tuple[int, int], list[float]] = defaultdict(list)
        for page, page_lines in zip(pages, lines, strict=True):
            for line in page_lines:
                rights[self._key(page, line.box.x0)].append(line.box.x1)
        self._rights = {
            key: sorted(values)[int(FULLEST * (len(values) - 1))] for key, values in rights.items()
        }

    @staticmethod
    def _key(page: Page, left: float) -> tuple[int, int]:
        return round(page.width), round(left / BUCKET)

    def right_of(self, page: Page, left: float, own: float, limit: float) -> float:
        """The right margin of lines that begin at ``left``; at least ``own``, at most ``limit``.

        Where nothing stands to the right (``limit`` is infinite) it is no less than the left
        margin mirrored: a page of short lines has margins too.
        """
        known = self._rights.get(self._key(page, left), own)
        if limit >= page.width:
            return max(own, known, page.width - self._left(page))
        return max(own, min(known, limit))

    def _left(self, page: Page) -> float:
        """The left margin: the least left edge that is common on pages of this width."""
        edges = [edge for (width, edge) in self._rights if width == round(page.width)]
        return BUCKET * min(edges, default=0)
