"""How well bad text layers are told from sound ones: ``python bench/triage.py``.

Sound pages: the text of the project's own digital samples, in pages of a given number of
words, nn and nb. Bad layers: the same pages drawn, degraded and read by Tesseract as English,
as a scanner set to the wrong language does. A page that the judge calls ``bad_layer`` or
``garbled`` is caught, alone or as one page of a document of such pages; a sound one that it
does not call ``digital`` is a false alarm. Needs Debian's fonts (as ``make_repair_pages.py``)
and ``tesseract`` with ``eng``.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from make_repair_pages import FONTS, QUALITIES, degraded, drawn, read_wrongly

from planextract.intake import open_source
from planextract.model.page import Box, Page, Signals, Verdict, Word
from planextract.reading.pages import read_pages
from planextract.triage import judge, judge_document

SAMPLES = Path(__file__).parents[1] / "samples"
LENGTHS = (200, 120, 60, 30)
"""Words a page; short pages are the hard ones."""
CAUGHT = ("bad_layer", "garbled")


def texts(language: str) -> Iterator[str]:
    """The text of each digital sample in one written form."""
    for path in sorted(SAMPLES.glob(f"*_{language}.pdf")):
        pages = read_pages(open_source(path))
        yield " ".join(word.text for page in pages for word in page.words)


def cuts(language: str, length: int) -> list[str]:
    """The samples' texts in pages of so many words; no word stands on two."""
    found = []
    for text in texts(language):
        words = text.split()
        starts = range(0, len(words) - length + 1, length)
        found += [" ".join(words[start : start + length]) for start in starts]
    return found


def as_page(text: str, *, hidden: bool) -> Page:
    """A page of words, visible or as the hidden layer of a picture."""
    box = Box(0, 0, 10, 10)
    words = tuple(Word(word, box, 1, at) for at, word in enumerate(text.split()))
    signals = Signals(picture_share=1.0, invisible_share=1.0) if hidden else Signals()
    return Page(1, 595, 842, words, verdict=Verdict("digital", (), signals))


def misread(text: str, number: int) -> str:
    """What Tesseract makes of a page when it takes it for English."""
    quality = QUALITIES[number % len(QUALITIES)]
    picture, _ = drawn(text, FONTS[number % len(FONTS)], quality[0])
    return read_wrongly(degraded(picture, quality, number), quality[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bad", type=int, default=15, help="bad pages of each length and form")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    print("form words  sound pages  false alarms  bad layers  recall  in document")
    total: Counter[str] = Counter()
    for language in ("nn", "nb"):
        for length in LENGTHS:
            pages = cuts(language, length)
            alarms = sum(
                judge(as_page(text, hidden=hidden)).kind != "digital"
                for text in pages
                for hidden in (False, True)
            )
            chosen = dice.sample(pages, min(args.bad, len(pages)))
            read = [misread(text, number) for number, text in enumerate(chosen)]
            layers = [as_page(text, hidden=True) for text in read]
            alone = sum(judge(layer).kind in CAUGHT for layer in layers)
            together = sum(verdict.kind in CAUGHT for verdict in judge_document(layers))
            row = Counter(sound=len(pages), alarms=alarms, bad=len(read), alone=alone,
                          together=together)  # fmt: skip
            total += row
            print(f"{language} {length:7}  {line(row)}")
    print(f"all         {line(total)}")


def line(row: Counter[str]) -> str:
    """One line of figures; every sound page is judged twice, visible and hidden."""
    alone, together = row["alone"] / row["bad"], row["together"] / row["bad"]
    return f"{row['sound']:11}  {row['alarms']:12}  {row['bad']:10}  {alone:6.3f}  {together:11.3f}"


if __name__ == "__main__":
    main()
