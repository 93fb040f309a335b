"""Where another document begins within a file: a title page that names what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low

from planextract.meaning.document_cover import TOP_SHARE, names_plan, title_lines
from planextract.meaning.document_kinds import kind_word_in, kinds
from planextract.model.layout import Layout, TextBlock

LARGE = 1.5
"""Times the running text's size from which a line can open a document."""
TITLE_WORDS = 14
"""Words of a title at most."""
FEW_WORDS = 60
"""Words on a title page that holds a title and little else."""
LEAST_BLOCKS = 5
"""Blocks that a document has at least, its title page counted in."""


def find_openings(layout: Layout) -> list[int]:
    """The places of the blocks that begin a document, 0 first."""
    body = _body_size(layout)
    starts = [0]
    for first, blocks in _pages(layout):
        room = first - starts[-1] >= 1 and len(layout.blocks) - first >= LEAST_BLOCKS
        if first > 0 and room and _opens(layout, blocks, body, _largest(layout)):
            starts.append(first)
    return starts


def _pages(layout: Layout) -> Iterator[tuple[int, list[TextBlock]]]:
    """The place of each page's first block, and its text blocks."""
    firsts: dict[int, int] = {}
    texts: dict[int, list[TextBlock]] = {}
    for place, block in enumerate(layout.blocks):
        firsts.setdefault(block.page, place)
        if isinstance(block, TextBlock):
            texts.setdefault(block.page, []).append(block)
    for number, first in firsts.items():
        yield first, texts.get(number, [])


def _opens(layout: Layout, blocks: Sequence[TextBlock], body: float, largest: float) -> bool:
    """Whether a page opens a document: its title is as large as any, and names its kind."""
    if not blocks:
        return False
    page = next(page for page in layout.pages if page.number == blocks[0].page)
    title_page = sum(len(block.passage.words) for block in blocks) <= FEW_WORDS
    limit = page.height * (1.0 if title_page else TOP_SHARE)
    top = [block for block in blocks if block.box.top <= limit]
    size = max((block.size for block in top), default=0.0)
    if size < LARGE * body or size < (body if title_page else largest):
        return False
    title = "\n".join(title_lines([block for block in top if block.size >= LARGE * body])[0])
    if not title or len(title.split()) > TITLE_WORDS:
        return False
    before = (kind for kind in kinds() if kind.before_plan)
    return names_plan(title) or any(kind_word_in(title, kind) for kind in before)


def _body_size(layout: Layout) -> float:
    sizes = [b.size for b in layout.blocks if isinstance(b, TextBlock) and b.kind != "heading"]
    return median_low(sizes) if sizes else 0.0


def _largest(layout: Layout) -> float:
    return max((b.size for b in layout.blocks if isinstance(b, TextBlock)), default=0.0)
