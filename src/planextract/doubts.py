"""What a user must know of how each page was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planextract.model.page import Page
from planextract.model.plan import Diagnostic, DiagnosticCode, Severity

LOW_CONFIDENCE = 0.75
"""Mean confidence of a page's words below which OCR was guessing; sound scans stay above 0.85."""
DIFFER = "the two PDF readers differ"
"""How the second reader says in a verdict that its words were taken."""


def page_doubts(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """Diagnostics of pages that were not read, or are not to be relied on."""
    for page in pages:
        reasons = "; ".join(page.verdict.reasons)
        if page.width == 0.0:
            yield _said("page_unreadable", "error", page, f"The page was not read: {reasons}.")
        elif DIFFER in reasons:
            yield _said("reader_disagrees", "info", page, f"Compare it with the PDF: {reasons}.")
        if page.method == "ocr" and page.words and _confidence(page) < LOW_CONFIDENCE:
            sure = f"{_confidence(page):.2f}"
            message = f"The picture is poor: its words have a mean confidence of {sure}."
            yield _said("page_low_quality", "warning", page, message)
        elif page.method == "layer" and page.verdict.kind in ("bad_layer", "garbled"):
            message = f"Its hidden text is damaged and no better reading was had: {reasons}."
            yield _said("page_low_quality", "warning", page, message)


def _confidence(page: Page) -> float:
    return sum(word.confidence for word in page.words) / len(page.words)


def _said(code: DiagnosticCode, severity: Severity, page: Page, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message, page=page.number)
