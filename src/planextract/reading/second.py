"""The second reader: pdfplumber's words, asked where the first reader is in doubt."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from types import TracebackType
from typing import Any

from planextract.model.page import Box, Page, Word
from planextract.model.source import Source
from planextract.reading.characters import UNMAPPED, UNUSUAL_LETTERS, readable
from planextract.reading.styles import LEAST_SIZE, is_bold, is_italic

DOUBTFUL_SHARE = 0.02
"""Share of letters without a character from which the second reader is asked."""
FEWEST_LETTERS = 0.9
"""Share of the first reader's letters that the second must find to be believed."""
BETTER = 0.8
"""Share of the first reader's unmapped letters that the second must stay below."""
_CID = re.compile(r"\(cid:\d+\)")


class SecondReader:
    """pdfplumber on one document, opened at the first question."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._document: Any = None

    def __enter__(self) -> SecondReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._document is not None:
            self._document.close()

    def words(self, number: int) -> tuple[Word, ...]:
        """The words of a page (1-based) in the first reader's terms; none where it fails.

        pdfplumber is loaded here: few documents need it, and it takes a third of a second.
        """
        import pdfplumber
        from pdfminer.pdfexceptions import PDFException
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        unreadable = (PDFException, MalformedPDFException, PdfminerException)
        try:
            if self._document is None:
                self._document = pdfplumber.open(io.BytesIO(self._source.data))
            page = self._document.pages[number - 1]
            found = page.extract_words(
                extra_attrs=["size", "fontname", "upright"], keep_blank_chars=False
            )
            left, top = _offset(page)
            page.close()
        except (*unreadable, ValueError, KeyError, TypeError):
            return ()
        words = [_word(item, number, left, top) for item in found]
        inside = [word for word in words if word.text and 0 <= word.middle[0] <= float(page.width)]
        return tuple(replace(word, index=at) for at, word in enumerate(inside))


def checked(page: Page, second: SecondReader, has_text: bool) -> Page:
    """The page as the better of two readers sees it, where the first is in doubt.

    ``has_text`` says whether the page draws text at all. The verdict tells what was done.
    """
    unmapped = page.verdict.signals.unmapped_share
    if unmapped <= DOUBTFUL_SHARE and (page.words or not has_text):
        return page
    words = second.words(page.number)
    letters = _letters(words)
    fewer = unmapped_share(words) < BETTER * unmapped or not page.words
    if not fewer or letters < max(1.0, FEWEST_LETTERS * _letters(page.words)):
        return page
    signals = replace(
        page.verdict.signals, words=len(words), unmapped_share=round(unmapped_share(words), 4)
    )
    reason = "the two PDF readers differ: the words are pdfplumber's"
    verdict = replace(page.verdict, reasons=(*page.verdict.reasons, reason), signals=signals)
    return replace(page, words=words, verdict=verdict)


def agreement(first: tuple[Word, ...], second: tuple[Word, ...]) -> float:
    """The share of words that two readings have in common, 0 to 1; 1 where both have none."""
    one, other = Counter(word.text for word in first), Counter(word.text for word in second)
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 1.0


def unmapped_share(words: tuple[Word, ...]) -> float:
    """The share of letters without a character."""
    letters = _letters(words)
    return (
        sum(len(UNUSUAL_LETTERS.findall(word.text)) for word in words) / letters if letters else 0.0
    )


def _letters(words: tuple[Word, ...]) -> int:
    return sum(len(word.text) for word in words)


def _offset(page: Any) -> tuple[float, float]:
    """Where the visible page begins in pdfplumber's coordinates, which are the media box's."""
    media, crop = page.mediabox, page.cropbox
    return max(0.0, float(crop[0] - media[0])), max(0.0, float(crop[1] - media[1]))


def _word(item: dict[str, Any], number: int, left: float, top: float) -> Word:
    box = Box(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    text = readable(_CID.sub(UNMAPPED, item["text"]))
    name = str(item["fontname"])
    size = max(LEAST_SIZE, round(item["size"], 3))
    return Word(
        text, box, number, 0, size, is_bold(name), is_italic(name),
        upright=bool(item["upright"]),
    )  # fmt: skip
