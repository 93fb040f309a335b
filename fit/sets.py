"""The sets of documents: which plan files, in which words, by which producer, in which looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Looks = Callable[[int], int]
"""The look of the plan file at a place in the order of names."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Plan files that are typeset together, once each."""

    source: str
    """open, aside, or a folder of the corpus."""
    looks: Looks
    seed: int | None = None
    """Of ``vary.py``; None for the plan files as they are."""
    words: str = "open:a"


def each(base: int, step: int = 7) -> Looks:
    """A look of its own for each plan file."""
    return lambda nth: base + nth * step % 1000


def same(look: int) -> Looks:
    """The same look for all."""
    return lambda nth: look


def ten(base: int) -> Looks:
    """The looks 1 to 10 in turn."""
    return lambda nth: 1 + (nth + base) % 10


@dataclass(frozen=True, slots=True)
class Set:
    """Documents that are kept together; Chromium makes ``html``, Word's format ``docx``."""

    producer: str
    batches: tuple[Batch, ...]


def with_varied(source: str, plain: int, varied: int) -> tuple[Batch, ...]:
    """The plan files of a source as they are and in two varied forms, each in looks of its own."""
    forms = (Batch(source, each(varied + 1000 * seed), seed) for seed in (3, 5))
    return (Batch(source, each(plain)), *forms)


FITTED = {
    "fit_html": Set("html", (
        Batch("open", each(100)),
        Batch("open", each(5000)),
        *(Batch("open", each(1000 * seed), seed) for seed in (1, 2, 3, 4, 7, 8)),
        Batch("more", each(601)),
        *(Batch("more", each(700 + 1000 * seed), seed) for seed in (2, 4)),
        *with_varied("further", 801, 900),
        *with_varied("later", 851, 950),
        *with_varied("opened", 861, 960),
        *with_varied("wide", 871, 970),
        *with_varied("shapes", 881, 980),
        *with_varied("tested", 891, 990),
        *with_varied("forms", 821, 920),
        *with_varied("kinds", 831, 930),
        *with_varied("proved", 841, 940),
        *with_varied("fresh", 811, 910),
        *with_varied("viewed", 781, 880),
        *with_varied("recent", 771, 870),
    )),
    "fit_docx": Set("docx", (
        Batch("open", same(1)),
        Batch("open", each(100, 11)),
        Batch("open", same(15), 5),
        Batch("open", each(2500), 6),
        Batch("more", each(600)),
        Batch("more", each(1700), 1),
        Batch("further", each(800)),
        Batch("further", each(1900), 6),
        Batch("later", each(850)),
        Batch("later", each(1950), 6),
        Batch("opened", each(860)),
        Batch("wide", each(870)),
        Batch("shapes", each(880)),
        Batch("tested", each(890)),
        Batch("forms", each(820)),
        Batch("kinds", each(830)),
        Batch("proved", each(840)),
        Batch("fresh", each(810)),
        Batch("viewed", each(780)),
        Batch("recent", each(770)),
    )),
}  # fmt: skip
JUDGED = {
    "plain_html": Set("html", (Batch("open", ten(0)),)),
    "plain_docx": Set("docx", (Batch("open", same(3)), Batch("open", ten(5)))),
    "varied_html": Set("html", (Batch("open", ten(3), 1, "open:b"),)),
    "varied_docx": Set("docx", (
        Batch("open", same(32), 2, "open:b"),
        Batch("open", ten(7), 2, "open:b"),
    )),
}  # fmt: skip
KEPT_BACK = {
    f"{source}_{name}": Set(producer, (batch,))
    for source in ("aside", "heldout")
    for name, producer, batch in (
        ("html", "html", Batch(source, ten(0))),
        ("docx", "docx", Batch(source, ten(5))),
        ("varied", "html", Batch(source, ten(3), 1, "open:b")),
    )
}
"""Judged once, at the end, by the weights that are shipped."""
SETS = {**FITTED, **JUDGED, **KEPT_BACK}
SAMPLES, CASES = "samples", "cases"
"""The project's samples with a text layer and the small plans of its tests, fitted on too."""
