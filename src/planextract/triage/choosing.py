"""The better of two readings of one page: its text layer, or its picture read anew."""

from __future__ import annotations

from dataclasses import replace

from planextract.model.page import Page, Signals, Verdict
from planextract.triage.judging import judge
from planextract.triage.soup import odd_share

DAMAGE = 0.3
"""Share of wrong words that full damage is taken to stand for (chosen by eye)."""
FEWER = 0.5
"""A reading with fewer words than this share of the other's has lost text."""


def better_reading(layer: Page, ocr: Page) -> Page:
    """The reading with less damage and fewer unknown words; its verdict says which and why.

    The page keeps the kind and signals that its layer was given: they say what was found.
    """
    verdict = layer.verdict
    if not layer.words:
        reasons = (*verdict.reasons, *ocr.verdict.reasons)
        return replace(ocr, verdict=Verdict(verdict.kind, reasons, verdict.signals))
    judged = judge(ocr).signals
    keep = len(ocr.words) >= FEWER * len(layer.words) and _fault(judged, ocr) <= _fault(
        layer.verdict.signals, layer
    )
    said = "the picture was read anew and reads better" if keep else "read anew, it reads no better"
    chosen = ocr if keep else layer
    return replace(chosen, verdict=Verdict(verdict.kind, (*verdict.reasons, said), verdict.signals))


def _fault(signals: Signals, page: Page) -> float:
    """How bad a reading is: about the share of its words that are wrong."""
    odd = odd_share([word.text for word in page.words])
    return DAMAGE * signals.damage + signals.unknown_share + odd + signals.unmapped_share
